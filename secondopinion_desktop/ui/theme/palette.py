"""Tokens to QPalette, and back from the system's palette when it asks for high contrast."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from secondopinion_desktop.ui.theme.tokens import Tokens

_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "chrome",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "sel_text",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "chrome",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Accent: "accent",
}
_DIM_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette that shows `tokens`."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.color(name)))
    for role in _DIM_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return palette


_FROM_SYSTEM = {
    "card": QPalette.ColorRole.Base,
    "line": QPalette.ColorRole.WindowText,
    "control": QPalette.ColorRole.WindowText,
    "accent": QPalette.ColorRole.Highlight,
    "accent_hover": QPalette.ColorRole.Highlight,
    "accent_soft": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "sel_text": QPalette.ColorRole.HighlightedText,
    "focus": QPalette.ColorRole.Highlight,
}
_GROUNDS = ("page", "chrome", "hover", "press")


def tokens_of(palette: QPalette) -> Tokens:
    """Return tokens made of the system's own colours: words in its text colour, every ground in its window colour."""

    def role(name: str) -> QPalette.ColorRole:
        ground = name in _GROUNDS or name.endswith(("_bg", "_soft"))
        return _FROM_SYSTEM.get(name, QPalette.ColorRole.Window if ground else QPalette.ColorRole.WindowText)

    return Tokens(**{name: palette.color(role(name)).name().upper() for name in Tokens._fields})
