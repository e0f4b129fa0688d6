"""Pages of a printed document: the very same for the screen, for the printer and for a PDF file."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock, files
from secondopinion_desktop.base.troubles import AlreadyExists, WouldReplaceCaseFile, trouble_with_folder

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.documents.packet import Packet
    from secondopinion_desktop.documents.preview import PageImage, Preview
    from secondopinion_desktop.services.packets.choice import PaperSize


class PrintedPages:
    """A finished document. Safe on any thread; the pictures are drawn when they are asked for.

    `over` names the parts that were too long for the one page they should stand on.
    """

    def __init__(self, pdf: bytes, over: tuple[str, ...] = ()) -> None:
        self.pdf, self.over = pdf, over
        self._opening = threading.Lock()
        self._opened: Preview | None = None

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._preview.page_count

    def page_size(self, number: int) -> tuple[float, float]:
        """Return width and height of page `number` (the first is 0) in points."""
        return self._preview.page_size(number)

    def page_image(self, number: int, dots_per_inch: float) -> PageImage:
        """Return the picture of page `number` (the first is 0). Raises IndexError for a page that is not there."""
        return self._preview.page(number, dots_per_inch)

    def page_text(self, number: int) -> str:
        """Return the words of page `number` (the first is 0), for a screen reader."""
        return self._preview.page_text(number)

    def save(self, path: Path, *, replace: bool = False) -> None:
        """Write the PDF in one step, for this person only. Raises AlreadyExists unless `replace`, and FileTrouble."""
        if path.exists() and not replace:
            raise AlreadyExists
        if files.is_case_file(path):
            raise WouldReplaceCaseFile
        try:
            files.write_whole(path, self.pdf)
        except OSError as error:
            raise trouble_with_folder(error) from error

    def close(self) -> None:
        """Let go of the pictures; call it when the pages are no longer shown."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @property
    def _preview(self) -> Preview:
        from secondopinion_desktop.documents.preview import Preview  # noqa: PLC0415 - PDFium comes late

        with self._opening:
            if self._opened is None:
                self._opened = Preview(self.pdf)
            return self._opened


def printed_pages(packet: Packet, paper: PaperSize, *, large_print: bool = False) -> PrintedPages:
    """Draw a packet. Takes a few milliseconds for each page."""
    from secondopinion_desktop.documents.pdf import render  # noqa: PLC0415 - reportlab takes 0.1 s to import

    return PrintedPages(render(packet, paper, "large" if large_print else "normal"))


def one_page(packet: Packet, paper: PaperSize) -> PrintedPages:
    """Draw a packet on one page, in normal print; what is too long goes on from page 2."""
    from secondopinion_desktop.documents.pdf import fit_one_page, render  # noqa: PLC0415 - reportlab, when needed

    fitted, over = fit_one_page(packet, paper)
    return PrintedPages(render(fitted, paper), over)


def recovery_pages(
    code: str, paper: PaperSize, *, owner: str = "", file_name: str = "", large_print: bool = False
) -> PrintedPages:
    """Draw the sheet with the recovery code."""
    from secondopinion_desktop.documents.recovery_sheet import recovery_sheet  # noqa: PLC0415 - seldom needed

    return printed_pages(recovery_sheet(code, clock.today(), owner, file_name), paper, large_print=large_print)
