"""What a screen reader says of a line: the things a sighted person reads off bullets, boxes and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext import Kind, Mark
from secondopinion_desktop.ui.editor.formats import has_mark, is_checked, kind_of
from secondopinion_desktop.ui.editor.markers import number_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock


def _kind(block: QTextBlock) -> str:
    shape = block.blockFormat()
    kind = kind_of(shape)
    if kind is Kind.HEADING:
        return _("Heading")
    if kind is Kind.BULLET:
        return _("Bullet")
    if kind is Kind.NUMBER:
        return _("Number {number}").format(number=number_of(block))
    if kind is Kind.TICK:
        return _("Tick item, ticked") if is_checked(shape) else _("Tick item, not ticked")
    return ""


def _has_highlight(block: QTextBlock) -> bool:
    step = block.begin()
    while not step.atEnd():
        if has_mark(step.fragment().charFormat(), Mark.HIGHLIGHT):
            return True
        step += 1
    return False


def spoken(block: QTextBlock) -> str:
    """Return the format of a line in words, empty for an ordinary one."""
    important = _("Marked as important") if _has_highlight(block) else ""
    return ". ".join(part for part in (_kind(block), important) if part)
