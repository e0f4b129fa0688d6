"""On the phone with the second clinic: tick what they say they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.recordway.reading import second_place
from secondopinion_desktop.ui.widgets import CheckRow, Dialog, LineField, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


def confirm_by_phone(file: OpenFile, messages: Messages) -> None:
    """Ask what has arrived, and say how many were confirmed, with a way back."""
    dialog = ConfirmDialog(file, second_place(file, file.appointments.next_second_opinion()))
    if messages.run(dialog) and dialog.count:
        words = ngettext("{count} record confirmed", "{count} records confirmed", dialog.count)
        messages.toast(words.format(count=dialog.count), file.history.way_back().now)


class ConfirmDialog(Dialog):
    """Every record that was sent, to tick while it is read aloud. `count` is how many were confirmed."""

    def __init__(self, file: OpenFile, place: str) -> None:
        super().__init__(_("What has arrived?"), width=600)
        self._file = file
        self.count = 0
        self.add(PlainLabel(_("Call the second clinic, and read each name aloud."), "card-title"))
        self.add(
            PlainLabel(_("Tick it when they say that they have it. Leave the others; they stay “Sent”."), tone="muted")
        )
        self.who = LineField(_("Who told you?"), placeholder=_("First name is enough"))
        self._desk = self._named()
        self.who.editor.setText(self._desk)
        self.add(self.who)
        names = file.contacts.names()
        self.ticks: dict[str, CheckRow] = {}
        for record in file.records.sent():
            row = CheckRow(record.name, sent_words(record, record.holder or names.get(record.holder_id or "", "")))
            self.ticks[record.id] = row
            self.add(row)
        if not self.ticks:
            self.add(PlainLabel(_("Nothing is on its way now. What you mark as sent is listed here.")))
        self.body.addStretch(1)
        self.add_cancel()
        words = _("They have these")
        self.save_button = self.add_button(words, "primary", default=True)
        self.save_button.setEnabled(bool(self.ticks))
        self.save_button.clicked.connect(self._save)
        self.setAccessibleName(_("What has arrived at {place}?").format(place=place) if place else self.windowTitle())
        first = next(iter(self.ticks.values()), self.who.editor)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self) -> str:
        """Return whom the second clinic named for papers, without the phone number."""
        visit = self._file.appointments.next_second_opinion()
        return visit.intake_contact.split(",")[0].strip() if visit is not None else ""

    def _save(self) -> None:
        if self.holds_words() and not self._ticked():  # a name alone would be kept nowhere
            self.who.set_error(_("Tick what they have, and the name is kept with it."))
        elif self.flush():
            self.accept()

    def _ticked(self) -> list[str]:
        return [record_id for record_id, row in self.ticks.items() if row.is_ticked()]

    def holds_words(self) -> bool:
        return bool(self._ticked()) or self.who.editor.text().strip() not in {"", self._desk}

    def flush(self) -> bool:
        """Keep what is ticked, also when the dialog is closed unasked: a call cannot be made again."""
        try:
            self._keep()
        except UserError as error:
            self.who.set_error(str(error))
            return False
        return True

    def _keep(self) -> None:
        ticked = self._ticked()
        if ticked:
            who, today = self.who.editor.text().strip(), clock.today().isoformat()
            self.count = self._file.records.confirm(ticked, who, today)


def sent_words(record: Record, holder: str) -> str:
    """Return what helps to find a parcel: what it is, from whom, when and how it was sent, its number."""
    day = partial_date_words(PartialDate.from_text(record.sent_on)) if record.sent_on else ""
    sent = _("sent {day}").format(day=day) if day else ""
    tracking = _("tracking {number}").format(number=record.tracking) if record.tracking else ""
    return ", ".join(part for part in (record.details, holder, sent, record.sent_how, tracking) if part)
