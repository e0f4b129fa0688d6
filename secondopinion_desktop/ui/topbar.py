"""The bar over page and pane: find, the message slot, print, lock, and what is hidden in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Breakpoints, Button, MessageSlot, Row, SearchEdit

_FIND_WIDTH = 340
_FIND_LEAST = 150
_ROOM_FOR_PRINT = 470  # the effective width under which even the word "Print" has no room beside the find field


class TopBar(QWidget):
    """Signals say what was asked for; the window decides."""

    print_requested = Signal()
    lock_requested = Signal()
    pane_requested = Signal()
    sidebar_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = Row(self, gap=8, margins=(24, 6, 14, 6))
        self.steps = Button(_("Steps"), icon_name="bullets")
        self.finder = SearchEdit(_("Find in this file"), _("Find in this file"))
        self.slot = MessageSlot()
        self.print = Button(_("Print or save summary"), icon_name="printer")
        self.lock = Button(_("Lock"), icon_name="lock")
        self.people = Button(_("People and insurance"), icon_name="people")
        row.addWidget(self.steps)
        row.addWidget(self.finder, 3)
        row.addStretch(1)
        row.addWidget(self.slot)  # as wide as its words, where there is room for them
        for button in (self.print, self.lock, self.people):
            row.addWidget(button)
        self.steps.clicked.connect(self.sidebar_requested)
        self.print.clicked.connect(self.print_requested)
        self.lock.clicked.connect(self.lock_requested)
        self.people.clicked.connect(self.pane_requested)
        self.slot.shown.connect(self._make_room)
        self.slot.hidden.connect(self._make_room)
        theme().changed.connect(self._grow)
        self.steps.hide()
        self.people.hide()
        self._short = False
        self._watch = Breakpoints(self, (_ROOM_FOR_PRINT,))
        self._watch.changed.connect(self._fit)
        self._grow()

    def show_layout(self, *, short: bool, has_sidebar: bool, has_pane: bool) -> None:
        """Fit the window: short labels, and buttons for what is hidden."""
        self._short = short
        self.steps.setVisible(not has_sidebar)
        self.people.setVisible(not has_pane)
        self.print.set_words(_("Print") if short else _("Print or save summary"))
        for button in (self.lock, self.people):
            button.set_short(short=short)
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        words = _("Find in this file")
        self.finder.setPlaceholderText(words if short else f"{words}   ({keys})")
        self._make_room()

    def focus_start(self) -> None:
        """Put the keyboard into the find field."""
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def can_lock(self, *, possible: bool) -> None:
        """Show the lock button only for files with a passphrase."""
        self.lock.setVisible(possible)

    def _make_room(self, _words: str = "") -> None:
        """While a message is shown in a narrow bar, or the bar is very narrow, the print button is only its picture.

        The find field makes room for the message too: its words are read now or never.
        """
        told = self.slot.isVisibleTo(self)
        crowded = self._short and (told or self._watch.index == 0)
        self.print.set_short(short=crowded)
        self.finder.setMaximumWidth(theme().text_px(_FIND_LEAST if crowded and told else _FIND_WIDTH))

    def _fit(self, _index: int) -> None:
        self._make_room()

    def _grow(self) -> None:
        self.finder.setMinimumWidth(theme().text_px(_FIND_LEAST))
        self._make_room()
