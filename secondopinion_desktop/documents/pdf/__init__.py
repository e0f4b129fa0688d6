"""Packets drawn as PDF. `render` is pure: the same packet gives the same bytes, on any thread."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from secondopinion_desktop.documents.pdf import flow, onepage
from secondopinion_desktop.documents.pdf.compose import Bench
from secondopinion_desktop.documents.pdf.faces import Face, font_of
from secondopinion_desktop.documents.pdf.frame import Foot
from secondopinion_desktop.documents.pdf.lines import Typesetter
from secondopinion_desktop.documents.pdf.pages import lay_out
from secondopinion_desktop.documents.pdf.paint import Painter
from secondopinion_desktop.documents.pdf.strips import Tag
from secondopinion_desktop.documents.pdf.structure import Structure
from secondopinion_desktop.documents.pdf.style import Paper, PrintSize, sheet_for

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Packet
    from secondopinion_desktop.documents.pdf.pages import Page
    from secondopinion_desktop.documents.pdf.strips import Strip

# A typeface remembers its state for each document, so documents are made one after the other.
_one_at_a_time = threading.Lock()


def render(packet: Packet, paper: Paper = "letter", size: PrintSize = "normal") -> bytes:
    """Return `packet` as a PDF file. Takes about as long as typing a letter for each page; call it on a worker."""
    with _one_at_a_time:
        return _Rendering(packet, paper, size).bytes()


def fit_one_page(packet: Packet, paper: Paper = "letter") -> tuple[Packet, tuple[str, ...]]:
    """Return `packet` with its sections cut so that they stand on one page, and the titles of those that were too long.

    What does not fit follows from page 2 on, and "See page 2" stands where it was cut. Large print is not for this.
    """
    with _one_at_a_time:
        setter = Typesetter()
        sheet = Foot(packet, sheet_for(paper, "normal", packet.body_points), setter).sheet
        return onepage.fit(packet, sheet, setter)


class _Rendering:
    def __init__(self, packet: Packet, paper: Paper, size: PrintSize) -> None:
        self._packet = packet
        self._setter = Typesetter()
        self._foot = Foot(packet, sheet_for(paper, size, packet.body_points), self._setter)
        self._sheet = self._foot.sheet
        self._root = Tag("Document")

    def bytes(self) -> bytes:
        pages = lay_out(self._strips(), self._sheet.height)
        rl_config.useA85 = 0
        stream = BytesIO()
        font_of(Face.BODY)
        canvas = Canvas(
            stream,
            pagesize=self._sheet.page,
            invariant=1,
            pageCompression=1,
            initialFontName=Face.BODY.value,  # type: ignore[arg-type] # its types say float, its code a name
            lang=self._packet.language,
            pdfVersion=(1, 7),
        )
        self._describe(canvas)
        structure = Structure(self._root)
        painter = Painter(canvas, structure)
        for number, page in enumerate(pages, start=1):
            self._page(canvas, painter, page)
            self._foot.draw(painter, number, len(pages))
            painter.end_page()
        structure.write(vars(canvas)["_doc"])  # the document behind the canvas has no other name
        canvas.save()
        return stream.getvalue()

    def _strips(self) -> list[Strip]:
        bench = Bench(self._sheet, self._setter, self._root)
        strips = flow.opening(bench, self._packet)
        for part in self._packet.sections:
            strips += flow.section(bench, part)
        return strips + flow.missing_letters(bench)

    def _describe(self, canvas: Canvas) -> None:
        packet, clean = self._packet, self._setter.ready
        canvas.setTitle(clean(packet.title))
        canvas.setAuthor(clean(packet.author))
        canvas.setSubject(clean(packet.subject))
        canvas.setCreator("Second Opinion")
        canvas.setProducer("Second Opinion")
        canvas.setDateFormatter(self._day)
        # Viewers tell files apart by a number made from this.
        vars(canvas)["_doc"].updateSignature(repr(packet).encode())
        canvas.setViewerPreference("DisplayDocTitle", "true")

    def _day(self, *_moment: int) -> str:
        return f"D:{self._packet.made_on:%Y%m%d}" if self._packet.made_on else "D:20000101"

    def _page(self, canvas: Canvas, painter: Painter, page: Page) -> None:
        sheet = self._sheet
        top = sheet.page[1] - sheet.top
        for placed in page.placed:
            y = top - placed.top
            mark = placed.strip.bookmark
            if mark:
                canvas.bookmarkHorizontal(mark.key, 0, y + sheet.body)
                canvas.addOutlineEntry(self._setter.ready(mark.title), mark.key, mark.level)
            for part in placed.strip.marks:
                painter.mark(part, sheet.margin, y, again=placed.again)
