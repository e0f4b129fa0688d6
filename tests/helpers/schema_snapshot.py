"""Write the first schema and its sample file anew, from the model: `python -m tests.helpers.schema_snapshot`.

Only until the first release. From then on a change of the model is a new migration, and these files stay as they are.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from secondopinion_desktop.base import clock
from secondopinion_desktop.storage import migrate
from secondopinion_desktop.storage.connection import connect_to_read
from tests.helpers.casefiles import made

SAMPLE = Path(__file__).parents[1] / "data" / "schema_0001.secondopinion.gz"
STATEMENTS = migrate.FOLDER / "versions" / "0001_first_schema.sql"
_OWN = ("alembic_version",)  # Alembic makes this one itself


def statements(bare: Any) -> list[str]:
    """Return what makes the tables, the search index, and the indexes by name (they are made in no set order)."""
    rows = bare.execute("SELECT name, sql, rootpage, type FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    found = [(name, sql, rootpage == 0, kind) for name, sql, rootpage, kind in rows.fetchall()]
    virtual = tuple(f"{name}_" for name, _sql, is_virtual, _kind in found if is_virtual)
    tables = [
        sql for name, sql, _v, kind in found if kind == "table" and name not in _OWN and not _shadows(name, virtual)
    ]
    return tables + sorted(sql for _name, sql, _v, kind in found if kind == "index")


def _shadows(name: str, virtual: tuple[str, ...]) -> bool:
    """Return whether FTS5 makes this table itself."""
    return bool(virtual) and name.startswith(virtual)


def main() -> int:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder, clock.standing_at(datetime(2026, 3, 3, 10, 42, tzinfo=UTC)):
        path = Path(folder) / "new.secondopinion"
        made(path, None, "Dr. Rivera", "Zoë Łukasz")
        bare = connect_to_read(path, None)
        text = "".join(f"{sql};\n" for sql in statements(bare))
        bare.close()
        STATEMENTS.write_text(text, encoding="utf-8")
        SAMPLE.parent.mkdir(exist_ok=True)
        SAMPLE.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
