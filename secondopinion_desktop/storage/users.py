"""Who uses a file right now: closing it waits for them."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Condition, get_ident
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN_SECONDS = 0.02


class Users:
    """The threads that use a file. Once it `is_closing`, nobody may begin; who began before may come to the end."""

    def __init__(self) -> None:
        self.is_closing = False
        self._threads: list[int] = []
        self._change = Condition()

    @contextmanager
    def using(self) -> Iterator[None]:
        """Use the file inside the block, also in a block in a block. Raises RuntimeError once it is closing."""
        thread = get_ident()
        with self._change:
            if self.is_closing and thread not in self._threads:
                raise RuntimeError("the file is closed")
            self._threads.append(thread)
        try:
            yield
        finally:
            with self._change:
                self._threads.remove(thread)
                self._change.notify_all()

    def end(self, hurry: Callable[[], None]) -> None:
        """Let nobody begin any more, and wait for every other thread that did; `hurry` may shorten what they do."""
        with self._change:
            self.is_closing = True
            hurry()
            # SQLite forgets that it was told to stop where one statement is over and the next has not begun.
            while not self._change.wait_for(self._is_mine_alone, _AGAIN_SECONDS):
                hurry()

    def _is_mine_alone(self) -> bool:
        return all(thread == get_ident() for thread in self._threads)
