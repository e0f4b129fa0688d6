"""What could not be saved of rows that a form does not show any longer: it is kept, tried again, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from secondopinion_desktop.base.errors import FieldError, KeptAside, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from secondopinion_desktop.ui.forms.form import RecordForm

_UNCLEAR: Final = object()
RETRY_MS: Final = 30_000


@dataclass
class _Left:
    """One field: what its editor held, the words in it if they are words, and its value if that was clear."""

    state: Hashable
    typed: str
    value: Any


class LeftBehind(QObject):
    """For a form that shows one row after the other, saved by `save(row_id, **values)`.

    Text, choices, ticks and days are kept alike. `changed` is emitted when `row_ids` or `trouble` are new.
    """

    changed = Signal()

    def __init__(self, form: RecordForm, save: Callable[..., object]) -> None:
        super().__init__(form)
        self._form, self._save = form, save
        self._rows: dict[str, dict[str, _Left]] = {}
        self.trouble: UserError | None = None
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.save_all)

    @property
    def row_ids(self) -> list[str]:
        """The rows of which something is left that could not be written."""
        return [row_id for row_id, left in self._rows.items() if _clear(left)]

    def keep(self, row_id: str) -> None:
        """Save what the form holds of a row before it shows another one, and keep what cannot be saved."""
        self._form.flush()
        left = {name: _left(field) for name, field in self._form.fields.items() if field.is_touched}
        self._rows.pop(row_id, None)
        if left:
            self._rows[row_id] = left
            self.save_all()

    def bring_back(self, row_id: str) -> None:
        """Put back what was left of a row that the form shows again, and try to save it."""
        self._form.put_back({name: one.state for name, one in self._rows.pop(row_id, {}).items()})
        if self._form.is_touched:
            self._form.flush()
        self.changed.emit()

    def save_all(self) -> bool:
        """Try again to save what could not be saved; what is not clear yet waits. Return whether that worked."""
        self.trouble = None
        saved = [self._save_row(row_id) for row_id in [*self._rows]]
        if not all(saved):
            self._retry.start()
        self.changed.emit()
        return all(saved)

    def put_into_notes(self, note_of: Callable[[str], str]) -> None:
        """Keep the words that are not clear in the note of their row, each with its label; `note_of` reads it."""
        if not self.save_all():
            return
        for row_id, left in [*self._rows.items()]:
            words = [
                f"{self._form.fields[name].spec.label_words}: {one.typed}"
                for name, one in left.items()
                if one.value is _UNCLEAR and one.typed.strip()
            ]
            note = _Left("", "", "\n".join((note_of(row_id), *words)).strip())
            if not words or self._write(row_id, {"note": note}):
                self._forget(row_id, [name for name, one in left.items() if one.value is _UNCLEAR])

    def _save_row(self, row_id: str) -> bool:
        values = _clear(self._rows[row_id])
        if not values or self._write(row_id, values):
            self._forget(row_id, values)
            return True
        return False

    def _write(self, row_id: str, left: dict[str, _Left]) -> bool:
        values = {name: one.value for name, one in left.items()}
        while values:
            try:
                self._save(row_id, **values)
            except FieldError as error:
                if error.field not in values:
                    return False
                values.pop(error.field)
                left.pop(error.field).value = _UNCLEAR  # it waits with its words, as what is no date does
            except KeptAside:
                break
            except UserError as error:
                self.trouble = error
                return False
            else:
                break
        return True

    def _forget(self, row_id: str, names: Any) -> None:
        left = {name: one for name, one in self._rows.pop(row_id).items() if name not in names}
        if left:
            self._rows[row_id] = left


def _left(field: Any) -> _Left:
    try:
        value = field.read()
    except UserError:
        value = _UNCLEAR
    return _Left(field.state, field.typed, value)


def _clear(left: dict[str, _Left]) -> dict[str, _Left]:
    return {name: one for name, one in left.items() if one.value is not _UNCLEAR}
