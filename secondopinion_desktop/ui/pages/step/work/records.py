"""Send medical records: where to begin, and how far the records are. They have a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.guidance.records import first_records, record_shelf
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.recordway.reading import read
from secondopinion_desktop.ui.recordway.wanted import WantedCard
from secondopinion_desktop.ui.widgets import Button, Card, PlainLabel, quiet_button

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.guidance import RecordKind
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_READS = ("record", "appointment", "contact")


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the card."""
    yield BeginCard(file, messages)


class BeginCard(Card):
    """What the clinic asks for, how much has arrived, and the first ones in one press."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("Where do I begin?"))
        self._file, self._messages = file, messages
        self.said = PlainLabel("")
        self.add(self.said)
        self.first = PlainLabel("", "body", "muted")
        self.add(self.first)
        self.begin = self._button("", "plus", self._begin)
        self.wanted = WantedCard()
        self.wanted.opened.connect(self._open_visit)
        self.add(self.wanted)
        self.open = self._button(_("Open my records"), "folder", self._open)
        self.letter = self._button(_("Print a request letter"), "printer", self._letter)
        self.call = self._button(_("Call and check what arrived"), "phone", self._call)
        CatchUp(self, file.feed, _READS).due.connect(self.refresh)
        self.refresh()

    def _button(self, words: str, icon_name: str, slot: object) -> Button:
        button = quiet_button(words, icon_name, slot)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def refresh(self) -> None:
        """Show how far the records are now."""
        found = read(self._file)
        some = bool(found.records)
        here = {record.kind for record in found.records}
        missing = [kind for kind in first_records() if kind.id not in here]
        title = _("Where your records are") if some else _("Where do I begin?")
        self.title.setText(title)
        self.setAccessibleName(title)
        self.said.setText(found.sentence)
        self.said.setVisible(some)  # with none, the page has said it above
        self._offer(missing, some=some)
        self.letter.setVisible(some)
        self.call.setVisible(any(record.status is RecordStatus.SENT for record in found.records))
        self.wanted.show_visit(found.visit, found.place)

    def _offer(self, missing: list[RecordKind], *, some: bool) -> None:
        """Say which of the first records are not in the list yet, and offer to add them."""
        names = ", ".join(kind.name for kind in missing)
        also = _("Many clinics also ask first for: {names}.")
        words = also if some else _("{why} Begin with: {names}.")
        self.first.setText(words.format(why=record_shelf().first_why, names=names))
        self.first.setVisible(bool(missing))
        count = ngettext("Add it to my list", "Add these {count} to my list", len(missing))
        self.begin.set_words(count.format(count=len(missing)))
        self.begin.setVisible(bool(missing))

    def _begin(self) -> None:
        added = self._file.records.add_first()
        words = ngettext("Record added", "{count} records added", len(added)).format(count=len(added))
        self._messages.toast(words, self._file.history.way_back().now)

    def _open(self) -> None:
        self.open_requested.emit("page", "records")

    def _open_visit(self, visit_id: str) -> None:
        self.open_requested.emit("appointment", visit_id)

    def _letter(self) -> None:
        self.open_requested.emit("command", "letter")

    def _call(self) -> None:
        from secondopinion_desktop.ui.recordway.confirming import confirm_by_phone  # noqa: PLC0415

        confirm_by_phone(self._file, self._messages)
