"""A dialog: only when a person asked for something that needs more input. The body scrolls, the buttons never do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets.buttons import Button, Kind
from secondopinion_desktop.ui.widgets.labels import PlainLabel
from secondopinion_desktop.ui.widgets.layouts import Box, Column, Row
from secondopinion_desktop.ui.widgets.scrolling import ScrollArea
from secondopinion_desktop.ui.widgets.taborder import as_laid_out
from secondopinion_desktop.ui.widgets.toast import announce

_AROUND = 48  # what a dialog leaves free of the screen


class Dialog(QDialog):
    """Put the fields into `body`; `add_button` puts buttons at the foot, the main one last.

    Esc is Cancel while nothing is typed or chosen. After that a key pressed by mistake must not take it away.

    `width` is in logical pixels at 100 % text. Show it through Messages.run.
    """

    def __init__(self, title: str, *, width: int = 620, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = width
        outer = Column(self, gap=0)
        self._inside = Box()
        self.body = Column(self._inside, gap=12, margins=(24, 18, 24, 18))
        self._scroll = ScrollArea(self._inside)
        outer.addWidget(self._scroll, 1)
        self._outer = outer
        self._unsaved: PlainLabel | None = None
        self._lets_go = False
        foot = Box(edge="top")
        self.foot = Row(foot, gap=10, margins=(24, 12, 24, 14))
        self.foot.addStretch(1)
        outer.addWidget(foot)
        self._foot = foot

    def add(self, widget: QWidget) -> None:
        """Put `widget` below what is there."""
        self.body.addWidget(widget)

    def add_note(self, widget: QWidget) -> None:
        """Put `widget` at the left of the foot."""
        self.foot.insertWidget(0, widget)

    def add_button(self, words: str, kind: Kind = "secondary", icon_name: str = "", *, default: bool = False) -> Button:
        """Add a button at the foot and return it; connect it yourself. `default` is what Enter presses."""
        button = Button(words, kind, icon_name)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if default:
            button.setAutoDefault(True)
            button.setDefault(True)
        self.foot.addWidget(button)
        return button

    def add_cancel(self, words: str = "") -> Button:
        """Add the button that closes without doing anything, whatever is typed."""
        button = self.add_button(words or _("Cancel"))
        button.clicked.connect(self._let_go)
        return button

    def holds_words(self) -> bool:
        """Whether something is typed or chosen that only the main button keeps."""
        return bool(getattr(getattr(self, "form", None), "is_unsaved", False))

    def reject(self) -> None:
        """Close, as with Esc or the cross of the window; what is not saved yet keeps it open, and it says so."""
        if self._lets_go or not self.holds_words():
            super().reject()
            return
        if self._unsaved is None:
            self._unsaved = PlainLabel(_("This is not saved yet. Press Cancel to leave without it."), "small-strong")
            place = Box(edge="top")
            Column(place, margins=(24, 8, 24, 8)).addWidget(self._unsaved)
            self._outer.insertWidget(1, place)
            place.show()
        announce(self, self._unsaved.text())

    def _let_go(self) -> None:
        self._lets_go = True
        self.reject()
        self._lets_go = False

    def _available(self) -> QSize:
        parent = self.parentWidget()
        screen = parent.screen() if parent else QGuiApplication.primaryScreen()
        return screen.availableGeometry().size() - QSize(_AROUND, _AROUND)

    def showEvent(self, event: QShowEvent) -> None:
        for child in as_laid_out(self._inside):
            child.ensurePolished()  # only now do they know how large their letters are
        self._fit()
        super().showEvent(event)

    def grow(self) -> None:
        """Take the height that its content wants by now, as far as the screen has it."""
        before = self.size()
        self._fit()
        self.resize(self.size().expandedTo(before))
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if below > 0:
            self.move(self.x(), max(self.y() - below, self.screen().availableGeometry().top()))

    def _fit(self) -> None:
        most = self._available()
        width = max(min(theme().text_px(self._width), most.width()), self._foot.minimumSizeHint().width())
        self.setMaximumSize(most)
        # Measured beside a scroll bar, whether there is one or not: else a bar can stay because it takes room itself.
        beside_bar = width - self._scroll.verticalScrollBar().sizeHint().width()
        for _turn in range(2):  # the first turn gives every part its width, and only then its height is known
            self.body.activate()
            inside = self._inside.heightForWidth(beside_bar) if self._inside.hasHeightForWidth() else 0
            inside = max(inside, self._inside.sizeHint().height(), self._inside.minimumSizeHint().height())
            self.resize(width, min(inside + self._foot.sizeHint().height() + 4, most.height()))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
