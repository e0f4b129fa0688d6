"""A full screen with one card in its middle, and a quiet line for work that takes longer than a blink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QSizePolicy, QWidget

from secondopinion_desktop.ui import widgets
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, PlainLabel, Row, ScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from secondopinion_desktop.base.errors import UserError

UNNOTICED_MS = 300
_MARGIN = 24


class Middle(QWidget):
    """Holds `inside` in its middle, at most `width` logical pixels wide (at 100 % text); it scrolls where it must."""

    def __init__(self, inside: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inside, self._width = inside, width
        holder = Box()
        row = Row(holder, gap=0, margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        row.addStretch(1)
        row.addWidget(inside, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._scroller = ScrollArea(holder)
        Column(self, gap=0).addWidget(self._scroller)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * theme().px(_MARGIN) - 16  # 16 is what a scroll bar takes
        self._inside.setFixedWidth(max(min(theme().text_px(self._width), room), 200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class EntranceCard(QFrame):
    """The card of an entrance screen. Things go into `body`; trouble and busy words have their places in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = Column(self, gap=10, margins=(32, 22, 32, 18))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class TroublePlace(QWidget):
    """Shows what stands in the way, in the words of the trouble itself, with what can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=0)
        self.banner: widgets.Banner | None = None
        self.hide()

    def show_trouble(self, trouble: UserError, actions: tuple[widgets.BannerAction, ...] = ()) -> None:
        """Say calmly what stands in the way."""
        self.clear()
        self.banner = widgets.Banner("caution", trouble.message, trouble.advice, actions)
        self.banner.closed.connect(self.clear)
        self._column.addWidget(self.banner)
        self.show()
        widgets.announce(self.banner, str(trouble))

    def clear(self) -> None:
        """Say nothing any more."""
        if self.banner is not None:
            self._column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        self.hide()


class BusyLine(QWidget):
    """Words and a moving bar for work under way; nothing is shown for what is over in 0.3 s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=6)
        self._words = PlainLabel("", "body", "muted")
        column.addWidget(self._words)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        column.addWidget(self._bar)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)
        self._timer = QTimer(self, singleShot=True, interval=UNNOTICED_MS)
        self._timer.timeout.connect(self._appear)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now, "" while it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def begin(self, words: str) -> None:
        """Say `words` if the work is not over in 0.3 s."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._timer.start()

    def end(self) -> None:
        """Say nothing any more: the work is over."""
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self.show()
        widgets.announce(self, self._words.text())


class EntranceScreen(Middle):
    """A screen with one card. While work is under way its controls in `quiet_while_busy` rest."""

    def __init__(self, width: int) -> None:
        self.card = EntranceCard()
        super().__init__(self.card, width)
        self.busy = BusyLine()
        self._resting: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self.quiet_while_busy: tuple[QWidget, ...] = ()

    def begin_work(self, words: str) -> None:
        """Let the controls rest until `end_work`, and say `words` if it takes long."""
        here = QApplication.focusWidget()
        self._focus_before = here if here is not None and self.isAncestorOf(here) else None
        self._resting = [widget for widget in self.quiet_while_busy if widget.isEnabled()]
        for widget in self._resting:
            widget.setEnabled(False)
        self.busy.begin(words)

    def end_work(self) -> None:
        """Give the controls back, and the keyboard to what had it."""
        self.busy.end()
        for widget in self._resting:
            widget.setEnabled(True)
        self._resting = []
        if self._focus_before is not None and self.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)


class Waiting(Middle):
    """Nothing but the words for a file that is being opened, and those only if it takes long."""

    def __init__(self) -> None:
        inside = Box()
        super().__init__(inside, 420)
        self.busy = BusyLine()
        Column(inside).addWidget(self.busy)

    def begin_work(self, words: str) -> None:
        """Say `words` if it takes long."""
        self.busy.begin(words)

    def end_work(self) -> None:
        """Say nothing any more."""
        self.busy.end()
