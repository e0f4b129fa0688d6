"""What a person chose on this computer: one small JSON file for their eyes only. A bad value falls back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base import files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOCK_MINUTES = (10, 30, 0)
"""After how many minutes without use a protected file locks; 0 is never."""
MOST_RECENT = 8
_MOST_PLACES = 50
_TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)


@dataclass(frozen=True)
class WindowPlace:
    """Where the window of one file was. Lengths in logical pixels; a width of 0 means the usual one."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    maximized: bool = False
    sidebar_width: int = 0
    pane_width: int = 0
    pane_hidden: bool = False
    page: str = ""
    item: str = ""


@dataclass(frozen=True)
class Settings:
    """All settings. `recent` holds paths, the latest first; `windows` the place of each window by `place_key`."""

    colors: str = "computer"
    letters: str = "standard"
    text_percent: int = 100
    lock_minutes: int = 10
    hide_name_when_locked: bool = False
    language: str = ""
    recent: tuple[str, ...] = ()
    windows: Mapping[str, WindowPlace] = field(default_factory=dict)


def place_key(path: Path) -> str:
    """Return a name for a file that does not tell its path."""
    import hashlib  # noqa: PLC0415 - the first window paints without it

    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


class SettingsStore:
    """Reads settings once and writes them with every change. Settings that cannot be written are kept until the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = _read(path)

    def change(self, **values: Any) -> None:
        """Set fields of Settings and write the file."""
        self.settings = replace(self.settings, **values)
        self._write()

    def remember_file(self, path: Path) -> None:
        """Put `path` first in the list of files opened before."""
        name = str(path)
        others = [other for other in self.settings.recent if other != name]
        self.change(recent=tuple([name, *others][:MOST_RECENT]))

    def forget_file(self, path: Path) -> None:
        """Take `path` out of the list, and the place of its window."""
        windows = {key: place for key, place in self.settings.windows.items() if key != place_key(path)}
        self.change(recent=tuple(name for name in self.settings.recent if name != str(path)), windows=windows)

    def place_of(self, path: Path) -> WindowPlace:
        """Return where the window of this file was, or the usual place."""
        return self.settings.windows.get(place_key(path), WindowPlace())

    def remember_place(self, path: Path, place: WindowPlace) -> None:
        """Keep where the window of this file is."""
        key = place_key(path)
        others = [(other, known) for other, known in self.settings.windows.items() if other != key]
        self.change(windows=dict([*others, (key, place)][-_MOST_PLACES:]))

    def _write(self) -> None:
        content = json.dumps(asdict(self.settings), indent=1, ensure_ascii=False)
        try:
            files.write_whole(self._path, content.encode("utf-8", "surrogateescape"))
        except OSError:
            _note("settings could not be written")


def _read(path: Path) -> Settings:
    try:
        known = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        _note("settings could not be read, using the usual ones")
        return Settings()
    return _settings(known) if isinstance(known, dict) else Settings()


def _settings(known: Mapping[str, Any]) -> Settings:
    usual = Settings()
    recent = known.get("recent")
    windows = known.get("windows")
    return Settings(
        colors=_one_of(known.get("colors"), ("computer", "light", "dark"), usual.colors),
        letters=_one_of(known.get("letters"), ("standard", "clear", "computer"), usual.letters),
        text_percent=_one_of(known.get("text_percent"), _TEXT_PERCENTS, usual.text_percent),
        lock_minutes=_one_of(known.get("lock_minutes"), LOCK_MINUTES, usual.lock_minutes),
        hide_name_when_locked=known.get("hide_name_when_locked") is True,
        language=_like(known.get("language"), usual.language),
        recent=tuple(name for name in recent if isinstance(name, str))[:MOST_RECENT]
        if isinstance(recent, list)
        else (),
        windows={key: _place(place) for key, place in windows.items() if isinstance(place, dict)}
        if isinstance(windows, dict)
        else {},
    )


def _one_of(value: Any, allowed: tuple[Any, ...], usual: Any) -> Any:
    good = not isinstance(value, bool) and any(type(value) is type(one) and value == one for one in allowed)
    return value if good else usual


def _like(value: Any, usual: Any) -> Any:
    return value if type(value) is type(usual) else usual


def _place(known: Mapping[str, Any]) -> WindowPlace:
    usual = WindowPlace()
    values = {one.name: _like(known.get(one.name), getattr(usual, one.name)) for one in fields(WindowPlace)}
    numbers = {name: max(-100_000, min(100_000, value)) for name, value in values.items() if type(value) is int}
    return WindowPlace(**{**values, **numbers})


def _note(event: str) -> None:
    import logging  # noqa: PLC0415 - the first window paints without it

    logging.getLogger(__name__).info(event)
