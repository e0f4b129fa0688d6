"""One open SQLite file: its connection settings and its two kinds of transaction."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, QueuePool, create_engine, event
from sqlmodel import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# WAL with FULL is the fastest mode that lost no acknowledged edit in simulated power cuts.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "wal_autocheckpoint=256",
    "journal_size_limit=4194304",
)
_IMMEDIATE = "begin_immediate"


def connect(path: Path, key: str | None) -> Any:
    """Return a raw connection to `path`; `key` is SQLCipher's raw key literal (hex) or None for an ordinary file."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5)
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key=\"x'{key}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master")  # the first real read: here a wrong key shows
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


class Database:
    """The open file. Every read and write goes through `reading` and `writing`."""

    def __init__(self, path: Path, key: str | None = None) -> None:
        self.path = path
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=self._creator(path, key),
            hide_parameters=True,
            poolclass=QueuePool,
            pool_size=2,
            max_overflow=0,
        )
        event.listen(self._engine, "begin", _begin)

    @staticmethod
    def _creator(path: Path, key: str | None) -> Any:
        return lambda: connect(path, key)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that sees one state of the file; entities read stay usable afterwards."""
        with self._engine.connect() as connection, Session(connection, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield a session inside BEGIN IMMEDIATE; leaving the block commits, an exception undoes everything."""
        with self._engine.connect() as connection:
            connection.info[_IMMEDIATE] = True
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
                    session.commit()
            finally:
                connection.info[_IMMEDIATE] = False

    def close(self) -> None:
        """Close every connection; SQLite folds the write-ahead log into the file."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    immediate = connection.info.get(_IMMEDIATE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
