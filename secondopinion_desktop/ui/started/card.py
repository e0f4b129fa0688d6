"""What stands inside a card of the first step: it re-reads what changed, and saves answers as they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.widgets import Box, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec


class FileCard(Box):
    """Re-reads when one of `reads` changes, at once while it is seen, else when it is shown again."""

    reads: tuple[str, ...] = ()
    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        self.file = file
        self.body = Column(self, gap=8, margins=(4, 0, 4, 0))
        CatchUp(self, file.feed, self.reads).due.connect(self.refresh)

    def add(self, widget: QWidget) -> None:
        """Put `widget` below what is there."""
        self.body.addWidget(widget)

    def refresh(self) -> None:
        """Show what the file says now; what is being typed stays."""


class SituationCard(FileCard):
    """Holds one or more forms of fields of the situation."""

    reads: tuple[str, ...] = ("situation",)

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.forms: list[RecordForm] = []

    def add_form(self, specs: Sequence[FieldSpec]) -> RecordForm:
        """Add a form, filled in."""
        form = RecordForm(specs, save=self.save, contacts=self.file.contacts)
        form.load(self.values())
        form.keep_draft(self.file.settings, f"form_draft:situation:{specs[0].name}")
        self.forms.append(form)
        self.add(form)
        return form

    def values(self) -> Any:
        """Return what the forms show."""
        return self.file.people.situation()

    def save(self, **values: Any) -> None:
        """Save answers as they are given."""
        self.file.started.change(origin=self, **values)

    def refresh(self) -> None:
        row = self.values()
        for form in self.forms:
            form.refresh(row)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left."""
        saved = [form.flush() for form in self.forms]
        return all(saved)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard into a field; return whether it is here."""
        form = next((form for form in self.forms if item in form.fields), None) if kind == "situation" else None
        if form is not None:
            form.focus_field(item)
        return form is not None
