"""How everything looks: colours, letters, sizes, icons.

`install_theme(app, look)` once in app.py; afterwards `theme()` anywhere in ui, and `icon("note")` for a QIcon that
follows the theme by itself.
"""

from secondopinion_desktop.ui.theme.fonts import Role
from secondopinion_desktop.ui.theme.icons import icon, pixmap
from secondopinion_desktop.ui.theme.look import TEXT_PERCENTS, Colors, Letters, Look
from secondopinion_desktop.ui.theme.theme import STYLE, Theme, install_theme, theme
from secondopinion_desktop.ui.theme.tokens import Tokens

__all__ = [
    "STYLE",
    "TEXT_PERCENTS",
    "Colors",
    "Letters",
    "Look",
    "Role",
    "Theme",
    "Tokens",
    "icon",
    "install_theme",
    "pixmap",
    "theme",
]
