"""The first screen: what this is, three ways to begin, and the files opened before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.entrance.choice import ChoiceButton
from secondopinion_desktop.ui.entrance.recent import RecentFiles
from secondopinion_desktop.ui.entrance.screen import BusyLine, EntranceCard, Middle, TroublePlace
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Breakpoints,
    Button,
    Column,
    IconLabel,
    Line,
    PlainLabel,
    Row,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.ui.widgets import BannerAction

_WIDTH: Final = 988
_ONE_COLUMN: Final = 900  # below this effective width the words stand above the card
_BESIDE: Final = 76
_BELOW: Final = 20
_PROMISES: Final = (
    ("lock", N_("Everything stays on this computer. No account and no internet needed.")),
    ("clock", N_("Saved as you type. Stop and come back when you like.")),
    ("heart", N_("It helps you keep track. It does not give medical, legal or money advice.")),
)


class Welcome(Middle):
    """Says what someone wants; the flow does it."""

    new_requested = Signal()
    open_requested = Signal()
    look_requested = Signal()
    recent_requested = Signal(Path)
    forget_requested = Signal(Path)
    colors_requested = Signal()

    def __init__(self, recent: tuple[Path, ...] = ()) -> None:
        self._both = Box()
        super().__init__(self._both, _WIDTH)
        self._row = Row(self._both, gap=_BESIDE)
        self._row.addWidget(self._words(), 10)
        self._card = EntranceCard()
        self._card.body.set_margins((26, 22, 26, 22))
        self._row.addWidget(self._card, 14, Qt.AlignmentFlag.AlignVCenter)  # as high as what is in it, no higher
        self.recent = RecentFiles(recent)
        self._fill_card()
        self._breakpoints = Breakpoints(self, (_ONE_COLUMN,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def focus_start(self) -> None:
        """Put the keyboard on the file that was opened last; on the first choice where there is none."""
        begin = self.recent.rows[0].opener if self.recent.rows else self.start
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, trouble: UserError, actions: tuple[BannerAction, ...] = ()) -> None:
        """Say calmly why a file did not open."""
        self.trouble.show_trouble(trouble, actions)

    def begin_work(self, words: str) -> None:
        """Let the choices rest until `end_work`."""
        self.trouble.clear()
        self._rest(resting=True)
        self.busy.begin(words)

    def end_work(self) -> None:
        """Let people choose again."""
        self.busy.end()
        self._rest(resting=False)

    def _rest(self, *, resting: bool) -> None:
        for widget in (self.start, self.open, self.look, self.recent):
            widget.setEnabled(not resting)

    def _words(self) -> QWidget:
        side = Box()
        self._side = column = Column(side, gap=10)
        column.addStretch(1)
        self._sign = IconLabel("chat", "accent_text", 56)
        column.addWidget(self._sign)
        column.addSpacing(8)
        column.addWidget(PlainLabel(_("Second Opinion"), "welcome"))
        column.addWidget(
            PlainLabel(
                _("Keep your visits, questions, records and phone numbers in one place, ready to print for the doctor.")
            )
        )
        self._promises = self._make_promises()
        column.addWidget(self._promises)
        column.addStretch(1)
        return side

    def _make_promises(self) -> QWidget:
        box = Box()
        column = Column(box, gap=10)
        column.addSpacing(2)
        for icon_name, words in _PROMISES:
            row = Row(gap=12)
            row.addWidget(IconLabel(icon_name, "done", 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(PlainLabel(_(words)), 1)
            column.addLayout(row)
        column.addSpacing(6)
        self.colors = Button(_("Text and colors"), "quiet", "settings")
        self.colors.set_flush()
        self.colors.clicked.connect(self.colors_requested)
        column.addWidget(self.colors, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _fill_card(self) -> None:
        body = self._card.body
        body.addWidget(PlainLabel(_("How would you like to start?"), "card-title"))
        self.trouble = TroublePlace()
        body.addWidget(self.trouble)
        self.start = ChoiceButton(
            "file-plus", _("Start a new file"), _("For yourself or someone you help. About a minute.")
        )
        self.open = ChoiceButton(
            "folder-open", _("Open a file you already have"), _("From this computer or a USB stick.")
        )
        self.look = ChoiceButton("eye", _("Look around first"), _("See how it works with made-up sample data."))
        for button, signal in (
            (self.start, self.new_requested),
            (self.open, self.open_requested),
            (self.look, self.look_requested),
        ):
            button.clicked.connect(signal)
            body.addWidget(button)
        self.busy = BusyLine()
        body.addWidget(self.busy)
        line = Line()
        body.addWidget(line)
        if not self.recent.rows:
            line.hide()
        self.recent.open_requested.connect(self.recent_requested)
        self.recent.forget_requested.connect(self.forget_requested)
        body.addWidget(self.recent)

    def _arrange(self, _index: int = 0) -> None:
        """Put the choices beside the words; where there is no room, under the name, and the promises under them."""
        narrow = self._breakpoints.index == 0
        self._row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)
        self._row.setSpacing(theme().px(_BELOW if narrow else _BESIDE))
        self._sign.setVisible(not narrow)
        if narrow:
            self._side.removeWidget(self._promises)
            self._row.addWidget(self._promises)
        elif self._row.indexOf(self._promises) >= 0:
            self._row.removeWidget(self._promises)
            self._side.insertWidget(self._side.count() - 1, self._promises)
        order_as_laid_out(self._both)
