"""The window as a person meets it: what it says, what can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.navigation import SECTIONS, step_page
from secondopinion_desktop.ui.widgets import Button, Column, IconButton, LineEdit, PageFrame
from secondopinion_desktop.ui.window import MainWindow
from tests.helpers.hands import click_in, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.fileview import FileView
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.sidebar.navlist import NavList


class PlainPage(PageFrame):
    """A page with a title, a button and a field; remembers what the window asked of it."""

    open_requested = Signal(str, str)

    def __init__(self, title: str) -> None:
        super().__init__(title, "One sentence.")
        self.add_action(Button("Print list"))
        self.field = LineEdit()
        self.field.setAccessibleName("Words")
        self.body.addWidget(self.field)
        self.body.addStretch(1)
        self.flushed = 0
        self.opened: list[tuple[str, str]] = []
        self.commands: list[str] = []
        self.does: set[str] = set()

    def flush(self) -> None:
        self.flushed += 1

    def open_item(self, kind: str, item: str) -> None:
        self.opened.append((kind, item))

    def current_item(self) -> str:
        return self.field.text()

    def do_command(self, key: str) -> bool:
        self.commands.append(key)
        return key in self.does


class PlainPane(QWidget):
    """A right pane with a hide button and two other things to stop at."""

    hide_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = Column(self)
        self.hide_button = IconButton("panel", "Hide people and insurance")
        self.hide_button.clicked.connect(self.hide_requested)
        self.add = Button("Add insurance")
        column.addWidget(self.hide_button)
        column.addWidget(self.add)
        column.addStretch(1)
        self.opened: list[tuple[str, str]] = []

    def open_item(self, kind: str, item: str) -> None:
        self.opened.append((kind, item))


class Window:
    """One main window with an open file and plain pages, as wide and high as a test wants."""

    def __init__(
        self,
        qtbot: QtBot,
        file: OpenFile,
        folder: Path,
        *,
        width: int = 1366,
        height: int = 768,
        messages: Messages | None = None,
    ) -> None:
        self.file = file
        self.settings = SettingsStore(folder / "settings.json")
        self.widget = MainWindow(self.settings, messages)
        self.built: list[str] = []
        self.commands: list[str] = []
        self.widget.command.connect(self.commands.append)
        qtbot.addWidget(self.widget)
        self.widget.resize(width, height)
        self.widget.show()
        self.open_file()
        self.resize(width, height)
        with qtbot.waitActive(self.widget):
            self.widget.activateWindow()

    def open_file(self) -> None:
        """Show the file as the application does."""
        names = {one.key: one.name for one in SECTIONS}
        names |= {step_page(step.key): step.name for step in self.file.steps.tracker().steps}
        self.widget.show_file(self.file, {key: self._factory(key, name) for key, name in names.items()}, PlainPane)

    def _factory(self, key: str, name: str) -> Callable[[QWidget], QWidget]:
        def make(_parent: QWidget) -> PlainPage:
            self.built.append(key)
            return PlainPage(name)

        return make

    def resize(self, width: int, height: int = 768) -> None:
        """Make the window this large, in logical pixels."""
        self.widget.resize(width, height)

    @property
    def view(self) -> FileView:
        """The open file's part of the window."""
        assert self.widget.shell is not None
        return self.widget.shell.view

    @property
    def page(self) -> PlainPage:
        """The page shown."""
        page = self.view.stack.page
        assert isinstance(page, PlainPage)
        return page

    @property
    def pane(self) -> PlainPane:
        """The right pane."""
        pane = self.view.pane
        assert isinstance(pane, PlainPane)
        return pane

    @property
    def title(self) -> str:
        """The title of the page shown."""
        return self.page.title.text()

    def steps(self) -> list[str]:
        """Return the steps as a screen reader says them."""
        return _spoken(self.view.sidebar.steps)

    def sections(self) -> list[str]:
        """Return the sections as a screen reader says them."""
        return _spoken(self.view.sidebar.sections)

    def sees_steps(self) -> bool:
        """Return whether the steps can be seen."""
        return self.view.sidebar_shown and self.view.sidebar.isVisible()

    def sees_pane(self) -> bool:
        """Return whether the right pane can be seen."""
        return self.view.pane_shown and self.pane.isVisible()

    def says(self, words: str) -> bool:
        """Return whether a label with these words can be seen."""
        return any(label.text() == words and label.isVisible() for label in self.widget.findChildren(QLabel))

    def press_section(self, key: str) -> None:
        """Click on a section."""
        sections = self.view.sidebar.sections
        click_in(sections.viewport(), sections.row_rect(key))

    def press_step(self, number: int) -> None:
        """Click on step 1 to 8."""
        steps = self.view.sidebar.steps
        click_in(steps.viewport(), steps.visualRect(steps.model().index(number - 1, 0)))

    def choose(self, key: str) -> None:
        """Choose a command in the menu."""
        self.widget.actions_[key].trigger()

    def keys(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys on whatever has the keyboard."""
        press(key, held, QApplication.focusWidget() or self.widget)

    def area(self) -> str:
        """Return which area has the keyboard."""
        focus = QApplication.focusWidget()
        assert focus is not None
        areas = {
            "sidebar": self.view.sidebar,
            "top bar": self.view.topbar,
            "dates": self.view.dates,
            "page": self.view.stack,
            "pane": self.view.built_pane,
        }
        return next((name for name, area in areas.items() if area is not None and area.isAncestorOf(focus)), "")


def _spoken(view: NavList) -> list[str]:
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
