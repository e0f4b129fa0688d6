"""Questions: the top five, the others, and each visit's own list with answers."""

from __future__ import annotations

from dataclasses import dataclass

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import AnswerStatus
from secondopinion_desktop.model.handles import Asking, Question
from secondopinion_desktop.services.askings import bring
from secondopinion_desktop.services.rows import Placed
from secondopinion_desktop.storage.store import rows

TOP = 5


@dataclass(frozen=True)
class Asked:
    """A question at a visit: its text, the answer so far, how far it got, and where it came from in the bank."""

    asking_id: str
    question_id: str
    text: str
    answer: str
    status: AnswerStatus
    bank_id: str = ""

    @property
    def id(self) -> str:
        """The id that stands for it in a list."""
        return self.asking_id


class Questions(Placed[Question]):
    table = Question
    adding = N_("Add question")
    changing = N_("Change question")
    removing = N_("Remove question")
    moving = N_("Move question")

    def top(self) -> list[Question]:
        """Return the questions to ask first, five at most."""
        return self.all(top=True, hidden=False)

    def more(self) -> list[Question]:
        """Return the other questions."""
        return self.all(top=False, hidden=False)

    def ask(self, text: str, group: str = "", bank_id: str = "") -> Question:
        """Add a question at the end; it stands among the top ones while there is room."""
        return self.add(
            text=text, group=group, bank_id=bank_id, top=len(self.top()) < TOP, position=self._last_position() + 1
        )

    def move(self, question_id: str, offset: int) -> None:
        """Move a question up (-1) or down (+1) within its own list."""
        question = self.get(question_id)
        self._move(question_id, offset, self.top() if question.top else self.more())

    def place(self, question_id: str, place: int) -> None:
        """Put a question at a place of its own list; the first is 0."""
        question = self.get(question_id)
        among = self.top() if question.top else self.more()
        before = next(number for number, other in enumerate(among) if other.id == question_id)
        self._move(question_id, place - before, among)

    def raise_to_top(self, question_id: str) -> None:
        """Put a question among the top ones; with five there, the last of them goes first among the others."""
        top, more = self.top(), self.more()
        with self.store.writing(_("Move to top 5")) as unit:
            dropped = top[TOP - 1 :]
            first_of_more = min((q.position for q in more), default=0.0)
            for place, question in enumerate(dropped):
                unit.change(Question, question.id, top=False, position=first_of_more - len(dropped) + place)
            kept = top[: TOP - 1]
            last = max((q.position for q in kept), default=0.0)
            unit.change(Question, question_id, top=True, position=last + 1)

    def lower(self, question_id: str) -> None:
        """Put a top question first among the others."""
        first = min((q.position for q in self.more()), default=0.0)
        with self.store.writing(_(self.moving)) as unit:
            unit.change(Question, question_id, top=False, position=first - 1)

    def bring(self, question_id: str, appointment_id: str | None, *, ticked: bool) -> None:
        """Bring a question to a visit, or no longer. Without a visit the wish is kept for the next one made."""
        label = _("Bring question") if ticked else _("Leave question at home")
        with self.store.writing(label) as unit:
            unit.change(Question, question_id, bring=ticked)
            if appointment_id is None:
                return
            if ticked:
                bring(unit, question_id, appointment_id)
            taken = rows(unit.session, Asking, question_id=question_id, appointment_id=appointment_id)
            for asking in () if ticked else taken:
                unit.remove(Asking, asking.id)

    def brought_to(self, appointment_id: str) -> set[str]:
        """Return the ids of the questions on a visit's list."""
        return {asked.question_id for asked in self.of_visit(appointment_id)}

    def of_visit(self, appointment_id: str) -> list[Asked]:
        """Return a visit's questions with their answers, in order."""
        with self.store.database.reading() as session:
            askings = rows(session, Asking, "position", appointment_id=appointment_id)
            known = {q.id: q for q in rows(session, Question, id=tuple(a.question_id for a in askings))}
        return [
            Asked(a.id, a.question_id, known[a.question_id].text, a.answer, a.status, known[a.question_id].bank_id)
            for a in askings
            if a.question_id in known
        ]

    def ask_at(self, appointment_id: str, text: str) -> Asked:
        """Add a new question straight to a visit's list."""
        top = len(self.top()) < TOP
        position = self._last_position() + 1
        with self.store.writing(_(self.adding)) as unit:
            question = unit.add(Question(text=text, top=top, bring=True, position=position))
            asking = bring(unit, question.id, appointment_id)
        return Asked(asking.id, question.id, text, "", asking.status)

    def answer(self, asking_id: str, text: str, *, origin: object | None = None) -> None:
        """Save an answer as it is typed. A first word makes the question answered, unless it was marked otherwise."""
        with self.store.writing(_("Write answer"), origin=origin, undoable=False) as unit:
            asking = unit.get_one(Asking, asking_id)
            status = asking.status
            if status is AnswerStatus.OPEN and text.strip():
                status = AnswerStatus.ANSWERED
            elif status is AnswerStatus.ANSWERED and not text.strip():
                status = AnswerStatus.OPEN
            unit.change(Asking, asking_id, answer=text, status=status)

    def mark(self, asking_id: str, status: AnswerStatus) -> None:
        """Say how far a question got at the visit."""
        with self.store.writing(_("Mark question")) as unit:
            unit.change(Asking, asking_id, status=status)

    def answers_to(self, question_id: str) -> list[Asking]:
        """Return every asking of one question, with what was answered."""
        return self.store.rows(Asking, question_id=question_id)

    def answered(self) -> list[Asking]:
        """Return every asking that was answered, the earliest first."""
        return [asking for asking in self.store.rows(Asking) if asking.answer.strip()]
