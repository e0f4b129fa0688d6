"""What follows from a topic on which opinions differ: why it may be, what to ask, what the answer was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.ui.forms import specs_weighing as specs
from secondopinion_desktop.ui.forms.fields import LineField
from secondopinion_desktop.ui.forms.suggestions import ContactSuggestions
from secondopinion_desktop.ui.pages.opinions.importance import importance_words
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.widgets import Column, PlainLabel, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.model.opinion import Topic
    from secondopinion_desktop.services.file import OpenFile

_CELL: Final = 11  # where words begin in a cell
_ALIKE: Final = frozenset({Match.SAME, Match.NOT_DISCUSSED, Match.NOT_SURE})


class Followed(NamedTuple):
    """What is known of a topic besides what was said: its question as it stands now, and answers given at visits."""

    question: str
    answers: tuple[str, ...]


def leads_on(topic: Topic, followed: Followed) -> bool:
    """Return whether there is something to follow up, or something was written already."""
    written = topic.why_differ or followed.question or topic.ask_whom or topic.answer or topic.settled
    return bool(written) or topic.match not in _ALIKE


class Difference(QWidget):
    """Words and, when asked for, a form. `resized` is emitted when it opens or closes."""

    resized = Signal()

    def __init__(self, file: OpenFile, topic_id: str) -> None:
        super().__init__()
        self._file, self._topic_id = file, topic_id
        self._values: dict[str, Any] = {}
        self._name = ""
        self._column = Column(self, gap=2, margins=(_CELL, 0, 0, 6))
        self.words = PlainLabel("", "small", "muted")
        self.button = quiet_button("", "pencil", self.edit)
        self._column.addWidget(self.words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.editor: InPlace | None = None

    def show_topic(self, topic: Topic, followed: Followed) -> None:
        """Show another state; what is being typed stays."""
        self._name = topic.name
        self._values = {spec.name: getattr(topic, spec.name) for spec in specs.DIFFERENCE}
        self._values["question"] = followed.question
        self._values["matters"] = "" if topic.matters is None else str(topic.matters)
        lines = _lines(topic, followed)
        self.words.setText("\n".join(lines))
        self.words.setVisible(bool(lines) and self.editor is None)
        self.button.set_words(_("Change") if lines else _("Why, and what to ask"))
        self.button.setAccessibleDescription(topic.name)
        if self.editor is not None:
            self.editor.form.refresh(self._values)

    def edit(self) -> None:
        """Show the form."""
        if self.editor is None:
            title = _("{topic}: why, and what to ask").format(topic=self._name)
            self.editor = InPlace(title, specs.DIFFERENCE, self._save, self._file.contacts)
            self.editor.closed.connect(self._close)
            whom = self.editor.form.fields["ask_whom"]
            assert isinstance(whom, LineField)
            ContactSuggestions(whom.editor, self._file.contacts)
            self.words.hide()
            self.button.hide()
            self._column.addWidget(self.editor)
            self.editor.show()
            self.resized.emit()
            self.editor.load(self._values)
        else:
            self.editor.form.focus_first()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.flush()

    def _save(self, **values: Any) -> None:
        if "matters" in values:
            values["matters"] = int(values["matters"]) if values["matters"] else None
        if "question" in values:
            self._file.opinions.ask_about(self._topic_id, values.pop("question"), origin=self)
        if values:
            self._file.opinions.topics.change(self._topic_id, origin=self, **values)

    def _close(self) -> None:
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
            self.words.setVisible(bool(self.words.text()))
            self.button.show()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.resized.emit()


def _lines(topic: Topic, followed: Followed) -> list[str]:
    reasons = {reason.key: reason.text for reason in guidance.why_differ()}
    why = "; ".join(reasons.get(key, key) for key in topic.why_differ)
    to_whom = _("To ask {whom}: {question}") if topic.ask_whom else _("To ask: {question}")
    asked = followed.question or topic.question
    lines = [
        _("Why: {reasons}").format(reasons=why) if why else "",
        to_whom.format(whom=topic.ask_whom, question=asked) if asked else "",
        *(_("Answer: {answer}").format(answer=answer) for answer in (*followed.answers, topic.answer) if answer),
        "" if topic.matters is None else _("Matters to me: {words}").format(words=importance_words(topic.matters)),
        _("Settled for me") if topic.settled else "",
    ]
    return [line for line in lines if line]
