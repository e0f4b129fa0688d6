"""Every command of the program: its place in the menus, its words, its keys. Who hears it decides what it does."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.navigation import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """One command. Several `keys` may do it; `checkable` ones show a tick. `anywhere` needs no open file.

    Keys that a text field uses for itself (undo, copy, bold ...) go to the field first: Qt asks it before the menu.
    """

    key: str
    words: str
    keys: tuple[str | Keys, ...] = ()
    checkable: bool = False
    anywhere: bool = False


LINE = Command("-", "")
RECENT = Command("recent", N_("Open &recent"))
STEPS = Command("steps", N_("&Steps"))
TEXT = Command("text", N_("Te&xt"))

# Words have no placeholders and no file's content; those of undo and redo are made when the menu opens.
MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        N_("&File"),
        (
            Command("new_file", N_("&Start a new file…"), anywhere=True),
            Command("open_file", N_("&Open a file…"), (Keys.Open,), anywhere=True),
            RECENT,
            LINE,
            Command("print", N_("&Print or save summary…"), (Keys.Print,)),
            Command("letter", N_("Pr&int a request letter…")),
            Command("call_sheets", N_("Pri&nt a call sheet…")),
            Command("export", N_("Save a &copy elsewhere…")),
            LINE,
            Command("person", N_("About &you…")),
            Command("health", N_("My &health story…")),
            Command("writers", N_("People who &write here…")),
            Command("passphrase", N_("P&assphrase and recovery key…")),
            Command("removed", N_("R&emoved items…")),
            LINE,
            Command("lock", N_("&Lock now"), ("Ctrl+L",)),
            Command("close_file", N_("Close &this file")),
            Command("quit", N_("&Quit"), (Keys.Quit,), anywhere=True),
        ),
    ),
    (
        N_("&Edit"),
        (
            Command("undo", N_("&Undo"), (Keys.Undo,)),
            Command("redo", N_("&Redo"), (Keys.Redo, "Ctrl+Y")),
            Command("last_message", N_("Show the last &message again")),
            LINE,
            Command("cut", N_("Cu&t"), (Keys.Cut,), anywhere=True),
            Command("copy", N_("&Copy"), (Keys.Copy,), anywhere=True),
            Command("paste", N_("&Paste"), (Keys.Paste,), anywhere=True),
            Command("select_all", N_("Select &all"), (Keys.SelectAll,), anywhere=True),
            LINE,
            TEXT,
            Command("move_up", N_("Mo&ve the question or point up"), ("Ctrl+Shift+Up",)),
            Command("move_down", N_("Move the question or point &down"), ("Ctrl+Shift+Down",)),
            LINE,
            Command("find", N_("&Find in this file"), (Keys.Find,)),
            Command("earlier_texts", N_("Ear&lier versions of this note…")),
            LINE,
            Command("key_dates", N_("Change k&ey dates…")),
            LINE,
            Command("new_note", N_("New &note"), ("Ctrl+N",)),
            Command("new_appointment", N_("New app&ointment"), ("Ctrl+Shift+N",)),
            Command("new_question", N_("Add a &question"), ("Ctrl+Shift+A",)),
            Command("add_call", N_("Write down a p&hone call…")),
        ),
    ),
    (
        N_("&Go"),
        (
            *(Command(f"page:{one.key}", one.source.replace("&", "&&")) for one in SECTIONS),
            LINE,
            STEPS,
            LINE,
            Command("earlier", N_("&Earlier appointment"), ("Ctrl+PgUp",)),
            Command("later", N_("&Later appointment"), ("Ctrl+PgDown",)),
            Command("visit_mode", N_("Start &visit mode"), ("Ctrl+Shift+V",)),
            LINE,
            Command("next_area", N_("&Next area"), ("F6",)),
            Command("previous_area", N_("&Previous area"), ("Shift+F6",)),
        ),
    ),
    (
        N_("&View"),
        (
            Command("larger", N_("&Larger text"), (Keys.ZoomIn, "Ctrl+="), anywhere=True),
            Command("smaller", N_("&Smaller text"), (Keys.ZoomOut,), anywhere=True),
            Command("normal", N_("&Normal text"), ("Ctrl+0",), anywhere=True),
            Command("look", N_("Text and &colors…"), anywhere=True),
            LINE,
            Command("sidebar", N_("Show S&teps"), ("F8",), checkable=True),
            Command("pane", N_("Show &People and insurance"), ("F9",), checkable=True),
            Command("usual_layout", N_("&Usual layout")),
        ),
    ),
    (
        N_("&Help"),
        (
            Command("help", N_("&Help for this page"), ("F1",), anywhere=True),
            Command("can", N_("&What this program can and cannot do"), anywhere=True),
            Command("insurance_help", N_("&Insurance: words and facts"), anywhere=True),
            Command("shortcuts", N_("&Keys you can use"), anywhere=True),
            Command("about", N_("&About Second Opinion"), anywhere=True),
        ),
    ),
)
TEXT_COMMANDS = (
    Command("heading", N_("&Heading"), ("Ctrl+Alt+1",)),
    Command("bold", N_("&Bold"), (Keys.Bold,)),
    Command("italic", N_("&Italic"), (Keys.Italic,)),
    Command("bullets", N_("B&ullets"), ("Ctrl+Shift+8",)),
    Command("numbers", N_("&Numbers"), ("Ctrl+Shift+7",)),
    Command("ticks", N_("Items to &tick"), ("Ctrl+Shift+9",)),
    Command("highlight", N_("Hi&ghlight"), ("Ctrl+Shift+H",)),
)
_STEP_HELD = "Meta" if sys.platform == "darwin" else "Alt"  # Qt calls the Control key of a Mac Meta


def _sequences(command: Command, number: int) -> list[QKeySequence]:
    if command.key.startswith("page:"):
        return [QKeySequence(f"Ctrl+{number}")]
    found = [QKeySequence(key) for key in command.keys]
    if Keys.Print in command.keys and found[0].isEmpty():
        return [QKeySequence("Ctrl+P")]
    if command.key == "quit" and found[0].isEmpty():
        return [QKeySequence("Ctrl+Q")]
    # The system may say one of them itself; twice the same would do nothing.
    return [one for number, one in enumerate(found) if not one.isEmpty() and one not in found[:number]]


class Actions(QObject):
    """The menu bar of one window. `asked` carries the key of the command chosen, by menu or by keys."""

    asked = Signal(str)
    edit_menu_opens = Signal()

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        super().__init__(window)
        self._window = window
        self._all: dict[str, QAction] = {}
        self._needs_file: list[QAction] = []
        # Python must hold on to the bar and its menus: when it lets go of one, it takes the menus inside for dead.
        self._bar = bar
        self._menus: list[QMenu] = []
        for title, commands in MENUS:
            menu = bar.addMenu(_(title))
            self._menus.append(menu)
            self._fill(menu, commands)
            if title == "&Edit":
                menu.aboutToShow.connect(self.edit_menu_opens)

    def __getitem__(self, key: str) -> QAction:
        """Return the action of a command."""
        return self._all[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all commands."""
        return tuple(self._all)

    def file_is_open(self, *, is_open: bool) -> None:
        """Let the commands that need a file be chosen, or not."""
        for action in self._needs_file:
            action.setEnabled(is_open)

    def show_steps(self, names: Sequence[tuple[str, str]]) -> None:
        """Fill Go > Steps with (key, name)."""
        for action in self._steps.actions():
            self._window.removeAction(action)
            self._all.pop(str(action.data()))
            self._needs_file.remove(action)
        self._steps.clear()
        for number, (key, name) in enumerate(names, start=1):
            action = self._add(self._steps, Command(f"step:{key}", name.replace("&", "&&")), number)
            action.setShortcut(QKeySequence(f"{_STEP_HELD}+{number}"))

    def show_recent(self, names: Sequence[tuple[str, str]]) -> None:
        """Fill File > Open recent with (path, name)."""
        self._recent.clear()
        self._recent.setEnabled(bool(names))
        for path, name in names:
            action = self._recent.addAction(name.replace("&", "&&"))
            action.setData(f"recent:{path}")
            action.triggered.connect(self._tell)

    def _fill(self, menu: QMenu, commands: tuple[Command, ...]) -> None:
        number = 0
        for command in commands:
            number += command.key.startswith("page:")
            if command is LINE:
                menu.addSeparator()
            elif command is RECENT:
                self._recent = menu.addMenu(_(command.words))
            elif command is STEPS:
                self._steps = menu.addMenu(_(command.words))
            elif command is TEXT:
                self._fill(menu.addMenu(_(command.words)), TEXT_COMMANDS)
            else:
                self._add(menu, command, number)

    def _add(self, menu: QMenu, command: Command, number: int) -> QAction:
        action = QAction(_(command.words), menu)
        action.setData(command.key)
        action.setShortcuts(_sequences(command, number))
        action.setCheckable(command.checkable)
        action.setMenuRole(_menu_role(command.key))
        action.triggered.connect(self._tell)
        menu.addAction(action)
        # The menu bar may be hidden; the keys work all the same.
        self._window.addAction(action)
        self._all[command.key] = action
        if not command.anywhere:
            self._needs_file.append(action)
        return action

    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(str(action.data()))


def _menu_role(key: str) -> QAction.MenuRole:
    roles = {
        "quit": QAction.MenuRole.QuitRole,
        "about": QAction.MenuRole.AboutRole,
        "look": QAction.MenuRole.PreferencesRole,
    }
    return roles.get(key, QAction.MenuRole.NoRole)


def commands_with_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return, for each menu, its title and the (words, keys) of its commands that have keys, without mnemonics."""
    found = []
    for title, commands in (*MENUS, (TEXT.words, TEXT_COMMANDS)):
        lines = []
        for number, command in enumerate(commands, start=1):
            sequences = _sequences(command, number) if command.words else []
            keys = [one.toString(QKeySequence.SequenceFormat.NativeText) for one in sequences]
            if keys:
                lines.append((_plain(_(command.words)), _(" or ").join(keys)))
        found.append((_plain(_(title)), lines))
    return found


def _plain(words: str) -> str:
    """Return a menu's words without the mark of their mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
