"""A person's first hour with the program, by keys alone. `python -m tests.e2e.first_hour HOME PDF` starts the real one.

Says on standard output what the person sees and needs to know (the recovery key, the tasks ticked, what the search
found), a line each, and DONE after the last key; then the program stays open until it is killed.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QListView, QWidget

from secondopinion_desktop.base import i18n, paths
from secondopinion_desktop.base.process import harden_process
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.entrance.codebox import CodeBox
from secondopinion_desktop.ui.entrance.newfile import NewFile
from secondopinion_desktop.ui.entrance.recovery import RecoveryKey
from secondopinion_desktop.ui.messages import Messages
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.theme import Colors, Look, install_theme
from tests.helpers.hands import focused, write
from tests.helpers.keyboard import StrayWindows, choose, enter, go_to, heard, keys, tab_to, until

if TYPE_CHECKING:
    from collections.abc import Callable

NAME: Final = "Rosa Keller"
PASSPHRASE: Final = "nine copper kettles on the porch"
PLAN: Final = {
    "Insurance company": "Lakeland Health",
    "Plan": "Choice Gold",
    "Member number": "MB-4471-2208",
    "Phone number on the card": "800 555 0142",
}
CALL: Final = {
    "Who did you speak to?": "Denise",
    "Reference number for this call": "R-20931",
    "What did they say?": "A second opinion is covered once",
}
DOCTOR: Final = "Dr. Amara Osei"
CONTACTS: Final = (
    {"Name (needed)": DOCTOR, "Phone": "312 555 0178"},
    {"Name (needed)": "Tom Keller", "Phone": "312 555 0199"},
)
VISIT: Final = {"Date": "tomorrow", "Time (if you know it)": "10:30", "With": DOCTOR, "Where": "Harbor Clinic"}
LIST: Final = ("Surgery in three weeks", "Six weeks of tablets before it")
HIGHLIGHT: Final = "Bring the brindlewood slides"
RARE_WORD: Final = "brindlewood"
QUESTIONS: Final = ("What are my options?", "How long can I wait?", "Who else should look at the slides?")
LAST_WORDS: Final = "Ask Tom to drive"
"""All that the person writes. No word of it is in the program itself."""

MOST_SECONDS: Final = 120


class Desk(Messages):
    """The real dialogs, used as soon as they are shown. In place of the system's file dialog it answers with `pdf`."""

    def __init__(self, window: QWidget, pdf: Path) -> None:
        super().__init__(window)
        self._pdf = pdf
        self._uses: list[Callable[[], None]] = []
        self._trouble: Exception | None = None

    def will_use(self, use: Callable[[], None]) -> None:
        """Use the next dialog so."""
        self._uses.append(use)

    @property
    def has_used_all(self) -> bool:
        """Whether every dialog that was expected came, and none is open."""
        return not self._uses and QApplication.activeModalWidget() is None

    def run(self, dialog: QDialog) -> bool:
        assert self._uses, f"nobody asked for {dialog.windowTitle()}"
        begin = QTimer(self._window, singleShot=True)
        begin.timeout.connect(self._use)
        begin.start()
        try:
            return super().run(dialog)
        finally:
            self._window.activateWindow()  # as a window system does
            until(self._window.isActiveWindow, "the window after the dialog")
            if self._trouble is not None:
                raise self._trouble

    def _use(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        until(dialog.isActiveWindow, f"the dialog {dialog.windowTitle()}")
        try:
            self._uses.pop(0)()
        except Exception as trouble:  # noqa: BLE001 - it goes on where the dialog was asked for
            self._trouble = trouble
            dialog.reject()

    def choose_file_to_save(self, title: str, suggested: Path, kinds: str = "") -> Path | None:  # noqa: ARG002
        return self._pdf


class FirstHour:
    """What the person does, in order."""

    def __init__(self, program: Program, desk: Desk) -> None:
        self._program, self._desk = program, desk

    def make_the_file(self) -> None:
        window = self._program.window
        until(window.isActiveWindow, "the window")
        go_to("Start a new file")
        enter()
        until(lambda: window.findChild(NewFile) is not None, "the screen for a new file")
        go_to("Your name")
        write(NAME)
        tab_to("Passphrase")
        write(PASSPHRASE)
        tab_to("Type it again")
        write(PASSPHRASE)
        tab_to("Create file")
        enter()
        until(lambda: window.findChild(RecoveryKey) is not None, "the recovery key")
        box = window.findChild(CodeBox)
        assert isinstance(box, CodeBox)
        say("recovery key", heard(box).partition(": ")[2].replace(", ", "-"))
        tab_to("I have printed the key or written it down")
        keys("Space")
        tab_to("Continue")
        enter()
        until(lambda: self._program.file is not None, "the open file")

    def fill_the_pane(self) -> None:
        self._to_area("People and insurance")
        tab_to("Add insurance")
        enter()
        fill(PLAN)
        tab_to("Done")
        enter()
        self._desk.will_use(make_call)
        tab_to("Add a phone call")
        enter()
        tab_to("People and insurance", back=True)
        keys("Right")
        for contact in CONTACTS:
            tab_to("Add a person or place", back=contact is not CONTACTS[0])
            enter()
            fill(contact)
            tab_to("Done")
            enter()

    def _to_area(self, start: str) -> None:
        for _turn in range(4):
            if heard() == start:
                return
            keys("F6")
        raise AssertionError(f"F6 does not lead to {start}")

    def write_of_the_visit(self) -> None:
        self._desk.will_use(make_visit)
        keys("Ctrl+Shift+N")
        until(lambda: heard() == "Note", "the note of the visit")
        keys("Ctrl+End")
        enter()
        keys("Ctrl+Shift+8")
        for item in LIST:
            write(item)
            enter()
        enter()
        keys("Ctrl+Shift+H")
        write(HIGHLIGHT)
        keys("Ctrl+Shift+H")

    def ask(self) -> None:
        keys("Ctrl+Shift+A")
        for question in QUESTIONS:
            assert heard() == "New question"
            write(question)
            enter()

    def tick_two_tasks(self) -> None:
        keys("Alt+1")
        tab_to("Status of this step")
        keys("Tab")
        for _task in range(2):
            keys("Space")
            say("ticked", heard())
            keys("Down")

    def find_the_word(self) -> None:
        keys("Ctrl+F")
        write(RARE_WORD)
        keys("Down")
        found = focused()
        assert isinstance(found, QListView)
        say("found", str(found.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
        enter()
        tab_to("Note")
        note = focused()
        assert isinstance(note, NoteEditor)
        assert HIGHLIGHT in note.note().plain_text()

    def save_the_summary(self) -> None:
        self._desk.will_use(save_pdf)
        keys("Ctrl+P")

    def write_a_last_line(self) -> None:
        assert heard() == "Note"
        keys("Ctrl+End")
        enter()
        keys("Ctrl+Shift+H")  # the line before was important, this one is not
        write(LAST_WORDS)


def fill(fields: dict[str, str]) -> None:
    """Go from field to field and write."""
    for label, words in fields.items():
        go_to(label)
        write(words)


def make_call() -> None:
    fill(CALL)
    tab_to("Done")
    enter()


def make_visit() -> None:
    fill(VISIT)
    tab_to("Save appointment")
    enter()


def save_pdf() -> None:
    go_to("Made for")
    choose("Everything in this file")
    tab_to("Card numbers in full")
    keys("Space")
    tab_to("Save as PDF")
    enter()


def say(what: str, words: str) -> None:
    """Tell whoever started this."""
    sys.stdout.write(f"{what}: {words}\n")
    sys.stdout.flush()


def main(home: str, pdf: Path) -> None:
    """Live through the hour and stay there."""
    faulthandler.dump_traceback_later(MOST_SECONDS, exit=True)
    os.environ["SECONDOPINION_HOME"] = home
    harden_process()
    application = QApplication([])
    i18n.use_language("en_US")
    install_theme(application, Look(Colors.LIGHT))
    program = Program(SettingsStore(paths.settings_dir() / "settings.json"))
    desk = program.window.messages = Desk(program.window, pdf)
    program.window.resize(1366, 768)
    program.start(None)
    strays = StrayWindows()
    hour = FirstHour(program, desk)
    hour.make_the_file()
    hour.fill_the_pane()
    hour.write_of_the_visit()
    hour.ask()
    hour.tick_two_tasks()
    hour.find_the_word()
    hour.save_the_summary()
    hour.write_a_last_line()
    assert not strays.seen, f"windows nobody asked for: {strays.seen}"
    say("DONE", "")
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
