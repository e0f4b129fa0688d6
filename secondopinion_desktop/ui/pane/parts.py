"""What every card of the pane is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Button, Column, IconButton, PlainLabel
from secondopinion_desktop.ui.widgets.labels import breakable

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.ui.messages import Messages

FOLDED_LETTERS = 280


class PaneCard(QFrame):
    """A white card with the narrow margins of the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = Column(self, gap=3, margins=(14, 8, 10, 12))


class CopyButton(IconButton):
    """Puts words on the clipboard, whole, and says so. `name` is "Copy phone number", `said` "Phone number copied"."""

    def __init__(self, words: str, name: str, said: str, messages: Messages) -> None:
        super().__init__("copy", name)
        self._words, self._said, self._messages = words, said, messages
        self.clicked.connect(self._copy)

    def show_words(self, words: str) -> None:
        """Copy something else from now on."""
        self._words = words

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self._messages.toast(self._said)


class MoreButton(IconButton):
    """Three points that open a menu of `actions`: words, and a bound method. The menu is made when it is opened."""

    def __init__(self, *actions: tuple[str, Callable[[], object]]) -> None:
        super().__init__("more", _("More"))
        self._actions = actions
        self.clicked.connect(self._open)

    def show_about(self, about: str) -> None:
        """Say what the menu is about: a name or a date."""
        self.set_name(_("More for {name}").format(name=about))

    def offer(self, *actions: tuple[str, Callable[[], object]]) -> None:
        """Offer other actions from now on."""
        self._actions = actions

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in self._actions:
            menu.addAction(words).triggered.connect(do)
        right = self.mapToGlobal(self.rect().bottomRight())
        menu.popup(QPoint(right.x() - menu.sizeHint().width(), right.y() + 2))


class FoldedText(QWidget):
    """Words that may be long: the beginning, and the rest when asked for."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._unfolded = "", False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = Column(self, gap=0)
        self.label = PlainLabel()
        self.button = Button("", "quiet")
        self.button.clicked.connect(self._turn)
        column.addWidget(self.label)
        self.button.set_flush()
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_words(words)

    def make_small(self) -> None:
        """Show the words small and muted from now on."""
        self.label.setProperty("role", "small")
        self.label.setProperty("tone", "muted")

    def show_words(self, words: str) -> None:
        """Say something else."""
        if words != self._words:
            self._unfolded = False
        self._words = words
        self._show()

    def _show(self) -> None:
        long = len(self._words) > FOLDED_LETTERS
        shown = self._words if self._unfolded else formats.beginning(self._words, FOLDED_LETTERS)
        self.label.setText(shown)
        self.button.set_words(_("Show less") if self._unfolded else _("Show all"))
        self.button.setVisible(long)
        self.setVisible(bool(self._words))

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show()


def value_label(words: str) -> PlainLabel:
    """Return a label whose words can be selected, except endless ones: those must wrap rather than be cut."""
    return PlainLabel(words, selectable=breakable(words) == words)


class Heading(QWidget):
    """A small heading between groups of cards."""

    def __init__(self, words: str) -> None:
        super().__init__()
        Column(self, margins=(2, 6, 2, 0)).addWidget(PlainLabel(words, "small-strong", "muted"))
