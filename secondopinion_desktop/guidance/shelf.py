"""The shelf of shipped knowledge: finds a TOML file in the person's language and reads it with plain complaints."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar, overload

from secondopinion_desktop.base.i18n import current_locale
from secondopinion_desktop.base.resources import resource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

FALLBACK: Final = "en"
_Kind = TypeVar("_Kind")


class GuidanceError(Exception):
    """A shipped file is wrong. The message names the file and the place in it; people never see it."""


def file_for(name: str, locale: str = "", root: Path | None = None) -> Path:
    """Return the file `name` for `locale` ("" for the current one): "de_AT", else "de", else English."""
    wanted = (locale or current_locale()).split(".", maxsplit=1)[0].replace("-", "_")
    return _shipped(name, wanted) if root is None else _on(root, name, wanted)


@cache
def _shipped(name: str, wanted: str) -> Path:
    """Return what `_on` finds among what is shipped, which stays as it is: 35 times for the first page of a file."""
    return _on(resource("guidance"), name, wanted)


def _on(shelf: Path, name: str, wanted: str) -> Path:
    for folder in (wanted, wanted.split("_", maxsplit=1)[0]):
        if folder and (shelf / folder / name).is_file():
            return shelf / folder / name
    return shelf / FALLBACK / name


class Section:
    """A table of a TOML file that is read key by key; what is missing, wrong or left over raises GuidanceError."""

    def __init__(self, values: Mapping[str, object], place: str) -> None:
        self._left = dict(values)
        self._place = place

    def wrong(self, why: str) -> GuidanceError:
        """Return the complaint about this section."""
        return GuidanceError(f"{self._place}: {why}")

    @overload
    def _taken(self, key: str, kind: type[_Kind]) -> _Kind: ...

    @overload
    def _taken(self, key: str, kind: type[_Kind], default: _Kind) -> _Kind: ...

    def _taken(self, key: str, kind: type[_Kind], default: _Kind | None = None) -> _Kind:
        value = self._left.pop(key, default)
        if value is None:
            raise self.wrong(f"'{key}' is missing")
        if not isinstance(value, kind):
            raise self.wrong(f"'{key}' is not a {kind.__name__}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; it may be empty only where there is a default."""
        text = self._taken(key, str) if default is None else self._taken(key, str, default)
        if not text.strip() and default is None:
            raise self.wrong(f"'{key}' is empty")
        return text.strip()

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """Return a list of texts, at least one unless it is optional."""
        values: list[object] = self._taken(key, list, []) if optional else self._taken(key, list)
        if not all(isinstance(value, str) and value.strip() for value in values) or not (values or optional):
            raise self.wrong(f"'{key}' is not a list of texts")
        return tuple(str(value) for value in values)

    def day(self, key: str) -> date:
        """Return a day, written as in "2026-11-22"."""
        text = self.text(key)
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise self.wrong(f"'{key}' is no day: {error}") from error

    def flag(self, key: str) -> bool:
        """Return a yes or no; no where it is left out."""
        return self._taken(key, bool, default=False)

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Return a text that is one of `allowed`, or the default where it is left out."""
        text = self.text(key, default)
        if text != default and text not in allowed:
            raise self.wrong(f"'{key}' is '{text}', which is none of {', '.join(sorted(allowed))}")
        return text

    def several_of(self, key: str, allowed: Collection[str], *, optional: bool = False) -> tuple[str, ...]:
        """Return texts that are all among `allowed`."""
        texts = self.texts(key, optional=optional)
        for text in texts:
            if text not in allowed:
                raise self.wrong(f"'{key}' names '{text}', which does not exist")
        return texts

    def section(self, key: str) -> Section:
        """Return one table; whoever takes it ends it."""
        values: dict[str, object] = self._taken(key, dict)
        return Section(values, f"{self._place}, {key}")

    def sections(self, key: str, *, optional: bool = False) -> Iterator[Section]:
        """Give each table of a list of tables, at least one unless it is optional."""
        values: list[object] = self._taken(key, list, []) if optional else self._taken(key, list)
        if not (values or optional):
            raise self.wrong(f"'{key}' is empty")
        for number, value in enumerate(values, 1):
            if not isinstance(value, dict):
                raise self.wrong(f"'{key}' {number} is not a table")
            section = Section(value, f"{self._place}, {key} {number}")
            yield section
            section.end()

    def end(self) -> None:
        """Complain about keys that nobody read, which are slips of the pen."""
        if self._left:
            raise self.wrong(f"'{next(iter(self._left))}' is not known here")


def open_file(path: Path) -> Section:
    """Return the whole of a file as a section. Raises GuidanceError where it is not TOML."""
    import tomllib  # noqa: PLC0415 - 5 ms, paid when the first file is read

    try:
        return Section(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (OSError, ValueError) as error:
        raise GuidanceError(f"{path.name}: {error}") from error


def check_unique(keys: Collection[str], path: Path) -> None:
    """Raise GuidanceError if a key stands twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise GuidanceError(f"{path.name}: '{key}' stands there twice")
        seen.add(key)
