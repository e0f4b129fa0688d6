"""Adding records: the kinds second doctors ask for, in plain words, or a name of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.guidance.records import record_shelf
from secondopinion_desktop.services.records import new_of_kind
from secondopinion_desktop.ui.widgets import CheckRow, Dialog, LineField, PlainLabel, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import RecordKind
    from secondopinion_desktop.services.file import OpenFile


class AddRecordsDialog(Dialog):
    """Tick kinds, or write a name. `added` are the ids of the new records."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(_("Add a record"), width=640)
        self._file = file
        self.added: list[str] = []
        self.ticks: dict[str, KindRow] = {}
        self.add(PlainLabel(_("Which records do you want to keep track of?"), "card-title"))
        self.own = LineField(_("A name of your own"), placeholder=_("MRI images, Jan 30"))
        self.own.editor.textEdited.connect(self._count)
        self.add(self.own)
        shelf = record_shelf()
        here = {record.kind for record in file.records.all()}
        self.add(PlainLabel(_("To begin with"), "strong"))
        self.add(PlainLabel(shelf.first_why, "small", "muted"))
        first = guidance.first_records()
        self.first_button = quiet_button(_("Tick all of these"), "check", self._tick_first)
        self.first_button.setHidden(all(kind.id in here for kind in first))
        self.body.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer(first, here)
        self.add(PlainLabel(_("More kinds of records"), "strong"))
        self._offer(tuple(kind for kind in guidance.record_kinds() if kind not in first), here)
        self.add_cancel()
        self.add_button_widget = self.add_button(_("Add"), "primary", default=True)
        self.add_button_widget.clicked.connect(self._take)
        self.own.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, kinds: tuple[RecordKind, ...], here: set[str]) -> None:
        for kind in kinds:
            row = KindRow(kind, known=kind.id in here)
            row.ticked.connect(self._count)
            self.ticks[kind.id] = row
            self.add(row)

    def _tick_first(self) -> None:
        here = {record.kind for record in self._file.records.all()}
        for kind in guidance.first_records():
            self.ticks[kind.id].set_ticked(ticked=kind.id not in here)
            self.ticks[kind.id].tell()
        self._count()

    def _chosen(self) -> list[dict[str, Any]]:
        own = self.own.editor.text().strip()
        found: list[dict[str, Any]] = [{"name": own}] if own else []
        found += [new_of_kind(kind) for kind in guidance.record_kinds() if self.ticks[kind.id].is_ticked()]
        return found

    def _count(self) -> None:
        self.own.clear_error()
        count = len(self._chosen())
        words = ngettext("Add {count} record", "Add {count} records", count).format(count=count)
        self.add_button_widget.set_words(words if count > 1 else _("Add"))

    def holds_words(self) -> bool:
        return bool(self._chosen())

    def flush(self) -> bool:
        """Keep what is chosen, also when the dialog is closed unasked; return False if the file cannot be written."""
        try:
            self._add()
        except UserError as error:
            self.own.set_error(str(error))
            return False
        return True

    def _add(self) -> None:
        self.added = [record.id for record in self._file.records.add_several(self._chosen())]

    def _take(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self.own.set_error(_("Tick a kind below, or write a name here."))
            self.own.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.flush():
            self.accept()


class KindRow(CheckRow):
    """A kind with what it is. Who has it and how to ask for it are told once it is ticked: thirty would be a wall."""

    def __init__(self, kind: RecordKind, *, known: bool) -> None:
        super().__init__(kind.name)
        self._kind, self._known = kind, known
        self.ticked.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Say more of what is ticked."""
        self.show_words(self._kind.name, about_kind(self._kind, known=self._known, whole=self.is_ticked()))


def about_kind(kind: RecordKind, *, known: bool = False, whole: bool = True) -> str:
    """Return what a kind of record is; the whole of it: who has it, how it is asked for, how it comes, who wants it."""
    need = kind.need_note or kind.need.words
    lines = [f"{kind.plain}. {_('Already in your list.')}" if known else f"{kind.plain}."]
    if whole:
        lines += [
            _("Who has it: {holder}. How to ask: {asked}.").format(holder=kind.holder, asked=kind.asked),
            _("It comes as: {form}. {need}.").format(form=kind.form, need=need),
        ]
    return "\n".join(lines)
