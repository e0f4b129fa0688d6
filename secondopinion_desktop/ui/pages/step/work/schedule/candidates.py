"""Doctors and centers one may go to, in the order they were written down, with facts as they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentStatus, CallKind, CandidateStatus
from secondopinion_desktop.services.candidates import LISTED, candidate_facts, care_asked_about
from secondopinion_desktop.ui.dialogs.call import CallDialog
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.dialogs.visits import VisitDialogs
from secondopinion_desktop.ui.draft import Draft
from secondopinion_desktop.ui.forms.specs_schedule import CARE, candidate_fields
from secondopinion_desktop.ui.forms.suggestions import ContactSuggestions
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.pane.parts import MoreButton
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.rowsection import AddLine
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Column,
    ComboBox,
    PlainLabel,
    Row,
    announce,
    bring_into_view,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_ORDERS: Final = ("entered", "name", "status")
_FEW = 3  # names; fewer need no order


class CandidateRow(QWidget):
    """One of them. Signals carry the contact's id: `status_chosen` where it stands, `wished` a wish by its name."""

    status_chosen = Signal(str, str)
    wished = Signal(str, str)

    def __init__(self, contact_id: str) -> None:
        super().__init__()
        self._id = contact_id
        column = Column(self, gap=2, margins=(0, 6, 0, 6))
        head = Row(gap=4)
        self._name = PlainLabel("", "strong")
        self.status = ComboBox(tuple((str(status), status.words) for status in LISTED))
        self.status.activated.connect(self._tell_status)
        head.addLayout(Ends(self._name, self.status), 1)
        self.more = MoreButton(
            (_("Change facts"), self._wish_change),
            (_("Write down a call"), self._wish_call),
            (_("Write down the visit"), self._wish_visit),
            (_("Open in contacts"), self._wish_contact),
            (_("Take off this list"), self._wish_off),
        )
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._place = PlainLabel("", "small", "muted")
        self._facts = PlainLabel("", "small")
        self.add_facts = Button(_("Add facts"), "quiet", "pencil")
        self.add_facts.set_flush()
        self.add_facts.clicked.connect(self._wish_change)
        self.book = Button(_("Write down the visit"), "secondary", "calendar")
        self.book.clicked.connect(self._wish_visit)
        for widget in (self._place, self._facts):
            column.addWidget(widget)
        for button in (self.add_facts, self.book):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.status)

    def show_candidate(self, contact: Contact, care: dict[str, str], *, has_visit: bool) -> None:
        """Show what is known."""
        self._name.setText(contact.name)
        self.status.show_key(contact.candidate)
        self.status.setAccessibleName(_("{name}: where it stands").format(name=contact.name))
        self.more.show_about(contact.name)
        place = ", ".join(part for part in (contact.specialty, contact.organization, contact.phone) if part)
        self._place.setText(place)
        self._place.setVisible(bool(place))
        facts = candidate_facts(contact, care)
        words = "\n".join(_("{label}: {words}").format(label=label, words=told) for label, told in facts)
        self._facts.setText(words or _("No facts yet. You can ask them, or your doctor."))
        self._facts.set_tone("text" if words else "muted")
        self.add_facts.setVisible(len(facts) <= bool(contact.who_told_me))  # nothing is known but who named them
        self.add_facts.setAccessibleDescription(contact.name)
        self.book.setVisible(contact.candidate is CandidateStatus.BOOKED and not has_visit)
        self.book.setAccessibleDescription(contact.name)

    def show_item(self, _contact: Contact, _place: int) -> None:
        """Leave it to the card, which knows what care is asked about, to fill its rows."""

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _tell_status(self) -> None:
        self.status_chosen.emit(self._id, self.status.key())

    def _wish_change(self) -> None:
        self.wished.emit(self._id, "change")

    def _wish_call(self) -> None:
        self.wished.emit(self._id, "call")

    def _wish_visit(self) -> None:
        self.wished.emit(self._id, "visit")

    def _wish_contact(self) -> None:
        self.wished.emit(self._id, "contact")

    def _wish_off(self) -> None:
        self.wished.emit(self._id, "off")


class CandidatesCard(FollowingCard):
    """The list, and the way to the next."""

    follows: ClassVar = frozenset({"contact", "situation", "appointment"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Doctors and centers to ask"))
        self._edited = self._booked = ""
        self._words = PlainLabel(
            _("Two or three are enough to begin with. Your own doctor or a nurse can name some."), tone="muted"
        )
        self.add(self._words)
        self.order = ComboBox(
            (
                (_ORDERS[0], _("As you wrote them down")),
                (_ORDERS[1], _("By name")),
                (_ORDERS[2], _("By where it stands")),
            )
        )
        self.order.setAccessibleName(_("Order of the list"))
        self.order.activated.connect(self.refresh)
        self._ordered = Box()
        label = PlainLabel(_("Order of the list"), "small", "muted")
        label.setBuddy(self.order)
        Column(self._ordered).addLayout(Ends(label, self.order))
        self.add(self._ordered)
        self.list = RowList(self._make)
        self.add(self.list)
        self._make_adding()
        self.refresh()

    def _make_adding(self) -> None:
        adding = Row(gap=8)
        name = _("Name of a doctor or center")
        self.line = AddLine("", name)
        self.line.setAccessibleName(name)
        self.line.entered.connect(self._add_typed)
        self.line.textEdited.connect(self._unsay)
        ContactSuggestions(self.line, self.file.contacts)
        self.add_button = Button(_("Add"), "secondary", "plus")
        self.add_button.setAccessibleName(_("Add a doctor or center"))
        self.add_button.clicked.connect(self._add_typed)
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add_button)
        self.body.addLayout(adding)
        self.error = PlainLabel("", "small-strong", "error")
        self.known = PlainLabel(_("This name is on the list already."), "small-strong")
        for said in (self.error, self.known):
            said.hide()
            self.add(said)
        self._draft = Draft(self.file.settings, self.line, self.body, "candidate_draft")

    def refresh(self) -> None:
        """Read them again."""
        found = self._in_order()
        care = care_asked_about(self.file.people.situation(), found)
        visits = {
            visit.contact_id
            for visit in self.file.appointments.all()
            if visit.status is not AppointmentStatus.CANCELED and visit.contact_id
        }
        self.list.show_items(found)
        for contact in found:
            row = self.list.rows.get(contact.id)
            if row is not None:
                row.show_candidate(contact, care, has_visit=contact.id in visits)
        self.list.setVisible(bool(found))
        self._words.setVisible(not found)
        self._ordered.setVisible(len(found) >= _FEW)
        order_as_laid_out(self)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on one of them, or where a name is typed."""
        if kind != "candidate":
            return False
        target = self.list.rows[item].status if self.list.reveal(item) else self.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _in_order(self) -> list[Contact]:
        found = self.file.contacts.candidates()
        if self.order.key() == _ORDERS[1]:
            return sorted(found, key=lambda contact: contact.name.casefold())
        if self.order.key() == _ORDERS[2]:
            return sorted(found, key=lambda contact: LISTED.index(contact.candidate))
        return found

    def _make(self, contact: Contact) -> CandidateRow:
        row = CandidateRow(contact.id)
        row.status_chosen.connect(self._set_status)
        row.wished.connect(self._grant)
        return row

    def _set_status(self, contact_id: str, status: str) -> None:
        self.file.contacts.change(contact_id, candidate=CandidateStatus(status))
        row = self.list.rows[contact_id]
        if not row.book.isHidden():
            self._booked = contact_id
            self.messages.toast(_("Marked as booked"), self._write_down_booked, _("Write down the visit"))

    def _write_down_booked(self) -> None:
        """Follow the offer of the message: by then the row may be gone, so it is not asked."""
        self._grant(self._booked, "visit")

    def _grant(self, contact_id: str, wish: str) -> None:
        if wish == "change":
            self._change(contact_id)
        elif wish == "call":
            self.messages.run(CallDialog(self.file, self.messages, kind=CallKind.CLINIC, contact_id=contact_id))
        elif wish == "visit":
            contact = self.file.contacts.get(contact_id)
            place = contact.organization or contact.address
            VisitDialogs(self.file, self.messages).new_appointment(contact_id=contact_id, place=place)
        elif wish == "contact":
            self.open_requested.emit("contact", contact_id)
        else:
            self._take_off(contact_id)

    # Adding and changing

    def flush(self) -> bool:
        """Keep a name that was typed and not added yet; return whether nothing is left."""
        return self._draft.flush() if self._listed() else self._draft.leave(self._keep)

    def _add_typed(self) -> None:
        if self._listed():
            self.known.show()
            announce(self, self.known.text())
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.selectAll()  # the next name may be typed at once
            bring_into_view(self.known)
        elif self._draft.give(self._keep):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _listed(self) -> str:
        """Return the id of the one on the list that has the typed name, or an empty text."""
        typed = " ".join(self.line.text().split()).casefold()
        return next((one.id for one in self.file.contacts.candidates() if one.name.casefold() == typed), "")

    def _unsay(self) -> None:
        self.known.hide()

    def _keep(self, name: str) -> bool:
        try:
            self.file.started.add_candidate(name)
        except UserError as trouble:
            self.error.setText(str(trouble))
            self.error.show()
            return False
        self.error.hide()
        return True

    def _change(self, contact_id: str) -> None:
        self._edited = contact_id
        contact = self.file.contacts.get(contact_id)
        care = care_asked_about(self.file.people.situation(), [contact])
        checks = {f"{CARE}{key}": contact.offered_checks.get(key, "") for key in care}
        fields = candidate_fields(care)
        row = {field.name: getattr(contact, field.name, None) for field in fields} | checks
        self.messages.run(RowDialog(contact.name, fields, row, self._save, contacts=self.file.contacts))

    def _save(self, **values: Any) -> None:
        checks = {name.removeprefix(CARE): values.pop(name) for name in [*values] if name.startswith(CARE)}
        before = self.file.contacts.get(self._edited).offered_checks
        kept = {key: str(value) for key, value in {**before, **checks}.items() if value}
        self.file.contacts.change(self._edited, offered_checks=kept, **values)

    def _take_off(self, contact_id: str) -> None:
        near = self.list.neighbour(contact_id)
        self.file.contacts.change(contact_id, candidate=CandidateStatus.UNANSWERED)
        self.messages.toast(_("Taken off this list. The contact stays."), self.file.history.way_back().now)
        target = self.list.rows[near].status if near in self.list.rows else self.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)
