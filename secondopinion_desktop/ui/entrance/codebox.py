"""The recovery key on the screen: in letters that cannot be mixed up, three groups to a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.printing import Printing
from secondopinion_desktop.ui.secretclipboard import SecretClipboard
from secondopinion_desktop.ui.theme import Letters, theme
from secondopinion_desktop.ui.theme.fonts import family
from secondopinion_desktop.ui.widgets import Button, Column, Grid, IconLabel, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.services.packets.choice import PaperSize
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers

_ON_A_LINE: Final = 3


class CodeBox(QFrame):
    """Shows a recovery key, group by group."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "soft-card")
        groups = code.split("-")
        self.setAccessibleName(_("Recovery key: {groups}").format(groups=", ".join(groups)))
        row = Row(self, gap=0, margins=(12, 12, 12, 12))
        self._grid = Grid(gap=6)
        self._labels = [PlainLabel(group, wrap=False) for group in groups]
        for number, label in enumerate(self._labels):
            label.setProperty("role", "")  # its letters are set here, and not by the stylesheet
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            # Letter by letter, or a screen reader would try to say it as a word.
            label.setAccessibleName(" ".join(label.text()))
            self._grid.addWidget(label, number // _ON_A_LINE, number % _ON_A_LINE)
        row.addStretch(1)
        row.addLayout(self._grid)
        row.addStretch(1)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        font = QFont(theme().font("page-title"))
        font.setFamily(family(Letters.CLEAR))
        for label in self._labels:
            label.setFont(font)
        self._grid.setHorizontalSpacing(theme().text_px(24))


class KeyPanel(QWidget):
    """A recovery key with what to do with it: advice, print, copy. For the screen of a new file and for a new key."""

    def __init__(
        self, code: str, owner: str, file_name: str, messages: Messages, workers: Workers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._code, self._owner, self._file_name = code, owner, file_name
        self._messages, self._workers = messages, workers
        self._secrets = SecretClipboard(self)
        column = Column(self, gap=8)
        column.addWidget(CodeBox(code))
        for icon_name, words in (
            ("printer", _("Print it, or copy it onto paper.")),
            ("home", _("Keep it at home with other important papers, away from this computer.")),
            ("people", _("You may want to give a copy to someone you trust.")),
        ):
            row = Row(gap=12)
            row.addWidget(IconLabel(icon_name, "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(words), 1)
            column.addLayout(row)
        buttons = Row(gap=8)
        self.print_button = Button(_("Print the key"), "primary", "printer")
        self.print_button.clicked.connect(self._print)
        self.copy_button = Button(_("Copy"), icon_name="copy")
        self.copy_button.clicked.connect(self._copy)
        self.said = PlainLabel("", "small", "muted")
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.said, 1)
        column.addLayout(buttons)

    def forget(self) -> None:
        """Take the key off the clipboard, if it is there."""
        self._secrets.clear()

    def _copy(self) -> None:
        self._secrets.copy(self._code)
        self.said.setText(_("Copied. It leaves the clipboard after a minute."))

    def _print(self) -> None:
        self.print_button.setEnabled(False)
        code, owner, file_name = self._code, self._owner, self._file_name

        def draw() -> PrintedPages:
            from secondopinion_desktop.base.formats import paper_size  # noqa: PLC0415 - off the main thread
            from secondopinion_desktop.services.paper import recovery_pages  # noqa: PLC0415

            paper: PaperSize = "a4" if paper_size() == "a4" else "letter"
            return recovery_pages(code, paper, owner=owner, file_name=file_name)

        self._workers.start(draw, self._pages_are_ready)

    def _pages_are_ready(self, pages: PrintedPages) -> None:
        self.print_button.setEnabled(True)
        printing = Printing(self._workers, self._messages)
        self.said.setText(_("Sent to the printer.") if printing.send(pages, _("Recovery key")) else "")
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
