"""The help for one page: what F1 says first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.guidance.shelf import check_unique, file_for, open_file

if TYPE_CHECKING:
    from pathlib import Path


class Topic(NamedTuple):
    """What a page is called, and what it is for, in a few sentences."""

    key: str
    name: str
    text: tuple[str, ...]


def topic(key: str) -> Topic | None:
    """Return the help for a page, None where there is none of its own."""
    return next((each for each in read_topics(file_for("topics.toml")) if each.key == key), None)


@cache
def read_topics(path: Path) -> tuple[Topic, ...]:
    """Read a file of help. Raises GuidanceError."""
    whole = open_file(path)
    found = tuple(Topic(each.text("key"), each.text("name"), each.texts("text")) for each in whole.sections("topics"))
    whole.end()
    check_unique([each.key for each in found], path)
    return found
