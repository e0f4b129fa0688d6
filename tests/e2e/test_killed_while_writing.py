"""The program is killed half a second after the last key, fifty times, and in visit mode too. Nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.storage import casefile
from tests.e2e.typist import TICK, TICK_MS
from tests.helpers.files import new_file

ROOT = Path(__file__).parents[2]
GROUPS, TIMES, VISIT_TIMES = 10, 5, 3
HALF_A_SECOND = 500 // TICK_MS  # ticks


@pytest.mark.skipif(os.name == "nt", reason="this system has no SIGKILL")
@pytest.mark.parametrize("group", range(GROUPS))
def test_half_a_second_after_the_last_key_every_letter_is_on_the_disk(tmp_path: Path, group: int) -> None:
    file = new_file(tmp_path)
    note = file.notes.write_new("Written while the power may go")
    path = file.path
    file.close()
    chance, expected = random.Random(group), ""
    for time in range(TIMES):
        expected += _typed_and_killed(path, group * TIMES + time, chance.randrange(1, 30))
        opened = OpenFile(casefile.open_file(path))
        kept = Document.from_json(opened.notes.get(note.id).body).plain_text()
        opened.close()
        assert kept == expected


@pytest.mark.skipif(os.name == "nt", reason="this system has no SIGKILL")
def test_half_a_second_after_the_last_key_an_answer_in_visit_mode_is_on_the_disk(tmp_path: Path) -> None:
    file = new_file(tmp_path)
    visit = file.appointments.book(day="2099-03-12", title="Second opinion").id
    file.questions.ask_at(visit, "What stage is it?")
    path = file.path
    file.close()
    expected = ""
    for time in range(VISIT_TIMES):
        expected += _typed_and_killed(path, time, 7 * (time + 1), visit)
        opened = OpenFile(casefile.open_file(path))
        kept = [asked.answer for asked in opened.questions.of_visit(visit)]
        opened.close()
        assert kept == [expected]


def _typed_and_killed(path: Path, seed: int, letters: int, visit: str = "") -> str:
    """Let somebody type so many letters, wait half a second, kill; return what had been typed."""
    command = [
        sys.executable,
        "-m",
        "tests.e2e.typist",
        str(path),
        str(seed),
        str(letters),
        *([visit] if visit else []),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # started fifty times, it may keep what it has compiled
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as typist:
        assert typist.stdout is not None
        typed = typist.stdout.read(letters).decode()
        assert typist.stdout.read(HALF_A_SECOND) == TICK.encode() * HALF_A_SECOND
        typist.send_signal(signal.SIGKILL)
    assert len(typed) == letters
    return typed
