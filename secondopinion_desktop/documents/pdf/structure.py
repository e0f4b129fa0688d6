"""The structure inside the PDF (a "tagged" PDF): what is a heading, a list, a cell, and in which order to read.

Without it a screen reader has to guess from where the letters stand. reportlab does not write it, and its types do not
know its document, hence `Any`. The objects are those of ISO 32000-1, 14.7 and 14.8: marked content on the pages, a
tree of elements, and a map from the one to the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFPage

from secondopinion_desktop.documents.pdf.strips import Tag

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# What is not read aloud: rules, dots, the foot of the page, a table's head when it comes again.
UNREAD: Final = Tag("Artifact")


class _Raw(PDFObject):
    """An object of the file that is written as it is."""

    def __init__(self) -> None:
        self.content = ""

    def format(self, document: Any) -> bytes:  # noqa: ARG002 - reportlab asks for it
        return self.content.encode("ascii")


class Structure:
    """Collects what was drawn where, and writes the tree at the end."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._drawn: dict[int, list[tuple[int, int]]] = {}  # by the identity of the tag: page and number on it
        self._pages: list[list[Tag]] = [[]]

    def enter(self, canvas: Canvas, tag: Tag) -> None:
        """Begin to draw what belongs to `tag`."""
        if tag is UNREAD:
            canvas.addLiteral("/Artifact BMC")
            return
        here = self._pages[-1]
        canvas.addLiteral(f"/{tag.role} <</MCID {len(here)}>> BDC")
        self._drawn.setdefault(id(tag), []).append((len(self._pages) - 1, len(here)))
        here.append(tag)

    @staticmethod
    def leave(canvas: Canvas) -> None:
        """End what `enter` began."""
        canvas.addLiteral("EMC")

    def end_page(self) -> None:
        """Go on to the next page."""
        self._pages.append([])

    def write(self, document: Any) -> None:
        """Add the tree to `document`, whose pages are all there."""
        pages: list[Any] = document.Pages.pages
        tree, names = _Raw(), _Raw()
        tree_name, map_name = _name(document, tree), _name(document, names)
        writer = _TreeWriter(document, self._drawn, [_name(document, page) for page in pages])
        top = writer.element(self._root, tree_name)
        tree.content = f"<</Type /StructTreeRoot /K {top} /ParentTree {map_name} /ParentTreeNextKey {len(pages)}>>"
        rows = (f"{n} [{' '.join(writer.names[id(tag)] for tag in self._pages[n])}]" for n in range(len(pages)))
        names.content = f"<</Nums [{' '.join(rows)}]>>"
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, "/S"
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


class _TreeWriter:
    def __init__(self, document: Any, drawn: dict[int, list[tuple[int, int]]], pages: list[str]) -> None:
        self._document, self._drawn, self._pages = document, drawn, pages
        self.names: dict[int, str] = {}

    def element(self, tag: Tag, parent: str) -> str:
        """Write `tag` and what lies inside; return how to refer to it."""
        raw = _Raw()
        name = self.names[id(tag)] = _name(self._document, raw)
        drawn = self._drawn.get(id(tag), ())
        inside = [self.element(part, name) for part in tag.inside if self._is_drawn(part)]
        page = ""
        if len(drawn) == 1 and not inside:  # the common case, in fewer letters
            page, kids = f"/Pg {self._pages[drawn[0][0]]}", f"{drawn[0][1]}"
        else:
            parts = [f"<</Type/MCR/Pg {self._pages[number]}/MCID {mark}>>" for number, mark in drawn]
            kids = f"[{' '.join([*parts, *inside])}]"
        raw.content = f"<</S/{tag.role}/P {parent}{page}/K {kids}>>"
        return name

    def _is_drawn(self, tag: Tag) -> bool:
        return id(tag) in self._drawn or any(map(self._is_drawn, tag.inside))


def _name(document: Any, part: PDFObject) -> str:
    """Return how other objects of the file refer to `part`."""
    reference: bytes = document.Reference(part).format(document)
    return reference.decode("ascii")
