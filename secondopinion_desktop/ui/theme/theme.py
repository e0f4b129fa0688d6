"""The one object that decides colours, letters and sizes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from shiboken6 import isValid

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme import fonts
from secondopinion_desktop.ui.theme.look import Colors, Look
from secondopinion_desktop.ui.theme.palette import palette_of, tokens_of
from secondopinion_desktop.ui.theme.stylesheet import fill
from secondopinion_desktop.ui.theme.tokens import Tokens, load_tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from secondopinion_desktop.ui.theme.fonts import Role

STYLE = "Fusion"
_SCREEN_DPI = 96
_KINDS_WITH_LETTERS_OF_THE_DESKTOP = ("QLabel", "QMenu", "QPushButton", "QAbstractItemView")
_SPACE_SHARE = 0.65  # spaces grow less than letters, or large text would drown in air


class Grown(Protocol):
    """What has lengths or pictures that follow the theme."""

    def grow(self) -> None:
        """Take them from the theme again."""


class Theme(QObject):
    """Colours, letters and lengths for the whole application.

    Palette, font and stylesheet belong to the QApplication, so there is one Theme for it: made by `install_theme` in
    app.py, reached by `theme()`. Whoever sets a length from it listens to `changed` and sets it again, or is given to
    `keep_grown`, which takes a tenth of the time: for what a page has hundreds of.
    """

    changed = Signal()

    def __init__(self, app: QApplication, look: Look) -> None:
        super().__init__(app)
        self._app = app
        self.look = look
        self.tokens: Tokens = load_tokens("light")
        self._applying = False
        self._desktop_has_letters = False
        self._scale = 0.0
        self._fonts: dict[Role, QFont] = {}
        self._grown: WeakKeyDictionary[Grown, None] = WeakKeyDictionary()
        self._system = QPalette(app.palette())
        if app.property("style") != STYLE:
            app.setStyle(STYLE)
        # Both are kept: the wrapper of the second dies with the wrapper of the first.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow_computer)
        self._accessibility.contrastPreferenceChanged.connect(self._follow_computer)
        self._apply()

    # What was chosen

    def set_look(self, look: Look) -> None:
        """Show `look` from now on."""
        if look != self.look:
            self.look = look
            self._apply()

    @property
    def high_contrast(self) -> bool:
        """True while the computer asks for high contrast: then its own colours are used."""
        return self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    @property
    def dark(self) -> bool:
        """True while dark colours are shown."""
        if self.look.colors == Colors.COMPUTER:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self.look.colors == Colors.DARK

    def keep_letters(self) -> None:
        """Show our own letters again if the desktop told of its own."""
        if self._desktop_told_of_letters():
            self._app.setFont(self.font())

    def _desktop_told_of_letters(self) -> bool:
        """Return whether Qt holds letters of the desktop for kinds of widgets: GNOME and its kin tell of some."""
        ours = self._app.font()
        return any(self._letters_of(kind) != ours for kind in _KINDS_WITH_LETTERS_OF_THE_DESKTOP)

    def _letters_of(self, kind: str) -> QFont:
        return self._app.font(kind)  # type: ignore[call-overload,no-any-return] # PySide takes no bytes, as it says

    # What others ask for

    @property
    def scale(self) -> float:
        """How much larger than 100 % text is; divide a width by it to get the effective width."""
        return self._scale

    def px(self, length: float) -> int:
        """Return `length` (logical pixels at 100 %) grown by 65 % of what text grew."""
        return round(length * (1 + (self.scale - 1) * _SPACE_SHARE))

    def text_px(self, length: float) -> int:
        """Return `length` (logical pixels at 100 %) grown as much as text, for icons and columns of words."""
        return round(length * self.scale)

    def color(self, token: str) -> QColor:
        """Return the colour called `token`."""
        return QColor(self.tokens.color(token))

    def font(self, role: Role = "body") -> QFont:
        """Return the font for `role`."""
        if role not in self._fonts:
            percent, per_point = self.look.text_percent, self._per_point()
            self._fonts[role] = fonts.make_font(role, self.look.letters, percent, per_point)
        return QFont(self._fonts[role])

    def keep_grown(self, thing: Grown) -> None:
        """Let `thing` grow now, and whenever the theme changes, as long as it is there: before `changed` is heard."""
        self._grown[thing] = None
        thing.grow()

    # Making it so

    def _follow_computer(self) -> None:
        if not self._applying:
            self._apply()

    def _apply(self) -> None:
        # Asked for thousands of times while a page is built: worked out once.
        self._fonts.clear()
        self._scale = self.look.text_percent / 100 * (1.0 if sys.platform == "darwin" else self._dpi() / _SCREEN_DPI)
        scheme = {Colors.LIGHT: Qt.ColorScheme.Light, Colors.DARK: Qt.ColorScheme.Dark}
        self._applying = True  # asking for a scheme tells us that the scheme changed
        self._hints.setColorScheme(scheme.get(self.look.colors, Qt.ColorScheme.Unknown))
        self._applying = False
        # Without a stylesheet first: Qt polishes each widget once for a new one, and once for every widget above it
        # when one replaces another. With four pages built that is 0.2 s instead of 1.4 s. But going without lets Qt ask
        # the desktop for its letters again: where it tells of some, the slow way is the only one that keeps ours.
        if not self._desktop_has_letters or self.high_contrast:
            self._app.setStyleSheet("")
        self._app.setFont(self.font())
        if self.high_contrast:
            self._app.setPalette(self._system)
            self.tokens = tokens_of(self._app.palette())
        else:
            self.tokens = load_tokens("dark" if self.dark else "light")
            self._app.setPalette(palette_of(self.tokens))
            sheet = self._stylesheet()
            self._app.setStyleSheet(sheet)
            if self._desktop_told_of_letters():
                self._desktop_has_letters = True
                self._app.setFont(self.font())
                self._app.setStyleSheet(sheet)
        self.keep_letters()
        for thing in list(self._grown):
            if isValid(thing):  # Qt may have ended it before Python did
                thing.grow()
        self.changed.emit()

    def _stylesheet(self) -> str:
        def pt(role: str) -> float:
            size = fonts.points(cast("Role", role), self.look.letters, self.look.text_percent)
            return size * self._per_point()

        folder = resource("style", "dark" if self.dark else "light").as_posix()
        return fill(self.tokens, pt, self.px).replace("theme:", f"{folder}/")

    def _dpi(self) -> float:
        screen = self._app.primaryScreen()
        return screen.logicalDotsPerInchY() if screen else _SCREEN_DPI

    def _per_point(self) -> float:
        """MacOS counts 72 points to the inch of a screen, so a point there is a smaller letter."""
        return _SCREEN_DPI / self._dpi() if sys.platform == "darwin" else 1.0


_installed: Theme | None = None


def install_theme(app: QApplication, look: Look) -> Theme:
    """Make the Theme of `app`, or give the one there is a new look."""
    global _installed  # noqa: PLW0603 - there is one QApplication, and this is its theme
    if _installed is None:
        _installed = Theme(app, look)
    else:
        _installed.set_look(look)
    return _installed


def theme() -> Theme:
    """Return the Theme of the running application. Raises RuntimeError before `install_theme`."""
    if _installed is None:
        raise RuntimeError("install_theme comes first")
    return _installed
