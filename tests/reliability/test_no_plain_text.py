"""With a passphrase, no word a person typed lies readable in any file the program wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.fields import TypedByPerson
from secondopinion_desktop.model.row import Row, rules_of
from secondopinion_desktop.model.tables import ROWS
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.seeding import seed
from secondopinion_desktop.storage import attachments, casefile
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.keys import Passphrase
from tests.helpers.casefiles import CHEAP

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "open sesame canary"
CANARY = "Kanarienvogel"
"""In every field; no file name and no table holds it."""


def test_no_word_is_readable_anywhere(tmp_path: Path) -> None:
    everything = _a_life(tmp_path, PASSPHRASE)
    assert len(everything) > 8
    found = [name for name, content in everything.items() if _readable(content, CANARY, PASSPHRASE, "CREATE TABLE")]
    assert not found


def test_without_a_passphrase_this_test_would_find_them(tmp_path: Path) -> None:
    everything = _a_life(tmp_path, None)
    found = [name for name, content in everything.items() if _readable(content, CANARY)]
    names = {name.rpartition("/")[2] for name in found}
    assert {"Maria.secondopinion", "Maria.secondopinion-wal", "copy.secondopinion"} <= names


def _a_life(folder: Path, passphrase: str | None) -> dict[str, bytes]:
    """Do all that writes files; return them with what they held while the file was open and after it was closed."""
    place = folder / "place"
    place.mkdir()
    path = place / "Maria.secondopinion"
    file = OpenFile(casefile.create(path, passphrase, cost=CHEAP).file)
    seed(file.store, CANARY)
    file.start_writing()
    for table in ROWS:
        _fill(file, table)
    letter = folder / "letter.txt"
    letter.write_text(f"{CANARY} " * 1000)
    with file.store.writing("Attach") as unit:
        attachments.keep(unit, "record", "x", letter)
    letter.unlink()
    case = file.case_file
    case.backups.make(Reason.REGULAR)
    case.save_copy(place / "copy.secondopinion")
    SettingsStore(paths.settings_dir() / "settings.json").remember_file(path)
    everything = _all_files(folder, "open")
    if passphrase:
        case.change_passphrase(Passphrase(passphrase), "another " + passphrase)
    _fill(file, ROWS[0])
    everything |= _all_files(folder, "changed")
    file.close()
    return everything | _all_files(folder, "closed")


def _fill(file: OpenFile, table: type[Row]) -> None:
    """Write the canary into every field a person types into."""
    values: dict[str, Any] = {}
    for name, field in rules_of(table).model_fields.items():
        if any(isinstance(mark, TypedByPerson) for mark in field.metadata):
            values[name] = f"{CANARY} {table.__name__} {name}"
        elif field.is_required():
            values[name] = "x"
    with file.store.writing("Fill") as unit:
        unit.add(table(**values))


def _all_files(folder: Path, when: str) -> dict[str, bytes]:
    """Read every file. The open one too: this process may lose its locks by that, and nobody else is there."""
    return {f"{when}/{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _readable(content: bytes, *words: str) -> bool:
    return any(word.encode(code) in content for word in words for code in ("utf-8", "utf-16-le", "utf-16-be"))
