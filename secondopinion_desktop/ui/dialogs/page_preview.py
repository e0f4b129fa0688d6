"""Pages of a PDF on the screen, one at a time, with a closer look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.printing import image_of
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, IconButton, PlainLabel, Row, announce

if TYPE_CHECKING:
    from secondopinion_desktop.services.paper import PrintedPages

_MARGIN: Final = 20
_POINTS_PER_INCH: Final = 72.0
_PATIENCE_MS: Final = 1000
_LEAST: Final = 120
_CLOSER: Final = 1.6


class PagePreview(Box):
    """Shows `pages`; says "Making pages…" when they take longer than a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="chrome")
        self._pages: PrintedPages | None = None
        self._number = 0
        column = Column(self, gap=8, margins=(0, 0, 0, 10))
        self.words = PlainLabel("", "body", "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.hide()
        self.paper = _Paper()
        self._scroll = _PaperScroll(self.paper)
        column.addWidget(self.words)
        column.addWidget(self._scroll, 1)
        self.back = IconButton("chevron-left", _("Page before"))
        self.on = IconButton("chevron-right", _("Next page"))
        self.place = PlainLabel("", wrap=False)
        self.closer = IconButton("search", _("Look closer"), checkable=True)
        row = Row(gap=8)
        row.addStretch(1)
        for widget in (self.back, self.place, self.on):
            row.addWidget(widget)
        row.addSpacing(16)
        row.addWidget(self.closer)
        row.addStretch(1)
        column.addLayout(row)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_making)
        self.back.clicked.connect(self.page_back)
        self.on.clicked.connect(self.page_on)
        self.closer.clicked.connect(self._look)
        self._scroll.turned.connect(self._turn)
        self._show()

    def wait(self) -> None:
        """Other pages are being made; what is shown stays until they come."""
        self._patience.start()

    def show_pages(self, pages: PrintedPages) -> None:
        """Show `pages`, at the same page number as before if there is one."""
        self._patience.stop()
        self.words.hide()
        before, self._pages = self._pages, pages
        self._number = min(self._number, pages.page_count - 1)
        self._show()
        if before is not None and before is not pages:
            before.close()

    def let_go(self) -> PrintedPages | None:
        """Show nothing any more; return the pages that were shown."""
        self._patience.stop()
        pages, self._pages = self._pages, None
        self._show()
        return pages

    def show_trouble(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._patience.stop()
        self.words.setText(words)
        self.words.show()
        announce(self, words)

    def page_back(self) -> None:
        """Show the page before."""
        self._turn(-1)

    def page_on(self) -> None:
        """Show the next page."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        if self._pages is None:
            return
        number = max(0, min(self._pages.page_count - 1, self._number + step))
        if number != self._number:
            self._number = number
            self._show()
            self._scroll.verticalScrollBar().setValue(0)
            announce(self, self.place.text())

    def _look(self) -> None:
        self._scroll.set_closer(closer=self.closer.isChecked())

    def _say_making(self) -> None:
        self.show_trouble(_("Making pages…"))

    def _show(self) -> None:
        pages, number = self._pages, self._number
        count = pages.page_count if pages else 0
        self.back.setEnabled(number > 0)
        self.on.setEnabled(number + 1 < count)
        place = _("Page {number} of {count}").format(number=number + 1, count=count) if count else ""
        self.place.setText(place)
        self.closer.setEnabled(bool(count))
        self.paper.show_page(pages, number)
        self.paper.setAccessibleName(place)
        self._scroll.fit()


class _Paper(QWidget):
    """One page, drawn as finely as the screen can show it."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PrintedPages | None = None
        self._number = 0
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, pages: PrintedPages | None, number: int) -> None:
        """Show page `number` of `pages`."""
        self._pages, self._number = pages, number
        self._image = QImage()
        self.setAccessibleDescription(pages.page_text(number) if pages else "")
        self.update()

    def fitted(self, room: QSize, *, closer: bool) -> QSize:
        """Return how large the page is in `room`: whole, or larger and at least as wide as the room."""
        if self._pages is None:
            return QSize(0, 0)
        width, height = self._pages.page_size(self._number)
        by_width = max(room.width(), _LEAST) / width
        scale = min(by_width, max(room.height(), _LEAST) / height)
        if closer:
            scale = max(by_width, scale * _CLOSER)
        return QSize(round(width * scale), round(height * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pages is None or self.width() < 1:
            return
        ratio = self.devicePixelRatioF()
        wanted = round(self.width() * ratio)
        if abs(self._image.width() - wanted) > 1:
            inches = self._pages.page_size(self._number)[0] / _POINTS_PER_INCH
            self._image = image_of(self._pages, self._number, wanted / inches)
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(theme().color("control"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _PaperScroll(QScrollArea):
    """Keeps the paper in the middle, whole or larger."""

    turned = Signal(int)

    def __init__(self, paper: _Paper) -> None:
        super().__init__()
        self._paper, self._closer = paper, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setWidget(paper)

    def set_closer(self, *, closer: bool) -> None:
        """Look closer, or at the whole page again."""
        self._closer = closer
        self.fit()

    def fit(self) -> None:
        """Give the paper its size."""
        bar = self.verticalScrollBar().sizeHint().width() if self._closer else 0
        room = self.size() - QSize(2 * _MARGIN + bar, 2 * _MARGIN)
        self._paper.resize(self._paper.fitted(room, closer=self._closer))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages; in a closer look they scroll first."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if step > 0 else bar.minimum())
        if step and at_end:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)
