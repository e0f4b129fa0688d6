"""The first hour by keys alone: a new file with all that belongs in it, the program killed, and nothing missing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.model.richtext import Kind, Mark
from secondopinion_desktop.ui.entrance.lock import LockScreen
from secondopinion_desktop.ui.pages.notes import NotesPage
from secondopinion_desktop.ui.pages.questions.row import QuestionRow
from secondopinion_desktop.ui.pages.step.row import TaskRow
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.theme import Colors, Look, install_theme
from tests.e2e import first_hour as hour
from tests.helpers.hands import write
from tests.helpers.keyboard import StrayWindows, enter, heard, keys, tab_to, until
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
HALF_A_SECOND = 0.5


@pytest.mark.skipif(os.name == "nt", reason="this system has no SIGKILL")
def test_all_of_the_first_hour_is_there_after_the_program_was_killed(
    home: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pdf = tmp_path / "summary.pdf"
    said = _first_hour(home, pdf)
    assert any(hour.RARE_WORD in words for words in said["found"])
    _paper_has_all(pdf.read_bytes(), said["ticked"])
    program: Program = request.getfixturevalue("program")
    desk = program.window.messages = hour.Desk(program.window, pdf)
    strays = StrayWindows()
    _unlock_after_a_wrong_try(program, home)
    _pane_has_all(program)
    _note_has_all(program)
    _questions_are_there(program)
    assert _ticked_tasks(program) == set(said["ticked"])
    keys("Ctrl+L")
    until(lambda: _lock_screen(program) is not None, "the lock screen")
    tab_to("I forgot my passphrase")
    enter()
    assert heard() == "Recovery key"
    write(said["recovery key"][0])
    desk.will_use(_no_new_passphrase)
    enter()
    until(lambda: program.file is not None and desk.has_used_all, "the file opened with the recovery key")
    assert not strays.seen, f"windows nobody asked for: {strays.seen}"


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """Make the program anew, as on the next day."""
    install_theme(qapp, Look(Colors.LIGHT))
    program = Program(SettingsStore(paths.settings_dir() / "settings.json"))
    yield program
    program.window.close()
    program.end()
    program.window.deleteLater()
    program.deleteLater()


def _no_new_passphrase() -> None:
    """Say no to what is offered to those who forgot it."""
    keys("Esc")


def _first_hour(home: Path, pdf: Path) -> dict[str, list[str]]:
    """Let a person live through it, wait half a second after the last key, kill; return what was said."""
    command = [sys.executable, "-m", "tests.e2e.first_hour", str(home), str(pdf)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said: dict[str, list[str]] = {}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as person:
        assert person.stdout is not None
        for line in person.stdout:
            what, _colon, words = line.rstrip("\n").partition(": ")
            said.setdefault(what, []).append(words)
            if what == "DONE":
                break
        if "DONE" in said:
            with pytest.raises(subprocess.TimeoutExpired):
                person.wait(HALF_A_SECOND)
        person.send_signal(signal.SIGKILL)
    assert "DONE" in said, f"the hour ended after {said}"
    return said


def _paper_has_all(pdf: bytes, ticked: list[str]) -> None:
    words = words_of(pdf)
    contacts = [value for contact in hour.CONTACTS for value in contact.values()]
    plan_and_call = [*hour.PLAN.values(), *hour.CALL.values()]
    visit = [hour.VISIT["Where"], *hour.LIST, hour.HIGHLIGHT]
    missing = [part for part in (*contacts, *plan_and_call, *visit, *hour.QUESTIONS, *ticked) if part not in words]
    assert not missing


def _unlock_after_a_wrong_try(program: Program, home: Path) -> None:
    (path,) = home.rglob("*.secondopinion")
    program.window.resize(1366, 768)
    program.start(None)
    until(program.window.isActiveWindow, "the window")
    tab_to(f"Open {path.stem}")
    enter()
    until(lambda: _lock_screen(program) is not None, "the lock screen")
    write("not my passphrase")
    enter()
    until(lambda: "This passphrase does not open the file." in _words(program), "why it stays shut")
    assert heard() == "Passphrase"
    assert program.file is None
    write(hour.PASSPHRASE)  # in the place of what is marked
    enter()
    until(lambda: program.file is not None, "the open file")


def _lock_screen(program: Program) -> LockScreen | None:
    found = program.window.findChild(LockScreen)
    return found if found is not None and found.isVisible() else None


def _words(program: Program) -> str:
    labels = program.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _pane_has_all(program: Program) -> None:
    keys("F6")
    assert heard() == "People and insurance"
    words = _words(program)
    for part in (*hour.PLAN.values(), *hour.CALL.values()):
        assert part in words
    keys("Right")
    words = _words(program)
    for contact in hour.CONTACTS:
        assert contact["Name (needed)"] in words
        tab_to(f"More for {contact['Name (needed)']}")
        assert contact["Phone"] in _words(program)


def _note_has_all(program: Program) -> None:
    keys("Ctrl+2")
    page = program.window.findChild(NotesPage)
    assert page is not None
    assert hour.DOCTOR in page.sheet.frame.meta.accessibleName()
    assert hour.VISIT["Where"] in page.sheet.frame.meta.accessibleName()
    blocks = page.sheet.frame.editor.note().blocks
    listed = ["".join(run.text for run in block.runs) for block in blocks if block.kind is Kind.BULLET]
    marked = [run.text for block in blocks for run in block.runs if Mark.HIGHLIGHT in run.marks]
    assert listed == [*hour.LIST]
    assert marked == [hour.HIGHLIGHT]
    assert "".join(run.text for run in blocks[-1].runs) == hour.LAST_WORDS


def _questions_are_there(program: Program) -> None:
    keys("Ctrl+3")
    rows = [row for row in program.window.findChildren(QuestionRow) if row.isVisible()]
    assert {row.text.shown.words for row in rows} == set(hour.QUESTIONS)


def _ticked_tasks(program: Program) -> set[str]:
    keys("Alt+1")
    rows = [row for row in program.window.findChildren(TaskRow) if row.isVisible()]
    return {row.words.text() for row in rows if row.box.checkState() is Qt.CheckState.Checked}
