"""The open file: what goes wrong while working is told in plain words, and nothing is called saved that is not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import IntegrityError

from secondopinion_desktop.base import troubles
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.storage import casefile, health, search
from secondopinion_desktop.storage.keys import Passphrase
from secondopinion_desktop.storage.store import Store
from tests.helpers.casefiles import CHEAP, DEVICE, add_contact, contact_names, seen_from_outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile

PASSPHRASE = "blue door"
LONG = "a long story " * 20_000


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "protected"])
def file(request: pytest.FixtureRequest, place: Path) -> Iterator[CaseFile]:
    file = casefile.create(place / "Maria.secondopinion", request.param, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    yield file
    file.close()


@contextmanager
def _no_file_may_grow(limit: int) -> Iterator[None]:
    """Let the system refuse every write beyond `limit` bytes, as a quota would."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_the_settings_that_keep_words_safe_are_on(file: CaseFile) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "secure_delete": 1}
    wanted |= {"mmap_size": 0, "cell_size_check": 1, "temp_store": 2, "wal_autocheckpoint": 256}
    with file.database.raw() as bare:
        answers = {name: bare.execute(f"PRAGMA {name}").fetchone() for name in wanted}
    # SQLCipher keeps no memory map, and so has no answer to that.
    assert {name: answer[0] for name, answer in answers.items() if answer} == {
        name: value for name, value in wanted.items() if answers[name]
    }


def test_the_sqlite_inside_has_the_fix_for_damaged_logs_and_is_the_only_one() -> None:
    assert sqlcipher.sqlite_version_info >= (3, 51, 3)


def test_an_error_of_our_own_undoes_everything_and_tells_no_words(file: CaseFile) -> None:
    with pytest.raises(IntegrityError) as found:
        _set_twice(file, "my secret")
    assert "my secret" not in str(found.value)
    with file.database.session() as session:
        assert not session.connection().exec_driver_sql("SELECT 1 FROM file_setting WHERE name = 'half'").fetchone()


def _set_twice(file: CaseFile, value: str) -> None:
    with file.database.writing() as session:
        connection = session.connection()
        for name in ("half", "file_id"):
            connection.exec_driver_sql("INSERT INTO file_setting (name, value) VALUES (?, ?)", (name, value))


def test_a_write_inside_a_write_is_found_at_once(file: CaseFile) -> None:
    with pytest.raises(RuntimeError), file.database.writing(), file.database.writing():
        pass
    add_contact(file.database, "Aunt Jo")


def test_reading_inside_a_write_sees_the_state_before(file: CaseFile) -> None:
    store = Store(file.database, DEVICE)
    with store.writing("Add") as unit:
        unit.add(Contact(name="Aunt Jo"))
        assert contact_names(file.database) == ["Dr. Rivera"]
    assert contact_names(file.database) == ["Aunt Jo", "Dr. Rivera"]


def test_many_threads_may_write(file: CaseFile) -> None:
    def write(number: int) -> None:
        for each in range(5):
            add_contact(file.database, f"{number}-{each}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(contact_names(file.database)) == 31


def test_a_full_disk_is_told_and_the_next_try_works(file: CaseFile, place: Path) -> None:
    heard: list[object] = []
    store = Store(file.database, DEVICE)
    store.when_written(heard.append)
    size = max(path.stat().st_size for path in place.iterdir())
    with _no_file_may_grow(size + 4096), pytest.raises((troubles.DiskFull, troubles.DiskTrouble)):
        _write_long(store)
    assert not heard
    assert contact_names(file.database) == ["Dr. Rivera"]
    _write_long(store)
    assert len(heard) == 1
    assert contact_names(file.database) == ["Aunt Jo", "Dr. Rivera"]
    assert health.examine(file.database).is_sound


def test_a_file_that_was_checked_written_and_searched_is_still_called_sound(file: CaseFile) -> None:
    file.database.check()
    store = Store(file.database, DEVICE)
    for _time in range(2):
        _write_long(store)
        assert health.examine(file.database).is_sound
        with file.database.reading() as reading:
            assert search.find(reading, "jo")


def _write_long(store: Store) -> None:
    with store.writing("Add") as unit:
        unit.add(Contact(name="Aunt Jo", note=LONG))


def test_no_room_for_a_copy_leaves_none(file: CaseFile, place: Path) -> None:
    before = set(seen_from_outside(place))
    with _no_file_may_grow(100_000), pytest.raises((troubles.DiskFull, troubles.DiskTrouble)):
        file.save_copy(place / "copy.secondopinion")
    assert set(seen_from_outside(place)) == before


def test_no_room_for_a_new_file_leaves_none(place: Path) -> None:
    with _no_file_may_grow(100_000), pytest.raises((troubles.DiskFull, troubles.DiskTrouble)):
        casefile.create(place / "Maria.secondopinion", PASSPHRASE, cost=CHEAP)
    assert not list(place.iterdir())


def test_no_room_for_a_new_passphrase_keeps_the_old_one(place: Path) -> None:
    file = casefile.create(place / "Maria.secondopinion", PASSPHRASE, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    with _no_file_may_grow(100_000), pytest.raises((troubles.DiskFull, troubles.DiskTrouble)):
        file.change_passphrase(Passphrase(PASSPHRASE), "red")
    add_contact(file.database, "Aunt Jo")
    file.close()
    assert [each.name for each in place.iterdir()] == ["Maria.secondopinion"]
    again = casefile.open_file(place / "Maria.secondopinion", Passphrase(PASSPHRASE), cost=CHEAP)
    assert contact_names(again.database) == ["Aunt Jo", "Dr. Rivera"]
    again.close()


def _removed(path: Path) -> None:
    path.unlink()


def _moved(path: Path) -> None:
    path.rename(path.with_name("moved"))


def _replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"an older version, from a cloud folder")
    other.replace(path)


def _log_removed(path: Path) -> None:
    path.with_name(path.name + "-wal").unlink()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
@pytest.mark.parametrize("accident", [_removed, _moved, _replaced, _log_removed])
def test_a_file_that_vanishes_is_noticed_at_the_next_word_and_rescued(
    accident: object, file: CaseFile, place: Path
) -> None:
    path = file.path
    assert callable(accident)
    accident(path)
    with pytest.raises(troubles.FileVanished):
        add_contact(file.database, "Aunt Jo")
    file.rescue(place / "rescued.secondopinion")
    assert file.path == place / "rescued.secondopinion"
    assert "Dr. Rivera" in contact_names(file.database)
    add_contact(file.database, "Uncle Ben")
    file.close()
    assert not [each for each in place.iterdir() if each.name.endswith(("-wal", "-shm", ".partial"))]
    again = casefile.open_file(place / "rescued.secondopinion", Passphrase(PASSPHRASE), cost=CHEAP)
    assert {"Dr. Rivera", "Uncle Ben"} <= set(contact_names(again.database))
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open file")
def test_a_file_put_in_its_place_by_a_cloud_is_not_written_over(place: Path) -> None:
    path = place / "Maria.secondopinion"
    file = casefile.create(path, PASSPHRASE, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    file.save_copy(place / "older")
    add_contact(file.database, "Aunt Jo")
    (place / "older").replace(path)
    before = path.read_bytes()
    with pytest.raises(troubles.FileVanished):
        file.change_passphrase(Passphrase(PASSPHRASE), "red")
    assert path.read_bytes() == before
    file.rescue(place / "rescued.secondopinion")
    assert contact_names(file.database) == ["Aunt Jo", "Dr. Rivera"]
    file.close()


def test_a_rescue_that_finds_no_place_can_be_tried_again(file: CaseFile, place: Path) -> None:
    with pytest.raises(troubles.VanishedDrive):
        file.rescue(place / "stick" / "rescued.secondopinion")
    with pytest.raises(troubles.AlreadyExists):
        file.rescue(file.path)
    add_contact(file.database, "Aunt Jo")
    assert contact_names(file.database) == ["Aunt Jo", "Dr. Rivera"]


@pytest.mark.skipif(os.name == "nt", reason="locks work in another way there")
def test_looking_at_the_open_file_keeps_its_locks(file: CaseFile) -> None:
    """Reading its first bytes in this process would drop them, and the next program to close it removes the log."""
    assert casefile.needs_passphrase(file.path) == file.is_protected
    script = (
        "import sys, pathlib; from secondopinion_desktop.storage.connection import connect\n"
        "connect(pathlib.Path(sys.argv[1]), sys.argv[2] or None).close()"
    )
    subprocess.run([sys.executable, "-c", script, str(file.path), file.database.key or ""], check=True)
    assert file.path.with_name(file.path.name + "-wal").exists()
    add_contact(file.database, "Aunt Jo")


def test_a_closed_file_stays_closed(file: CaseFile) -> None:
    file.close()
    file.close()
    with pytest.raises(RuntimeError):
        contact_names(file.database)
