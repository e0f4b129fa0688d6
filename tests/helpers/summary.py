"""The summary dialog as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.hands import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.packets import MadeFor, Part
    from secondopinion_desktop.ui.dialogs.print_summary import PrintSummary
    from secondopinion_desktop.ui.widgets import CheckRow, ComboBox


class SummaryPage:
    """Presses and reads what is in the dialog. Waits until the pages of the present choice are shown."""

    def __init__(self, dialog: PrintSummary, qtbot: QtBot) -> None:
        self.dialog, self._qtbot = dialog, qtbot
        dialog.show()
        with qtbot.waitActive(dialog):
            dialog.activateWindow()

    def wait_for_pages(self) -> None:
        self._qtbot.waitUntil(lambda: self.dialog.shown_pages is not None, timeout=30_000)

    @property
    def place(self) -> str:
        """Return "Page 1 of 4"."""
        return self.dialog.preview.place.text()

    @property
    def words(self) -> str:
        """Return what a screen reader hears of the page."""
        return self.dialog.preview.paper.accessibleDescription()

    @property
    def page_width(self) -> int:
        return self.dialog.preview.paper.width()

    def ticked(self) -> set[Part]:
        return {part for part, row in self.dialog.choices.parts.items() if row.is_ticked()}

    def tick(self, part: Part) -> None:
        self.tick_row(self.dialog.choices.parts[part])

    def tick_row(self, row: CheckRow) -> None:
        self.dialog.choices.ensureWidgetVisible(row)
        QTest.mouseClick(row.box, Qt.MouseButton.LeftButton, pos=QPoint(12, row.box.height() // 2))

    def choose_reader(self, made_for: MadeFor) -> None:
        _choose(self.dialog.choices.made_for.editor, made_for.value)

    def choose_paper(self, paper: str) -> None:
        _choose(self.dialog.choices.paper.editor, paper)

    def choose_size(self, size: str) -> None:
        _choose(self.dialog.choices.print_size.editor, size)

    def next_page(self) -> None:
        click(self.dialog.preview.on)

    def page_before(self) -> None:
        click(self.dialog.preview.back)

    def look_closer(self) -> None:
        click(self.dialog.preview.closer)

    def press_on_page(self, key: Qt.Key) -> None:
        self.dialog.preview.paper.setFocus()
        press(key)

    def save(self) -> None:
        click(self.dialog.save)

    def print(self) -> None:
        click(self.dialog.print)


def _choose(combo: ComboBox, key: str) -> None:
    """Choose by keys, as a person without a mouse does."""
    combo.setFocus()
    press(Qt.Key.Key_Home)
    for _step in range(combo.count()):
        if combo.key() == key:
            return
        press(Qt.Key.Key_Down)
    assert combo.key() == key
