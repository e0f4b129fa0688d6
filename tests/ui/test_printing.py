"""What comes out of the printer: the pages that were asked for, as they looked on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter

from secondopinion_desktop.documents.packet import Paragraph, plain
from secondopinion_desktop.documents.preview import Preview
from secondopinion_desktop.services.paper import printed_pages
from secondopinion_desktop.ui.printing import draw_pages, image_of, printer_for
from tests.helpers.paper import packet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from secondopinion_desktop.services.paper import PrintedPages


def test_a_printed_page_looks_like_the_page_on_the_screen(tmp_path: Path, qapp: QApplication) -> None:
    pages = printed_pages(packet(Paragraph(plain("words " * 400))), "a4")
    on_screen = image_of(pages, 0, 40)
    printer = _to_file(pages, tmp_path / "printed.pdf")
    assert draw_pages(pages, printer) == pages.page_count
    again = Preview((tmp_path / "printed.pdf").read_bytes())
    printed = again.page(0, 40)
    pairs = zip(bytes(on_screen.constBits())[::4], printed.rgbx[::4], strict=False)
    unlike = sum(abs(one - other) > 90 for one, other in pairs)
    assert unlike < on_screen.width() * on_screen.height() * 0.02
    again.close()
    pages.close()


def test_only_the_pages_that_were_asked_for_are_printed(tmp_path: Path, qapp: QApplication) -> None:
    pages = printed_pages(packet(Paragraph(plain("words " * 2500))), "letter")
    assert pages.page_count > 3
    printer = _to_file(pages, tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert draw_pages(pages, printer) == 2


def _to_file(pages: PrintedPages, target: Path) -> QPrinter:
    printer = printer_for(pages, "Summary")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer
