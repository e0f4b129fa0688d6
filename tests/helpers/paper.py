"""Printed pages as a person or a screen reader gets them, read by PDFium and not by the code that wrote them.

PDFium tidies what it copies: it drops double spaces, unties ligatures, turns Arabic round. `letters_of` reads the file
itself, by the rules of ISO 32000-1 (9.10: from the strings shown through the `ToUnicode` map of their font).
"""

from __future__ import annotations

import ctypes
import re
import zlib
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from secondopinion_desktop.documents.packet import Packet, Section

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block

FOOT_SAYS = "Made by the patient and family."
_FOOT_HEIGHT = 68.0


def packet(*blocks: Block, **changes: object) -> Packet:
    """Return a document with one section, "Part one", that holds `blocks`."""
    fields: dict[str, object] = {
        "title": "Second opinion summary",
        "subtitle": "Margaret Doyle",
        "person": "Margaret Doyle, born May 4, 1961",
        "printed": "Printed March 3, 2026",
        "foot": FOOT_SAYS,
        "language": "en-US",
        "sections": (Section("one", "Part one", blocks),),
    }
    return Packet(**(fields | changes))  # type: ignore[arg-type]


def lines_of(pdf: bytes) -> list[list[str]]:
    """Return, for each page, the stretches of text above the foot, in the order in which they were drawn."""
    return [[text for text, y in _stretches(page) if y > _FOOT_HEIGHT] for page in _pages(pdf)]


def feet_of(pdf: bytes) -> list[str]:
    """Return the foot of each page."""
    return [" ".join(text for text, y in _stretches(page) if y <= _FOOT_HEIGHT) for page in _pages(pdf)]


def words_of(pdf: bytes) -> str:
    """Return all text above the feet as a reader would copy it, lines joined by one space."""
    return " ".join(" ".join(line for page in lines_of(pdf) for line in page).split())


def _pages(pdf: bytes) -> list[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[number] for number in range(len(document))]


def _stretches(page: pypdfium2.PdfPage) -> list[tuple[str, float]]:
    letters = page.get_textpage()
    found = []
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.FPDFTextObj_GetText(part.raw, letters.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(part.raw, letters.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        # PDFium marks a hyphen at the end of a line with this number.
        text = buffer.raw[: size - 2].decode("utf-16-le", "replace").replace("\x02", "-")
        found.append((text, part.get_matrix().f))
    return found


_FOOT = re.compile(r"Margaret Doyle, born May 4, 1961\. Printed March 3, 2026Page \d+ of \d+" + re.escape(FOOT_SAYS))
_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\s(.*?)^endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)
_SHOWN = re.compile(r"/(F\d+\+\d+) \S+ Tf <([0-9a-f]*)> Tj")
_NAMED = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


def letters_of(pdf: bytes) -> str:
    """Return every letter above the feet in the order of drawing, with nothing between lines."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts: dict[str, dict[int, str]] = {}
    for name, number in re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", pdf):
        found = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        assert found is not None
        pairs = _NAMED.findall(_unpacked(objects[int(found[1])]))
        fonts[name.decode()] = {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}
    pages = [objects[int(number)] for number in re.findall(rb"/Contents (\d+) 0 R", pdf)]
    letters = "".join(
        fonts[font][code]
        for page in pages
        for font, codes in _SHOWN.findall(_unpacked(page))
        for code in bytes.fromhex(codes)
    )
    return _FOOT.sub("", letters)


def _unpacked(body: bytes) -> str:
    stream = _STREAM.search(body)
    assert stream is not None
    return zlib.decompressobj().decompress(stream[1]).decode("latin-1")
