"""What opening a file does not wait for: it is read whole before the first write. Closing waits for nobody in vain."""

from __future__ import annotations

import threading
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base import troubles
from secondopinion_desktop.base.locks import Unshared
from secondopinion_desktop.storage import casefile, health, search, unlocking
from secondopinion_desktop.storage.reading import Reading
from tests.helpers.casefiles import CHEAP, add_contact, contact_names, made, seen_from_outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile


class LockThatLooks(Unshared):
    """Remembers which files were there when it was given back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.left: list[str] | None = None

    def unlock(self) -> None:
        self.left = sorted(one.name for one in self._path.parent.glob(f"{self._path.name}*"))


class Opened:
    """A file, just opened, and its lock."""

    def __init__(self, path: Path) -> None:
        self.locks: list[LockThatLooks] = []
        self.file: CaseFile = casefile.open_file(path, make_lock=self._lock, cost=CHEAP)

    def _lock(self, path: Path) -> LockThatLooks:
        self.locks.append(LockThatLooks(path))
        return self.locks[-1]

    def close_while(self, work: Callable[[], object], begun: threading.Event, may_end: threading.Event | None) -> None:
        """Close the file while another thread is at work; `may_end` lets the work end once closing waits for it."""
        worker, closer = threading.Thread(target=work), threading.Thread(target=self.file.close)
        worker.start()
        assert begun.wait(10)
        closer.start()
        if may_end is not None:
            closer.join(0.05)
            assert closer.is_alive()
            assert self.locks[0].left is None
            may_end.set()
        for thread in (worker, closer):
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Maria.secondopinion"
    made(path, None, "Dr. Rivera")
    return path


def misled_index(path: Path) -> None:
    """Let the search index say something else than the rows: what takes long to see, and loses no words."""
    connection = sqlcipher.connect(str(path))
    connection.execute("UPDATE search_index_content SET c0 = 'Dr. Nobody'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_what_opening_does_not_wait_for_is_read_before_the_first_write(path: Path) -> None:
    misled_index(path)
    before = seen_from_outside(path.parent)
    file = casefile.open_file(path, cost=CHEAP)
    assert contact_names(file.database) == ["Dr. Rivera"]
    with pytest.raises(troubles.DamagedFile):
        add_contact(file.database, "Aunt Jo")
    for _time in range(2):
        with pytest.raises(troubles.DamagedFile):
            file.database.check()
    file.close()
    file.database.check()  # too late for an answer, which is no fault
    assert seen_from_outside(path.parent) == before


def test_the_lock_is_given_back_when_nobody_reads_the_file_any_more(path: Path) -> None:
    opened, reads, may_end, read = Opened(path), threading.Event(), threading.Event(), list[tuple[Any, ...]]()

    def read_slowly() -> None:
        with opened.file.database.reading() as reading:
            reads.set()
            may_end.wait(10)
            with opened.file.database.reading() as inner:  # what was begun before comes to its end
                read.extend(inner.execute("SELECT name FROM contact"))
            reading.execute("SELECT 1")

    opened.close_while(read_slowly, reads, may_end)
    assert read == [("Dr. Rivera",)]
    assert opened.locks[0].left == [path.name]
    with pytest.raises(RuntimeError):
        contact_names(opened.file.database)


def test_a_word_that_is_being_saved_by_another_thread_is_in_the_file_when_it_is_closed(path: Path) -> None:
    opened, writes, may_end = Opened(path), threading.Event(), threading.Event()

    def write_slowly() -> None:
        with opened.file.database.writing() as session:
            writes.set()
            may_end.wait(10)
            session.connection().exec_driver_sql("UPDATE contact SET name = 'Dr. Rivera Lopez'")

    opened.close_while(write_slowly, writes, may_end)
    again = casefile.open_file(path, cost=CHEAP)
    assert contact_names(again.database) == ["Dr. Rivera Lopez"]
    again.close()


def test_closing_breaks_off_a_long_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = threading.Event()

    def count_for_ever(bare: sqlcipher.Connection) -> None:
        reads.set()
        bare.execute("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n").fetchone()

    monkeypatch.setattr(casefile, "demand_sound", count_for_ever)
    opened = Opened(path)
    opened.close_while(opened.file.database.check, reads, None)
    assert opened.locks[0].left == [path.name]


def test_a_file_is_closed_once_though_two_close_it(path: Path) -> None:
    opened = Opened(path)
    closers = [threading.Thread(target=opened.file.database.close) for _time in range(4)]
    for thread in closers:
        thread.start()
    for thread in closers:
        thread.join(10)
    opened.file.close()
    assert opened.locks[0].left == [path.name]


def test_a_file_that_goes_away_before_it_was_read_whole_can_be_saved_elsewhere(path: Path) -> None:
    file = Opened(path).file
    assert contact_names(file.database) == ["Dr. Rivera"]
    path.rename(path.with_name("elsewhere"))
    file.rescue(path.with_name("rescued.secondopinion"))
    add_contact(file.database, "Aunt Jo")
    assert contact_names(file.database) == ["Aunt Jo", "Dr. Rivera"]
    file.close()


class Overtaken:
    """A connection beside which somebody writes between its query of the search index and what follows."""

    def __init__(self, bare: Any, write: Callable[[], object]) -> None:
        self._bare = bare
        self._write = write

    def execute(self, sql: str) -> Any:
        found = self._bare.execute(sql)
        if sql.startswith("SELECT rowid FROM search_index"):
            rows = found.fetchall()
            self._write()
            return SimpleNamespace(fetchall=lambda: rows)
        return found

    def rollback(self) -> None:
        self._bare.rollback()


def test_a_sound_file_is_called_sound_though_it_was_searched_and_is_written_while_it_is_read(path: Path) -> None:
    database = Opened(path).file.database
    with database.raw() as bare:
        for name in ("Aunt Jo", "Uncle Ben"):
            assert search.find(Reading(bare, {}), "rivera")
            add_contact(database, "Cousin Ann")
            assert not health.damage(Overtaken(bare, partial(add_contact, database, name)))
    database.close()


def test_a_large_file_is_read_whole_once_it_is_open_and_can_be_written_meanwhile(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    misled_index(path)
    monkeypatch.setattr(casefile, "CHECKED_AT_ONCE", 1)
    monkeypatch.setattr(unlocking, "CHECKED_AT_ONCE", 1)
    file = casefile.open_file(path, cost=CHEAP)
    add_contact(file.database, "Aunt Jo")
    with pytest.raises(troubles.DamagedFile):
        file.database.check()
    file.close()


def test_a_large_file_is_read_whole_once_though_it_is_asked_for_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, checks = threading.Event(), threading.Event(), list[object]()

    def check_slowly(bare: object) -> None:
        checks.append(bare)
        begun.set()
        may_end.wait(10)

    monkeypatch.setattr(casefile, "CHECKED_AT_ONCE", 1)
    monkeypatch.setattr(casefile, "demand_sound", check_slowly)
    file = casefile.open_file(path, cost=CHEAP)
    threads = [threading.Thread(target=file.database.check) for _time in range(2)]
    threads[0].start()
    assert begun.wait(10)
    threads[1].start()
    threads[1].join(0.05)
    may_end.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
    file.close()
    assert len(checks) == 1


def test_a_file_that_was_cut_off_is_read_whole_before_it_opens(path: Path) -> None:
    misled_index(path)
    held = sqlcipher.connect(str(path))
    held.execute("PRAGMA journal_mode=WAL")
    held.execute("UPDATE contact SET phone = '1'")
    held.commit()
    log = path.with_name(path.name + "-wal").read_bytes()
    content = path.read_bytes()
    held.close()
    path.write_bytes(content)
    path.with_name(path.name + "-wal").write_bytes(log)
    with pytest.raises(troubles.DamagedFile):
        casefile.open_file(path, cost=CHEAP)
