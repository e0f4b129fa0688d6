"""The open file: its connections and its two kinds of transaction."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.files import sync_folder
from secondopinion_desktop.base.troubles import FileBusy, FileVanished, ReadOnlyFile
from secondopinion_desktop.model.loading import LOADING
from secondopinion_desktop.storage import places
from secondopinion_desktop.storage.connection import (
    SqliteError,
    connect,
    connect_fresh,
    connect_to_read,
    in_plain_words,
    trouble_behind,
)
from secondopinion_desktop.storage.reading import Connections, Reading
from secondopinion_desktop.storage.stamp import APPLICATION_ID, mark_new
from secondopinion_desktop.storage.users import Users

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Pool
    from sqlmodel import Session

_IMMEDIATE = "begin_immediate"
_FILES = "files"
_GENERATION = "generation"  # how often all connections were closed before this one was made
_CONNECTIONS = 4  # the window's, the worker's, and some to spare


class CommitUnknown(UserError):
    """COMMIT answered with an error, so the change may be in the file or not: look for it before saying either.

    `trouble` is what to tell the person if it is not there.
    """

    def __init__(self, trouble: UserError) -> None:
        super().__init__(trouble.message, trouble.advice)
        self.trouble = trouble


class Database:
    """The open file. Every read and write goes through `reading` and `writing`.

    Reading does without SQLAlchemy, whose import takes 0.3 s: that is first done to write. Errors of SQLite come out as
    `UserError`s. One thread writes at a time; the others wait for it. `check` is for the whole file: the first write
    waits for it, unless nobody can wait that long.
    """

    def __init__(
        self,
        path: Path,
        key: str | None = None,
        *,
        read_only: bool = False,
        check: Callable[[Any], None] | None = None,
        waits_for_check: bool = True,
    ) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self.commits = 0
        """How many transactions this object has committed: tells whether there is anything new to back up."""
        self._left_to_check = check
        self._waits_for_check = waits_for_check
        self._users = Users()
        self._stopping = Lock()
        self._breaking_off: Callable[[], None] | None = None
        self._place = places.begin_use(path)
        self._is_closed = False
        self._generation = 0
        self._connecting = Lock()
        self._writing = Lock()
        self._checking = Lock()
        self._writer: int | None = None
        self._waking = Lock()
        self._bare = Connections(self._connect)
        self._columns: dict[str, Any] = {}

    @cached_property
    def _engine(self) -> Engine:
        load_sql()
        from sqlalchemy import QueuePool, event  # noqa: PLC0415 - 0.3 s

        engine = _engine(self._connect, QueuePool, pool_size=_CONNECTIONS, max_overflow=0)
        event.listen(engine, "connect", self._note_files)
        event.listen(engine, "checkin", self._end_if_left_over)
        return engine

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with self._users.using(), in_plain_words(self.path):
            with self._waking:  # the first two threads to ask must not make an engine each
                engine = self._engine
            with engine.connect() as connection:
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Yield what reads one state of the file."""
        with self.raw() as bare:
            bare.execute("BEGIN")
            try:
                yield Reading(bare, self._columns)
            finally:
                bare.rollback()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a session of SQLModel that sees one state of the file; entities read stay usable afterwards."""
        load_sql()
        from sqlmodel import Session  # noqa: PLC0415

        with self._connection() as connection, Session(connection, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session inside BEGIN IMMEDIATE; leaving the block commits, an exception undoes everything.

        Raises CommitUnknown if COMMIT itself answered with an error, and FileVanished if the file is no longer the one
        that was opened: SQLite would go on committing into a file that nobody can find.
        """
        load_sql()
        from sqlmodel import Session  # noqa: PLC0415

        with self.standing_still(), self._connection() as connection:
            connection.info[_IMMEDIATE] = True
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
                    session.flush()
                    self._watch(connection)  # else what is said not to be saved would be there twice when tried again
                    self._commit(session)
                self._watch(connection)
            finally:
                connection.info[_IMMEDIATE] = False

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Keep every other thread from writing inside the block."""
        if self.read_only:
            raise ReadOnlyFile
        if self._writer == get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._users.using(), self._writing:
            self._writer = get_ident()
            try:
                if self._waits_for_check:
                    self._check_if_left()
                yield
            finally:
                self._writer = None

    def check(self) -> None:
        """Do the check that opening left for later. Raises DamagedFile; then every write that waits for it does too.

        Closing breaks it off.
        """
        with self._writing if self._waits_for_check else self._checking:  # two that ask get one check
            try:
                self._check_if_left(may_stop=True)
            except (SqliteError, UserError, RuntimeError):
                if not self._users.is_closing:  # else nobody waits for the answer any more
                    raise

    def _check_if_left(self, *, may_stop: bool = False) -> None:
        if self._left_to_check is not None:
            with self.raw() as bare:
                self._breaking_off = bare.interrupt if may_stop else None
                try:
                    self._left_to_check(bare)
                finally:
                    with self._stopping:
                        self._breaking_off = None
            self._left_to_check = None

    def _break_off(self) -> None:
        """Let a check that is under way come to its end with an error."""
        with self._stopping:  # what is stopped must not be closed meanwhile
            if self._breaking_off is not None:
                self._breaking_off()

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """Yield a bare connection of sqlcipher3 outside any transaction, for VACUUM INTO, ATTACH and checks."""
        with self._users.using(), in_plain_words(self.path):
            turn, bare = self._bare.take()
            try:
                yield bare
            finally:
                self._bare.give_back(turn, bare)

    @contextmanager
    def reshaping(self) -> Iterator[Connection]:
        """Yield a connection inside BEGIN IMMEDIATE with foreign keys off: for migrations, which rebuild tables.

        Leaving the block checks all foreign keys and commits. SQLite ignores the switch inside a transaction, and with
        foreign keys on, rebuilding a parent table would silently remove its children.
        """
        with self.standing_still(), self._connection() as connection:
            bare: Any = connection.connection.dbapi_connection
            bare.execute("PRAGMA foreign_keys=OFF")
            connection.info[_IMMEDIATE] = True
            try:
                with connection.begin():
                    yield connection
                    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                    if loose:
                        raise RuntimeError(f"{len(loose)} rows would point at nothing")
            finally:
                connection.info[_IMMEDIATE] = False
                bare.execute("PRAGMA foreign_keys=ON")

    def settle(self) -> bool:
        """Try to bring everything committed from the log into the file; return whether it is there now."""
        try:
            with self.raw() as bare:
                busy, frames, moved = bare.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
        except UserError:
            return False
        return not busy and frames == moved

    def replace(self, put: Callable[[], None], key: str | None) -> None:
        """Fold the log into the file, let `put` set another file in its place, and go on with that under `key`.

        Call it inside `standing_still`. Raises FileBusy, with nothing changed, while anybody is reading.
        """
        with self._connecting:
            self._dispose()
            with in_plain_words(self.path):
                _fold(self._connect_now())
            # An old log must not come back after a power cut: SQLite would write its pages into the new file.
            sync_folder(self.path.parent)
            before = self._place
            try:
                put()
                self.key = key
            finally:
                places.end_use(before)
                self._place = places.begin_use(self.path)

    def go_on_at(self, path: Path) -> None:
        """Leave the open file and go on with `path`, a copy under the same key. Call it in `standing_still`."""
        with self._connecting:
            place = places.begin_use(path)
            self._dispose()
            places.end_use(self._place)
            self.path, self._place = path, place

    def is_in_place(self) -> bool:
        """Return whether the file is still where it was opened; costs a millionth of a second."""
        try:
            return places.identity(self.path) == self._place
        except OSError:
            return False

    def demand_in_place(self) -> None:
        """Raise FileVanished unless file and log are the ones that were opened."""
        with self._connection() as connection:
            self._watch(connection)

    def close(self) -> None:
        """Close every connection; SQLite folds the write-ahead log into the file. A second time has no effect.

        Waits for what other threads have begun: afterwards nothing of the file is open, and its lock can be given back.
        """
        self._users.end(self._break_off)
        with self._connecting:
            if not self._is_closed:
                self._is_closed = True
                self._dispose()
                places.end_use(self._place)

    def _dispose(self) -> None:
        """Close every connection that nobody is using; the others follow when they are given back."""
        self._bare.close_all()
        with self._waking:
            self._generation += 1
            if "_engine" in self.__dict__:
                self._engine.dispose()

    def _connect(self) -> Any:
        with self._connecting:
            return self._connect_now()

    def _connect_now(self) -> Any:
        if self._is_closed:
            raise RuntimeError("the file is closed")
        if not self.is_in_place():
            raise FileVanished
        return (connect_to_read if self.read_only else connect)(self.path, self.key)

    def _commit(self, session: Session) -> None:
        load_sql()
        from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

        try:
            session.commit()
        except DBAPIError as error:
            trouble = trouble_behind(error.orig, self.path)
            if trouble is None:
                raise
            raise CommitUnknown(trouble) from error
        self.commits += 1

    def _note_files(self, _connection: object, record: Any) -> None:
        record.info[_FILES] = _inodes(self.path)
        record.info[_GENERATION] = self._generation

    def _end_if_left_over(self, _connection: object, record: Any) -> None:
        """Close a connection given back after `_dispose`; SQLAlchemy would keep it until Python looks for garbage."""
        if record.info.get(_GENERATION) != self._generation:
            record.invalidate()

    def _watch(self, connection: Connection) -> None:
        """Look whether file and log are still the ones this connection has open; no file is opened for that."""
        if connection.info[_FILES] != _inodes(self.path):
            raise FileVanished


def load_sql() -> None:
    """Import what writing needs, if that was not done yet: 0.5 s. One thread at a time, see `model.loading`."""
    with LOADING:
        import_module("secondopinion_desktop.storage.unit")


def build(path: Path, key: str | None) -> None:
    """Make the schema and the marks of a case file in the empty file `path`, in one transaction."""
    load_sql()
    from sqlalchemy import NullPool  # noqa: PLC0415

    from secondopinion_desktop.storage.schema import create_schema  # noqa: PLC0415 - the whole model, for new files

    engine = _engine(lambda: connect_fresh(path, key), NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        create_schema(connection)
        mark_new(connection)


def _engine(make_connection: Callable[[], Any], pool: type[Pool], **more: Any) -> Engine:
    """Return an engine of SQLAlchemy over connections of sqlcipher3, whose transactions `_begin` begins."""
    load_sql()
    import sqlcipher3.dbapi2 as sqlcipher  # noqa: PLC0415
    from sqlalchemy import create_engine, event  # noqa: PLC0415

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=make_connection, hide_parameters=True, poolclass=pool, **more
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    immediate = connection.info.get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _inodes(path: Path) -> tuple[tuple[int, int] | None, ...]:
    found: list[tuple[int, int] | None] = []
    for each in (path, path.with_name(path.name + "-wal")):
        try:
            found.append(places.identity(each))
        except OSError:
            found.append(None)
    return tuple(found)


def _fold(connection: Any) -> None:
    """Bring the log into the file and leave the file alone on the disk, without a log."""
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy or connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise FileBusy
    finally:
        connection.close()
