"""Whether a file is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.base.troubles import DamagedFile
from secondopinion_desktop.storage.connection import connect_to_read, in_plain_words
from secondopinion_desktop.storage.database import load_sql
from secondopinion_desktop.storage.stamp import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.storage.database import Database

_ENOUGH = 20


class Report(NamedTuple):
    """What a check found: `problems` in plain words (none is well), and how many rows each table holds."""

    problems: tuple[str, ...]
    counts: dict[str, int]

    @property
    def is_sound(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.problems


def demand_sound(bare: Any) -> None:
    """Read every page of the file. Raises DamagedFile; costs about 0.3 s for 50 MB."""
    if damage(bare):
        raise DamagedFile


def demand_readable(bare: Any) -> None:
    """Read every page of every table. Raises DamagedFile.

    What is left for `demand_sound` is whether the search index says what the rows say, which takes three times as long
    as all the rest, and whether two tables claim one page.
    """
    tables = bare.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall()
    for (table,) in [("sqlite_schema",), *tables]:
        if _quick_check(bare, f'"{table}"'):
            raise DamagedFile


def damage(bare: Any) -> list[str]:
    """Return what SQLite finds wrong with the structure of the file, at most 20 lines.

    FTS5 keeps the outline of an index between queries. A query sees that another connection wrote meanwhile; the check
    does not, and finds fault with a sound file. So the index is queried first, in the transaction of the check: what is
    written after that, neither sees.
    """
    bare.execute("BEGIN")
    try:
        if bare.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_index'").fetchone():
            bare.execute("SELECT rowid FROM search_index LIMIT 1").fetchall()
        return _quick_check(bare, str(_ENOUGH))
    finally:
        bare.rollback()


def _quick_check(bare: Any, what: str) -> list[str]:
    lines = [str(row[0]) for row in bare.execute(f"PRAGMA quick_check({what})")]
    return [] if lines == ["ok"] else lines


def counts(bare: Any, schema: str = "main") -> dict[str, int]:
    """Return the number of rows of every table that has pages of its own."""
    # Names cannot be bound; these come from the file's own schema and from this program.
    names = bare.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall()  # noqa: S608
    return {name: bare.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0] for (name,) in names}  # noqa: S608


def verify_copy(copy: Path, key: str | None, expected: dict[str, int] | None) -> None:
    """Open a copy as a person would have to, and read all of it. Raises DamagedFile unless it is whole.

    `expected` are the counts of the original, None if it was being written meanwhile.
    """
    with in_plain_words(copy):
        bare = connect_to_read(copy, key)
        try:
            demand_sound(bare)
            found = counts(bare)
            if bare.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise DamagedFile
        finally:
            bare.close()
    if expected is not None and found != expected:
        raise DamagedFile


def examine(database: Database) -> Report:
    """Check structure, links between rows and the search index, and count. Reads only."""
    load_sql()
    from secondopinion_desktop.storage import indexing  # noqa: PLC0415 - opening a file does not need it

    with database.raw() as bare:
        found = damage(bare)
        if found:
            return Report((_("The file is damaged."), *found), {})
        loose = len(bare.execute("PRAGMA foreign_key_check").fetchall())
        numbers = counts(bare)
    problems = []
    if loose:
        text = ngettext("{count} entry points at nothing.", "{count} entries point at nothing.", loose)
        problems.append(text.format(count=loose))
    with database.session() as session:
        unfound = indexing.faults(session)
    if unfound:
        text = ngettext(
            "{count} entry is missing from the search.", "{count} entries are missing from the search.", unfound
        )
        problems.append(text.format(count=unfound))
    return Report(tuple(problems), numbers)
