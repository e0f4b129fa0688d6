"""What a person chose about colours, letters and text size. Plain values, kept in the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)


class Colors(StrEnum):
    """Which theme to show."""

    COMPUTER = "computer"
    LIGHT = "light"
    DARK = "dark"


class Letters(StrEnum):
    """Which typeface to show."""

    STANDARD = "standard"
    CLEAR = "clear"
    COMPUTER = "computer"


@dataclass(frozen=True)
class Look:
    """One person's choice. `text_percent` is one of TEXT_PERCENTS."""

    colors: Colors = Colors.COMPUTER
    letters: Letters = Letters.STANDARD
    text_percent: int = 100

    def larger(self) -> int:
        """Return the next larger text size in percent, or the same at the end."""
        return min((size for size in TEXT_PERCENTS if size > self.text_percent), default=TEXT_PERCENTS[-1])

    def smaller(self) -> int:
        """Return the next smaller text size in percent, or the same at the end."""
        return max((size for size in TEXT_PERCENTS if size < self.text_percent), default=TEXT_PERCENTS[0])
