"""A field: label above, editor, help and error below. Set in one place so that every form reads the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets.editors import ComboBox, DateEdit, GrowingText, LineEdit
from secondopinion_desktop.ui.widgets.labels import IconLabel, PlainLabel, restyle
from secondopinion_desktop.ui.widgets.layouts import Column, Row
from secondopinion_desktop.ui.widgets.toast import announce

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

Editor = TypeVar("Editor", bound=QWidget)


class FieldFrame(QWidget, Generic[Editor]):
    """`label` above `editor`, with `help_text`, a remark and one error line below it.

    `beside` stands at the right of the editor (a button such as Change). `needed` marks the few that must be filled.
    """

    def __init__(
        self,
        label: str,
        editor: Editor,
        *,
        help_text: str = "",
        needed: bool = False,
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor: Editor = editor
        self._name, self._help, self.remark = label, help_text, ""
        column = Column(self, gap=4)
        words = _("{label} (needed)").format(label=label) if needed else label
        self.label = PlainLabel(words, "small-strong")
        self.label.setBuddy(editor)
        column.addWidget(self.label)
        row = Row(gap=8)
        stretch = 0 if editor.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Preferred else 1
        row.addWidget(editor, stretch)
        self._row = row
        if beside is not None:
            row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        elif not stretch:
            row.addStretch(1)
        column.addLayout(row)
        if help_text:
            column.addWidget(PlainLabel(help_text, "small", "muted"))
        self._column = column
        # Made when they are first needed: most fields never have one.
        self._remark: PlainLabel | None = None
        self._error: _ErrorLine | None = None
        editor.setAccessibleName(words)
        editor.setAccessibleDescription(help_text)

    def fill_width(self) -> None:
        """Let the editor take all the width, as a line does: for choices whose words are the person's own."""
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for place in range(self._row.count()):
            self._row.setStretch(place, 0)
        self._row.setStretchFactor(self.editor, 1)

    def set_label(self, label: str) -> None:
        """Call a field that need not be filled something else, to the eye and to a screen reader."""
        self._name = label
        self.label.setText(label)
        self.editor.setAccessibleName(label)

    @property
    def error(self) -> str:
        """The error shown, or ""."""
        return self._error.words.text() if self._error is not None and self._error.isVisibleTo(self) else ""

    def set_error(self, text: str) -> None:
        """Say calmly what is wrong, beside the field and to a screen reader."""
        if self._error is None:
            self._error = _ErrorLine(self)
            self._column.addWidget(self._error)
        self._error.words.setText(text)
        self._error.show()
        self._mark(wrong=True)
        self._describe(text)
        announce(self.editor, text)

    def clear_error(self) -> None:
        """Take the error away."""
        if self._error is not None:
            self._error.hide()
        self._mark(wrong=False)
        self._describe()

    def set_remark(self, text: str) -> None:
        """Say something about what stands there, though nothing is wrong; an empty text takes it away."""
        if text == self.remark:
            return
        self.remark = text
        if self._remark is None:
            self._remark = PlainLabel("", "small")
            self._column.insertWidget(2, self._remark)  # under the editor
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
        self._describe(self.error)

    def _describe(self, error: str = "") -> None:
        words = " ".join(part for part in (error, self.remark, self._help) if part)
        self.editor.setAccessibleDescription(words)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.editor.property("wrong") == "true") != wrong:
            self.editor.setProperty("wrong", "true" if wrong else "false")
            restyle(self.editor)


class _ErrorLine(QWidget):
    """A warning sign and the words, hidden while all is well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = Row(self, gap=6)
        row.addWidget(IconLabel("warning", "error_line", 16), 0, Qt.AlignmentFlag.AlignTop)
        self.words = PlainLabel("", "small-strong", "error")
        row.addWidget(self.words, 1)
        self.hide()


class LineField(FieldFrame[LineEdit]):
    """One line with its label."""

    def __init__(self, label: str, *, help_text: str = "", needed: bool = False, placeholder: str = "") -> None:
        super().__init__(label, LineEdit("", placeholder), help_text=help_text, needed=needed)


class TextField(FieldFrame[GrowingText]):
    """A text that grows, with its label."""

    def __init__(
        self, label: str, *, help_text: str = "", needed: bool = False, placeholder: str = "", lines: int = 2
    ) -> None:
        super().__init__(label, GrowingText("", placeholder, lines=lines), help_text=help_text, needed=needed)


class ComboField(FieldFrame[ComboBox]):
    """A choice list with its label; `choices` are (key, words)."""

    def __init__(
        self, label: str, choices: tuple[tuple[str, str], ...], *, help_text: str = "", needed: bool = False
    ) -> None:
        super().__init__(label, ComboBox(choices), help_text=help_text, needed=needed)


class DateField(FieldFrame[DateEdit]):
    """A day with its label; see DateEdit for `word` and `read`."""

    def __init__(
        self,
        label: str,
        word: Callable[[date], str],
        read: Callable[[str], date | None],
        *,
        help_text: str = "",
        needed: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, DateEdit(word, read, placeholder), help_text=help_text, needed=needed)
