"""Get started: care one may want to ask about, what can be hard, words to begin a talk, and what to ask help with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file
from secondopinion_desktop.guidance.steps import STEP_KEYS, Owner

if TYPE_CHECKING:
    from pathlib import Path


class Ticked(NamedTuple):
    """Something to tick. `question` is what one may ask because of it, or is empty."""

    key: str
    text: str
    question: str = ""


class HelpWith(NamedTuple):
    """Something to ask for help with. `task` is what it is called on the list of `step`."""

    key: str
    text: str
    task: str
    step: str
    owner: Owner


class GettingStarted(NamedTuple):
    """`not_wanted`, `not_now` and `thinking` answer "Is this for me?"; `hurt` is a second sentence for a hard talk."""

    not_wanted: str
    not_now: str
    thinking: str
    hurt: str
    doctors_are_used_to_it: str
    stages: dict[str, str]
    care: tuple[Ticked, ...]
    worries: tuple[Ticked, ...]
    help: tuple[HelpWith, ...]


def getting_started() -> GettingStarted:
    """Return everything the first step offers."""
    return read_started(file_for("started.toml"))


@cache
def read_started(path: Path) -> GettingStarted:
    """Read the file of the first step. Raises GuidanceError."""
    whole = open_file(path)
    found = GettingStarted(
        not_wanted=whole.text("not_wanted"),
        not_now=whole.text("not_now"),
        thinking=whole.text("thinking"),
        hurt=whole.text("hurt"),
        doctors_are_used_to_it=whole.text("doctors_are_used_to_it"),
        stages={part.text("key"): part.text("text") for part in whole.sections("stage")},
        care=tuple(
            Ticked(part.text("key"), part.text("text"), part.text("question")) for part in whole.sections("care")
        ),
        worries=tuple(Ticked(part.text("key"), part.text("text")) for part in whole.sections("worry")),
        help=tuple(
            HelpWith(
                part.text("key"),
                part.text("text"),
                part.text("task"),
                part.one_of("step", STEP_KEYS),
                Owner(part.one_of("owner", tuple(Owner))),
            )
            for part in whole.sections("help")
        ),
    )
    whole.end()
    for keyed in (found.care, found.worries, found.help):
        check_unique([one.key for one in keyed], path)
    return found
