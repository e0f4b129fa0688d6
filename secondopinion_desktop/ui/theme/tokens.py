"""The colours of a theme by name, as shipped in resources/themes, and how well they can be told apart."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from secondopinion_desktop.base.resources import resource


class Tokens(NamedTuple):
    """Colours as "#RRGGBB". Names are what a colour is for, never what it looks like."""

    page: str
    chrome: str
    card: str
    hover: str
    press: str
    line: str
    control: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    sel_text: str
    done: str
    done_soft: str
    prog: str
    prog_soft: str
    caution_bg: str
    caution_line: str
    caution_title: str
    error_bg: str
    error_line: str
    error_title: str
    info_bg: str
    info_line: str
    info_title: str
    first: str
    first_soft: str
    second: str
    second_soft: str
    focus: str

    def color(self, name: str) -> str:
        """Return the colour called `name`. Raises AttributeError for a name no theme has."""
        return str(getattr(self, name))


@cache
def load_tokens(name: str) -> Tokens:
    """Return the shipped theme `name`, "light" or "dark".

    The files are TOML, but only `name = "#RRGGBB"` and comments: reading that by hand saves the first window 7 ms.
    """
    lines = resource("themes", f"{name}.toml").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return Tokens(**{key: value.strip('"') for key, value in pairs})


def _luminance(color: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - WCAG 2.2

    red, green, blue = (linear(int(color[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two "#RRGGBB" colours, 1.0 to 21.0 (WCAG 2.2, relative luminance)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
