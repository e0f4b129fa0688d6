"""How far the steps are, and what happens next: visits, tasks, and what others owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import (
    TICKED,
    UNTICKED,
    Entry,
    Heading,
    Item,
    Paragraph,
    Run,
    Section,
    Table,
    plain,
)
from secondopinion_desktop.model import progress
from secondopinion_desktop.model.choices import StepStatus, TaskStatus
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import full_day, joined, short_day

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case


_FEW: Final = 3


def steps(case: Case, choice: PacketChoice) -> Section:
    """Return the eight steps with where each stands; with all tasks where everything is wanted."""
    found = progress.progress([step.key for step in guidance.steps()], case.tasks, case.step_states).steps
    names = [f"{step.number}. {step.name}" for step in guidance.steps()]
    shown = [task for task in case.tasks if not (task.put_aside and task.status is TaskStatus.SKIPPED)]
    if choice.made_for is MadeFor.EVERYTHING:
        blocks: list[Block] = [
            Entry(name, _stands(case, step), tuple(_ticked(task) for task in _of(shown, step)))
            for name, step in zip(names, found, strict=True)
        ]
    else:
        rows = tuple((name, _stands(case, step)) for name, step in zip(names, found, strict=True))
        blocks = [Table((), rows, (3, 2))]
    return Section("steps", _("Steps"), tuple(blocks))


def _stands(case: Case, step: progress.StepProgress) -> str:
    """Return where a step stands; of one that is not needed also why, if that was said."""
    why = case.step_reasons.get(step.key, "") if step.status is StepStatus.NOT_NEEDED else ""
    return _("{status}: {why}").format(status=step.words, why=why) if why else step.words


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


def ahead(case: Case, _choice: PacketChoice) -> Section:
    """Return visits to come, the next tasks, and what is being waited for."""
    blocks = [*_visits(case), *_tasks(case), *_waiting(case)]
    return Section("next", _("What happens next"), tuple(blocks) or (Paragraph(plain(_("Not known yet"))),))


def _visits(case: Case) -> list[Block]:
    rows = tuple(
        (
            full_day(visit.day, visit.time),
            joined(visit.title or visit.kind.words, case.name(visit.contact_id)),
            visit.place,
        )
        for visit in case.upcoming
    )
    if not rows:
        return []
    return [Heading(plain(_("Visits"))), Table((_("When"), _("What"), _("Where")), rows, (3, 3, 2.4))]


def _tasks(case: Case) -> list[Block]:
    """Return the open tasks with a date, the person's own, and the first of the others where those are few."""
    keys = [step.key for step in guidance.steps()]
    found = progress.progress(keys, case.tasks, case.step_states).open_tasks
    planned = [task for task in found if task.due or not task.guidance_id]
    planned += [task for task in found if task not in planned][: max(0, _FEW - len(planned))]
    rows = tuple((task.title, task.who or _("Nobody yet"), short_day(task.due) or _("No date yet")) for task in planned)
    if not rows:
        return []
    return [Heading(plain(_("Tasks"))), Table((_("Task"), _("Who"), _("By when")), rows, (4, 2, 1.8))]


def _waiting(case: Case) -> list[Block]:
    rows = tuple((waiting.what, waiting.who, short_day(waiting.since)) for waiting in case.waiting)
    if not rows:
        return []
    return [Heading(plain(_("Waiting for"))), Table((_("What"), _("From"), _("Since")), rows, (4, 2, 1.8))]
