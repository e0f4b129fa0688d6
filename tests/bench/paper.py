"""A summary of 200 pages, against reportlab drawing the same words with nothing around them."""

from __future__ import annotations

import random
from io import BytesIO

import pypdfium2
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from secondopinion_desktop.documents.packet import Packet, Paragraph, Run, Section
from secondopinion_desktop.documents.pdf import render
from tests.bench.filling import words
from tests.bench.measuring import tell, timed, title

_PARAGRAPHS, _WORDS = 880, 90


def run() -> None:
    """Make the PDF three times over, and count its pages."""
    chance = random.Random(1)
    texts = [words(_WORDS, chance) for _number in range(_PARAGRAPHS)]
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    packet = Packet(
        title="Second opinion summary",
        subtitle="Margaret Doyle",
        person="Margaret Doyle",
        printed="March 3, 2026",
        foot="Not a medical record.",
        language="en-US",
        sections=(Section("notes", "Notes", blocks),),
    )
    pages = len(pypdfium2.PdfDocument(render(packet)))
    title(f"A summary of {pages} pages, ms")
    bare = timed("reportlab canvas, lines already broken", lambda: _bare(texts), times=3)
    tell(bare, timed("summary as PDF", lambda: render(packet), times=3), against=bare)


def _bare(texts: list[str]) -> None:
    canvas = Canvas(BytesIO(), pagesize=letter)
    for start in range(0, len(texts), 4):
        page = canvas.beginText(72, 720)
        for text in texts[start : start + 4]:
            for place in range(0, len(text), 80):
                page.textLine(text[place : place + 80])
        canvas.drawText(page)
        canvas.showPage()
    canvas.save()
