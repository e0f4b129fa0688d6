"""A picture of every screen: `python3 dev.py shots [NAME ...]` writes them to build/shots.

Two window sizes, light and dark, text at 100 % and at 200 %. Names narrow it: `overview`, `dark`, `200`, `1366`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.guidance import STEP_KEYS
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.sample import write_sample
from secondopinion_desktop.ui.commands import Commands
from secondopinion_desktop.ui.dialogs.call import CallDialog
from secondopinion_desktop.ui.dialogs.contact import ContactDialog
from secondopinion_desktop.ui.dialogs.denial import DenialDialog
from secondopinion_desktop.ui.dialogs.earlier import EarlierTexts
from secondopinion_desktop.ui.dialogs.help import dialog_about
from secondopinion_desktop.ui.dialogs.task import TaskDialog
from secondopinion_desktop.ui.dialogs.task_list import OpenTasksDialog
from secondopinion_desktop.ui.dialogs.text_and_colors import TextAndColors
from secondopinion_desktop.ui.dialogs.visits import VisitDialogs
from secondopinion_desktop.ui.entrance.lock import LockScreen
from secondopinion_desktop.ui.entrance.newfile import NewFile
from secondopinion_desktop.ui.entrance.recovery import RecoveryKey
from secondopinion_desktop.ui.entrance.welcome import Welcome
from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from secondopinion_desktop.ui.theme import Colors, Look, install_theme, theme
from secondopinion_desktop.ui.widgets import PageFrame
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.wiring import make_pane, page_factories
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QDialog

    from secondopinion_desktop.services.file import OpenFile

    Show = Callable[[OpenFile, SettingsStore, FakeMessages, Commands], object]

EXAMPLE_KEY = "7K3M-9QXR-2D5T-8WHB-4NCV-6PFJ-3YGA-5SZE-RKM2"
MORNING = datetime(2026, 3, 3, 10, 42).astimezone()
SIZES = (QSize(1366, 692), QSize(1600, 924))  # what a title bar and a task bar leave of 1366x768 and 1600x1000
VISIT_MODE = "visit-mode"
PAGES = (*(section.key for section in SECTIONS), *(step_page(key) for key in STEP_KEYS), VISIT_MODE)


_TURNS = 5  # a layout that learns its width hears of its height in the next turn, and what it stands in after that


class Camera:
    """Takes pictures of one window, in every look."""

    def __init__(self, folder: Path, wanted: list[str]) -> None:
        self._folder, self._wanted = folder, wanted
        folder.mkdir(parents=True, exist_ok=True)

    def wants(self, *names: str) -> bool:
        return all(any(wish in name for name in names) for wish in self._wanted)

    def take(self, widget: QWidget, *names: str) -> None:
        for page in widget.findChildren(PageFrame):
            if page.isVisible():
                page.complete()
        for _turn in range(_TURNS):
            QTest.qWait(1)
        widget.grab().save(str(self._folder / ("-".join(names).replace(":", "-") + ".png")))


def looks() -> Iterator[tuple[QSize, Colors, int, tuple[str, str, str]]]:
    for size, colors, percent in product(SIZES, (Colors.LIGHT, Colors.DARK), (100, 200)):
        yield size, colors, percent, (str(size.width()), colors.name.lower(), str(percent))


def open_window(file: OpenFile, settings: SettingsStore) -> MainWindow:
    messages = FakeMessages()
    window = MainWindow(settings, messages)
    window.show_file(file, page_factories(file, messages), lambda: make_pane(file, messages))
    window.show()
    return window


def shoot(camera: Camera, file: OpenFile, settings: SettingsStore, state: str, pages: tuple[str, ...]) -> None:
    for size, colors, percent, names in looks():
        if not any(camera.wants(state, page, *names) for page in pages):
            continue
        theme().set_look(replace(theme().look, colors=colors, text_percent=percent))
        window = open_window(file, settings)
        window.resize(size)
        for page in pages:
            if camera.wants(state, page, *names):
                _open(window, file, page)
                camera.take(window, state, page, *names)
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def _open(window: MainWindow, file: OpenFile, page: str) -> None:
    assert window.shell is not None
    visit = file.appointments.next()
    if page == VISIT_MODE and visit is not None:
        window.show_visit(visit.id)
    else:
        window.shell.go(page)


def shoot_entrance(camera: Camera, settings: SettingsStore) -> None:
    """Picture the screens before a file is open."""
    for size, colors, percent, names in looks():
        wanted = {name: make for name, make in SCREENS.items() if camera.wants("entrance", name, *names)}
        if not wanted:
            continue
        theme().set_look(replace(theme().look, colors=colors, text_percent=percent))
        window = MainWindow(settings, FakeMessages())
        window.resize(size)
        window.show()
        for name, make in wanted.items():
            window.show_entrance(make(window))
            camera.take(window, "entrance", name, *names)
        window.close()
        window.deleteLater()


def _recovery_key(window: MainWindow) -> QWidget:
    return RecoveryKey(EXAMPLE_KEY, "Margaret", "Margaret.secondopinion", window.messages, Workers(window))


def _lock(_window: MainWindow) -> QWidget:
    return LockScreen("Margaret", "Locked after 10 minutes without use. Everything is saved.")


SCREENS: dict[str, Callable[[MainWindow], QWidget]] = {
    "welcome": lambda _window: Welcome((Path.home() / "Documents" / "Margaret Doyle.secondopinion",)),
    "new-file": lambda window: NewFile(window.messages, Workers(window)),
    "recovery-key": _recovery_key,
    "lock": _lock,
}


def shoot_dialogs(camera: Camera, file: OpenFile, settings: SettingsStore) -> None:
    """Picture what opens over a page. A dialog is as large as it wants to be, so one window size is enough."""
    for size, colors, percent, names in looks():
        if size != SIZES[0] or not any(camera.wants("dialog", name, *names) for name in DIALOGS):
            continue
        theme().set_look(replace(theme().look, colors=colors, text_percent=percent))
        window = open_window(file, settings)
        window.resize(size)
        workers = Workers(window)
        commands = Commands(window, file, settings, workers, "")
        for name, show in DIALOGS.items():
            if camera.wants("dialog", name, *names):
                visit = partial(_take_dialog, camera, workers, ("dialog", name, *names))
                assert isinstance(window.messages, FakeMessages)
                window.messages.will_meet(visit)
                show(file, settings, window.messages, commands)
        workers.finish()
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def _take_dialog(camera: Camera, workers: Workers, names: tuple[str, ...], dialog: QDialog) -> None:
    QApplication.processEvents()
    while workers.is_busy:
        QApplication.processEvents()
    camera.take(dialog, *names)
    dialog.reject()


def _by_command(key: str) -> Show:
    def show(_file: OpenFile, _settings: SettingsStore, _messages: FakeMessages, commands: Commands) -> object:
        return commands.do(key)

    return show


def _about(key: str) -> Show:
    def show(file: OpenFile, _settings: SettingsStore, messages: FakeMessages, _commands: Commands) -> object:
        dialog = dialog_about(key, file, messages)
        assert dialog is not None
        return messages.run(dialog)

    return show


def _made(make: Callable[[OpenFile, SettingsStore], QDialog]) -> Show:
    def show(file: OpenFile, settings: SettingsStore, messages: FakeMessages, _commands: Commands) -> object:
        return messages.run(make(file, settings))

    return show


def _new_appointment(file: OpenFile, _settings: SettingsStore, messages: FakeMessages, _commands: Commands) -> object:
    return VisitDialogs(file, messages).new_appointment()


def _earlier_versions(file: OpenFile, _settings: SettingsStore, messages: FakeMessages, _commands: Commands) -> object:
    return messages.run(EarlierTexts(file, file.notes.recent(1)[0][0].id))


DIALOGS: dict[str, Show] = {
    "print": _by_command("print"),
    "print-questions": _by_command("print_questions"),
    "letter": _by_command("letter"),
    "call-sheet": _by_command("call_sheets"),
    "key-dates": _by_command("key_dates"),
    "about-you": _by_command("person"),
    "health-story": _by_command("health"),
    "passphrase": _by_command("passphrase"),
    "removed": _by_command("removed"),
    "writers": _by_command("writers"),
    "help": _about("help"),
    "keys": _about("shortcuts"),
    "about": _about("about"),
    "insurance-help": _about("insurance_help"),
    "text-and-colors": _made(lambda _file, settings: TextAndColors(settings)),
    "call": _made(lambda file, _settings: CallDialog(file, FakeMessages())),
    "clinic-call": _made(lambda file, _settings: CallDialog(file, FakeMessages(), kind=CallKind.CLINIC)),
    "denial": _made(lambda file, _settings: DenialDialog(file, FakeMessages())),
    "contact": _made(lambda file, _settings: ContactDialog(file)),
    "task": _made(lambda file, _settings: TaskDialog(file, step="records")),
    "open-tasks": _made(lambda file, _settings: OpenTasksDialog(file)),
    "new-appointment": _new_appointment,
    "earlier-versions": _earlier_versions,
}


def main(wanted: list[str]) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install_theme(application, Look())
    camera = Camera(Path("build/shots"), wanted)
    with tempfile.TemporaryDirectory() as home, clock.standing_at(MORNING):
        os.environ["SECONDOPINION_HOME"] = home
        settings = SettingsStore(Path(home) / "settings.json")
        write_sample(Path(home) / "sample.secondopinion")
        files = Files(unshared)
        sample = files.open(Path(home) / "sample.secondopinion")
        shoot(camera, sample, settings, "sample", PAGES)
        shoot_dialogs(camera, sample, settings)
        sample.close()
        empty = files.create(Path(home) / "empty.secondopinion", "Margaret Doyle", None).file
        shoot(camera, empty, settings, "empty", PAGES[:-1])
        empty.close()
        shoot_entrance(camera, settings)


if __name__ == "__main__":
    main(sys.argv[1:])
