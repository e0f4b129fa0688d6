"""A form: fields out of a table of specs, that show a row and save what a person changes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import FieldError, KeptAside, UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.forms.formdraft import FormDraft
from secondopinion_desktop.ui.forms.kinds import make_field
from secondopinion_desktop.ui.forms.layout import FormLayout
from secondopinion_desktop.ui.forms.leaving import keep_all, kept_at_last
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.lookingaway import is_away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtGui import QHideEvent

    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.ui.forms.fields import FormField
    from secondopinion_desktop.ui.forms.spec import FieldSpec

PAUSE_MS = 400
LONGEST_MS = 2_000
RETRY_MS = 30_000


class RecordForm(QWidget):
    """Fields for one row.

    Live, with `save`: each field is saved through `save(**values)` when the person leaves it, or pauses in it.
    Gathered, without: `submit(save)` saves all of them at once, or shows what is not clear yet and goes there.
    """

    saved = Signal()

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        *,
        save: Callable[..., object] | None = None,
        contacts: Contacts | None = None,
        layout: Callable[[QWidget, list[FormField]], FormLayout] = FormLayout,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.in_trouble = False
        """Whether the last thing to save could not be written: the stick is gone, the disk is full."""
        self._draft: FormDraft | None = None
        self._told = ""  # that the row was removed, and where the words are: to be read once
        self.fields: dict[str, FormField] = {spec.name: make_field(spec, contacts) for spec in specs}
        self._layout = layout(self, list(self.fields.values()))
        self._pause = self._timer(PAUSE_MS, self._save_typed)
        self._longest = self._timer(LONGEST_MS, self._save_typed)
        self._retry = self._timer(RETRY_MS, self._save_left)
        for field in self.fields.values():
            field.is_gathered = save is None
            field.edited.connect(self._edited)
            field.left.connect(self._left)

    def load(self, row: object) -> None:
        """Show the values of `row`, an object or a mapping; what it does not have is shown empty. Saves nothing."""
        self._stop()
        self._told = ""
        for field in self.fields.values():
            field.show(_value(row, field.spec.name))
        self._layout.open_if_filled()
        self._fit()

    def put_back(self, states: Mapping[str, Any]) -> None:
        """Show again what fields held before and is not saved yet, also those that are folded away."""
        for name, state in states.items():
            self._layout.reveal(self.fields[name])
            self.fields[name].put_back(state)
        self._fit()

    def put_words_back(self, typed: Mapping[str, str]) -> None:
        """Show again words that were typed before and are not saved yet."""
        for name, words in typed.items():
            self._layout.reveal(self.fields[name])
            self.fields[name].put_words_back(words)
        self._fit()

    def keep_draft(self, settings: FileSettings, key: str, is_new: Callable[[], bool] | None = None) -> None:
        """Once a row is shown: keep under `key` what cannot be saved yet, and show what is kept there already."""
        if self._draft is None:
            self._draft = FormDraft(settings, self, is_new)
        self._draft.belong_to(key)

    def refresh(self, row: object) -> None:
        """Show what changed elsewhere, but leave the fields alone in which something unsaved stands."""
        for field in self.fields.values():
            if not field.is_touched:
                field.show(_value(row, field.spec.name))
        self._fit()

    @property
    def is_touched(self) -> bool:
        """Whether anything stands there that was not saved."""
        return any(field.is_touched for field in self.fields.values())

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands in it that only a button saves."""
        return self._save is None and self.is_touched

    @property
    def must_stay(self) -> bool:
        """Whether there is something in it to save, to make clear, or to read: that its row was removed meanwhile."""
        return self.is_touched or bool(self._told)

    @property
    def is_empty(self) -> bool:
        """Whether no field is filled in."""
        return all(field.is_empty for field in self.fields.values())

    def values(self) -> dict[str, Any]:
        """Return the values of all fields that can be read."""
        found = {}
        for name, field in self.fields.items():
            try:
                found[name] = field.read()
            except UserError:
                continue
        return found

    def flush(self) -> bool:
        """Save all that is typed, also in the editor that has the keyboard; return False if the file cannot be written.

        What is not clear yet stays in its field with its question; it goes into the note when the form goes away.
        """
        self._save_all()
        return self._flush_draft() and not self.in_trouble

    def _flush_draft(self) -> bool:
        return self._draft is None or self._draft.flush()

    def finish(self) -> bool:
        """Save all that is typed; if something in it is not clear, or to be read first, go there and return False."""
        told_before = self._told
        clear = self._save_all() and self._told == told_before
        if not clear:
            self.focus_first_error()
        return clear

    def _save_all(self) -> bool:
        if self._save is None:
            return not self.is_touched
        composing.finish()
        self._stop()
        self.in_trouble = False
        return self._save_fields(self.fields.values(), at_last=not is_away())

    def submit(self, save: Callable[..., object]) -> bool:
        """Save all fields at once through `save`; if one is not clear, say so, go there and return False."""
        values = self._read_all()
        if len(values) == len(self.fields):
            try:
                save(**values)
            except KeptAside as told:
                if self._told:  # it was read, and pressed again
                    return True
                self._told = str(told)
                self.show_error(told)
            except UserError as error:
                self.show_error(error)
            else:
                for name, field in self.fields.items():
                    field.kept_as(values[name])
                self.saved.emit()
                return True
        self.focus_first_error()
        return False

    def _read_all(self) -> dict[str, Any]:
        """Return the values of the fields that are clear, and show what is not clear beside the others.

        A new name is added to the contacts only when all else is clear: it may be mended until then.
        """
        values: dict[str, Any] = {}
        for name, field in sorted(self.fields.items(), key=_adds_at_last):
            field.clear_error()
            if field.spec.needed and field.is_empty:
                field.set_error(_("This is needed."))
                continue
            if field.adds_at_last and any(other.error for other in self.fields.values()):
                continue
            try:
                values[name] = field.read_at_last()
            except UserError as error:
                field.set_error(str(error))
        return values

    def rescue(self, save: Callable[..., object]) -> bool:
        """Save what can be kept of a gathered form that goes away unasked; return False if the file cannot be written.

        What is saved so is not saved again.
        """
        composing.finish()
        if self.is_touched:
            try:
                keep_all(self.fields, save)
            except KeptAside as told:
                self.show_error(told)
            except UserError as error:
                self.show_error(error)
                return False
            for field in self.fields.values():
                field.keep()
        return True

    def show_error(self, error: UserError) -> None:
        """Say an error beside its field; one that belongs to no field, beside the first."""
        named = error.field if isinstance(error, FieldError) else ""
        field = self.fields.get(named) or next(iter(self.fields.values()))
        field.set_error(str(error))

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self.fields.values())).focus()

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field; unfold it if it is folded away."""
        self._layout.reveal(self.fields[name])
        self.fields[name].widget.show()
        self.fields[name].focus()

    def focus_first_error(self) -> None:
        """Put the keyboard into the first field that shows an error, if there is one."""
        wrong = next((field for field in self.fields.values() if field.error), None)
        if wrong is not None:
            self.focus_field(wrong.spec.name)

    def _fit(self) -> None:
        """Show a field that waits for the answer to another one once that is given, and whenever it holds words."""
        for field in self.fields.values():
            if field.spec.after is not None:
                name, answer = field.spec.after
                answered = self.fields[name].read() == answer
                field.widget.setVisible(answered or not field.is_empty or field.is_touched)

    # Saving while it is filled in

    def _edited(self, field: FormField) -> None:
        field.clear_error()
        if self._save is not None and field.saves_while_typing:
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()

    def _left(self, field: FormField) -> None:
        self._fit()
        if self._save is not None:
            self._save_fields([field])
        elif field.is_touched:
            field.say_back()

    def _save_typed(self) -> None:
        self._pause.stop()
        self._longest.stop()
        self._save_fields([field for field in self.fields.values() if field.saves_while_typing], quiet=True)

    def _save_left(self) -> None:
        self._save_fields(self.fields.values())

    def _save_at_last(self) -> None:
        self._stop()  # what is left now is unclear: the file may be closed before anybody could make it clear
        values, unclear = kept_at_last(self.fields)
        if self._store(values, quiet=False):
            for field in unclear:
                field.take_back()
        self._flush_draft()

    def _save_fields(self, fields: Iterable[FormField], *, quiet: bool = False, at_last: bool = False) -> bool:
        """Save the touched ones; return whether all are saved. `quiet` is for those still typing: no questions yet."""
        values: dict[str, Any] = {}
        clear, could_add = True, True
        for field in [field for field in fields if field.is_touched]:
            try:
                values[field.spec.name] = field.read_at_last() if at_last else field.read()
            except UserError as error:
                clear = False
                could_add = could_add and not (at_last and field.adds_at_last)
                if not quiet:
                    field.set_error(str(error))
        stored = self._store(values, quiet=quiet)
        self.in_trouble = self.in_trouble or not could_add
        return stored and clear

    def _store(self, values: dict[str, Any], *, quiet: bool) -> bool:
        """Save `values`, without the ones that cannot be kept; return whether all are saved."""
        clear = True
        while values:
            try:
                self._write(values)
            except FieldError as error:
                clear = False
                if not quiet:
                    self.show_error(error)
                if values.pop(error.field, None) is None:
                    break
            except KeptAside as told:
                self._say_kept(values)
                self._told = str(told)
                self.fields[next(iter(values))].set_error(self._told)
                break
            except UserError as error:
                self.fields[next(iter(values))].set_error(str(error))
                self.in_trouble = True
                self._retry.start()
                return False
            else:
                break
        return clear

    def _write(self, values: dict[str, Any]) -> None:
        assert self._save is not None
        self._save(**values)
        self._say_kept(values)
        self.saved.emit()

    def _say_kept(self, values: dict[str, Any]) -> None:
        self.in_trouble = False
        for name, value in values.items():
            if value != self.fields[name].read():  # words of another field were put there
                self.fields[name].show(value)
            self.fields[name].kept_as(value)

    def _timer(self, interval: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    def _stop(self) -> None:
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save is not None and not event.spontaneous():
            self._save_at_last()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        left_the_window = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left_the_window and self._save is not None:
            self._save_fields([field for field in self.fields.values() if field.saves_while_typing], quiet=True)


def _adds_at_last(item: tuple[str, FormField]) -> bool:
    return item[1].adds_at_last


def _value(row: object, name: str) -> Any:
    return row.get(name) if isinstance(row, dict) else getattr(row, name, None)
