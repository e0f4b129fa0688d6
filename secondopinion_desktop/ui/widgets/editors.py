"""What one types into or chooses from: line, text that grows, list, day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.theme import icon, theme
from secondopinion_desktop.ui.widgets.calendar import CalendarPopup
from secondopinion_desktop.ui.widgets.labels import IconLabel, plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_LONGEST = 2**31 - 1  # letters; Qt would cut what is pasted at 32,767 without a word


def is_only_files(dragged: QMimeData) -> bool:
    """Return whether these are files: they come with their paths as text, which belong into no field."""
    return dragged.hasUrls() and all(url.isLocalFile() for url in dragged.urls())


class LineEdit(QLineEdit):
    """One line of any length. Bind to `textEdited` or `editingFinished`.

    A file that is dragged over it is left to the window.
    """

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setText(text)
        self.setPlaceholderText(placeholder)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing.note(self, "")
        super().inputMethodEvent(event)
        composing.note(self, event.preeditString())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_only_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)


class SearchEdit(LineEdit):
    """A line with a magnifier; Esc empties it first and leaves it second."""

    left = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", placeholder, parent)
        self.setAccessibleName(name)
        self._glass = IconLabel("search", "muted", 16, self)
        theme().changed.connect(self._place)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side, gap = self._glass.width(), theme().px(10)
        left = gap if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - gap - side
        self._glass.move(left, (self.height() - side) // 2)
        self.setTextMargins(side + gap // 2, 0, 0, 0)


class ComboBox(QComboBox):
    """A choice list. The wheel scrolls the page, not the choice, unless the list is open. Bind to `activated`."""

    def __init__(self, choices: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        for key, words in choices:
            self.addItem(words, key)
        self.currentTextChanged.connect(self._tell_whole_words)

    def key(self) -> str:
        """Return the key of the choice shown, or "" with none."""
        return str(self.currentData() or "")

    def show_key(self, key: str) -> None:
        """Show the choice called `key`; an unknown key shows none."""
        self.setCurrentIndex(self.findData(key))

    def _tell_whole_words(self) -> None:
        """Words the style shortens are whole in the tooltip."""
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox  # noqa: PLC0415 - enums the first window spares

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width()
        cut = self.fontMetrics().horizontalAdvance(self.currentText()) > room
        self.setToolTip(plain_tooltip(self.currentText()) if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell_whole_words()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class GrowingText(QPlainTextEdit):
    """A text box as high as its words: no scroll bar inside, Tab goes on to the next field.

    `edited` is emitted for every change; set text from code with `show_text`, which does not emit it.
    `left` is emitted when the keyboard leaves it.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, text: str = "", placeholder: str = "", *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._loading = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._tell)
        self.show_text(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave a file that is dragged over it to the window."""
        return not is_only_files(source) and super().canInsertFromMimeData(source)

    def show_text(self, text: str) -> None:
        """Put `text` in without telling anyone that it was edited."""
        if text == self.toPlainText():
            return
        self._loading = True
        self.setPlainText(text)
        self._loading = False
        self._fit()

    def _tell(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _fit(self) -> None:
        self.ensurePolished()
        margins = self.contentsMargins()
        margin = self.document().documentMargin()
        least = max(self._lines * self.fontMetrics().lineSpacing(), self._example_height()) + margin
        words = 0.0
        block = self.document().firstBlock()
        while block.isValid():
            words += self.blockBoundingRect(block).height()
            block = block.next()
        wanted = round(max(words, least) + 2 * margin) + margins.top() + margins.bottom()
        if wanted != self.height() or self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _example_height(self) -> int:
        """Return how high the example in the empty box is: all of it shows."""
        if not self.placeholderText() or not self.document().isEmpty():
            return 0
        width = self.viewport().width() - round(2 * self.document().documentMargin())
        flags = Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(0, 0, max(width, 1), 100_000, flags, self.placeholderText()).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        composing.note(self, "")
        super().inputMethodEvent(event)
        composing.note(self, event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateEdit(LineEdit):
    """A day typed freely, with a calendar for those who like to point.

    It holds words, not a date: whoever reads it parses them. `word` turns a chosen day into words, `read` gives the day
    the words mean now, or None. `picked` is emitted after a day was chosen in the calendar.
    """

    picked = Signal()

    def __init__(
        self,
        word: Callable[[date], str],
        read: Callable[[str], date | None],
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", placeholder, parent)
        self._word, self._read = word, read
        self._popup: CalendarPopup | None = None
        self.opener = QToolButton(self)
        self.opener.setIcon(icon("calendar", "muted"))
        self.opener.setCursor(Qt.CursorShape.ArrowCursor)
        self.opener.setAccessibleName(_("Choose the day in a calendar"))
        self.opener.setToolTip(_("Choose the day in a calendar"))
        # Keys reach the calendar with Alt+Down. A stop here would send what is typed after Tab into this very field.
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.clicked.connect(self.open_calendar)
        theme().changed.connect(self._place)
        self._place()

    def open_calendar(self) -> None:
        """Show the calendar under the field, at the day the words mean."""
        from secondopinion_desktop.base import clock  # noqa: PLC0415 - the first window needs no dates

        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.calendar.clicked.connect(self._take)
            self._popup.calendar.activated.connect(self._take)
        day = self._read(self.text()) or clock.today()
        self._popup.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._popup.show_beside(self)
        self._popup.calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        words = self._word(chosen.toPython())  # type: ignore[arg-type]
        self.setText(words)
        self.setFocus()
        self.textEdited.emit(words)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = theme().text_px(18)
        target = max(theme().px(28), side + 8)
        self.opener.setIconSize(QSize(side, side))
        self.opener.setGeometry(self.width() - target - 4, (self.height() - target) // 2, target, target)
        self.setTextMargins(0, 0, target, 0)
