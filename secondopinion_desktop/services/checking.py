"""Whether a file is well, in words for the command line and for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.storage import health

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


class Report(NamedTuple):
    """Whether the file is sound, and the lines that say so, with the number of entries of each kind."""

    is_sound: bool
    lines: tuple[str, ...]


def check(file: OpenFile) -> Report:
    """Check the structure, the links between entries and the search index, and count. Nothing is written."""
    found = health.examine(file.case_file.database)
    counts = [
        ngettext("{name}: {count} entry", "{name}: {count} entries", count).format(name=name, count=count)
        for name, count in sorted(found.counts.items())
        if count
    ]
    first = _("The file is well.") if found.is_sound else _("The file is not well.")
    return Report(found.is_sound, (first, *found.problems, *counts))
