"""Under the table: what each later opinion says in short, what is new, and what people can do where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Match, VisitResult
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.spec import FieldSpec
from secondopinion_desktop.ui.pages.opinions.reading import doctor_words, ordinal
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import Button, Card, Column, PlainLabel, Row, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.model.opinion import Opinion
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.opinions.reading import Comparison


class InShortCard(Card):
    """What the later opinions say compared with the first: five answers, each a useful one. Then neutral moves."""

    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("In short"))
        self._file, self._messages = file, messages
        self._about: tuple[tuple[str, str], ...] = ()
        self.form: RecordForm | None = None
        self._unfolded = False
        self.add(PlainLabel(_("Each of these answers is a useful result."), tone="muted"))
        self._place = Column(gap=0)
        self.body.addLayout(self._place)
        self.moves_button = quiet_button(
            _("What people can do where opinions differ"), "chevron-right", self._turn_moves
        )
        self.body.addWidget(self.moves_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.moves = QWidget()
        self.moves.hide()
        column = Column(self.moves, gap=2)
        column.addWidget(PlainLabel(_("In any order. None of it has to be done."), "small", "muted"))
        for move in guidance.moves_when_they_differ():
            row = _Move(move.text)
            row.wanted.connect(self._plan)
            column.addWidget(row)
        self.add(self.moves)

    def show_comparison(self, found: Comparison, names: dict[str, str]) -> None:
        """Show the answers of now; what is being chosen stays."""
        later = found.opinions[1:]
        about = tuple((opinion.id, _compared(doctor_words(opinion, names), opinion.number)) for opinion in later)
        answers = {opinion.id: opinion.headline for opinion in later}
        if about != self._about and self.flush():
            self._about = about
            self._make_form(answers)
        elif self.form is not None:
            self.form.refresh(answers)
        differ = _differ(found)
        self.moves_button.setVisible(differ)
        self.moves.setVisible(differ and self._unfolded)
        self.setVisible(bool(later))

    def flush(self) -> bool:
        """Save what is chosen."""
        return self.form is None or self.form.flush()

    def _make_form(self, answers: dict[str, VisitResult]) -> None:
        if self.form is not None:
            self.form.flush()
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if self._about:
            fields = tuple(FieldSpec(key, name, "choice", choices=VisitResult) for key, name in self._about)
            self.form = RecordForm(fields, save=self._save)
            self.form.load(answers)
            self._place.addWidget(self.form)
            self.form.show()
        self.rearranged.emit()

    def _save(self, **values: Any) -> None:
        for opinion_id, headline in values.items():
            self._file.opinions.rows.change(opinion_id, origin=self, headline=headline)

    def _turn_moves(self) -> None:
        self._unfolded = not self._unfolded
        self.moves_button.setIcon(icon("chevron-down" if self._unfolded else "chevron-right", "accent_text"))
        self.moves.setVisible(self._unfolded)
        self.rearranged.emit()

    def _plan(self, words: str) -> None:
        self._file.tasks.add_to("weigh", words)
        self._messages.toast(_("Added to your next steps"), self._file.history.way_back().now)


class _Move(QWidget):
    """One thing people can do. `wanted` carries its words."""

    wanted = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        row = Row(self, gap=8)
        row.addWidget(PlainLabel(words), 1, Qt.AlignmentFlag.AlignVCenter)
        self.button = Button(_("Add to my tasks"), "quiet", "plus")
        self.button.setAccessibleDescription(words)
        self.button.clicked.connect(self._tell)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def _tell(self) -> None:
        self.wanted.emit(self._words)


def _compared(doctor: str, number: int) -> str:
    return _("{who}, compared with the first opinion").format(who=doctor or ordinal(number))


def _differ(found: Comparison) -> bool:
    headlines: list[Opinion] = found.opinions[1:]
    said = any(one.headline in {VisitResult.DIFFERENT, VisitResult.AGREES_WITH_CHANGES} for one in headlines)
    return bool(headlines) and (said or any(topic.match is Match.DIFFERENT for topic in found.topics))


class NewCard(Card):
    """What was new to the person: choices marked as new, and what only a later opinion said."""

    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("What is new"))
        self._none = PlainLabel(_("Choices and facts that nobody had raised before can stand here."), tone="muted")
        self.words: list[PlainLabel] = []
        self._list = Column(gap=4)
        self.add(self._none)
        self.body.addLayout(self._list)
        self.add_button = quiet_button(_("Add a choice that is new to me"), "plus", self.add_wanted)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_new(self, lines: list[str]) -> None:
        """Show these."""
        if [label.text() for label in self.words] != lines:
            for label in self.words:
                label.hide()
                label.deleteLater()
            self.words = [PlainLabel(line) for line in lines]
            for label in self.words:
                self._list.addWidget(label)
                label.show()
        self._none.setVisible(not lines)


def new_things(file: OpenFile, found: Comparison) -> list[str]:
    """Return what is new, each in one line: choices first, then what only a later opinion said on a topic."""
    lines = []
    for option in file.opinions.options.all():
        if option.new_to_me:
            what = _("{name}: {treatment}").format(name=option.name, treatment=option.treatment)
            words = what if option.treatment else option.name
            raised = _("{what} (raised by {who})").format(what=words, who=option.raised_by)
            lines.append(raised if option.raised_by else words)
    for topic in found.topics:
        if topic.match is Match.ONLY_SECOND:
            said = next(
                (found.said[topic.id, o.id] for o in found.opinions[1:] if found.said.get((topic.id, o.id))), ""
            )
            lines.append(_("{name}: {what}").format(name=topic.name, what=said) if said else topic.name)
    return lines
