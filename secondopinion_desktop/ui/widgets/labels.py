"""Words on the screen: always plain text, wrapping or shortened, never cut."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from secondopinion_desktop.ui.theme import theme

if TYPE_CHECKING:
    from secondopinion_desktop.ui.theme import Role

Tone = Literal[
    "text", "muted", "faint", "accent", "selected", "done", "prog", "caution", "error", "info", "first", "second"
]


_LONG: Final = 17
_LONG_WORD: Final = re.compile(rf"[^\s\u200b-]{{{_LONG},}}")
_PIECE: Final = 8
_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_JOINER: Final = "\N{ZERO WIDTH JOINER}"


def breakable(words: str) -> str:
    """Return `words` with places to break inside very long words, which a label can only wrap at such places."""
    if len(words) < _LONG or max(map(len, words.split()), default=0) < _LONG:
        return words  # as nearly always, and nearly every label asks
    return _LONG_WORD.sub(_in_pieces, words)


def _in_pieces(found: re.Match[str]) -> str:
    word = found[0]
    pieces, start = [], 0
    for place in range(1, len(word)):
        # An accent stays with its letter, and the parts of one picture with each other.
        belongs = unicodedata.category(word[place])[0] == "M" or _JOINER in word[place - 1 : place + 1]
        if place - start >= _PIECE and not belongs:
            pieces.append(word[start:place])
            start = place
    return _BREAK.join([*pieces, word[start:]])


def restyle(widget: QWidget) -> None:
    """Let the stylesheet see a property that changed after the widget was shown; before, it sees it by itself."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # to name the style, PySide makes the 600 names of its parts
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    widget.update()


@cache
def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class PlainLabel(QLabel):
    """Plain words in one of the roles. Wraps unless told not to, inside long words too; markup is shown, not obeyed."""

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        tone: Tone = "text",
        *,
        wrap: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(_wrapping())
        if selectable:
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)
        # What is copied from a label must be what was typed, so there nothing is put between the letters.
        self._breaks = wrap and not selectable
        self._words = ""
        if words:
            self.setText(words)

    def text(self) -> str:
        """Return the words as they were given."""
        return self._words

    def setText(self, words: str) -> None:
        shown = breakable(words) if self._breaks else words
        if shown != words or super().text() != self._words:
            self.setAccessibleName(words if shown != words else "")
        self._words = words
        super().setText(shown)

    def set_tone(self, tone: Tone) -> None:
        """Show the words in another colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def sizeHint(self) -> QSize:
        """Ask for one long line where there is room: a wrapping QLabel would ask for a narrow block."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + 2 * self.margin()
        lines = self.text().split("\n")
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in lines), default=0)
        width = min(widest + around + 2, self.fontMetrics().averageCharWidth() * 90)
        return QSize(width, self.heightForWidth(width))


class ElidedLabel(QLabel):
    """One line that is shortened with "…" when it does not fit; the tooltip and the screen reader have all of it."""

    def __init__(
        self,
        words: str = "",
        role: Role = "body",
        tone: Tone = "text",
        *,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(words)
        self.setAccessibleName(words)
        self._tell_whole_words()

    def shown_text(self) -> str:
        """Return what fits, as it is painted."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 6), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell_whole_words()

    def _tell_whole_words(self) -> None:
        whole = self.text()
        self.setToolTip("" if self.shown_text() == whole else plain_tooltip(whole))

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Not by the style, as QLabel does it: to name one, PySide makes the 600 names of its parts.
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), _as_seen(self.alignment(), self.layoutDirection()), self.shown_text())


def _as_seen(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> int:
    sides = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
    if direction == Qt.LayoutDirection.RightToLeft and alignment & sides:
        alignment ^= sides
    return (alignment | Qt.AlignmentFlag.AlignAbsolute).value


def plain_tooltip(words: str) -> str:
    """Return `words` so that a tooltip shows them as they are: Qt would read a "<" as markup."""
    if "<" not in words and "&" not in words:
        return words
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"


class IconLabel(QLabel):
    """One icon as a picture beside words; silent for screen readers, the words beside it say it."""

    def __init__(self, name: str, ink: str = "text", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink, self._size = name, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().keep_grown(self)

    def set_icon(self, name: str, ink: str = "") -> None:
        """Show another icon."""
        self._name, self._ink = name, ink or self._ink
        self.grow()

    def grow(self) -> None:
        """Be as large as the letters of now, in the colours of now."""
        side = theme().text_px(self._size)
        self.setFixedSize(side, side)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        from secondopinion_desktop.ui.theme import pixmap  # noqa: PLC0415 - drawing starts with the first paint

        painter = QPainter(self)
        side = min(self.width(), self.height())
        painter.drawPixmap(0, 0, pixmap(self._name, self._ink, side, self.devicePixelRatioF()))
