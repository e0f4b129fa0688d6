"""Weigh your options: from the first thoughts to the decision. Each part is folded away until it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import Confidence, ContactRole
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.forms import specs_weighing as specs
from secondopinion_desktop.ui.forms.fields import ChoiceField
from secondopinion_desktop.ui.pages.step.work.clear import ClearCard
from secondopinion_desktop.ui.pages.step.work.learned import HelplinesCard, LearnedCard
from secondopinion_desktop.ui.pages.step.work.words import short_day
from secondopinion_desktop.ui.widgets import Box, Button, Column, PlainLabel, quiet_button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.decision import Decision
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages

_FIRST_LETTERS: Final = 90
_OF_DECISION: Final = ("stage", "role_wanted", "helpers", "pressure_felt")
_DOCTORS: Final = (ContactRole.FIRST_DOCTOR, ContactRole.SECOND_DOCTOR, ContactRole.THIRD_DOCTOR)
_CARD_OF: Final = {"decision": "decision", "self_check": "feeling", "term": "learned", "situation": "worksheet"}


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards of the step."""
    yield WeighCards(file, messages)


class WeighCards(Box):
    """All parts, in the order in which many people come to them, each folded away: one thing at a time."""

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self.cards: dict[str, FoldCard] = {}
        self._column = Column(self, gap=12)

    def show_by_portions(self) -> Iterator[int]:
        """Make one part after the other: as told in ui/widgets/portions.py."""
        for key, make_part in _PARTS.items():
            card = self.cards[key] = make_part(self._file, self._messages)
            card.open_requested.connect(self.open_requested)
            self._column.addWidget(card)
            card.show()
            yield card.sizeHint().height()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        saved = [card.flush() for card in self.cards.values()]
        return all(saved)

    def open_item(self, kind: str, row_id: str) -> bool:
        """Open the part that has a row, and put the keyboard there; return whether there is one."""
        learned = self.cards["learned"]
        if kind == "term" and isinstance(learned, LearnedCard):
            return learned.reveal(row_id)
        if kind == "card" and row_id in self.cards:
            return self.cards[row_id].go_to()
        card = "gut" if row_id == "gut_note" else _CARD_OF.get(kind, "")
        return self.cards[card].go_to() if card else False


class _PartOfDecision(FoldCard):
    """A sentence, and a form of fields of the decision."""

    kinds = ("decision",)

    def make_form(self, sentence: str, fields: Sequence[FieldSpec]) -> None:
        """Make what is inside."""
        self.column.addWidget(PlainLabel(sentence, tone="muted"))
        form = self.add_form(fields, self._save)
        form.load(self.file.opinions.decisions.one())
        form.keep_draft(self.file.settings, f"form_draft:decision:{fields[0].name}")

    def read(self) -> None:
        """Show what changed elsewhere."""
        super().read()
        for form in self.forms:
            form.refresh(self.file.opinions.decisions.one())

    def _save(self, **values: Any) -> None:
        self.file.opinions.decisions.save(origin=self, **values)


class BreathCard(_PartOfDecision):
    """First thoughts after a visit, and what can rest until later."""

    hint = N_("First thoughts after the visit, and what to leave for later.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Take a breath"))

    def line(self) -> str:
        """Return how the first thoughts begin."""
        return _beginning(self.file.opinions.decisions.one().first_thoughts)

    def fill(self) -> None:
        """Make the two boxes."""
        words = _("A visit can leave you with a lot to think about. Write whatever comes. Nothing here has to be tidy.")
        self.make_form(words, specs.BREATH)


class WorksheetCard(FoldCard):
    """The choice, by when, who decides and who helps; the choices themselves stand on the Opinions page."""

    kinds = ("decision", "situation", "person", "option", "point")
    hint = N_("In one sentence, and who decides it with you.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("The choice I face"))

    def line(self) -> str:
        """Return the choice in one sentence, and by when."""
        situation = self.file.people.situation()
        day = short_day(situation.decide_by)
        by = _("Decide by {day}.").format(day=day) if day else ""
        choice = _beginning(situation.decision_text)
        if choice and by and choice[-1] not in ".?!…":
            choice += "."
        return " ".join(part for part in (choice, by) if part)

    def fill(self) -> None:
        """Make the form, the way to the choices, and the line that says what inspired it."""
        self.add_form(specs.WORKSHEET, self._save).load(self._values())
        self.choices = PlainLabel("", tone="muted")
        self.column.addWidget(self.choices)
        self.open_button = quiet_button(_("Open my choices, with good and hard points"), "columns", self._open_choices)
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(PlainLabel(guidance.safety().credit, "small", "muted"))

    def read(self) -> None:
        """Show what changed elsewhere."""
        super().read()
        if self.is_made:
            self.forms[0].refresh(self._values())
            options, points = self.file.opinions.options.all(), self.file.opinions.points.all()
            count = ngettext("{count} choice is written down", "{count} choices are written down", len(options))
            more = ngettext("with {count} point.", "with {count} points.", len(points))
            words = f"{count.format(count=len(options))}, {more.format(count=len(points))}"
            self.choices.setText(words if options else _("No choices are written down yet."))

    def _values(self) -> dict[str, Any]:
        situation, decision = self.file.people.situation(), self.file.opinions.decisions.one()
        values = {name: getattr(situation, name) for name in ("decision_text", "decide_by", "decide_by_source")}
        values |= {name: getattr(decision, name) for name in _OF_DECISION}
        return {**values, "decide_style": self.file.people.person().decide_style}

    def _save(self, **values: Any) -> None:
        """Save each fact where it lives."""
        if "decide_style" in values:
            self.file.people.change_person(origin=self, decide_style=values.pop("decide_style"))
        of_decision = {name: values.pop(name) for name in _OF_DECISION if name in values}
        if of_decision:
            self.file.opinions.decisions.save(origin=self, **of_decision)
        if values:
            self.file.people.change_situation(origin=self, **values)

    def _open_choices(self) -> None:
        self.open_requested.emit("page", "opinions")


class FeelingCard(FoldCard):
    """How sure, how it feels, and whether the doctors listened. In words, never as a number. Private."""

    kinds = ("self_check", "contact")
    hint = N_("Before and now, for you alone.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("How sure I feel"))

    def line(self) -> str:
        """Return how sure the person feels now, in words."""
        answers = self.file.opinions.self_checks.answers()
        found = answers.get(("confidence", "now")) or answers.get(("confidence", "before"))
        return Confidence(found.answer).words if found and found.answer in set(Confidence) and found.answer else ""

    def fill(self) -> None:
        """Make a form for how sure, one for how it feels, and one for the doctors."""
        self.column.addWidget(PlainLabel(_("For you alone. It is not printed unless you choose so."), "small", "muted"))
        for fields in (specs.CONFIDENCE, specs.FEELING):
            self.add_form(fields, self._say).load(self._said())
        self.days = PlainLabel("", "small", "muted")
        self.column.addWidget(self.days)
        doctors = self.file.contacts.all(role=_DOCTORS)
        if doctors:
            heard = tuple(specs.heard_field(doctor.id, doctor.name) for doctor in doctors)
            self.add_form(heard, self._heard).load({doctor.id: doctor.felt_heard for doctor in doctors})

    def read(self) -> None:
        """Show what changed elsewhere."""
        super().read()
        if not self.is_made:
            return
        for form in self.forms[:2]:
            form.refresh(self._said())
        for form in self.forms[2:]:
            form.refresh({doctor.id: doctor.felt_heard for doctor in self.file.contacts.all(role=_DOCTORS)})
        answers = self.file.opinions.self_checks.answers()
        before, now = (answers.get(("confidence", when)) for when in ("before", "now"))
        days = [
            words.format(day=short_day(check.day))
            for words, check in ((_("Before: {day}."), before), (_("Now: {day}."), now))
            if check is not None and check.day
        ]
        self.days.setText(" ".join(days))
        self.days.setVisible(bool(days))

    def _said(self) -> dict[str, str]:
        found = self.file.opinions.self_checks.answers()
        return {f"{kind}.{when}": check.answer for (kind, when), check in found.items()}

    def _say(self, **values: str) -> None:
        for name, answer in values.items():
            kind, when = name.split(".")
            self.file.opinions.self_checks.say(kind, when, answer)

    def _heard(self, **values: str) -> None:
        for contact_id, answer in values.items():
            self.file.contacts.change(contact_id, origin=self, felt_heard=answer)


class DecisionCard(FoldCard):
    """The decision in the person's own words, or the day to look again; and what comes next."""

    kinds = ("decision", "option", "task")
    hint = N_("In your own words, or the day to look again.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("My decision"))

    def line(self) -> str:
        """Return the decision, or when to look at it again."""
        decision = self.file.opinions.decisions.one()
        if decision.text:
            return _beginning(decision.text)
        day = short_day(decision.next_check)
        return _("Not yet. Look again on {day}.").format(day=day) if day else ""

    def fill(self) -> None:
        """Make the form, and the way to add what comes next."""
        self.add_form(specs.DECISION, self._save)
        self._offer_choices()
        self.forms[0].load(self._values())
        self.forms[0].keep_draft(self.file.settings, f"form_draft:decision:{specs.DECISION[0].name}")
        self.next = PlainLabel("", "small", "muted")
        self.column.addWidget(self.next)
        self.next_button = Button(_("Add what comes next"), "secondary", "plus")
        self.next_button.clicked.connect(self._add_next)
        self.column.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)

    def read(self) -> None:
        """Show what changed elsewhere."""
        super().read()
        if self.is_made:
            self._offer_choices()
            self.forms[0].refresh(self._values())
            self.next.setText(_("Next steps stand in the list above, each with who does it and by when."))

    def _offer_choices(self) -> None:
        field = self.forms[0].fields["leaning_id"]
        assert isinstance(field, ChoiceField)
        options = self.file.opinions.options.all()
        field.offer((("", _("Not sure yet")), *((option.id, option.name) for option in options)))

    def _values(self) -> dict[str, Any]:
        decision: Decision = self.file.opinions.decisions.one()
        return {spec.name: getattr(decision, spec.name) for spec in specs.DECISION}

    def _save(self, **values: Any) -> None:
        if "leaning_id" in values:
            values["leaning_id"] = values["leaning_id"] or None
        self.file.opinions.decisions.save(origin=self, **values)

    def _add_next(self) -> None:
        from secondopinion_desktop.ui.dialogs.task import TaskDialog  # noqa: PLC0415 - when it is asked for

        if self.messages.run(TaskDialog(self.file, step="weigh")):
            self.messages.toast(_("Task added"), self.file.history.way_back().now)


class HandoverCard(_PartOfDecision):
    """What to think of when care goes on in another place."""

    hint = N_("A short list, only if you change who treats you.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("If your care moves to another place"))

    def line(self) -> str:
        """Return how many of the list are ticked, once any is."""
        ticked = len(self.file.opinions.decisions.one().handover)
        count = len(guidance.handover_lines())
        return _("{ticked} of {count} ticked").format(ticked=ticked, count=count) if ticked else ""

    def fill(self) -> None:
        """Make the list to tick."""
        self.make_form(_("Only if you want to change who treats you. Tick what is clear."), specs.HANDOVER)


class GutCard(FoldCard):
    """A private note. Its words do not show while it is folded."""

    kinds = ("situation",)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("What my gut says"))

    def line(self) -> str:
        """Say that there is something, not what."""
        return _("Private. Something is written here.") if self.file.people.situation().gut_note else _("Private.")

    def fill(self) -> None:
        """Make the box."""
        self.add_form(specs.GUT, self._save).load(self.file.people.situation())

    def read(self) -> None:
        """Show what changed elsewhere."""
        super().read()
        for form in self.forms:
            form.refresh(self.file.people.situation())

    def _save(self, **values: Any) -> None:
        self.file.people.change_situation(origin=self, **values)


_PARTS: Final[dict[str, Callable[[OpenFile, Messages], FoldCard]]] = {
    "breath": BreathCard,
    "worksheet": WorksheetCard,
    "clear": ClearCard,
    "feeling": FeelingCard,
    "decision": DecisionCard,
    "handover": HandoverCard,
    "gut": GutCard,
    "learned": LearnedCard,
    "helplines": HelplinesCard,
}


def _beginning(words: str) -> str:
    return formats.beginning(" ".join(words.split()), _FIRST_LETTERS)
