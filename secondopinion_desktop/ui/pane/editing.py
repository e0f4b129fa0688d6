"""Editing in place: a form where the words stood, that saves while it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.filesettings import FileSettings
from secondopinion_desktop.ui.forms import FieldSpec, RecordForm
from secondopinion_desktop.ui.widgets import Button, Column, PlainLabel, Row, bring_into_view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.contacts import Contacts


class InPlace(QWidget):
    """A form with a heading and Done. Esc is Done as well: everything is saved already.

    `closed` is emitted when nothing is left to ask; `removed` when they want the whole thing gone.
    """

    closed = Signal()
    removed = Signal()

    def __init__(
        self,
        title: str,
        specs: Sequence[FieldSpec],
        save: Callable[..., object],
        contacts: Contacts,
        *,
        explanation: str = "",
        remove: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._settings, self._about = FileSettings(contacts.store), specs[0].name
        column = Column(self, gap=8)
        column.addWidget(PlainLabel(title, "strong"))
        if explanation:
            column.addWidget(PlainLabel(explanation, "small", "muted"))
        self.form = RecordForm(specs, save=save, contacts=contacts)
        column.addWidget(self.form)
        foot = Row(gap=6)
        done = Button(_("Done"), "secondary", "check")
        done.clicked.connect(self.finish)
        foot.addWidget(done)
        foot.addStretch(1)
        self._remove = Button(remove, "quiet")
        self._remove.clicked.connect(self.removed)
        foot.addWidget(self._remove)
        if not remove:
            self._remove.hide()
        column.addLayout(foot)

    def can_be_removed(self, *, possible: bool) -> None:
        """Show or hide the way to have it gone."""
        self._remove.setVisible(possible)

    def load(self, row: object, *, draft: str = "", is_new: Callable[[], bool] | None = None) -> None:
        """Show `row` and put the keyboard into the first field.

        What cannot be saved yet is kept as the draft of that row, or as `draft`; of a row that `is_new`, all of it.
        """
        self.form.load(row)
        key = draft or str(getattr(row, "id", ""))
        if key:
            self.form.keep_draft(self._settings, f"form_draft:{key}:{self._about}", is_new)
        self.form.focus_first()
        bring_into_view(self)

    def finish(self) -> None:
        """Close, unless something is not clear: then go there."""
        if self.form.finish():
            self.closed.emit()

    def flush(self) -> bool:
        """Save what is clear; return whether nothing is left that could not be saved."""
        return self.form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)
