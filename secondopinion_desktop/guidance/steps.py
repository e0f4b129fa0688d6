"""The eight steps with their tasks, reasons and tips."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.guidance.shelf import Section, check_unique, file_for, open_file
from secondopinion_desktop.model.choices import Coverage

if TYPE_CHECKING:
    from pathlib import Path

STEP_KEYS: Final = ("get_started", "insurance", "schedule", "records", "timing", "write_down", "report", "weigh")


_COVERAGES: Final = tuple(str(coverage) for coverage in Coverage if coverage)


class Owner(StrEnum):
    """Who does a task, until the person says otherwise."""

    ME = "me"
    HELPER = "helper"
    DOCTOR = "doctor"
    CLINIC = "clinic"
    INSURER = "insurer"

    @property
    def words(self) -> str:
        """Return the words for "Who", in the person's language."""
        return _(_OWNER_WORDS[self])


_OWNER_WORDS: Final = {
    Owner.ME: N_("Me"),
    Owner.HELPER: N_("Helper"),
    Owner.DOCTOR: N_("Doctor's office"),
    Owner.CLINIC: N_("Second clinic"),
    Owner.INSURER: N_("Insurer"),
}


class Target(StrEnum):
    """Places in the program that a step or a task leads to."""

    PERSON = "person"
    HEALTH = "health"
    REASONS = "reasons"
    CHOICE = "choice"
    WORRIES = "worries"
    TALK = "talk"
    HOW_LONG = "how-long"
    ROUTE = "route"
    LETTER = "letter"
    CONTACTS_PANE = "contacts-pane"
    INSURANCE_PANE = "insurance-pane"
    CALL = "call"
    CALL_SHEET = "call-sheet"
    NETWORK = "network"
    COSTS = "costs"
    CENTERS = "centers"
    SECOND_VISIT = "second-visit"
    BACKGROUND = "background"
    KEY_DATES = "key-dates"
    APPOINTMENTS = "appointments"
    QUESTIONS = "questions"
    RECORDS = "records"
    OPINIONS = "opinions"
    SUMMARY = "summary"
    REPORTS = "reports"
    DECISION = "decision"
    QUESTIONS_SHEET = "questions-sheet"
    VISIT_MODE = "visit-mode"


class GuideTask(NamedTuple):
    """One action. `id` is kept in people's files as `guidance_id`. `coverage`: who pays where it fits; () for all."""

    id: str
    text: str
    owner: Owner
    related: Target | None
    coverage: tuple[str, ...] = ()

    def fits(self, coverage: str) -> bool:
        """Say whether it fits somebody whose care is paid so. As long as nobody has said, a health plan is assumed."""
        return not self.coverage or (coverage or Coverage.INSURED) in self.coverage


class Related(NamedTuple):
    target: Target
    text: str


class Step(NamedTuple):
    """One step; `number` counts from 1. `urgent_line`: the page ends with `safety().urgent`."""

    key: str
    number: int
    name: str
    purpose: str
    why: str
    tips: tuple[str, ...]
    tasks: tuple[GuideTask, ...]
    related: tuple[Related, ...]
    urgent_line: bool


def steps() -> tuple[Step, ...]:
    """Return the steps in their order."""
    return read_steps(file_for("steps.toml"))


def step(key: str) -> Step:
    """Return one step. Raises KeyError for a key that is none of `STEP_KEYS`."""
    for found in steps():
        if found.key == key:
            return found
    raise KeyError(key)


@cache
def read_steps(path: Path) -> tuple[Step, ...]:
    """Read a file of steps. Raises GuidanceError."""
    whole = open_file(path)
    found = tuple(_step(section, number) for number, section in enumerate(whole.sections("step"), 1))
    whole.end()
    if tuple(step.key for step in found) != STEP_KEYS:
        raise whole.wrong(f"the steps are not {', '.join(STEP_KEYS)}")
    check_unique([task.id for step in found for task in step.tasks], path)
    return found


def _step(section: Section, number: int) -> Step:
    key = section.one_of("key", STEP_KEYS)
    return Step(
        key=key,
        number=number,
        name=section.text("name"),
        purpose=section.text("purpose"),
        why=section.text("why"),
        tips=section.texts("tips"),
        tasks=tuple(_task(task, key) for task in section.sections("tasks")),
        related=tuple(
            Related(Target(link.one_of("target", tuple(Target))), link.text("text"))
            for link in section.sections("related")
        ),
        urgent_line=section.flag("urgent_line"),
    )


def _task(section: Section, step_key: str) -> GuideTask:
    task_id = section.text("id")
    if not task_id.startswith(f"{step_key}."):
        raise section.wrong(f"'id' does not start with '{step_key}.'")
    related = section.one_of("related", tuple(Target), "")
    return GuideTask(
        id=task_id,
        text=section.text("text"),
        owner=Owner(section.one_of("owner", tuple(Owner), Owner.ME)),
        related=Target(related) if related else None,
        coverage=section.several_of("coverage", _COVERAGES, optional=True),
    )
