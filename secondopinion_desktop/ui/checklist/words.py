"""What is said about a task beside its title: who, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import TaskStatus
from secondopinion_desktop.model.dates import PartialDate, partial_date_words

if TYPE_CHECKING:
    from secondopinion_desktop.model.task import Task


class When(NamedTuple):
    """The words for a task's date, and whether that day has passed."""

    words: str
    late: bool = False


def when_words(task: Task, *, weekday: bool = False) -> When:
    """Return "by Mar 5", "was due Mar 5", the day it was done, "Not needed", or nothing. `weekday` names it too."""
    if task.status is TaskStatus.SKIPPED:
        return When(task.status.words)
    if task.status is TaskStatus.DONE:
        return When(_day(task.done_on, weekday=weekday))
    due = PartialDate.from_optional_text(task.due)
    if due is None:
        return When("")
    words = _day(task.due, weekday=weekday)
    if due.latest < clock.today():
        return When(_("was due {day}").format(day=words), late=True)
    return When(_("by {day}").format(day=words) if due.is_firm else words)


def meta_words(task: Task, step_name: str = "", *, weekday: bool = True) -> str:
    """Return "Claire · by Thu, Mar 5 · Send medical records"; what is not known is left out."""
    waiting = task.status.words if task.status is TaskStatus.WAITING else ""
    when = when_words(task, weekday=weekday).words
    return "  \N{MIDDLE DOT}  ".join(part for part in (waiting, task.who, when, step_name) if part)


def _day(stored: str, *, weekday: bool) -> str:
    day = PartialDate.from_optional_text(stored)
    if day is None:
        return ""
    return formats.day_weekday(day.day) if weekday and day.is_firm else partial_date_words(day)
