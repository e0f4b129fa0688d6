"""The left side: whose file, how far, the eight steps, what is next, and the five sections that never scroll away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.navigation import SECTIONS, step_of, step_page
from secondopinion_desktop.ui.sidebar.navlist import NavList, NavRow
from secondopinion_desktop.ui.sidebar.nextbutton import NextButton
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, ElidedLabel, Line, PlainLabel, Row, status_icon

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.beginning import FirstThing
    from secondopinion_desktop.services.steps import StepView, Tracker

_TELLS_MORE = (StepStatus.IN_PROGRESS, StepStatus.WAITING)
_LEAST, _MOST = 230, 300
_MENU_BAR = 39
_NEXT_STAYS = 620  # in a window less high than this the steps need the room
# Row heights by the height of the window from which they are tried, in logical pixels; the first that fits is taken.
_HEIGHTS = ((800, 39), (680, 36), (0, 34))


def spoken(step: StepView) -> str:
    """Return a step as a screen reader says it: "Step 4, Send medical records, in progress, 3 of 5 tasks"."""
    words = step.words[:1].lower() + step.words[1:]
    return _("Step {number}, {name}, {status}").format(number=step.number, name=step.name, status=words)


class Sidebar(QWidget):
    """Shows steps and sections. `page_requested` carries a page key, `next_requested` what is suggested."""

    page_requested = Signal(str)
    next_requested = Signal(object)
    usual_width_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Steps and sections"))
        self._next: Task | FirstThing | None = None
        self._is_low, self._window_height = False, 0
        column = Column(self, gap=0, margins=(8, 10, 0, 8))
        column.addWidget(self._header())
        column.addWidget(self._scrolling_part())
        below = Box()
        self._below_steps = Column(below, gap=0, margins=(0, 6, 0, 0))
        self._below_steps.addWidget(self.next)
        column.addWidget(below)
        column.addSpacing(6)
        column.addWidget(Line())
        column.addSpacing(6)
        self.sections = NavList(_("Sections"))
        self.sections.opened.connect(self.page_requested)
        self.sections.show_rows([NavRow(one.key, one.name, one.icon, "muted") for one in SECTIONS])
        column.addWidget(self.sections)
        column.addStretch(1)

    def _header(self) -> QWidget:
        header = Box()
        column = Column(header, gap=6, margins=(12, 0, 10, 8))
        row = Row(gap=8)
        self.name = ElidedLabel("", "strong")
        self.count = PlainLabel("", "small", "muted", wrap=False)
        row.addWidget(self.name, 1)
        row.addWidget(self.count)
        column.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        column.addWidget(self.bar)
        return header

    def _scrolling_part(self) -> QWidget:
        inside = Box()
        column = Column(inside, gap=8)
        self.steps = NavList(_("Steps"))
        self.steps.opened.connect(self._open_step)
        self.steps.current_moved.connect(self._keep_in_sight)
        column.addWidget(self.steps)
        self.next = NextButton()
        self.next.clicked.connect(self._open_next)
        self._scroller = _Snug(inside)
        return self._scroller

    def show_person(self, name: str) -> None:
        """Say whose file it is."""
        self.name.setText(name)

    def show_tracker(self, tracker: Tracker, first: FirstThing | None = None) -> None:
        """Show how far each step is, and what is next: in a new file the `first` of what Overview asks for."""
        self._next = first or tracker.next_task
        self.steps.show_rows(
            [
                NavRow(
                    step.key,
                    step.name,
                    *status_icon(step.status),
                    second=step.words if step.status in _TELLS_MORE else "",
                    spoken=spoken(step),
                )
                for step in tracker.steps
            ]
        )
        self._show_count(tracker)
        self.next.show_task(first.words if first else tracker.next_task.title if tracker.next_task else "")
        self._scroller.updateGeometry()
        if self._window_height and self.fit_height(self._window_height):
            self.usual_width_changed.emit()

    def _show_count(self, tracker: Tracker) -> None:
        total = len(tracker.steps)
        # What is not needed was not done, and somebody who wants no second opinion needs no count of it.
        counts = tracker.finished < total or all(step.status is StepStatus.DONE for step in tracker.steps)
        done = _("{done} of {total} done").format(done=tracker.finished, total=total)
        self.count.setText(done if counts else _("Nothing open"))
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(tracker.finished)
        self.bar.setVisible(counts)
        self.bar.setAccessibleName(_("{done} of {total} steps done").format(done=tracker.finished, total=total))

    def show_page(self, page: str) -> None:
        """Mark the page shown."""
        self.steps.mark(step_of(page))
        self.sections.mark(page)
        if step_of(page):
            self._keep_in_sight()

    def focus_start(self) -> None:
        """Put the keyboard on the place shown."""
        target = self.steps if self.steps.shown_row >= 0 else self.sections
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit_height(self, window_height: int) -> bool:
        """Make rows lower in a low window; return whether the usual width is another one now."""
        self._window_height = window_height
        effective, was_low = window_height / theme().scale, self._is_low
        self._place_next(scrolls=effective < _NEXT_STAYS)
        for height in (rows for least, rows in _HEIGHTS if effective >= least):
            for each in (self.steps, self.sections):
                each.set_row_height(height)
            self._scroller.updateGeometry()
            self._is_low = self.sizeHint().height() > window_height - theme().text_px(_MENU_BAR)
            if not self._is_low:
                break
        return self._is_low != was_low

    def _place_next(self, *, scrolls: bool) -> None:
        """Keep what is next in sight below the steps; in a very low window it `scrolls` with them."""
        place = self._scroller.content.layout() if scrolls else self._below_steps
        if place is not None and place.indexOf(self.next) < 0:
            place.addWidget(self.next)

    def usual_width(self) -> int:
        """Return the width that shows every name whole, within reason."""
        natural = max(self.steps.natural_width(), self.sections.natural_width()) + theme().px(8)
        if self._is_low:
            natural += 12  # the steps' scroll bar
        return max(theme().px(_LEAST), min(natural, theme().text_px(_MOST)))

    def _open_step(self, step: str) -> None:
        self.page_requested.emit(step_page(step))

    def _open_next(self) -> None:
        if self._next is not None:
            self.next_requested.emit(self._next)

    def _keep_in_sight(self) -> None:
        rect = self.steps.visualRect(self.steps.currentIndex())
        center = self.steps.mapTo(self._scroller.content, rect.center())
        self._scroller.ensureVisible(center.x(), center.y(), 0, rect.height() // 2 + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroller.updateGeometry()


class _Snug(QScrollArea):
    """Scrolls its content when there is too little room, and is no higher than it when there is enough."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        hint = self.content.sizeHint()
        if self.content.hasHeightForWidth():
            hint.setHeight(self.content.heightForWidth(self.viewport().width() or hint.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setHeight(theme().px(90))
        return hint
