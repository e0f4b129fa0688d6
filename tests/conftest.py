"""What every test stands on: a home of its own, English, an ordinary umask, and no trouble that goes unseen."""

from __future__ import annotations

import gc
import logging
import os
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from secondopinion_desktop.base import clock, garbage, i18n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Before anything makes a QApplication: no test needs a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is not a slow function, so there is no deadline; a found counterexample prints how to repeat it.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

ORDINARY_UMASK = 0o022

_sockets: list[str] = []


def _watch_sockets(event: str, _args: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        _sockets.append(event)


sys.addaudithook(_watch_sockets)


@pytest.fixture(autouse=True)
def garbage_is_found_on_this_thread() -> Iterator[None]:
    """Look for cyclic garbage between tests only, as the program does on the thread of its window.

    Python looks wherever something is made. Found on a worker, what is left of an earlier test's window is ended by a
    thread that is not its own, and some later test with it; found while Qt ends an object, the run stands still.
    """
    garbage.hold_collection()
    yield
    assert not gc.isenabled()
    oldest = next((one for one in (2, 1, 0) if gc.get_count()[one] > gc.get_threshold()[one]), None)
    if oldest is not None:
        gc.collect(oldest)


class LogWatch(logging.Handler):
    """Collect log records that nobody should have written: WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = f"{record.levelname} {record.name}: {record.getMessage()}"
        if not any(part in message for part in self._expected):
            self.unexpected.append(message)

    @contextmanager
    def expecting(self, part: str) -> Iterator[None]:
        """Allow records that contain `part` inside the block."""
        self._expected.append(part)
        try:
            yield
        finally:
            self._expected.remove(part)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move settings, data and documents of this person into the test's own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SECONDOPINION_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = i18n.current_locale()
    i18n.use_language("en_US")
    yield
    i18n.use_language(before)


@pytest.fixture(autouse=True)
def _ordinary_umask() -> Iterator[None]:
    """Private files must be private by our doing, so the umask here is the one most people have."""
    before = os.umask(ORDINARY_UMASK)
    yield
    os.umask(before)


@pytest.fixture(autouse=True)
def socket_watch() -> Iterator[list[str]]:
    """Fail the test that opens a socket or looks up a host, by whatever road."""
    _sockets.clear()
    yield _sockets
    assert not _sockets, f"the network was touched: {_sockets}"


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test for a log record at WARNING or above, unless it stood in a `with log_watch.expecting("...")`."""
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    assert not watch.unexpected, "unexpected in the log:\n" + "\n".join(watch.unexpected)


@pytest.fixture
def a_tuesday() -> Iterator[datetime]:
    """Let the clock stand at 10:42 in the morning of Tuesday, 3 March 2026, local time."""
    moment = datetime(2026, 3, 3, 10, 42).astimezone()
    with clock.standing_at(moment):
        yield moment.astimezone(UTC)
