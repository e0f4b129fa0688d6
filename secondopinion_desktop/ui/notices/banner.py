"""The banner of Overview: at most three notices, one at a time, the most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.timing import MOST_AT_ONCE
from secondopinion_desktop.ui.notices.view import NoticeView, kind_of
from secondopinion_desktop.ui.widgets import IconButton, PlainLabel, Row, announce, restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.timing import OpenNotice
    from secondopinion_desktop.ui.notices.acting import Acting


_NARROW: Final = 480  # the effective width of a notice with its pager


class NoticeBanner(QFrame):
    """Shows one of the notices; the buttons beside "1 of 3", and Page Up and Page Down, go to the others.

    `emptied` is emitted when the last one is answered and the keyboard has to go somewhere else.
    """

    emptied = Signal()

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acting = acting
        self._notices: list[OpenNotice] = []
        self._place = 0
        self.view = NoticeView(narrow=_NARROW)
        Row(self, margins=(18, 10, 14, 12)).addWidget(self.view)
        self.count = PlainLabel("", "small", wrap=False)
        self.before = IconButton("chevron-left", _("The notice before"))
        self.after = IconButton("chevron-right", _("The next notice"))
        pager = Row(gap=4)
        for part in (self.count, self.before, self.after):
            pager.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.view.foot.addLayout(pager)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.view.acted.connect(self._act)
        self.view.answered.connect(self._answer)

    @property
    def found(self) -> OpenNotice | None:
        """The notice shown, None without one."""
        return self._notices[self._place] if self._notices else None

    def show_notices(self, notices: Sequence[OpenNotice]) -> None:
        """Show the first of `notices`, or the one that was shown if it is still among them.

        Something new that is more pressing than all else comes first, unless the person is in here with the keyboard.
        """
        shown = self.found
        had_keyboard = self._has_keyboard()
        before = {(found.rule, found.notice.facts) for found in self._notices}
        self._notices = list(notices[:MOST_AT_ONCE])
        keys = [(found.rule, found.notice.facts) for found in self._notices]
        key = (shown.rule, shown.notice.facts) if shown else None
        self._place = keys.index(key) if key in keys else min(self._place, max(len(keys) - 1, 0))
        if keys and keys[0] not in before and not had_keyboard:
            self._place = 0
        if self._notices:
            self._show()
        self.setVisible(bool(self._notices))
        if had_keyboard and not self._notices:
            self.emptied.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self._go_on()
        elif event.key() == Qt.Key.Key_PageUp:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        found = self._notices[self._place]
        several = len(self._notices) > 1
        if self.property("kind") != kind_of(found.level):
            self.setProperty("kind", kind_of(found.level))
            restyle(self)
        self.view.show_notice(found)
        place = _("{number} of {count}").format(number=self._place + 1, count=len(self._notices))
        self.count.setText(place)
        for part in (self.count, self.before, self.after):
            part.setVisible(several)
        self.setAccessibleName(f"{self.view.accessibleName()} {place}" if several else self.view.accessibleName())
        self.setAccessibleDescription(f"{found.ask} {found.about}")

    def _go_on(self) -> None:
        self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, offset: int) -> None:
        self._place = (self._place + offset) % len(self._notices)
        self._show()
        announce(self, f"{self.accessibleName()} {self.accessibleDescription()}")

    def _act(self) -> None:
        if self.found is not None:
            self._acting.act(self.found)

    def _answer(self, answer: str) -> None:
        if self.found is not None:
            self._acting.answer(self.found, answer)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)
