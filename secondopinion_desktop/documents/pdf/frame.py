"""What stands at the foot of every page: whose paper this is, when it was printed, which page, and what it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import plain
from secondopinion_desktop.documents.pdf.compose import baseline
from secondopinion_desktop.documents.pdf.structure import UNREAD
from secondopinion_desktop.documents.pdf.style import FOOT_GAP

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Packet
    from secondopinion_desktop.documents.pdf.lines import TextLine, Typesetter
    from secondopinion_desktop.documents.pdf.paint import Painter
    from secondopinion_desktop.documents.pdf.style import Sheet

_MOST_LINES: Final = 3
_GAP: Final = 0.2  # of the width, between the person's name and the page number
_ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"


class Foot:
    """The foot lines of one document; `sheet` is the sheet with room for them."""

    def __init__(self, packet: Packet, sheet: Sheet, setter: Typesetter) -> None:
        style = sheet.foot
        whose = ". ".join(part for part in (packet.person, packet.printed) if part)
        name = setter.lines(plain(whose), style, sheet.width * (1 - _GAP) - len(_ELLIPSIS) * style.size)
        self._setter = setter
        self._name = name[:1]
        self._more = setter.lines(plain(_ELLIPSIS), style, sheet.width) if len(name) > 1 else []
        self._says = setter.lines(plain(packet.foot), style, sheet.width)[:_MOST_LINES]
        self.sheet = replace(sheet, foot_lines=1 + len(self._says))

    def draw(self, painter: Painter, number: int, count: int) -> None:
        """Draw the foot of page `number` of `count`."""
        sheet, style = self.sheet, self.sheet.foot
        y = sheet.bottom - FOOT_GAP - baseline(style)
        left = sheet.margin
        for line in (*self._name, *self._more):
            painter.text(line, style, left, y, UNREAD)
            left += line.width
        pages = plain(_("Page {number} of {count}").format(number=number, count=count))
        for line in self._setter.lines(pages, style, sheet.width):
            painter.text(line, style, sheet.page[0] - sheet.margin - line.width, y, UNREAD)
        for step, line in enumerate(self._says, start=1):
            painter.text(line, style, sheet.margin, y - step * style.line, UNREAD)

    @property
    def lines(self) -> list[TextLine]:
        """Return what the foot says besides the page number."""
        return [*self._name, *self._says]
