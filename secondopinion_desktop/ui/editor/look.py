"""How a note looks, which is no part of it: another theme or text size changes no word and adds no undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from secondopinion_desktop.model.richtext import Kind, Mark
from secondopinion_desktop.ui.editor.formats import has_mark, is_checked, kind_of
from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

# Sizes of headings of level 1 to 3, as a share of the text around them.
_HEADING_SIZES = (1.18, 1.08, 1.0)


class Look(QSyntaxHighlighter):
    """Paints headings, highlights and ticked items from what a block and its text mean."""

    def __init__(self, target: QTextDocument) -> None:
        super().__init__(target)
        self._headings: list[QTextCharFormat] = []
        self._highlight = QTextCharFormat()
        self._ticked = QTextCharFormat()
        self.take_theme()

    def take_theme(self) -> None:
        """Make the formats from the theme of the moment. `rehighlight` shows them."""
        body = theme().font()
        self._headings = []
        for size in _HEADING_SIZES:
            made = QTextCharFormat()
            made.setFontPointSize(body.pointSizeF() * size)
            made.setFontWeight(QFont.Weight.Bold)
            self._headings.append(made)
        self._highlight = QTextCharFormat()
        self._highlight.setBackground(theme().color("prog_soft"))
        # Not by colour alone: the line below shows in grey as well, and a screen reader reports it.
        self._highlight.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._highlight.setUnderlineColor(theme().color("prog"))
        self._ticked = QTextCharFormat()
        self._ticked.setForeground(theme().color("muted"))

    def highlightBlock(self, _text: str) -> None:
        block = self.currentBlock()
        shape = block.blockFormat()
        kind = kind_of(shape)
        base = QTextCharFormat()
        if kind is Kind.HEADING:
            base = self._headings[min(max(shape.headingLevel(), 1), len(self._headings)) - 1]
        elif kind is Kind.TICK and is_checked(shape):
            base = self._ticked
        if not base.isEmpty():
            self.setFormat(0, block.length(), base)
        self._highlight_runs(base)

    def _highlight_runs(self, base: QTextCharFormat) -> None:
        block = self.currentBlock()
        step = block.begin()
        while not step.atEnd():
            fragment = step.fragment()
            if has_mark(fragment.charFormat(), Mark.HIGHLIGHT):
                shown = QTextCharFormat(base)
                shown.merge(self._highlight)
                self.setFormat(fragment.position() - block.position(), fragment.length(), shown)
            step += 1
