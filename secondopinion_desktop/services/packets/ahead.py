"""How far the steps are, and what happens next: visits, tasks, and what others owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import (
    TICKED,
    UNTICKED,
    Entry,
    Fields,
    Item,
    Run,
    Section,
    Spacer,
    Table,
    plain,
)
from secondopinion_desktop.model import progress
from secondopinion_desktop.model.choices import RecordStatus, StepStatus, TaskStatus
from secondopinion_desktop.services.packets.choice import MadeFor, Part
from secondopinion_desktop.services.packets.words import (
    NOTHING_TO_SAY,
    day,
    full_day,
    joined,
    known,
    short_day,
    unbroken,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


_FEW: Final = 3
_GAP: Final = 0.3
_TOLD_UNDER: Final = {
    "record": Part.RECORDS,
    "authorization": Part.INSURANCE,
    "referral": Part.INSURANCE,
    "denial": Part.INSURANCE,
    "call": Part.INSURANCE,
}
"""The part that says what is waited for of a row of these tables."""


def steps(case: Case, choice: PacketChoice) -> Section:
    """Return where the eight steps stand; with all tasks where everything is wanted."""
    keys = [step.key for step in guidance.steps()]
    found = progress.progress(keys, case.tasks, case.step_states, case.steps_begun).steps
    names = [step.name for step in guidance.steps()]
    if choice.made_for is MadeFor.EVERYTHING:
        shown = [task for task in case.tasks if not (task.put_aside and task.status is TaskStatus.SKIPPED)]
        blocks: list[Block] = [
            Entry(f"{number}. {name}", _stands(case, step), tuple(_ticked(task) for task in _of(shown, step)))
            for number, (name, step) in enumerate(zip(names, found, strict=True), start=1)
        ]
    else:
        blocks = [Fields(_by_status(case, found, names))] if case.is_begun else []
    return Section("steps", _("Steps"), tuple(blocks))


def _stands(case: Case, step: progress.StepProgress) -> str:
    """Return where a step stands; with why it is not needed, or was not before: everything leaves out no word."""
    before = case.step_reasons.get(step.key, "") if step.status is not StepStatus.NOT_NEEDED else ""
    said_before = _("not needed before: {why}").format(why=before) if before else ""
    return joined(step.words, _why_not(case, step), said_before)


def _why_not(case: Case, step: progress.StepProgress) -> str:
    """Return why a step is not needed, if that was said; of a step that is needed again, nothing."""
    return case.step_reasons.get(step.key, "") if step.status is StepStatus.NOT_NEEDED else ""


def _by_status(case: Case, found: Sequence[progress.StepProgress], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the steps that stand alike in one line, how far those are that were begun, and why one is not needed."""
    kinds: dict[str, list[str]] = {}
    for name, step in zip(names, found, strict=True):
        count = unbroken(_("{done} of {count}").format(done=step.done, count=step.total))
        begun = step.status in {StepStatus.IN_PROGRESS, StepStatus.WAITING} and step.total
        more = count if begun else _why_not(case, step)
        kinds.setdefault(step.status.words, []).append(f"{name} ({more})" if more else name)
    return tuple((status, ", ".join(listed)) for status, listed in kinds.items())


def _of(tasks: list[Task], step: progress.StepProgress) -> list[Task]:
    """Return the tasks of a step; of one that is not needed, those that were done, waited for, or the person's own."""
    found = [task for task in tasks if task.step == step.key]
    if step.status is not StepStatus.NOT_NEEDED:
        return found
    return [task for task in found if task.status is not TaskStatus.OPEN or not task.guidance_id or task.note]


def _ticked(task: Task) -> Item:
    words = joined(task.who, short_day(task.due), task.note)
    if task.status in {TaskStatus.WAITING, TaskStatus.SKIPPED}:
        words = joined(task.status.words, words)
    runs = (Run(task.title), Run(f" ({words})")) if words else plain(task.title)
    return Item(runs, TICKED if task.status is TaskStatus.DONE else UNTICKED)


def ahead(case: Case, choice: PacketChoice) -> Section:
    """Return visits to come with what to prepare, and one list of the next tasks and of what is being waited for."""
    visits: list[Block] = [_visit(case, visit, choice) for visit in case.upcoming]
    rows = (*_tasks(case), *_waiting(case, choice))
    head = (_("What"), _("Who"), _("When"))
    listed: list[Block] = [Table(head, rows, (4.8, 2, 1.6))] if rows else []
    between = [Spacer(_GAP)] if visits and listed else []
    return Section("next", _("What happens next"), (*visits, *between, *listed))


def _visit(case: Case, visit: Appointment, choice: PacketChoice) -> Entry:
    title = joined(visit.title or visit.kind.words, case.name(visit.contact_id))
    about = joined(full_day(visit.day, visit.time), visit.place)
    # With everything in the file, this stands with the other facts about the visit.
    facts = to_prepare(case, visit) if choice.made_for is not MadeFor.EVERYTHING else ()
    return Entry(title, about, (Fields(facts),) if facts else ())


def to_prepare(case: Case, visit: Appointment) -> tuple[tuple[str, str], ...]:
    """Return what those who come along need to know before a visit."""
    return known(
        (
            (_("Be there at"), visit.arrive_by),
            (_("Who comes along"), _companions(case, visit)),
            (_("Getting there"), visit.travel_note),
            (_("Bring"), visit.bring),
            (_("Records there by"), joined(day(visit.records_needed_by), visit.intake_contact)),
        )
    )


def _companions(case: Case, visit: Appointment) -> str:
    companion, writer = case.name(visit.companion_id), case.name(visit.note_taker_id)
    takes_notes = _("{name} takes notes").format(name=writer) if writer and writer != companion else ""
    return joined(companion, _("takes notes") if companion and companion == writer else takes_notes)


def _tasks(case: Case) -> list[tuple[str, str, str]]:
    """Return the open tasks with a date, the person's own, and the first of the others where those are few."""
    keys = [step.key for step in guidance.steps()]
    found = progress.progress(keys, case.tasks, case.step_states).open_tasks
    planned = [task for task in found if task.due or not task.guidance_id]
    planned += [task for task in found if task not in planned][: max(0, _FEW - len(planned))]
    return [(task.title, task.who or _("Nobody yet"), short_day(task.due) or _("No date yet")) for task in planned]


def _waiting(case: Case, choice: PacketChoice) -> list[tuple[str, str, str]]:
    """Return what others owe; for the family without what the same paper says under Records and Insurance."""
    told = _told_elsewhere(case, choice) if choice.made_for is MadeFor.FAMILY else frozenset()
    return [
        (
            waiting.what,
            waiting.who or NOTHING_TO_SAY,
            _("since {day}").format(day=short_day(waiting.since)) if waiting.since else _("Waiting"),
        )
        for waiting in case.waiting
        if waiting.target not in told
    ]


def _told_elsewhere(case: Case, choice: PacketChoice) -> frozenset[tuple[str, str]]:
    """Return the targets of what the parts that are printed say is waited for."""
    # The list of records says that one is to come back only where that is its status.
    silent = {
        record.id for record in case.records if record.return_by and record.status is not RecordStatus.TO_COME_BACK
    }
    return frozenset(
        (table, row_id)
        for table, row_id in (waiting.target for waiting in case.waiting)
        if _TOLD_UNDER.get(table) in choice.sections and row_id not in silent
    )
