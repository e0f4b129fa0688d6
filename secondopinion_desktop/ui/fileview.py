"""The three areas of an open file, and what gives way when the window gets narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from secondopinion_desktop.ui.areas import Areas
from secondopinion_desktop.ui.keydates import SlimDates
from secondopinion_desktop.ui.navigation import PageStack
from secondopinion_desktop.ui.overlay import Overlay
from secondopinion_desktop.ui.panewidth import usual_width
from secondopinion_desktop.ui.sidebar import Sidebar
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.topbar import TopBar
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.ui.navigation import PageFactories

# Effective widths of the window: under the first the sidebar is a drawer, under the second the pane starts hidden,
# from the third on the pane is a little wider.
EDGES = (860, 1180, 1500)
DRAWER, NARROW, USUAL, WIDE = range(4)
_GRAB = 8


class FileView(QWidget):
    """Sidebar, top bar, pages and pane of one file. Widths given and taken are effective: divided by text scale."""

    layout_changed = Signal()
    pane_built = Signal(QWidget)

    def __init__(
        self, pages: PageFactories, pane: Callable[[], QWidget] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sidebar, self.topbar, self.stack = Sidebar(), TopBar(), PageStack(pages)
        self.dates = SlimDates(self)
        self.dates.hide()
        self._make_pane = pane
        self._pane: QWidget | None = None
        self.pane_wanted = True
        self._sidebar_width = self._pane_width = 0
        self._outer = _Splitter(side_is_left=True)
        self._inner = _Splitter(side_is_left=False)
        self._lay_out()
        self._drawer = Overlay(self, left=True)
        self._over_page = Overlay(self._below, left=False)
        self._drawer.closed.connect(self._arrange)
        self._over_page.closed.connect(self._arrange)
        self._areas = Areas(self, (self.sidebar, self.topbar, self.dates, self.stack), passed_by=self.dates)
        self._breakpoints = Breakpoints(self, EDGES)
        self._breakpoints.changed.connect(self._cross)
        theme().changed.connect(self._scale_changed)
        # Once more when the parts have the new letters: those of before may need more width than is given now.
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._set_sizes)
        self.sidebar.usual_width_changed.connect(self._refit.start)
        self._level = self._breakpoints.index

    def _lay_out(self) -> None:
        right = Box(ground="page")
        column = Column(right, gap=0)
        column.addWidget(self.topbar)
        column.addWidget(self.dates)
        self._below = Box()
        Column(self._below, gap=0).addWidget(self._inner)
        column.addWidget(self._below, 1)
        self._inner.addWidget(self.stack)
        self._outer.addWidget(self.sidebar)
        self._outer.addWidget(right)
        self._outer.setStretchFactor(1, 1)
        Column(self, gap=0).addWidget(self._outer)
        for splitter in (self._outer, self._inner):
            splitter.splitterMoved.connect(self._remember_widths)
            splitter.usual_requested.connect(self.usual_layout)
        self.topbar.sidebar_requested.connect(self.toggle_sidebar)
        self.topbar.pane_requested.connect(self.show_pane)

    # What is where

    @property
    def pane(self) -> QWidget:
        """The right pane, built when it is first asked for."""
        if self._pane is None:
            self._pane = self._make_pane() if self._make_pane else Box()
            self._pane.setProperty("ground", "chrome")
            self._pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            if hasattr(self._pane, "hide_requested"):
                self._pane.hide_requested.connect(self.hide_pane)
            self._areas.add(self._pane)
            self.pane_built.emit(self._pane)
        return self._pane

    @property
    def built_pane(self) -> QWidget | None:
        """The right pane if it was built already."""
        return self._pane

    @property
    def sidebar_shown(self) -> bool:
        """Whether the steps can be seen now."""
        return self._level > DRAWER or self._drawer.is_open

    @property
    def pane_shown(self) -> bool:
        """Whether the right pane can be seen now."""
        return self._pane_beside() or self._over_page.is_open

    def _pane_beside(self) -> bool:
        return self._make_pane is not None and self.pane_wanted and self._level >= USUAL

    def widths(self) -> tuple[int, int]:
        """Return the widths of sidebar and pane as the person set them; 0 is the usual one."""
        return self._sidebar_width, self._pane_width

    def set_widths(self, sidebar: int, pane: int) -> None:
        """Give sidebar and pane these widths; 0 is the usual one."""
        self._sidebar_width, self._pane_width = sidebar, pane
        self._arrange()

    # What can be asked

    def toggle_sidebar(self) -> None:
        """Show or hide the steps; where there is room they always stay, and get the keyboard."""
        if self._level > DRAWER:
            self.sidebar.focus_start()
        elif self._drawer.is_open:
            self._drawer.close_it()
        else:
            self._drawer.open_with(self.sidebar, self._sidebar_px())
            self.sidebar.focus_start()
            self._tell_bar()

    def close_drawer(self) -> None:
        """Hide the drawer after a place was chosen in it."""
        self._drawer.close_it()

    def toggle_pane(self) -> None:
        """Show or hide people and insurance."""
        if self.pane_shown:
            self.hide_pane()
        else:
            self.show_pane()

    def show_pane(self) -> None:
        """Show people and insurance: beside the page, or over its right edge where there is no room."""
        if self._make_pane is None:
            return
        if self._level >= USUAL:
            self.pane_wanted = True
            self._arrange()
        elif not self._over_page.is_open:
            self._over_page.open_with(self.pane, self._pane_px())
            self._tell_bar()
        self._areas.enter(self.pane)

    def hide_pane(self) -> None:
        """Hide people and insurance."""
        had_keyboard = self._has_keyboard(self._pane)
        if self._over_page.is_open:
            self._over_page.close_it()
        else:
            self.pane_wanted = False
            self._arrange()
            if had_keyboard:
                self.topbar.people.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def usual_layout(self) -> None:
        """Show everything at its usual width again."""
        self.pane_wanted = True
        self.set_widths(0, 0)

    def enter_page(self) -> None:
        """Put the keyboard back into the page."""
        self._areas.enter(self.stack)

    def next_area(self) -> None:
        """Move the keyboard to the next area."""
        self._areas.step(1)

    def previous_area(self) -> None:
        """Move the keyboard to the area before."""
        self._areas.step(-1)

    # How it is arranged

    def _cross(self, level: int) -> None:
        self._level = level
        self._drawer.close_it()
        self._over_page.close_it()
        self._arrange()

    def _scale_changed(self) -> None:
        self._arrange()
        self._refit.start()

    def _arrange(self) -> None:
        if self._level > DRAWER:
            if self.sidebar.parent() is not self._outer:
                self._outer.insertWidget(0, self.sidebar)
                self._outer.setCollapsible(0, False)  # noqa: FBT003 - Qt's signature
            self.sidebar.show()
        elif not self._drawer.is_open:
            self.sidebar.hide()
        if self._pane_beside():
            if self.pane.parent() is not self._inner:
                self._inner.addWidget(self.pane)
            self.pane.show()
        elif self._pane is not None and not self._over_page.is_open:
            self._pane.hide()
            self._pane.setParent(self)  # out of the splitter, and its handle with it
        self._set_sizes()
        self._tell_bar()

    def _set_sizes(self) -> None:
        self.sidebar.fit_height(self.window().height())  # after new letters, its lists know how high they are only now
        sidebar = self._sidebar_px()
        self._outer.setSizes([sidebar, max(self.width() - sidebar, 0)])
        pane = self._pane_px()
        below = self.width() - (sidebar if self._level > DRAWER else 0)
        self._inner.setSizes([max(below - pane, 0), pane])
        self._inner.setStretchFactor(0, 1)
        self._inner.setStretchFactor(1, 0)
        for splitter in (self._outer, self._inner):
            for number in range(splitter.count()):
                splitter.setCollapsible(number, False)  # noqa: FBT003

    def _sidebar_px(self) -> int:
        return round(self._sidebar_width * theme().scale) or self.sidebar.usual_width()

    def _pane_px(self) -> int:
        return round(self._pane_width * theme().scale) or usual_width(roomy=self._level >= WIDE)

    def _tell_bar(self) -> None:
        self.topbar.show_layout(
            short=self._level < USUAL,
            has_sidebar=self._level > DRAWER,
            has_pane=self._pane_beside() or self._make_pane is None,
        )
        self.layout_changed.emit()

    def _remember_widths(self, _position: int, _index: int) -> None:
        if self._level > DRAWER:
            self._sidebar_width = round(self.sidebar.width() / theme().scale)
        if self._pane is not None and self._pane_beside():
            self._pane_width = round(self._pane.width() / theme().scale)

    @staticmethod
    def _has_keyboard(area: QWidget | None) -> bool:
        focus = QApplication.focusWidget()
        return area is not None and focus is not None and (area is focus or area.isAncestorOf(focus))

    # What Qt calls

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        only = self.sidebar if self._drawer.is_open else None
        return self._areas.tab(forward=next, only=only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._drawer.is_open or self._over_page.is_open):
            self._drawer.close_it()
            self._over_page.close_it()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sidebar.fit_height(self.window().height()):
            self._refit.start()
        if event.oldSize().width() < 0:
            self._level = self._breakpoints.index
            self._arrange()


class _Splitter(QSplitter):
    """Sideways, with a handle one can hit and hardly see. A double press asks for the usual layout.

    The handle belongs to the side part: same ground, with the line at its far edge.
    """

    usual_requested = Signal()

    def __init__(self, *, side_is_left: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.side_is_left = side_is_left
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_GRAB)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """Never asks Qt for its splitter: PySide would make the splitter, and all in it, end with this handle."""

    def __init__(self, orientation: Qt.Orientation, splitter: _Splitter) -> None:
        super().__init__(orientation, splitter)
        self._splitter = splitter

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        line_at_right = self._splitter.side_is_left != self.isRightToLeft()
        line = QRect(self.width() - 1 if line_at_right else 0, 0, 1, self.height())
        # Not by fillRect: to find out what it was given, PySide makes gradients and the names of their 180 presets.
        for token, rect in (("chrome", self.rect()), ("line", line)):
            painter.setBrush(theme().color(token))
            painter.drawRect(rect)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._splitter.usual_requested.emit()
