"""Folders of this person on this computer. `SECONDOPINION_HOME` moves them all, for tests and for a first look."""

from __future__ import annotations

import os
from pathlib import Path

APP = "SecondOpinion"


def _moved(name: str) -> Path | None:
    home = os.environ.get("SECONDOPINION_HOME")
    return Path(home) / name if home else None


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def settings_dir() -> Path:
    """Return the folder for settings, made if missing."""
    import platformdirs  # noqa: PLC0415 - not needed to show the window

    return _made(_moved("settings") or Path(platformdirs.user_config_dir(APP, appauthor=False)))


def data_dir() -> Path:
    """Return the folder for backups and the log, made if missing."""
    import platformdirs  # noqa: PLC0415

    return _made(_moved("data") or Path(platformdirs.user_data_dir(APP, appauthor=False)))


def documents_dir() -> Path:
    """Return the folder where a new file is offered a place."""
    import platformdirs  # noqa: PLC0415

    return _made(_moved("documents") or Path(platformdirs.user_documents_dir()))
