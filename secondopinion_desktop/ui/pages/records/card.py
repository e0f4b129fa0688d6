"""The card of the chosen record: where it is, its dates, who holds it, a note, and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.base.paths import documents_dir
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.ui.attachedfiles import AttachedFiles
from secondopinion_desktop.ui.forms import RecordForm, specs
from secondopinion_desktop.ui.forms.fields import LineField
from secondopinion_desktop.ui.forms.leftbehind import LeftBehind
from secondopinion_desktop.ui.forms.suggestions import ContactSuggestions, contact_called
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.pages.records.layout import RecordLayout
from secondopinion_desktop.ui.recordway.reading import WAY
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import Button, Card, Chip, IconButton, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms.fields import FormField
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

_MARKS: Final = {
    "asked_on": N_("Mark as asked for today"),
    "received_on": N_("Mark as received today"),
    "sent_on": N_("Mark as sent today"),
    "arrived_on": N_("Mark as arrived today"),
    "returned_on": N_("Mark as come back today"),
}
_MARKED: Final = {
    "asked_on": N_("Marked as asked for"),
    "received_on": N_("Marked as received"),
    "sent_on": N_("Marked as sent"),
    "arrived_on": N_("Marked as arrived"),
    "returned_on": N_("Marked as come back"),
}
_TONES: Final[dict[RecordStatus, ChipTone]] = {
    RecordStatus.ARRIVED: "done",
    RecordStatus.CAME_BACK: "done",
    RecordStatus.TO_ASK: "neutral",
    RecordStatus.HAVE: "neutral",
    RecordStatus.NOT_NEEDED: "neutral",
}
_EXACT: Final = len("2026-03-12")
_LONGEST_TITLE: Final = 120  # letters; the field has them all
_BY_HAND: Final = (RecordStatus.NOT_NEEDED, RecordStatus.PROBLEM, RecordStatus.TO_COME_BACK)


class RecordCard(Card):
    """Shows one record and saves what is changed in it. `remove_requested` carries its id."""

    remove_requested = Signal(str)
    open_requested = Signal(str, str)
    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(" ")
        self._file, self._messages = file, messages
        self.record_id = ""
        self._is_made = False
        self._make_header()
        self.hide()

    def make_form(self) -> None:
        """Make what stands under the heading; it costs more than all the rest of the page, so it comes last."""
        self._is_made = True
        self.form = RecordForm(specs.RECORD, save=self._save, contacts=self._file.contacts, layout=self._lay_out)
        self._suggestions = ContactSuggestions(self._line("holder"), self._file.contacts)
        self.mark_button = Button("", "secondary", "check")
        self.mark_button.clicked.connect(self._mark_today)
        self._places.under_dates.addWidget(self.mark_button)
        self.letter_button = Button(_("Request letter"), "quiet", "printer")
        self.letter_button.clicked.connect(self._ask_for_letter)
        self._places.under_dates.addWidget(self.letter_button)
        self.holder_button = Button("", "quiet", "people")
        self.holder_button.clicked.connect(self._open_holder)
        self._places.under_dates.addWidget(self.holder_button)
        self._places.under_dates.addStretch(1)
        self.attach_button = Button(_("Attach a file"), "secondary", "clip")
        self.attach_button.clicked.connect(self._attach)
        self._places.beside_note.addStretch(1)
        self._places.beside_note.addWidget(self.attach_button)
        self.files = AttachedFiles(self._file, self._messages, "record")
        self.files.rearranged.connect(self.rearranged)
        self._places.under_note.addWidget(self.files)
        self.left = LeftBehind(self.form, self._save_in)
        self.left.changed.connect(self._say_left)
        self.left_words = PlainLabel("", "small-strong", "error")
        self.left_words.hide()
        self.add(self.left_words)
        self.hint = PlainLabel("", "small", "muted")
        self.add(self.hint)
        self.add(self.form)
        self.form.show()  # now, not when Qt comes to it: the keyboard may be wanted in it

    def _lay_out(self, form: QWidget, fields: list[FormField]) -> RecordLayout:
        self._places = RecordLayout(form, fields)
        return self._places

    def _make_header(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.header.setStretch(0, 0)
        self.chip = Chip("")
        self.header.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.addStretch(1)
        self.remove_button = Button(_("Remove"), "quiet")
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.more = IconButton("more", _("More for this record"), ink="muted")
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu.triggered.connect(self._set_status)
        self.more.open_menu_on_click(self.menu)
        for widget in (self.remove_button, self.more):
            self.add_action(widget)

    def _line(self, name: str) -> Any:
        field = self.form.fields[name]
        assert isinstance(field, LineField)
        return field.editor

    # What is shown

    def show_record(self, record_id: str) -> None:
        """Show another record, or none; what is not clear yet in this one is shown again when one comes back.

        Before `make_form` only the heading shows.
        """
        if not self._is_made:
            self._show_heading(record_id)
            return
        if record_id == self.record_id:
            self.refresh()
            return
        if self.record_id:
            self.left.keep(self.record_id)
        self.record_id = record_id
        if record_id:
            self.form.load(self._values())
            self.left.bring_back(record_id)
        self._show_rest()

    def refresh(self) -> None:
        """Read the record again; what is being typed stays."""
        if self.record_id:
            self.form.refresh(self._values())
        self._show_rest()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        if not self._is_made:
            return True
        return all([not self.record_id or self.form.flush(), self.left.save_all()])

    def attach(self, paths: list[Any]) -> bool:
        """Keep copies of files with this record."""
        return self.files.attach(self.record_id, paths)

    def focus_form(self) -> None:
        """Put the keyboard into the first field."""
        self.form.focus_first()

    def _record(self) -> Record:
        return self._file.records.get(self.record_id)

    def _values(self) -> dict[str, Any]:
        record = self._record()
        values = {spec.name: getattr(record, spec.name) for spec in specs.RECORD}
        return values | {"holder": record.holder or self._file.contacts.name_of(record.holder_id)}

    def _show_rest(self) -> None:
        record = self._show_heading(self.record_id)
        if record is None:
            return
        next_date = self._file.records.next_date(record)
        self.mark_button.setVisible(next_date is not None and record.status is not RecordStatus.NOT_NEEDED)
        self.mark_button.set_words(_(_MARKS[next_date]) if next_date else "")
        self.letter_button.setVisible(not record.asking_not_needed and record.status is not RecordStatus.NOT_NEEDED)
        name = self._file.contacts.name_of(record.holder_id)
        self.holder_button.setVisible(bool(name))
        self.holder_button.set_words(_("Reach them") if name else "")
        self.holder_button.setAccessibleDescription(name)
        words = hints(record)
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.files.show_files(self._file.attachments.of("record", record.id))

    def _show_heading(self, record_id: str) -> Record | None:
        self.setVisible(bool(record_id))
        if not record_id:
            return None
        from secondopinion_desktop.services.records import status_words  # noqa: PLC0415 - services load SQL

        record = self._file.records.get(record_id)
        short = record.name if len(record.name) <= _LONGEST_TITLE else record.name[:_LONGEST_TITLE].rstrip() + "…"
        self.title.setText(short)
        self.setAccessibleName(record.name)
        self.chip.show_state(status_words(record), _TONES.get(record.status, "waiting"))
        return record

    # What is no date yet, or could not be saved, when another record is looked at

    def _say_left(self) -> None:
        names = ", ".join(f"“{self._file.records.get(record_id).name}”" for record_id in self.left.row_ids)
        words = _("What you changed in {names} is not saved yet.").format(names=names)
        self.left_words.setText(f"{words} {self.left.trouble or ''}".strip())
        self.left_words.setVisible(bool(names))

    def _note_of(self, record_id: str) -> str:
        return self._file.records.get(record_id).note

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self._file.is_open and self._is_made:
            self.left.put_into_notes(self._note_of)

    # What the person does

    def _save(self, **values: Any) -> None:
        self._save_in(self.record_id, **values)

    def _save_in(self, record_id: str, **values: Any) -> None:
        if "holder" in values:
            values["holder_id"] = contact_called(self._file.contacts, values["holder"])
        self._file.records.change(record_id, origin=self, **values)

    def _ask_for_letter(self) -> None:
        if self.form.finish():
            self.open_requested.emit("command", f"letter:{self.record_id}")

    def _open_holder(self) -> None:
        self.open_requested.emit("contact", self._record().holder_id or "")

    def _mark_today(self) -> None:
        self.form.flush()
        marked = self._file.records.next_date(self._record())
        self._file.records.mark_next(self.record_id)
        self._messages.toast(_(_MARKED[marked or "asked_on"]), self._file.history.way_back().now)

    def _attach(self) -> None:
        chosen = self._messages.choose_file_to_open(_("Attach a file"), documents_dir())
        if chosen is not None:
            self.attach([chosen])

    def _ask_to_remove(self) -> None:
        if self.record_id:
            self.remove_requested.emit(self.record_id)

    def _fill_menu(self) -> None:
        self.menu.clear()
        if not self.record_id:
            return
        record = self._record()
        for status, words in (
            (RecordStatus.NOT_NEEDED, _("This record is not needed")),
            (RecordStatus.PROBLEM, _("There is a problem with it")),
            (RecordStatus.TO_COME_BACK, _("It must be sent back")),
        ):
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(record.status is status)
            action.setData(str(status))
        self.menu.addSeparator()
        asking = self.menu.addAction(_("It need not be asked for"))
        asking.setCheckable(True)
        asking.setChecked(record.asking_not_needed)
        asking.setData("asking")
        if record.status in _BY_HAND:
            self.menu.addAction(icon("undo"), _("Go by the dates again")).setData("dates")

    def _set_status(self, action: Any) -> None:
        from secondopinion_desktop.services.records import status_from_dates  # noqa: PLC0415

        self.form.flush()
        record, wanted = self._record(), action.data()
        if wanted == "asking":
            self._file.records.change(record.id, asking_not_needed=not record.asking_not_needed)
            return
        by_dates = wanted == "dates" or not action.isChecked()
        self._file.records.change(record.id, status=status_from_dates(record) if by_dates else RecordStatus(wanted))


def hints(record: Record) -> str:
    """Return what is good to know of a record: how to ask for it, a copy of another kind, what has to go back."""
    from secondopinion_desktop import guidance  # noqa: PLC0415 - read when a record is looked at
    from secondopinion_desktop.services.records import wrong_copy  # noqa: PLC0415

    kinds = {kind.id: kind for kind in guidance.record_kinds()}
    kind, lines = kinds.get(record.kind), []
    if wrong_copy(record):
        lines.append(
            _("You need: {wanted}. What came: {came}. You may want to ask once more.").format(
                wanted=record.wanted.words.lower(), came=record.came.words.lower()
            )
        )
    if kind is not None and record.status is RecordStatus.TO_ASK and not kind.yours:
        lines.append(_("{plain}. How to ask: {asked}.").format(plain=kind.plain, asked=kind.asked))
    if _runs_backwards(record):
        lines.append(_("One of these days is earlier than the step before it. You may want to check them."))
    if kind is not None and kind.comes_back and record.status is RecordStatus.ARRIVED:
        lines.append(_("These are lent. Ask when they go back, and write the day under More details."))
    return "\n".join(lines)


def _runs_backwards(record: Record) -> bool:
    """Return whether a step has an earlier day than one before it; only exact days can tell."""
    days = [day for name in WAY if (day := getattr(record, name)) and not day.startswith("~") and len(day) == _EXACT]
    return days != sorted(days)
