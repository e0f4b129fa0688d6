"""Sends finished pages to a printer: the very pictures of the very PDF that was looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from secondopinion_desktop.base.files import is_case_file
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import WouldReplaceCaseFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers

# Finer than this no eye sees, and a page would take over 40 MB.
_FINEST_DPI: Final = 300
_BYTES_IN_A_PIXEL: Final = 4


class Printing:
    """Asks for a printer, then draws the pages beside the window."""

    def __init__(self, workers: Workers, messages: Messages) -> None:
        self._workers, self._messages = workers, messages

    def send(self, pages: PrintedPages, name: str) -> bool:
        """Ask for a printer and print; return whether printing has begun. `name` stands in the printer's queue."""
        if not QPrinterInfo.availablePrinterNames():
            self._messages.tell(
                _("No printer is set up on this computer."), _("You can save a PDF, and print it on another computer.")
            )
            return False
        printer = printer_for(pages, name)
        dialog = QPrintDialog(printer)
        dialog.setWindowTitle(_("Print"))
        dialog.setMinMax(1, pages.page_count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if not self._messages.run(dialog):
            return False
        if printer.outputFileName() and is_case_file(Path(printer.outputFileName())):  # "print to a file"
            self._messages.report(WouldReplaceCaseFile())
            return False
        self._workers.start(partial(draw_pages, pages, printer), self._sent, self._not_sent)
        return True

    def _sent(self, count: int) -> None:
        if count:
            self._messages.toast(_("Sent to the printer"))
        else:
            self._not_sent(RuntimeError("the printer took no page"))

    def _not_sent(self, _trouble: Exception) -> None:
        self._messages.tell(
            _("The printer did not take the pages."),
            _("Check that it is on and has paper, then print again. You can also save a PDF."),
        )


def printer_for(pages: PrintedPages, name: str) -> QPrinter:
    """Return the usual printer here, set to the paper of `pages`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize(QSizeF(*pages.page_size(0)), QPageSize.Unit.Point)
    printer.setPageSize(size)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setCreator("Second Opinion")
    return printer


def draw_pages(pages: PrintedPages, printer: QPrinter) -> int:
    """Draw the wanted pages on `printer`; return how many. For a worker: it takes a moment for each page."""
    painter = QPainter()
    drawn = 0
    if not painter.begin(printer):
        return drawn
    try:
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        dots = min(printer.resolution(), _FINEST_DPI)
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        for number in [*_wanted(pages, printer)] * copies:
            if drawn:
                printer.newPage()
            painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), image_of(pages, number, dots))
            drawn += 1
    finally:
        painter.end()
        pages.close()
    return drawn


def image_of(pages: PrintedPages, number: int, dots_per_inch: float) -> QImage:
    """Return the picture of page `number` (the first is 0)."""
    found = pages.page_image(number, dots_per_inch)
    stride = found.width * _BYTES_IN_A_PIXEL
    # A copy, because a QImage made from bytes does not keep them alive.
    return QImage(found.rgbx, found.width, found.height, stride, QImage.Format.Format_RGBX8888).copy()


def _wanted(pages: PrintedPages, printer: QPrinter) -> Iterable[int]:
    last = pages.page_count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage() - 1, min(printer.toPage() or last, last))
    return range(last)
