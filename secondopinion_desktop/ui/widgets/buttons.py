"""Buttons: one primary at most on a screen, the rest quiet around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from secondopinion_desktop.ui.theme import icon, theme
from secondopinion_desktop.ui.widgets.labels import plain_tooltip, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Kind = Literal["primary", "secondary", "quiet", "link", "danger", "toast"]
_INK: dict[str, str] = {
    "primary": "on_accent",
    "quiet": "accent_text",
    "link": "accent_text",
    "danger": "error_title",
    "toast": "page",
}


def button_text(words: str) -> str:
    """Return `words` so that a button or menu shows them as they are, an ampersand too."""
    return words.replace("&&", "&").replace("&", "&&")


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button for Enter as for the space bar; return whether it was Enter.

    Left to Qt, Enter does nothing on most systems, and in a dialog it presses the default button in place of this one.
    """
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class Button(QPushButton):
    """A button with words, and an icon before them if it has one."""

    def __init__(
        self, words: str, kind: Kind = "secondary", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._icon_name, self._short = words, icon_name, False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon_name:
            self.setIcon(icon(icon_name, _INK.get(kind, "text")))
        theme().keep_grown(self)
        self.set_words(words)

    @property
    def words(self) -> str:
        """What the button says."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words.replace("&&", "&"))
        shown = "" if self._short else button_text(words)
        # The style leaves no gap between icon and words; a space does.
        self.setText(f" {shown}" if shown and not self.icon().isNull() else shown)

    def set_short(self, *, short: bool) -> None:
        """Show only the icon, with the words as tooltip, or both."""
        self._short = short
        self.set_words(self._words)
        self.setToolTip(plain_tooltip(self._words) if short else "")

    def set_flush(self) -> None:
        """Start a quiet button's words, not its invisible edge, at the left edge of what stands above it."""
        self.setProperty("flush", "left")
        restyle(self)

    def show_icon(self, icon_name: str) -> None:
        """Show another icon, or none."""
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            self.setIcon(icon(icon_name, _INK.get(str(self.property("kind")), "text")) if icon_name else QIcon())
            self.set_words(self._words)

    def set_kind(self, kind: Kind) -> None:
        """Become another kind of button."""
        if kind == self.property("kind"):
            return
        self.setProperty("kind", kind)
        if self._icon_name:
            self.setIcon(icon(self._icon_name, _INK.get(kind, "text")))
        restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def grow(self) -> None:
        """Show the icon as large as the letters of now."""
        side = theme().text_px(18)
        self.setIconSize(QSize(side, side))


def quiet_button(words: str, icon_name: str, slot: object) -> Button:
    """Return a quiet button for a place of its own below other words: its words begin where those do.

    `slot` hears when it is pressed.
    """
    button = Button(words, "quiet", icon_name)
    button.set_flush()
    button.clicked.connect(slot)
    return button


class ForwardButton(Button):
    """A button whose arrow stands after the words, as one reads."""

    def __init__(self, words: str, kind: Kind, icon_name: str) -> None:
        super().__init__(words, kind, icon_name)
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if left_to_right else Qt.LayoutDirection.LeftToRight)

    def set_words(self, words: str) -> None:
        super().set_words(words)
        self.setText(f"{button_text(words)} ")


class IconButton(QToolButton):
    """A button with an icon only: its name is the tooltip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        ink: str = "text",
        framed: bool = False,
        checkable: bool = False,
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setProperty("kind", "framed" if framed else "icon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(checkable)
        self.set_icon(icon_name, ink)
        self.set_name(name)
        theme().keep_grown(self)

    def set_icon(self, icon_name: str, ink: str = "text") -> None:
        """Show another icon."""
        drawn: QIcon = icon(icon_name, ink, on="accent_text" if self.isCheckable() else "")
        self.setIcon(drawn)

    def set_name(self, name: str) -> None:
        """Say something else in the tooltip and to a screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))

    def open_menu_on_click(self, menu: QMenu) -> None:
        """Show `menu` when pressed; the menu belongs to this button from now on."""
        menu.setParent(self, menu.windowFlags())
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def grow(self) -> None:
        """Show the icon as large as the letters of now."""
        side = theme().text_px(self._size)
        self.setIconSize(QSize(side, side))
