"""Migrations: a file of any age ends up in the same shape as a new one, or stays as it was."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.script import ScriptDirectory

from secondopinion_desktop.base import troubles
from secondopinion_desktop.base.files import create_private
from secondopinion_desktop.storage import casefile, migrate, search, stamp
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.connection import connect_to_read
from secondopinion_desktop.storage.database import Database
from tests.helpers.casefiles import contact_names, made
from tests.helpers.migrations import add_second_migration

DATA = Path(__file__).parents[2] / "data"
SAMPLES = sorted(DATA.glob("schema_*.secondopinion.gz"))


def shape(path: Path) -> dict[str, Any]:
    """Return everything that can be asked about the tables of a file, without the white space of its statements."""
    bare = connect_to_read(path, None)
    rows = bare.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
    found: dict[str, Any] = {"statements": [(*row[:3], re.sub(r"\s+", " ", row[3] or "").strip()) for row in rows]}
    for kind, name, _table, _sql in rows:
        if kind == "table":
            for question in ("table_xinfo", "foreign_key_list", "index_list"):
                answers = bare.execute(f'PRAGMA {question}("{name}")').fetchall()
                # Indexes are made in no particular order, so their numbers are left out.
                found[f"{question} {name}"] = sorted(row[1:] for row in answers) if "index" in question else answers
    bare.close()
    return found


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new.secondopinion"
    made(path)
    return path


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a file as an earlier release wrote it, with two contacts."""
    path = tmp_path / "sample.secondopinion"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_the_program_knows_its_newest_migration() -> None:
    assert ScriptDirectory.from_config(migrate.config()).get_heads() == [stamp.HEAD]


def test_every_schema_has_a_sample_file() -> None:
    revisions = ScriptDirectory.from_config(migrate.config()).walk_revisions()
    assert {f"schema_{revision.revision}.secondopinion.gz" for revision in revisions} == {each.name for each in SAMPLES}


def test_migrating_from_nothing_makes_the_same_file_as_making_it_anew(tmp_path: Path, new: Path) -> None:
    path = tmp_path / "migrated.secondopinion"
    create_private(path)
    database = Database(path)
    with database.reshaping() as connection:
        command.upgrade(migrate.config(connection), stamp.HEAD)
    database.close()
    assert shape(path) == shape(new), "until the first release: python -m tests.helpers.schema_snapshot"


def test_an_old_file_opens_in_the_shape_of_a_new_one(sample: Path, new: Path) -> None:
    file = casefile.open_file(sample)
    assert contact_names(file.database) == ["Dr. Rivera", "Zoë Łukasz"]
    with file.database.reading() as session:
        assert [hit.title for hit in search.find(session, "zoe")] == ["Zoë Łukasz"]
    file.close()
    assert shape(sample) == shape(new)


@pytest.fixture
def older(new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is one migration behind: the program gets a second one, which renames a column."""
    add_second_migration(tmp_path / "migrations", monkeypatch.setattr)
    return new


def _columns(path: Path) -> set[str]:
    bare = connect_to_read(path, None)
    names = {row[1] for row in bare.execute("PRAGMA table_info(contact)")}
    bare.close()
    return names


def test_an_older_file_is_backed_up_then_brought_up_to_date(older: Path) -> None:
    file = casefile.open_file(older)
    assert [backup.reason for backup in file.backups.list()] == [Reason.MIGRATION]
    backup = file.backups.list()[0].path
    file.close()
    assert {"telephone", "rank"} <= _columns(older)
    assert "phone" in _columns(backup)
    bare = connect_to_read(older, None)
    assert stamp.read_marks(bare) == ("0002", file.file_id, "9.1")
    bare.close()


def test_a_migration_that_stumbles_leaves_the_file_as_it_was(older: Path) -> None:
    _put_in(older, "INSERT INTO file_setting (name, value) VALUES ('stumble', '')")
    before = shape(older)
    with pytest.raises(ValueError, match="stumbled"):
        casefile.open_file(older)
    assert shape(older) == before
    bare = connect_to_read(older, None)
    assert stamp.read_marks(bare).version == "0001"
    bare.close()


def test_a_migration_may_not_leave_rows_that_point_at_nothing(older: Path) -> None:
    _put_in(
        older,
        "INSERT INTO asking (id, created_by, updated_by, question_id, position, answer, status)"
        " VALUES ('x', '', '', 'gone', 0, '', 'open')",
    )
    before = shape(older)
    with pytest.raises(RuntimeError, match="point at nothing"):
        casefile.open_file(older)
    assert shape(older) == before


def test_an_older_file_is_not_migrated_only_to_be_read(older: Path) -> None:
    before = older.read_bytes()
    with pytest.raises(troubles.OlderFile):
        casefile.open_to_read(older)
    assert older.read_bytes() == before


def test_a_new_file_needs_no_alembic(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from secondopinion_desktop.storage import casefile\n"
        "path = Path(sys.argv[1]); casefile.create(path, None).file.close(); casefile.open_file(path).close()\n"
        "sys.exit('alembic' in sys.modules or 'argon2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "new.secondopinion")], check=False)
    assert done.returncode == 0


def _put_in(path: Path, statement: str) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
