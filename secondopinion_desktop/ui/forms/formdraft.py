"""What stands in a form and cannot be saved yet is safe in the file: half a name, half a date, a row without a name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from secondopinion_desktop.ui.draft import KeptWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.ui.forms.form import RecordForm


class FormDraft(KeptWords):
    """For a live form. Fields that save themselves while one types are left to that, unless the row `is_new`."""

    def __init__(self, settings: FileSettings, form: RecordForm, is_new: Callable[[], bool] | None) -> None:
        super().__init__(settings, form)
        self._form, self._is_new = form, is_new
        self._said = ""
        for field in form.fields.values():
            field.edited.connect(self.hear)
            field.left.connect(self.hear)
        form.saved.connect(self.hear)

    @property
    def words(self) -> str:
        is_new = self._is_new is not None and self._is_new()
        waiting = {
            name: field.typed
            for name, field in self._form.fields.items()
            if (is_new or not field.saves_while_typing) and field.is_touched and field.typed.strip()
        }
        return json.dumps(waiting) if waiting else ""

    def belong_to(self, key: str) -> None:
        """Show again the words kept under `key`."""
        kept = json.loads(self.read(key) or "{}")
        there = self._form.fields.keys() & kept.keys()  # a later edition may have other fields
        self._form.put_words_back({name: kept[name] for name in there})

    def say(self, trouble: UserError | None) -> None:
        before, self._said = self._said, str(trouble or "")
        for field in self._form.fields.values():
            if before and field.error == before:
                field.clear_error()
        waiting = next((field for field in self._form.fields.values() if field.is_touched), None)
        if waiting is not None and self._said:
            waiting.set_error(self._said)
