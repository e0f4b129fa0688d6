"""What is typed is saved by itself, and "saved" is said only when it is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.ui import autosave
from secondopinion_desktop.ui.autosave import Autosave, Saving

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from tests.conftest import LogWatch


class Disk:
    """Takes words, or refuses for a while."""

    def __init__(self) -> None:
        self.typed = ""
        self.words = ""
        self.trouble: Exception | None = None
        self.times = 0
        self.seen: list[Saving] = []
        self.autosave: Autosave | None = None

    def save(self) -> None:
        self.times += 1
        if self.autosave is not None:
            self.seen.append(self.autosave.state)
        if self.trouble is not None:
            raise self.trouble
        self.words = self.typed


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saver(disk: Disk, qtbot: QtBot) -> Autosave:
    disk.autosave = Autosave(disk.save)
    return disk.autosave


def state(saver: Autosave) -> Saving:
    return saver.state


def type_word(saver: Autosave, disk: Disk, word: str) -> None:
    disk.typed += word
    saver.touch()


def test_a_short_pause_saves(qtbot: QtBot, saver: Autosave, disk: Disk, a_tuesday: datetime) -> None:
    with qtbot.waitSignal(saver.changed, timeout=5000):
        type_word(saver, disk, "word")
        assert disk.words == ""
    assert disk.words == "word"
    assert state(saver) is Saving.SAVED
    assert saver.saved_at == a_tuesday
    assert not saver.is_unsaved


def test_typing_without_a_pause_is_saved_every_two_seconds(qtbot: QtBot, saver: Autosave, disk: Disk) -> None:
    typist = QTimer(saver, interval=50)  # quick enough that a pause of 400 ms never comes
    typist.timeout.connect(lambda: type_word(saver, disk, "x"))
    since = QElapsedTimer()
    since.start()
    with qtbot.waitSignal(saver.changed, timeout=10_000):
        typist.start()
    typist.stop()
    assert disk.times == 1
    assert since.elapsed() >= autosave.LONGEST_MS - 100


def test_leaving_saves_at_once(saver: Autosave, disk: Disk) -> None:
    type_word(saver, disk, "word")
    assert saver.flush()
    assert disk.words == "word"


def test_nothing_typed_means_nothing_saved(saver: Autosave, disk: Disk) -> None:
    assert saver.flush()
    assert disk.times == 0
    assert state(saver) is Saving.NOTHING


def test_saved_is_said_only_after_saving(saver: Autosave, disk: Disk) -> None:
    type_word(saver, disk, "one")
    saver.flush()
    assert disk.seen == [Saving.NOTHING]
    assert state(saver) is Saving.SAVED


def test_when_saving_does_not_work_the_words_stay_and_it_is_tried_again(
    qtbot: QtBot, saver: Autosave, disk: Disk
) -> None:
    disk.trouble = UserError("The USB stick may have been removed.", "Your words are still here.")
    type_word(saver, disk, "word")
    assert not saver.flush()
    assert state(saver) is Saving.NOT_SAVED
    assert saver.is_unsaved
    assert saver.trouble is disk.trouble
    type_word(saver, disk, " more")
    disk.trouble = None
    with qtbot.waitSignal(saver.changed, timeout=5000):
        pass
    assert disk.words == "word more"
    assert state(saver) is Saving.SAVED
    assert not saver.trouble


def test_it_is_tried_again_after_1_2_5_10_and_then_every_30_seconds(
    qtbot: QtBot, saver: Autosave, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert autosave.RETRIES_MS == (1_000, 2_000, 5_000, 10_000, 30_000)
    monkeypatch.setattr(autosave, "RETRIES_MS", (20, 30, 40))
    disk.trouble = UserError("No room left.")
    since = QElapsedTimer()
    since.start()
    type_word(saver, disk, "word")
    saver.flush()
    qtbot.waitUntil(lambda: disk.times == 6, timeout=5000)
    assert since.elapsed() >= 20 + 30 + 40 * 3 - 20


def test_a_mistake_of_the_program_keeps_the_words_too(saver: Autosave, disk: Disk, log_watch: LogWatch) -> None:
    disk.trouble = KeyError("a private word")
    type_word(saver, disk, "word")
    with log_watch.expecting("saving did not work: KeyError"):
        assert not saver.flush()
    assert saver.trouble is not None
    assert "still here" in str(saver.trouble)
    assert "private" not in str(saver.trouble)


def test_a_slow_disk_is_said(saver: Autosave, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "SLOW_MS", -1)
    type_word(saver, disk, "one")
    saver.flush()
    type_word(saver, disk, "two")
    saver.flush()
    assert disk.seen == [Saving.NOTHING, Saving.SAVING]
    assert state(saver) is Saving.SAVED


def test_another_note_starts_anew(saver: Autosave, disk: Disk, a_tuesday: datetime) -> None:
    type_word(saver, disk, "word")
    saver.flush()
    saver.start_anew()
    assert state(saver) is Saving.NOTHING
    saver.start_anew(a_tuesday)
    assert state(saver) is Saving.SAVED
    assert saver.saved_at == a_tuesday
    assert saver.flush()
    assert disk.times == 1
