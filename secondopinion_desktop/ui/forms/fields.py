"""A field of a form: its editor, and how its words become a value of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QObject, Qt, Signal

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import ComboBox, FieldFrame, GrowingText, LineEdit

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.forms.spec import FieldSpec


class FormField(QObject):
    """One field. `widget` is its whole row; subclasses read and show the value of their editor.

    `edited` is emitted for what the person types, `left` when they leave the editor or made a choice. Values shown
    from code emit nothing.
    """

    edited = Signal(object)
    left = Signal(object)

    saves_while_typing: ClassVar[bool] = False
    """Whether what stands there can be kept before the person has finished: a word can, half a date cannot."""

    adds_at_last: ClassVar[bool] = False
    """Whether `read_at_last` may add something to the file: only once all other fields are clear."""

    is_gathered = False
    """Whether it stands in a form that is saved with one button: then that button adds what is new."""

    def __init__(self, spec: FieldSpec, widget: QWidget) -> None:
        super().__init__(widget)
        self.spec = spec
        self.widget = widget
        self._kept: Hashable = None
        self.was_given = False
        """Whether there was something in the value that was shown or kept last."""

    @property
    def is_touched(self) -> bool:
        """Whether the editor holds something else than was shown or kept last, whoever put it there."""
        return self._raw() != self._kept

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not self._raw()

    @property
    def typed(self) -> str:
        """The words that stand there, if they are words."""
        return ""

    @property
    def error(self) -> str:
        """The error shown, or ""."""
        return ""

    def show(self, value: Any) -> None:
        """Show a value of the model."""
        self._show(value)
        self.clear_error()
        self.keep()

    def take_back(self) -> None:
        """Show again what was saved last."""

    @property
    def state(self) -> Hashable:
        """What the editor holds, to be put back later."""
        return self._raw()

    def put_back(self, state: Any) -> None:
        """Show again what the editor held before and is not saved yet."""
        self._show(state)

    def put_words_back(self, words: str) -> None:
        """Show again the words that were `typed` before and are not saved yet."""
        self.put_back(words)

    def keep(self) -> None:
        """Take what the editor holds for saved."""
        self._kept = self._raw()
        self.was_given = not self.is_empty

    def kept_as(self, _value: Any) -> None:
        """Hear what was saved; a date is shown back in full words."""
        self.clear_error()
        self.keep()

    def read(self) -> Any:
        """Return the value for the model. Raises UserError with the question to ask."""
        raise NotImplementedError

    def read_at_last(self) -> Any:
        """Like `read`, when the form goes away: rather guess than lose a word."""
        return self.read()

    def say_back(self) -> None:
        """Show what was understood, where that is more than the words that were typed: a date in full."""

    def stand_in(self) -> Any:
        """Return what stands for a needed value that was never given."""
        return _("No name yet")

    def set_error(self, text: str) -> None:
        """Say what is wrong, in words, beside the editor."""

    def clear_error(self) -> None:
        """Take the error away."""

    def focus(self) -> None:
        """Put the keyboard into the editor."""
        self.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _raw(self) -> Hashable:
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _tell_edited(self) -> None:
        self.edited.emit(self)

    def _tell_left(self) -> None:
        self.left.emit(self)


class FramedField(FormField):
    """A field with its label above and its error below, as FieldFrame sets them."""

    def __init__(self, spec: FieldSpec, editor: QWidget) -> None:
        self.frame = FieldFrame(spec.label_words, editor, help_text=spec.help_words, needed=spec.needed)
        super().__init__(spec, self.frame)
        self.frame.setFocusProxy(editor)

    @property
    def error(self) -> str:
        return self.frame.error

    def set_error(self, text: str) -> None:
        self.frame.set_error(text)

    def clear_error(self) -> None:
        if self.frame.error:
            self.frame.clear_error()


class LineField(FramedField):
    """One line of words, a phone number, an amount in words."""

    saves_while_typing = True

    def __init__(self, spec: FieldSpec, editor: LineEdit | None = None) -> None:
        self.editor = editor or LineEdit("", spec.placeholder_words)
        super().__init__(spec, self.editor)
        self.editor.textEdited.connect(self._tell_edited)
        self.editor.editingFinished.connect(self._tell_left)

    @property
    def typed(self) -> str:
        return self.editor.text()

    def read(self) -> Any:
        return self.editor.text()

    def take_back(self) -> None:
        self.editor.setText(str(self._kept or ""))
        self.clear_error()

    def put_back(self, state: Any) -> None:
        self.editor.setText(state)

    def _raw(self) -> Hashable:
        return self.editor.text()

    def _show(self, value: Any) -> None:
        words = self._worded(value)
        if words != self.editor.text():  # setting the same text again would move the caret
            self.editor.setText(words)
            self.editor.setCursorPosition(0)

    def _worded(self, value: Any) -> str:
        return str(value or "")


class NumberField(LineField):
    """A whole number, such as how many visits are allowed."""

    saves_while_typing = False

    def read(self) -> int | None:
        text = self.editor.text().strip()
        if not text:
            return None
        if not (text.isdecimal() and len(text) <= len("999999")):
            raise UserError(_("Please write it as a number, like 3."))
        return int(text)

    def _worded(self, value: Any) -> str:
        return "" if value is None else str(value)


class TextField(FramedField):
    """Several lines; the box grows with the words."""

    saves_while_typing = True

    def __init__(self, spec: FieldSpec) -> None:
        self.editor = GrowingText("", spec.placeholder_words, lines=spec.lines)
        super().__init__(spec, self.editor)
        self.editor.edited.connect(self._tell_edited)
        self.editor.left.connect(self._tell_left)

    @property
    def typed(self) -> str:
        return self.editor.toPlainText()

    def read(self) -> str:
        return self.editor.toPlainText()

    def _raw(self) -> Hashable:
        return self.editor.toPlainText()

    def _show(self, value: Any) -> None:
        self.editor.show_text(str(value or ""))


class ChoiceField(FramedField):
    """One answer out of a closed list."""

    def __init__(self, spec: FieldSpec) -> None:
        self.editor = ComboBox(spec.option_words)
        super().__init__(spec, self.editor)
        self.editor.activated.connect(self._tell_left)

    def offer(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other answers, in words of the person; the one that is chosen stays if it is among them."""
        self.editor.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.frame.fill_width()
        there = tuple((str(self.editor.itemData(n)), self.editor.itemText(n)) for n in range(self.editor.count()))
        if options != there:
            chosen, touched = self.editor.key(), self.is_touched
            self.editor.clear()
            for key, words in options:
                self.editor.addItem(words, key)
            self.editor.show_key(chosen)
            if not touched:
                self.keep()

    @property
    def is_empty(self) -> bool:
        return self.editor.currentIndex() <= 0

    def read(self) -> str:
        return self.editor.key()

    def _raw(self) -> Hashable:
        return self.editor.key()

    def _show(self, value: Any) -> None:
        self.editor.show_key(str(value or ""))
