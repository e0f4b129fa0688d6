"""How wide the right pane is. Apart from the pane itself, since the window knows it before the pane is made."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from secondopinion_desktop.ui.theme import theme

# Pixels at 100 % text in letters as wide as Source Sans. With the handle of 8 before it, it takes 290 or 306.
USUAL, ROOMY = 282, 298
_SAMPLE = "Prior authorization, member number, phone calls"
_SAMPLE_WIDTH = 20.6  # times the height of a letter, in Source Sans


def usual_width(*, roomy: bool = False) -> int:
    """Return how wide the pane should be, in logical pixels, for the text size and the letters chosen.

    `roomy` is for windows from 1500 effective width on.
    """
    font = theme().font()
    per_height = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / (font.pointSizeF() * 96 / 72)
    return theme().text_px((ROOMY if roomy else USUAL) * max(1.0, per_height / _SAMPLE_WIDTH))
