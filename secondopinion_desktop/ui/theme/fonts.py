"""The bundled typefaces and the size of each kind of text."""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme.look import Letters

Role = Literal["welcome", "page-title", "card-title", "strong", "body", "small", "small-strong"]

# Points at 100 % on a 96 dpi screen before the typeface's own factor, and the weight.
ROLES: dict[Role, tuple[float, int]] = {
    "welcome": (26, 600),
    "page-title": (20, 600),
    "card-title": (14, 600),
    "strong": (12, 600),
    "body": (12, 400),
    "small": (11, 400),
    "small-strong": (11, 600),
}

_FILES = {Letters.STANDARD: "SourceSans3", Letters.CLEAR: "AtkinsonHyperlegibleNext"}
_STYLES = ("Regular", "SemiBold", "Bold", "Italic", "BoldItalic")
# Source Sans draws small for its size; this makes it as large to the eye as the others.
_FACTORS = {Letters.STANDARD: 1.06, Letters.CLEAR: 1.0, Letters.COMPUTER: 1.0}


@cache
def family(letters: Letters) -> str:
    """Return the family name for `letters`, loading its files the first time. Needs a QGuiApplication."""
    if letters not in _FILES:
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    found = ""
    for style in _STYLES:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", f"{_FILES[letters]}-{style}.ttf")))
        if style == "Regular" and number >= 0:
            found = QFontDatabase.applicationFontFamilies(number)[0]
    return found or family(Letters.COMPUTER)


def points(role: Role, letters: Letters, percent: int) -> float:
    """Return the size of `role` in points of 1/72 inch on a 96 dpi screen."""
    return round(ROLES[role][0] * _FACTORS[letters] * percent / 100, 2)


def make_font(role: Role, letters: Letters, percent: int, per_point: float) -> QFont:
    """Return the font for `role`; `per_point` corrects computers whose point is one pixel."""
    font = QFont(family(letters))
    font.setPointSizeF(points(role, letters, percent) * per_point)
    font.setWeight(QFont.Weight(ROLES[role][1]))
    return font
