"""What stands in the table: a topic with its marker, and what one opinion says on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.ui.pages.opinions.marker import MarkerButton
from secondopinion_desktop.ui.widgets import Column, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.model.opinion import Topic
    from secondopinion_desktop.ui.pages.opinions.statement import StatementBox


class TopicHead(QWidget):
    """A topic's name, and how the opinions stand to each other on it. `marked` carries its id and the Match."""

    marked = Signal(str, str)

    def __init__(self, topic_id: str) -> None:
        super().__init__()
        self._topic_id = topic_id
        column = Column(self, gap=0, margins=(0, 8, 0, 3))
        self.name = PlainLabel("", "strong")
        self.marker = MarkerButton()
        self.marker.marked.connect(self._tell)
        column.addWidget(self.name)
        column.addWidget(self.marker, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_topic(self, topic: Topic, *, comparable: bool) -> None:
        """Show name and marker; one opinion alone stands to nothing."""
        self.name.setText(topic.name)
        self.marker.show_match(topic.match, topic.name)
        self.marker.setVisible(comparable)

    def _tell(self, match: str) -> None:
        self.marked.emit(self._topic_id, match)


class Cell(QWidget):
    """A statement, with its doctor above it where the columns stand below each other."""

    def __init__(self, box: StatementBox) -> None:
        super().__init__()
        self.box = box
        column = Column(self, gap=2, margins=(0, 2, 0, 4))
        self.whose = PlainLabel("", "small-strong")
        self.whose.hide()
        column.addWidget(self.whose)
        column.addWidget(box)
        self._column = column
        self._trouble: PlainLabel | None = None  # most cells never have one
        box.troubled.connect(self._say)
        column.addStretch(1)

    def flush(self) -> bool:
        """Save what is typed; return whether it is on the disk."""
        return self.box.flush()

    def _say(self, trouble: str) -> None:
        """Say under the words why they are not saved yet."""
        if self._trouble is None and trouble:
            self._trouble = PlainLabel("", "small-strong", "error")
            self._column.insertWidget(self._column.indexOf(self.box) + 1, self._trouble)
        if self._trouble is not None:
            self._trouble.setText(trouble)
            self._trouble.setVisible(bool(trouble))
