"""The way out: another maker's SQLite opens our file with nothing but the passphrase and what is written in `keys`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.storage import casefile, keys
from tests.helpers.casefiles import CHEAP, add_contact

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "blue door"


def can_read() -> bool:
    """Return whether apsw-sqlite3mc is installed."""
    try:
        import apsw  # noqa: PLC0415
    except ImportError:
        return False
    return hasattr(apsw, "mc_version")


def read_by_another(place: Path) -> list[str]:
    """Return the names of the contacts, and one found by the search, as SQLite3 Multiple Ciphers reads them."""
    import apsw  # noqa: PLC0415 - optional, see `can_read`

    path = place / "a.secondopinion"
    file = casefile.create(path, PASSPHRASE, cost=CHEAP).file
    for name in ("Dr. Rivera", "Zoë Łukasz"):
        add_contact(file.database, name)
    file.close()
    salt = path.read_bytes()[: keys.SALT_BYTES]
    key = keys.raw_key(keys.secret_from(keys.Passphrase(PASSPHRASE), salt, CHEAP), salt)
    other: Any = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key}'\""):
        other.execute(f"PRAGMA {pragma}")
    names = [row[0] for row in other.execute("SELECT name FROM contact ORDER BY name")]
    names += [row[0] for row in other.execute("SELECT title FROM search_index WHERE search_index MATCH 'rivera'")]
    other.close()
    return names
