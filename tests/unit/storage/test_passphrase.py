"""Adding, changing and removing a passphrase: everything is still there, and only the new way in works."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import troubles
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.storage import casefile, health, places, search
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.connection import connect_to_read
from secondopinion_desktop.storage.keys import Passphrase, RecoveryCode
from tests.helpers.casefiles import CHEAP, add_contact, contact_names, made

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile

NAMES = ["Dr. Rivera", "Zoë Łukasz"]


def _opened(path: Path, passphrase: str | None = None) -> CaseFile:
    return casefile.open_file(path, Passphrase(passphrase) if passphrase else None, cost=CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    return place / "Maria.secondopinion"


@pytest.mark.parametrize(("old", "new"), [(None, "blue"), ("blue", "red"), ("blue", None), ("blue", "blue")])
def test_everything_is_there_afterwards_and_work_goes_on(old: str | None, new: str | None, path: Path) -> None:
    made(path, old, *NAMES)
    file = _opened(path, old)
    shape = _schema(file)
    code = file.change_passphrase(Passphrase(old) if old else None, new)
    assert file.is_protected == bool(new) == bool(code)
    assert contact_names(file.database) == NAMES
    add_contact(file.database, "Aunt Jo")
    assert _schema(file) == shape
    assert health.examine(file.database).is_sound
    with file.database.reading() as session:
        assert [hit.title for hit in search.find(session, "zoe")] == ["Zoë Łukasz"]
        assert [hit.title for hit in search.find(session, "aunt")] == ["Aunt Jo"]
    file.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    again = casefile.open_file(path, RecoveryCode(code) if code else None, cost=CHEAP)
    assert contact_names(again.database) == ["Aunt Jo", *NAMES]
    again.close()


def _schema(file: CaseFile) -> list[tuple[str, str]]:
    with file.database.raw() as bare:
        return sorted(bare.execute("SELECT name, sql FROM sqlite_master").fetchall())


def test_the_old_passphrase_and_the_old_sheet_stop_working(path: Path) -> None:
    old_sheet = made(path, "blue", *NAMES)
    file = _opened(path, "blue")
    file.change_passphrase(Passphrase("blue"), "red")
    file.close()
    with pytest.raises(troubles.WrongPassphrase):
        _opened(path, "blue")
    with pytest.raises(troubles.WrongRecoveryCode):
        casefile.open_file(path, RecoveryCode(old_sheet), cost=CHEAP)
    _opened(path, "red").close()


def test_the_sheet_is_enough_to_choose_a_new_passphrase(path: Path) -> None:
    sheet = made(path, "forgotten", *NAMES)
    file = casefile.open_file(path, RecoveryCode(sheet), cost=CHEAP)
    file.change_passphrase(RecoveryCode(sheet), "remembered")
    file.close()
    _opened(path, "remembered").close()


def test_only_who_knows_the_old_one_can_change_it(path: Path) -> None:
    other = made(path.with_name("other.secondopinion"), "blue")
    made(path, "blue", *NAMES)
    file = _opened(path, "blue")
    for unlock, trouble in (
        (None, troubles.NeedsPassphrase),
        (Passphrase("red"), troubles.WrongPassphrase),
        (RecoveryCode(other), troubles.WrongRecoveryCode),
        (RecoveryCode("0000"), troubles.MistypedRecoveryCode),
    ):
        with pytest.raises(trouble):
            file.change_passphrase(unlock, "green")
    with pytest.raises(FieldError):
        file.change_passphrase(Passphrase("blue"), "")
    file.close()
    _opened(path, "blue").close()


def test_no_word_stays_unprotected_in_the_backups(path: Path, home: Path) -> None:
    made(path, None, *NAMES)
    file = _opened(path)
    file.backups.make(Reason.REGULAR)
    file.change_passphrase(None, "blue")
    backups = file.backups.list()
    assert [backup.reason for backup in backups] == [Reason.PASSPHRASE, Reason.REGULAR]
    assert all(backup.is_protected for backup in backups)
    for each in [each for folder in (home, path.parent) for each in folder.rglob("*") if each.is_file()]:
        if each.name != "Maria.secondopinion":  # open: must not be touched by anybody else
            assert b"Rivera" not in each.read_bytes()
    bare = connect_to_read(backups[1].path, file.database.key)
    assert health.counts(bare)["contact"] == 2
    bare.close()
    file.close()
    assert b"Rivera" not in path.read_bytes()


def test_backups_follow_a_changed_passphrase_and_its_removal(path: Path) -> None:
    made(path, "blue", *NAMES)
    file = _opened(path, "blue")
    file.backups.make(Reason.REGULAR)
    file.change_passphrase(Passphrase("blue"), "red")
    assert {places.read_head(backup.path) for backup in file.backups.list()} == {places.read_head(path)}
    file.change_passphrase(Passphrase("red"), None)
    assert len(file.backups.list()) == 3
    assert not any(backup.is_protected for backup in file.backups.list())
    file.close()


def test_somebody_reading_meanwhile_stops_the_change_and_nothing_else(path: Path) -> None:
    made(path, "blue", *NAMES)
    file = _opened(path, "blue")
    with file.database.session() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM contact").fetchone()
        with pytest.raises(troubles.FileBusy):
            file.change_passphrase(Passphrase("blue"), "red")
    add_contact(file.database, "Aunt Jo")
    file.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    again = _opened(path, "blue")
    assert contact_names(again.database) == ["Aunt Jo", *NAMES]
    again.close()


def test_what_is_written_meanwhile_is_in_the_file_afterwards(path: Path) -> None:
    made(path, None, *NAMES)
    file = _opened(path)
    stop = threading.Event()
    written: list[str] = []

    def write() -> None:
        while not stop.is_set():
            name = f"Visitor {len(written):04}"
            add_contact(file.database, name)
            written.append(name)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for old, new in ((None, "blue"), ("blue", "red"), ("red", None)):
            file.change_passphrase(Passphrase(old) if old else None, new)
    finally:
        stop.set()
        writer.join()
    assert len(written) > 3
    assert contact_names(file.database) == sorted([*NAMES, *written])
    file.close()
