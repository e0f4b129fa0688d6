"""The real window, driven through the accessibility bus as a screen reader does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.storage import casefile

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("dbus-run-session", "xvfb-run")


def _is_possible() -> bool:
    if not all(shutil.which(program) for program in NEEDED) or not Path(SYSTEM_PYTHON).exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not _is_possible(), reason="needs xvfb, at-spi2-core, python3-pyatspi and dbus-x11 of the system")
def test_a_blind_person_hears_the_steps_writes_a_note_and_hears_that_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "sample.secondopinion"
    write_sample(path)
    heard = _listen(path, {**os.environ, "SECONDOPINION_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)})
    assert "Step 4, Send medical records, in progress, 3 of 5 tasks" in heard
    assert "Get started, done" in heard
    assert "Saved" in heard
    file = OpenFile(casefile.open_file(path))
    texts = [Document.from_json(note.body).plain_text() for note in file.notes.all() if note.body]
    file.close()
    assert any("heard through the bus" in text for text in texts)


def _listen(path: Path, environment: Mapping[str, str]) -> str:
    reader = Path(__file__).with_name("screen_reader.py")
    command = ["dbus-run-session", "--", "xvfb-run", "-a", SYSTEM_PYTHON, str(reader), sys.executable, str(path)]
    done = subprocess.run(
        command, env=dict(environment), cwd=ROOT, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
