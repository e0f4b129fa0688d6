"""The frame of a page: title, one sentence, its buttons, a place for a banner, and the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.breakpoints import Breakpoints
from secondopinion_desktop.ui.widgets.labels import PlainLabel
from secondopinion_desktop.ui.widgets.layouts import Box, Column, Row
from secondopinion_desktop.ui.widgets.portions import Portions
from secondopinion_desktop.ui.widgets.scrolling import ScrollArea
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out
from secondopinion_desktop.ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.ui.widgets.banner import Banner

WIDEST = 1180
MARGINS = (24, 18, 24, 18)
NARROW = 560


class PageFrame(QWidget):
    """Fills the centre of the window. Put things into `body`, header buttons in with `add_action`.

    A page that has its own scroll areas (Notes) takes `scrolling=False`; then the body gets the height that is left.
    Below the effective width `narrow` the buttons go under the title.
    """

    def __init__(
        self,
        title: str,
        sentence: str = "",
        *,
        above: str = "",
        scrolling: bool = True,
        narrow: int = NARROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if parent is not None:
            self.resize(parent.size())  # which it fills: so all in it is arranged for this width from the start
        self.title = PlainLabel(title, "page-title")
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title.setAccessibleName(title)
        self.sentence = PlainLabel(sentence, "body", "muted")
        self.above = PlainLabel(above, "small", "muted")
        self._banner: Banner | None = None
        self.scroller: ScrollArea | None = None
        self.content = self._make_content(scrolling=scrolling)
        self._fill_content()
        self._portions = Portions(self)
        self._breakpoints = Breakpoints(self, (narrow,))
        self._breakpoints.changed.connect(self._arrange)
        theme().changed.connect(self._grow)
        self._grow()
        self._arrange()

    def _make_content(self, *, scrolling: bool) -> Box:
        # From the outside in: what is put into something else later, Qt looks through once more with all that is in it.
        outer = Column(self, gap=0)
        if not scrolling:
            content = Box(self, ground="page")
            outer.addWidget(content)
            return content
        outside = Box(self)
        self.scroller = ScrollArea(outside, steady=True, parent=self)
        outer.addWidget(self.scroller)
        content = Box(outside)
        row = Row(outside, gap=0)
        row.addWidget(content, 1)
        row.addStretch(0)
        return content

    def _fill_content(self) -> None:
        column = Column(self.content, gap=14, margins=MARGINS)
        self.header = Box()
        self._header_row = Row(self.header, gap=8)
        words = Column(gap=4)
        for label in (self.above, self.title, self.sentence):
            if not label.text():  # never shown here: without a parent yet it would become a window
                label.hide()
            words.addWidget(label)
        self._header_row.addLayout(words, 1)
        self.action_row = Row(gap=8)
        self._header_row.addLayout(self.action_row)
        column.addWidget(self.header)
        self._banner_place = Column(gap=0)
        column.addLayout(self._banner_place)
        self.body = Column(gap=14)
        column.addLayout(self.body, 1)

    def set_words(self, title: str, sentence: str = "", above: str = "") -> None:
        """Say something else in the header."""
        self.title.setAccessibleName(title)
        for label, words in ((self.title, title), (self.sentence, sentence), (self.above, above)):
            label.setText(words)
            label.setVisible(bool(words))

    def add_action(self, widget: QWidget) -> None:
        """Put `widget` at the right of the header."""
        self.action_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def build(self, parts: Iterator[int]) -> None:
        """Build `parts`, as told in ui/widgets/portions.py: what is seen before it is shown, the rest afterwards."""
        self._portions.begin(self._ordered(parts))
        if self.isVisible():
            self.fill(self.height())

    def _ordered(self, parts: Iterator[int]) -> Iterator[int]:
        yield from parts
        order_as_laid_out(self.content)

    def fill(self, height: int) -> None:
        """Build now what is seen in so many pixels."""
        if not self._portions.is_done:
            self._portions.fill(height)
            if not self._portions.is_done:
                order_as_laid_out(self.content)

    def complete(self) -> None:
        """Build now what would be built while nobody waits."""
        self._portions.finish()

    def show_banner(self, banner: Banner | None) -> None:
        """Show `banner` under the header instead of the one there, or none."""
        if self._banner is not None:
            self._banner_place.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = banner
        if banner is not None:
            self._banner_place.addWidget(banner)
            order_as_laid_out(self.content)
            banner.show()

    @property
    def banner(self) -> Banner | None:
        """The banner shown, or None."""
        return self._banner if self._banner is not None and self._banner.isVisibleTo(self) else None

    def focus_start(self) -> None:
        """Put the keyboard on the title, so that a screen reader says it and Tab goes into the page."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.scroller is not None:
            self.scroller.verticalScrollBar().setValue(0)  # the title had no place yet when it was scrolled to
        announce(self.title, self.title.text())

    def _grow(self) -> None:
        self.content.setMaximumWidth(theme().text_px(WIDEST))
        self.content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _arrange(self, _index: int = 0) -> None:
        narrow = self._breakpoints.index == 0
        direction = Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight
        self._header_row.setDirection(direction)
        self.action_row.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight)
