"""Choosing a passphrase: typed twice, judged in words, shown if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.entrance.strengthbar import StrengthLine
from secondopinion_desktop.ui.widgets import Breakpoints, CheckRow, Column, IconLabel, LineField, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.ui.workers import Workers

_SIDE_BY_SIDE = 440


class ChoosePassphrase(QWidget):
    """Two fields, the strength, "Show what I type", and what it means to forget it. `edited` with every letter."""

    edited = Signal()

    def __init__(self, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: tuple[str, ...] = ()
        self.passphrase = LineField(_("Passphrase"))
        self.again = LineField(_("Type it again"))
        self.show_box = CheckRow(_("Show what I type"))
        self.strength = StrengthLine(workers)
        column = Column(self, gap=8)
        self._pair = Row(gap=14)
        self._pair.addWidget(self.passphrase, 1, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._pair)
        column.addWidget(self.strength)
        column.addWidget(self.show_box)
        note = Row(gap=8)
        note.addWidget(IconLabel("info", "info_line", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = _(
            "If you forget the passphrase, nobody can open the file, not even us. "
            "Next, you will print a recovery key to keep somewhere safe."
        )
        note.addWidget(PlainLabel(words, "small"), 1)
        column.addLayout(note)
        for field in (self.passphrase, self.again):
            field.editor.setEchoMode(QLineEdit.EchoMode.Password)
            field.editor.textEdited.connect(self._typed)
        self.show_box.ticked.connect(self._show)
        self._breakpoints = Breakpoints(self, (_SIDE_BY_SIDE,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def text(self) -> str:
        """Return the passphrase as typed."""
        return self.passphrase.editor.text()

    def forget(self) -> None:
        """Empty both fields."""
        for field in (self.passphrase, self.again):
            field.editor.clear()
            field.clear_error()
        self.strength.show_text("")

    def check(self) -> QLineEdit | None:
        """Say beside the fields what is missing; return the first field to mend, or None if both are the same."""
        if not self.text():
            self.passphrase.set_error(_("Type a passphrase, or take the tick away above."))
            return self.passphrase.editor
        if self.again.editor.text() != self.text():
            self.again.set_error(_("The two are not the same. Type it again."))
            return self.again.editor
        return None

    def too_easy(self, words: str) -> QLineEdit:
        """Say beside the field that it is too easy to guess; return the field."""
        self.passphrase.set_error(words)
        return self.passphrase.editor

    def _typed(self) -> None:
        self.passphrase.clear_error()
        self.again.clear_error()
        self.strength.show_text(self.text(), self.known)
        self.edited.emit()

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's slot
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.passphrase, self.again):
            field.editor.setEchoMode(mode)

    def _arrange(self, _index: int = 0) -> None:
        narrow = self._breakpoints.index == 0
        self._pair.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)
