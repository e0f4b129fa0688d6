"""A letter that was begun: what the person changed in it is kept inside the file, until they start anew.

What was written for one place is never shown in a letter to another: it would send a fax to the wrong office.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.model.choices import DeliverTo, LetterKind

if TYPE_CHECKING:
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.services.letters import Letter

_KEY: Final = "letter_draft:"
_TO: Final = "written_to"
_OF_THE_PLACE: Final = frozenset({"to_name", "to_address", "to_fax", "records", "more_records"})
_CHOICES: Final = {"kind": LetterKind, "deliver": DeliverTo}


def begun(settings: FileSettings, about: str, fresh: Letter) -> Letter:
    """Return `fresh` with what was changed in the letter about this before; what the file fills in stays new."""
    try:
        kept = json.loads(settings.get(_KEY + about) or "{}")
        moved = kept.pop(_TO, fresh.to_name) != fresh.to_name
        changed = {
            name: _value(name, value, fresh)
            for name, value in kept.items()
            if hasattr(fresh, name) and not (moved and name in _OF_THE_PLACE)
        }
    except (ValueError, TypeError, AttributeError):  # of another edition of the program
        return fresh
    return replace(fresh, **changed)


def keep(settings: FileSettings, about: str, fresh: Letter, letter: Letter) -> None:
    """Keep what differs from the letter as the file fills it in."""
    told = asdict(letter)
    changed = {one.name: told[one.name] for one in fields(fresh) if told[one.name] != getattr(fresh, one.name)}
    settings.set(_KEY + about, json.dumps({**changed, _TO: fresh.to_name}) if changed else "")


def _value(name: str, value: Any, fresh: Letter) -> Any:
    if name in _CHOICES:
        return _CHOICES[name](value)
    return type(getattr(fresh, name))(value)
