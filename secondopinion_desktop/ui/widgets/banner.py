"""A banner: a state that lasts and matters, in the page, under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets.breakpoints import Breakpoints
from secondopinion_desktop.ui.widgets.buttons import Button, IconButton
from secondopinion_desktop.ui.widgets.labels import IconLabel, PlainLabel, Tone
from secondopinion_desktop.ui.widgets.layouts import Box, Column, Row

if TYPE_CHECKING:
    from collections.abc import Callable

BannerKind = Literal["info", "caution", "error"]
_ICONS: dict[BannerKind, str] = {"info": "info", "caution": "warning", "error": "warning"}
_ROOM_FOR_A_LINE, _NEVER = 560, 100_000  # effective widths
_TONES: dict[BannerKind, Tone] = {"info": "info", "caution": "caution", "error": "error"}


class BannerAction(NamedTuple):
    """A button in a banner. `do` is a bound method."""

    words: str
    do: Callable[[], object]


class Banner(QFrame):
    """Title, one sentence, at most two actions. `closed` is emitted when the person hides it.

    One that is `in_a_line` has its buttons beside its words, where there is room, and so takes less of the page.
    """

    closed = Signal()

    def __init__(
        self,
        kind: BannerKind,
        title: str,
        sentence: str = "",
        actions: tuple[BannerAction, ...] = (),
        *,
        closable: bool = True,
        in_a_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        row = Row(self, gap=12, margins=(18, 12, 14, 12))
        row.addWidget(IconLabel(_ICONS[kind], f"{kind}_line", 20), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(gap=4)
        column.addWidget(PlainLabel(title, "strong", _TONES[kind]))
        if sentence:
            column.addWidget(PlainLabel(sentence))
        self.buttons: list[Button] = []
        self._words = Row(gap=12)
        self._words.addLayout(column, 1)
        if actions:
            self._words.addWidget(self._row_of(actions), 0, Qt.AlignmentFlag.AlignTop)
        self._watch = Breakpoints(self, (_ROOM_FOR_A_LINE if in_a_line else _NEVER,))
        self._watch.changed.connect(self._lay_out)
        self._lay_out(self._watch.index)
        row.addLayout(self._words, 1)
        if closable:
            close = IconButton("close", _("Hide this message"), ink=f"{kind}_title")
            close.clicked.connect(self._close)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _lay_out(self, index: int) -> None:
        self._words.setDirection(Row.Direction.LeftToRight if index else Row.Direction.TopToBottom)

    def _row_of(self, actions: tuple[BannerAction, ...]) -> Box:
        box = Box()
        row = Row(box, gap=8)
        for action in actions:
            button = Button(action.words)
            button.clicked.connect(action.do)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
