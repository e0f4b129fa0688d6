"""Writing files so that they are whole, and for this person's eyes only."""

from __future__ import annotations

import os
from pathlib import Path

CASE_SUFFIX = ".secondopinion"


def create_private(path: Path) -> None:
    """Make an empty file that only this person may read. Raises FileExistsError if it is there already."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def is_case_file(path: Path) -> bool:
    """Return whether `path` is there and is, by its name, a file somebody keeps their notes in.

    Only by its name: reading a file that is open elsewhere in the program would drop the locks held on it.
    """
    return path.suffix.casefold() == CASE_SUFFIX and os.path.lexists(path)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut, where the system allows it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step: afterwards it holds the old bytes or the new, never a part."""
    import tempfile  # noqa: PLC0415 - it brings shutil, random and hashlib, and the first window writes nothing

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".partial")
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
