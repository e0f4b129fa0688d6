"""The first step: why another opinion, whether it is for me, the talk with one's own doctor, and how it is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.guidance.started import HelpWith, getting_started
from secondopinion_desktop.model.choices import (
    CandidateStatus,
    ContactRole,
    InfoPreference,
    PlanChoice,
    StepStatus,
)
from secondopinion_desktop.model.handles import Appointment, Contact, Person, Question, Situation, StepState, Task
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.model.progress import FINISHED, step_progress
from secondopinion_desktop.services.appointments import start_of_treatment, treatment_start
from secondopinion_desktop.services.questions import TOP
from secondopinion_desktop.services.steps import say_of_step
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.storage.store import Store
    from secondopinion_desktop.storage.unit import Unit

_CARE = "care."
_HELP = "help."


class Suggested(NamedTuple):
    """A question that fits what was ticked; `bank_id` is kept with it, so that it is offered once."""

    bank_id: str
    text: str
    group: str


class HelpAsked(NamedTuple):
    """One line of "Ask for help with"; `task_id` and `who` are empty until it is on a list."""

    told: HelpWith
    task_id: str = ""
    who: str = ""


class Started:
    """What is asked in the first step, on top of the one row that says where the person stands."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # The answers

    def change(self, *, origin: object | None = None, **values: Any) -> None:
        """Set answers. With "no" the open steps become not needed; with any other they are as they were before."""
        with self._store.writing(_("Change dates and answers"), origin=origin) as unit:
            before = unit.get_one(Situation, ONLY).plan_choice
            unit.change(Situation, ONLY, **values)
            if "treatment_start" in values:
                _move_start(unit, values["treatment_start"])
            wanted = PlanChoice(values.get("plan_choice", before))
            if wanted is PlanChoice.NO and before is not PlanChoice.NO:
                _put_away(unit)
            elif before is PlanChoice.NO and wanted is not PlanChoice.NO:
                _take_up(unit)

    def take_up_again(self) -> None:
        """Go on after a "no": every step is where it was, and the question is open again."""
        self.change(plan_choice=PlanChoice.THINKING)

    def treatment_start(self) -> str:
        """Return the day treatment starts: that of its own visit where there is one."""
        with self._store.database.reading() as session:
            return treatment_start(rows(session, Appointment), session.get_one(Situation, ONLY))

    # Questions that fit

    def suggested(self) -> list[Suggested]:
        """Return questions that fit the reasons and the care asked about, without those taken or hidden before."""
        with self._store.database.reading() as session:
            situation, person = session.get_one(Situation, ONLY), session.get_one(Person, ONLY)
            reasons, care = set(situation.reasons), set(situation.care_not_offered_here)
            outlook = person.info_preference is InfoPreference.ALL
            known = {question.bank_id for question in rows(session, Question)}
        bank = guidance.question_bank()
        by_id = {question.id: question for question in bank.questions}
        names = {group.key: group.name for group in bank.groups}
        ids = dict.fromkeys(name for reason in bank.reasons if reason.key in reasons for name in reason.questions)
        found = [
            Suggested(name, by_id[name].text, names[by_id[name].group])
            for name in ids
            if name not in known and (outlook or not by_id[name].ask_first)
        ]
        asked = [
            Suggested(_CARE + one.key, one.question, _("Care to ask about"))
            for one in getting_started().care
            if one.key in care and _CARE + one.key not in known
        ]
        return [*asked, *found]

    def ask(self, chosen: Iterable[Suggested]) -> None:
        """Take questions into the person's own list, all as one change."""
        with self._store.writing(_("Add questions")) as unit:
            there = rows(unit.session, Question, "position")
            top = sum(question.top and not question.hidden for question in there)
            position = max((question.position for question in there), default=0.0)
            for number, one in enumerate(chosen, start=1):
                unit.add(
                    Question(
                        text=one.text,
                        group=one.group,
                        bank_id=one.bank_id,
                        top=top + number <= TOP,
                        position=position + number,
                    )
                )

    # Doctors and centers one may go to

    def candidates(self) -> list[Contact]:
        """Return the doctors and centers on the list, in the order of their names."""
        return [
            contact
            for contact in self._store.rows(Contact, "name")
            if contact.candidate is not CandidateStatus.UNANSWERED
        ]

    def add_candidate(self, name: str) -> str:
        """Put a doctor or center on the list as an idea; return the contact. Raises FieldError for no name."""
        wanted = " ".join(name.split())
        with self._store.writing(_("Add a doctor to ask about")) as unit:
            situation = unit.get_one(Situation, ONLY)
            teller = unit.get(Contact, situation.talked_with_id) if situation.talked_with_id else None
            told = teller.name if teller is not None else ""
            same = (one for one in rows(unit.session, Contact) if one.name.casefold() == wanted.casefold())
            known = next(same, None)
            if known is None:
                role = ContactRole.OTHER
                return unit.add(Contact(name=wanted, role=role, candidate=CandidateStatus.IDEA, who_told_me=told)).id
            if known.candidate is CandidateStatus.UNANSWERED:
                who = known.who_told_me or told
                unit.change(Contact, known.id, candidate=CandidateStatus.IDEA, who_told_me=who)
            return known.id

    # Ask for help with

    def help_asked(self) -> list[HelpAsked]:
        """Return what one can ask help with, each with its task where it is on a list."""
        found = {task.guidance_id: task for task in self._store.rows(Task) if task.guidance_id.startswith(_HELP)}
        lines = []
        for told in getting_started().help:
            task = found.get(_HELP + told.key)
            lines.append(HelpAsked(told, task.id, task.who) if task is not None else HelpAsked(told))
        return lines

    def ask_help(self, key: str, who: str) -> str:
        """Put one of them on the list of its step, with who does it; return the task."""
        told = next(one for one in getting_started().help if one.key == key)
        with self._store.writing(_("Add task")) as unit:
            there = rows(unit.session, Task, "position", step=told.step)
            position = max((task.position for task in there), default=0.0) + 1
            task = Task(step=told.step, title=told.task, who=who, position=position, guidance_id=_HELP + key)
            return unit.add(task).id


def _move_start(unit: Unit, day: str) -> None:
    """Keep the day of the visit that is the start of treatment the same as the one written here."""
    visit = start_of_treatment(rows(unit.session, Appointment))
    if visit is not None:
        unit.change(Appointment, visit.id, day=day)


def _put_away(unit: Unit) -> None:
    """Say of every open step that it is not needed, and remember what it was."""
    tasks = rows(unit.session, Task)
    states = {state.id: state for state in rows(unit.session, StepState)}
    for key in guidance.STEP_KEYS:
        state = states.get(key)
        by_hand = state.status if state is not None else ""
        if step_progress(key, tasks, by_hand).status in FINISHED:
            continue
        say_of_step(unit, key, status=StepStatus.NOT_NEEDED, before=by_hand)


def _take_up(unit: Unit) -> None:
    """Let every step that was put away be what it was."""
    for state in rows(unit.session, StepState):
        if state.before is not None:
            unit.change(StepState, state.id, status=state.before, before=None)
