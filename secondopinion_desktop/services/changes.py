"""The feed: what was committed is told to whoever listens. Nobody polls, and nobody hears of what was not saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Change:
    """One committed change: the tables and ids it touched, what it is called, and who made it (`origin`)."""

    kinds: frozenset[str]
    ids: frozenset[str]
    label: str = ""
    origin: object | None = None

    def touches(self, *kinds: str) -> bool:
        """Return whether a row of one of the named tables was touched."""
        return not self.kinds.isdisjoint(kinds)


class Feed:
    """Publishes changes to its listeners, in the order they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []

    def subscribe(self, listener: Callable[[Change], None]) -> None:
        """Tell `listener` of every change from now on."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[Change], None]) -> None:
        """Tell `listener` nothing more."""
        self._listeners.remove(listener)

    def publish(self, change: Change) -> None:
        """Tell all listeners of a committed change."""
        for listener in tuple(self._listeners):
            listener(change)
