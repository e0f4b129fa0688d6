"""Pages of a PDF as pictures, for the screen and for the printer: what is shown is what is printed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

import pypdfium2

_POINTS_PER_INCH: Final = 72.0
_WHITE: Final = (255, 255, 255, 255)
# A page at screen size is 1 to 8 MB, a page for the printer 35 MB.
_REMEMBERED_BYTES: Final = 64 * 1024 * 1024

# PDFium works for one caller at a time.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """`height` rows of `width` pixels, four bytes each: red, green, blue, and 255."""

    width: int
    height: int
    rgbx: bytes


class Preview:
    """A PDF to look at. Safe on any thread; close it when it is no longer shown."""

    def __init__(self, pdf: bytes) -> None:
        with _one_at_a_time:
            self._document = pypdfium2.PdfDocument(pdf)
            self.page_count: Final[int] = len(self._document)
        self._images: OrderedDict[tuple[int, float], PageImage] = OrderedDict()

    def page_size(self, number: int) -> tuple[float, float]:
        """Return width and height of page `number` (the first is 0) in points."""
        with _one_at_a_time:
            width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def page(self, number: int, dots_per_inch: float) -> PageImage:
        """Return page `number` (the first is 0). Raises IndexError for a page that is not there."""
        if not 0 <= number < self.page_count:
            raise IndexError(number)
        key = (number, dots_per_inch)
        with _one_at_a_time:
            image = self._images.pop(key, None) or self._draw(number, dots_per_inch)
            self._images[key] = image
            while sum(len(kept.rgbx) for kept in self._images.values()) > _REMEMBERED_BYTES and len(self._images) > 1:
                self._images.popitem(last=False)
        return image

    def page_text(self, number: int) -> str:
        """Return the words of page `number` (the first is 0), for those who hear a page instead of seeing it."""
        with _one_at_a_time:
            page = self._document[number]
            letters = page.get_textpage()
            words = str(letters.get_text_bounded())
            letters.close()
            page.close()
        return words.replace("\r\n", "\n")

    def close(self) -> None:
        """Let go of the file and the pictures."""
        with _one_at_a_time:
            self._images.clear()
            self._document.close()

    def _draw(self, number: int, dots_per_inch: float) -> PageImage:
        page = self._document[number]
        bitmap = page.render(
            scale=dots_per_inch / _POINTS_PER_INCH, fill_color=_WHITE, rev_byteorder=True, prefer_bgrx=True
        )
        pixels = bytes(bitmap.buffer)
        image = PageImage(bitmap.width, bitmap.height, pixels)
        bitmap.close()
        page.close()
        return image
