"""The step "Weigh your options": the check without a score, the hand-over of care, and people to call."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.opinions import Keyed
from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file
from secondopinion_desktop.guidance.steps import Target

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from secondopinion_desktop.guidance.shelf import Section


class ClearLine(NamedTuple):
    """One line of the clear-check, and the next helpful thing for who says "no" or "not sure".

    `key` is kept in people's files. `action` are the words of the way to `goes`; `ask` are ids of the question bank.
    """

    key: str
    text: str
    help: str
    action: str
    goes: Target
    ask: tuple[str, ...]


class Helpline(NamedTuple):
    """Someone to call. `source` is who published the number and `noted` the day it was read there: numbers change."""

    key: str
    name: str
    number: str
    about: str
    country: str
    source: str
    noted: date


class WeighingShelf(NamedTuple):
    clear: tuple[ClearLine, ...]
    handover: tuple[Keyed, ...]
    helplines: tuple[Helpline, ...]
    helplines_check: str


def clear_lines() -> tuple[ClearLine, ...]:
    """Return the lines of the clear-check."""
    return _shelf().clear


def handover_lines() -> tuple[Keyed, ...]:
    """Return what to think of when care moves."""
    return _shelf().handover


def helplines() -> tuple[Helpline, ...]:
    """Return people to call."""
    return _shelf().helplines


def helplines_check() -> str:
    """Return what stands beside them: that nobody called these numbers, and that they should be checked."""
    return _shelf().helplines_check


def _shelf() -> WeighingShelf:
    return read_weighing(file_for("weighing.toml"))


@cache
def read_weighing(path: Path) -> WeighingShelf:
    """Read a file about weighing. Raises GuidanceError."""
    whole = open_file(path)
    shelf = WeighingShelf(
        clear=tuple(_clear(part) for part in whole.sections("clear")),
        handover=tuple(Keyed(part.text("key"), part.text("text")) for part in whole.sections("handover")),
        helplines=tuple(_helpline(part) for part in whole.sections("helpline")),
        helplines_check=whole.text("helplines_check"),
    )
    whole.end()
    for keyed in (shelf.clear, shelf.handover, shelf.helplines):
        check_unique([part.key for part in keyed], path)
    return shelf


def _clear(part: Section) -> ClearLine:
    return ClearLine(
        key=part.text("key"),
        text=part.text("text"),
        help=part.text("help"),
        action=part.text("action"),
        goes=Target(part.one_of("goes", tuple(Target))),
        ask=part.texts("ask", optional=True),
    )


def _helpline(part: Section) -> Helpline:
    return Helpline(
        key=part.text("key"),
        name=part.text("name"),
        number=part.text("number"),
        about=part.text("about"),
        country=part.text("country"),
        source=part.text("source"),
        noted=part.day("noted"),
    )
