"""A banner: a state that lasts and matters, in the page, under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets.buttons import Button, IconButton
from secondopinion_desktop.ui.widgets.labels import IconLabel, PlainLabel, Tone
from secondopinion_desktop.ui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from collections.abc import Callable

BannerKind = Literal["info", "caution", "error"]
_ICONS: dict[BannerKind, str] = {"info": "info", "caution": "warning", "error": "warning"}
_TONES: dict[BannerKind, Tone] = {"info": "info", "caution": "caution", "error": "error"}


class BannerAction(NamedTuple):
    """A button in a banner. `do` is a bound method."""

    words: str
    do: Callable[[], object]


class Banner(QFrame):
    """Title, one sentence, at most two actions. `closed` is emitted when the person hides it."""

    closed = Signal()

    def __init__(
        self,
        kind: BannerKind,
        title: str,
        sentence: str = "",
        actions: tuple[BannerAction, ...] = (),
        *,
        closable: bool = True,
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
        if actions:
            column.addSpacing(4)
            column.addLayout(self._row_of(actions))
        row.addLayout(column, 1)
        if closable:
            close = IconButton("close", _("Hide this message"), ink=f"{kind}_title")
            close.clicked.connect(self._close)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _row_of(self, actions: tuple[BannerAction, ...]) -> Row:
        row = Row(gap=8)
        for action in actions:
            button = Button(action.words)
            button.clicked.connect(action.do)
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
