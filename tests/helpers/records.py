"""The Records page as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.models.records import Column
from secondopinion_desktop.ui.pages.records import RecordsPage
from tests.helpers.forms import FormPage, shown
from tests.helpers.hands import NOTHING_HELD, press
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile


class RecordsHands:
    """What can be seen and done on the page, wherever it is shown."""

    def __init__(self, page: RecordsPage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.table = self.page.table
        self.form = FormPage(self.page.card, qtbot)

    def _row(self, name: str) -> int:
        return self.names.index(name)

    @property
    def heads(self) -> list[str]:
        model, head = self.table.model(), self.table.head
        columns = [n for n in range(model.columnCount()) if not head.isSectionHidden(n)]
        return [model.headerData(n, Qt.Orientation.Horizontal) for n in columns]

    @property
    def names(self) -> list[str]:
        model = self.table.model()
        return [model.index(row, Column.RECORD).data() for row in range(model.rowCount())]

    def cell(self, name: str, column: Column) -> str:
        return str(self.table.model().index(self._row(name), column).data())

    def column(self, column: Column) -> list[str]:
        return [self.cell(name, column) for name in self.names]

    def click(self, name: str) -> None:
        rect = self.table.visualRect(self.table.model().index(self._row(name), 0))
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, NOTHING_HELD, rect.center())

    @property
    def chosen(self) -> str:
        """The name on the card, or an empty text."""
        return self.page.card.title.text() if self.page.card.isVisible() else ""

    def sort_by(self, column: Column, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Sort with the keyboard."""
        head = self.table.head
        head.setFocus(Qt.FocusReason.TabFocusReason)
        while head.current != column:
            before = head.current
            press(Qt.Key.Key_Right if head.current < column else Qt.Key.Key_Left, on=head)
            assert head.current != before
        press(key, on=head)

    def drop(self, name: str, *paths: Path) -> None:
        """Let files fall on a row."""
        rect = self.table.visualRect(self.table.model().index(self._row(name), 0))
        drop_files(self.table.viewport(), rect.center(), *paths)


class RecordsDesk(RecordsHands):
    """The page in a window of its own."""

    def __init__(self, file: OpenFile, qtbot: QtBot, width: int = 815, height: int = 900) -> None:
        self.file = file
        self.messages = FakeMessages()
        qtbot.addWidget(self.messages._window)
        super().__init__(RecordsPage(file, self.messages), qtbot)
        self.page.resize(width, height)
        shown(self.page, qtbot)
        self.page.complete()

    def record(self, name: str) -> Record:
        """Return a record as it is in the file."""
        return next(one for one in self.file.records.all() if one.name == name)


def two_records(file: OpenFile, qtbot: QtBot) -> RecordsDesk:
    """Return the page with the MRI images looked at, and the pathology report beside them."""
    for name in ("MRI images", "Pathology report"):
        file.records.add(name=name)
    desk = RecordsDesk(file, qtbot)
    desk.click("MRI images")
    return desk


def drop_files(viewport: object, at: QPoint, *paths: Path) -> bool:
    """Hold files over a place and let go; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    about = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NOTHING_HELD)
    QApplication.sendEvent(viewport, QDragEnterEvent(at, *about))  # type: ignore[arg-type]
    event = QDropEvent(QPointF(at), *about)
    event.ignore()
    QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]
    return event.isAccepted()
