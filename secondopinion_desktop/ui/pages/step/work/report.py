"""Ask for a report: for each second-opinion visit who gets one, where it is, and whether the doctors talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.reports import next_date
from secondopinion_desktop.ui.editlist import EditList, Listing, Told
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.forms import specs_weighing as specs
from secondopinion_desktop.ui.pages.step.work.words import short_day
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Line,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.appointment import Appointment, ReportRequest
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_AT_FIRST: Final = 4


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards of the step."""
    yield ReportCards(file, messages)


class ReportCards(Box):
    """One card for each second-opinion visit, the latest open."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self.cards: dict[str, ReportCard] = {}
        self._column = Column(self, gap=16)
        self.none_yet = Card(_("No second-opinion visit yet"))
        self.none_yet.add(
            PlainLabel(_("When the visit is on your list, you can keep track of its report here."), tone="muted")
        )
        add = Button(_("Add an appointment"), "secondary", "plus")
        add.clicked.connect(self._ask_for_visit)
        self.none_yet.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.none_yet)
        self._most = _AT_FIRST
        self.earlier = Button(_("Show earlier visits"), "quiet", "chevron-down")
        self.earlier.clicked.connect(self._show_earlier)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        FeedSignal(file.feed, self).changed.connect(self._see)
        self._show_visits()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        saved = [card.flush() for card in list(self.cards.values())]
        return all(saved)

    def open_item(self, kind: str, row_id: str) -> bool:
        """Put the keyboard on a report; return whether there is one."""
        if kind != "report_request":
            return False
        self._show_earlier()
        for card in self.cards.values():
            if any(report.id == row_id for report in self._file.reports.of_visit(card.visit_id)):
                return card.reveal(row_id)
        return next(iter(reversed(self.cards.values()))).go_to() if self.cards else False

    def _visits(self) -> list[Appointment]:
        """Return the second-opinion visits, and others for which something is written here: that stays in sight."""
        meant = {visit.id for visit in self._file.appointments.second_opinions()}
        meant |= {report.appointment_id for report in self._file.reports.all() if report.appointment_id}
        return [visit for visit in self._file.appointments.in_order() if visit.id in meant]

    def _show_visits(self) -> None:
        whole = self._visits()
        visits = whole[-self._most :]
        self.earlier.setVisible(len(visits) < len(whole))
        before = dict(self.cards)
        self.cards = {visit.id: before.pop(visit.id) if visit.id in before else self._new(visit) for visit in visits}
        for card in before.values():
            card.flush()
            card.hide()
            card.deleteLater()
        for card in self.cards.values():
            self._column.addWidget(card)
            card.show()
        self.none_yet.setVisible(not visits)
        if visits and not any(card.is_made for card in self.cards.values()):
            self.cards[visits[-1].id].open_it()
        order_as_laid_out(self)

    def _show_earlier(self) -> None:
        self._most = len(self._visits()) + 1
        self._show_visits()

    def _new(self, visit: Appointment) -> ReportCard:
        card = ReportCard(self._file, self._messages, visit)
        card.open_requested.connect(self.open_requested)
        return card

    def _ask_for_visit(self) -> None:
        self.open_requested.emit("command", "new_appointment")

    def _see(self, change: Change) -> None:
        if change.touches("appointment"):
            self._show_visits()


class _NotAsked(QWidget):
    """Someone who may want the report, and the way to say that it was asked for. Carries the contact's id, or ""."""

    asked = Signal(str)

    def __init__(self, contact_id: str, name: str) -> None:
        super().__init__()
        self._contact_id = contact_id
        row = Row(self, gap=8, margins=(0, 4, 0, 4))
        words = Column(gap=0)
        words.addWidget(PlainLabel(name, "strong"))
        words.addWidget(PlainLabel(_("Not asked for yet"), "small", "muted"))
        row.addLayout(words, 1)
        self.button = Button(_("Mark as asked today"))
        self.button.setAccessibleDescription(name)
        self.button.clicked.connect(self._tell)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _tell(self) -> None:
        self.asked.emit(self._contact_id)


class ReportCard(FoldCard):
    """The report of one visit."""

    kinds = ("report_request", "appointment", "contact", "person")

    def __init__(self, file: OpenFile, messages: Messages, visit: Appointment) -> None:
        self.visit_id = visit.id
        self._asked: tuple[object, ...] = ()
        who = file.contacts.name_of(visit.contact_id) or visit.place or _("your second-opinion visit")
        super().__init__(file, messages, _("Report from {who}").format(who=" ".join(who.split())))

    def line(self) -> str:
        """Return when the visit is, and how many have the report."""
        visit = self._visit()
        reports = self.file.reports.of_visit(self.visit_id)
        parts = [_("Visit on {day}").format(day=short_day(visit.day))] if visit.day else []
        if reports:
            arrived = sum(bool(report.arrived_on) for report in reports)
            parts.append(_("{arrived} of {count} arrived").format(arrived=arrived, count=len(reports)))
        return ", ".join(parts)

    def fill(self) -> None:
        """Make list, suggestions, the form for what comes after, and the words to send."""
        self.list = EditList(
            Listing(
                rows=self.file.reports,
                specs=_specs_of,
                tell=self._tell,
                defaults=self._defaults,
                form_title=_("Report"),
                add=_("Add someone who gets it"),
                remove=_("Remove this"),
                removed=_("Report removed"),
                do_next=self._go_on,
            ),
            self.messages,
            self.file.contacts,
        )
        self.list.changed_shape.connect(self._order)
        self._suggested = Box()
        self._suggestions = Column(self._suggested, gap=0)
        self.column.addWidget(self._suggested)
        self.column.addWidget(self.list)
        self.column.addWidget(Line())
        self._after = self.add_form(specs.AFTER_VISIT, self._save_after)
        self._after.load(self._visit())
        self.column.addWidget(Line())
        self.column.addWidget(PlainLabel(_("Words to send"), "small-strong"))
        self.column.addWidget(PlainLabel(_("A short letter that asks for the report, with who gets it."), tone="muted"))
        self._add_words()
        row = Row(gap=8)
        self.copy_button = Button(_("Copy these words"), "secondary", "copy")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = Button(_("Save as PDF"), "secondary", "download")
        self.save_button.clicked.connect(self._save_pdf)
        row.addWidget(self.copy_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _add_words(self) -> None:
        """Add the letter, folded away until somebody wants to read it."""
        self.read_button = quiet_button(_("Read the words"), "chevron-right", self._turn_words)
        self.column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.words = PlainLabel()
        self.words.hide()
        self.column.addWidget(self.words)

    def _turn_words(self) -> None:
        is_read = self.words.isHidden()
        self.words.setVisible(is_read)
        self.read_button.show_icon("chevron-down" if is_read else "chevron-right")
        self._order()

    def read(self) -> None:
        """Show the rows of now; what is being typed stays."""
        super().read()
        if not self.is_made:
            return
        self.list.show_rows(self.file.reports.of_visit(self.visit_id))
        self._suggest()
        self._after.refresh(self._visit())
        self.words.setText("\n\n".join(part for part in self.file.reports.request_words(self.visit_id) if part))

    def reveal(self, report_id: str) -> bool:
        """Put the keyboard on one report; return whether there is one."""
        self.open_it()
        return self.list.reveal(report_id)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return all([super().flush(), not self.is_made or self.list.flush()])

    def _visit(self) -> Appointment:
        return self.file.appointments.get(self.visit_id)

    def _suggest(self) -> None:
        doctors, mine = self.file.reports.not_asked_yet(self.visit_id)
        wanted = [(doctor.id, doctor.name) for doctor in doctors]
        wanted += [("", _("A copy for me"))] if mine else []
        if tuple(wanted) == self._asked:
            return
        self._asked = tuple(wanted)
        while (item := self._suggestions.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for contact_id, name in wanted:
            row = _NotAsked(contact_id, name)
            row.asked.connect(self._ask_today)
            self._suggestions.addWidget(row)
            row.show()
        self._suggested.setVisible(bool(wanted))
        self._order()

    def _tell(self, report: ReportRequest) -> Told:
        name = _("A copy for me") if report.to_me else self.file.contacts.name_of(report.to_contact_id)
        facts = [
            _("Asked {day}").format(day=short_day(report.asked_on)) if report.asked_on else _("Not asked for yet"),
            _("sent by {how}").format(how=report.sent_how) if report.sent_how else "",
            _("promised for {day}").format(day=short_day(report.due)) if report.due and not report.arrived_on else "",
            _("arrived {day}").format(day=short_day(report.arrived_on)) if report.arrived_on else "",
            _("read {day}").format(day=short_day(report.read_on)) if report.read_on else "",
        ]
        about = ", ".join(fact for fact in facts if fact)
        about = f"{about}\n{report.note}" if report.note else about
        return Told(name or _("Nobody named yet"), about, _next_words(next_date(report)))

    def _defaults(self) -> dict[str, Any]:
        return {"appointment_id": self.visit_id}

    def _ask_today(self, contact_id: str) -> None:
        report = self.file.reports.ask_today(self.visit_id, contact_id or None)
        self.list.reveal(report.id)

    def _go_on(self, report_id: str) -> None:
        self.file.reports.go_on(report_id)
        self.messages.toast(_("Date set to today"), self.file.history.way_back().now)
        self.list.reveal(report_id)

    def _save_after(self, **values: Any) -> None:
        self.file.appointments.change(self.visit_id, origin=self, **values)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.text())
        self.messages.toast(_("The words are copied"))

    def _save_pdf(self) -> None:
        from secondopinion_desktop.ui.dialogs.save_pdf import save_pdf  # noqa: PLC0415 - PDF, when asked for

        save_pdf(self.messages, self.file.reports.request_pages(self.visit_id), _("Report request"))

    def _order(self) -> None:
        order_as_laid_out(self)


def _specs_of(report: ReportRequest | None) -> Any:
    return specs.MY_REPORT if report is not None and report.to_me else specs.REPORT


def _next_words(field: str) -> str:
    return {
        "asked_on": _("Mark as asked today"),
        "arrived_on": _("Mark as arrived today"),
        "read_on": _("Mark as read today"),
    }.get(field, "")
