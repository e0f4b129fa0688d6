"""The surface a note is written on: it shows a note, gives it back, and follows the theme. Keys are in `editor`."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.editor.convert import fill
from secondopinion_desktop.ui.editor.look import Look
from secondopinion_desktop.ui.editor.markers import Markers, gutter, renumber
from secondopinion_desktop.ui.editor.tracking import Tracker
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.richtext import Document

_LINE_LENGTH = 72  # letters; 45 to 75 read well
_MARGIN = 18
_SAMPLE = "the quick brown fox jumps over the lazy dog "


class NoteSurface(QTextEdit):
    """Shows one note at a time: `load` it, listen to `edited`, and ask for `note()` when it is time to save."""

    edited = Signal()  # a person changed words or formats; loading, theme and text size do not count

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = 0
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The margin is the same at every text size: for Qt it is part of the text, so changing it could be undone.
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.document().setUndoRedoEnabled(True)
        self._look = Look(self.document())
        self._markers = Markers(self.document())
        self._tracker = Tracker(self.document())
        self._metrics = QFontMetricsF(theme().font())
        self.document().contentsChange.connect(self._take_change)
        theme().changed.connect(self._take_theme)
        self._take_theme()

    # The note

    def load(self, note: Document) -> None:
        """Show `note`, with the cursor at its start and nothing to undo."""
        with self._quietly():
            fill(self.document(), note)
            self._tracker.forget(note)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def note(self) -> Document:
        """Return the note as it stands now. Quick even when the note is long: only what changed is read again."""
        return self._tracker.read()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    def _take_change(self, position: int, _removed: int, added: int) -> None:
        renumber(self.document(), position, added)
        if not self._quiet:
            self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing.note(self, "")
        super().inputMethodEvent(event)
        composing.note(self, event.preeditString())

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        return QImage(1, 1, QImage.Format.Format_Mono)  # a note shows no pictures, and must not look for any

    # Look

    def _take_theme(self) -> None:
        self._metrics = QFontMetricsF(theme().font())
        owner = self.document()
        with self._quietly():
            owner.setLayoutEnabled(False)  # lay the lines out once at the end, not once for each heading
            owner.setDefaultFont(theme().font())
            owner.setIndentWidth(gutter(self._metrics))
            self.setTabStopDistance(gutter(self._metrics))
            self._look.take_theme()
            self._look.rehighlight()
            owner.setLayoutEnabled(True)
            owner.markContentsDirty(0, owner.characterCount())
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        letter = self._metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        widest = letter * _LINE_LENGTH + gutter(self._metrics) + 2 * self.document().documentMargin()
        with self._quietly():
            self.setLineWrapColumnOrWidth(min(round(widest), self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _box_at(self, point: QPointF) -> QTextBlock | None:
        """Return the tick item whose box lies under `point` of the viewport."""
        return self._markers.tick_box_at(point - self._offset(), self._metrics)

    def _offset(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        offset = self._offset()
        painter.translate(offset)
        painter.setFont(self.document().defaultFont())
        self._markers.paint(painter, QRectF(event.rect()).translated(-offset), self._metrics)
        painter.end()
