"""Somebody at the keyboard of the whole program, who goes from page to page and remembers what was written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from secondopinion_desktop.ui.pages.step import StepPage
from secondopinion_desktop.ui.pane import PeoplePane
from secondopinion_desktop.ui.widgets import Card, PageFrame
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, click_in, press, write
from tests.helpers.pane import choose_from_menu
from tests.helpers.paper import words_of
from tests.helpers.program import Running
from tests.helpers.stage import KeyboardMessages, texts
from tests.helpers.summary import SummaryPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.packets import MadeFor, Part


class ShownMessages(KeyboardMessages):
    """Dialogs give the keyboard back to the window; short messages stand in its message slot, as they do at home."""

    home: QWidget | None = None

    def run(self, dialog: QDialog) -> bool:
        accepted = super().run(dialog)
        self.give_back()
        return accepted

    def give_back(self) -> None:
        """Make the window the active one again, as a window system does."""
        if self.home is not None:
            self.home.activateWindow()
            self._qtbot.waitUntil(self.home.isActiveWindow)

    def toast(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        super().toast(words, undo, button)
        if self.slot is not None:
            self.slot.show_message(words, undo, button)


class Place(FormPage):
    """A part of the window, or a dialog, with its fields and buttons. What is written with `tell` is remembered."""

    def __init__(self, person: Person, root: QWidget) -> None:
        super().__init__(root, person.qtbot)
        self.person = person

    def tell(self, label: str, words: str) -> None:
        """Write words that belong on paper for the family."""
        self.fill(label, words)
        self.person.told.append(words)

    def keep_private(self, label: str, words: str) -> None:
        """Write words that belong on no paper."""
        self.fill(label, words)
        self.person.private.append(words)

    def pick(self, label: str, words: str) -> None:
        """Open a list and choose with the arrow keys and Enter."""
        box = self.editor(label)
        assert isinstance(box, QComboBox)
        self.pick_in(box, words)

    def pick_in(self, box: QComboBox, words: str) -> None:
        """Choose in a list that has no label, but a name."""
        box.setFocus(Qt.FocusReason.TabFocusReason)
        box.showPopup()
        view = box.view()
        press(Qt.Key.Key_Home, on=view)
        while view.currentIndex().data() != words:
            before = view.currentIndex().row()
            press(Qt.Key.Key_Down, on=view)
            assert view.currentIndex().row() != before, f"no {words} in {box.accessibleName()}"
        press(Qt.Key.Key_Return, on=view)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Make the window around this the active one again: without a window system, a list that closed keeps it."""
        window = self.root.window()
        if window.isVisible():
            window.activateWindow()
            self.qtbot.waitUntil(window.isActiveWindow)

    def list_named(self, name: str) -> QComboBox:
        """Return the list that a screen reader calls `name`."""
        return next(box for box in self.root.findChildren(QComboBox) if box.isVisible() and named(box, name))

    def enter(self, name: str, *lines: str) -> None:
        """Write into the line that a screen reader calls `name`, each ended with Enter."""
        for words in lines:
            line = self.search(name, words)
            press(Qt.Key.Key_Return, on=line)
            self.person.told.append(words)

    def search(self, name: str, words: str) -> QLineEdit:
        """Type into the line that a screen reader calls `name`, and stay there."""
        line = next(one for one in self.root.findChildren(QLineEdit) if one.isVisible() and named(one, name))
        line.setFocus(Qt.FocusReason.TabFocusReason)
        write(words, line)
        return line

    def button(self, name: str) -> QAbstractButton:
        """Return the button that says or is called `name`, the highest one if there are several."""
        found = [one for one in self.root.findChildren(QAbstractButton) if one.isVisible() and named(one, name)]
        assert found, f"no button {name!r} among {texts(self.root)}"
        return min(found, key=lambda one: one.mapToGlobal(QPoint()).y())

    def press(self, name: str) -> None:
        """Click a button; what it opens is closed again by then."""
        QApplication.sendPostedEvents()  # what was put in takes its place
        found = self.button(name)
        assert found.isEnabled(), f"{name} cannot be pressed"
        click(found)

    def more(self, about: str, words: str) -> None:
        """Choose from the menu of a card or row."""
        self.choose_at(f"More for {about}", words)

    def choose_at(self, name: str, words: str) -> None:
        """Choose from the menu of a button, with the space bar, the arrow keys and Enter."""
        choose_from_menu(self.button(name), words)
        self.take_keyboard()

    def says(self, *words: str) -> bool:
        """Return whether all these words can be seen, in labels or on buttons."""
        seen = "\n".join(texts(self.root)).replace("\N{NO-BREAK SPACE}", " ")
        missing = [one for one in words if one not in seen]
        assert not missing, f"{missing} not in:\n{seen}"
        return True

    def does_not_say(self, words: str) -> bool:
        """Return whether these words are nowhere to be seen."""
        return not any(words in text for text in texts(self.root))

    def card(self, title: str) -> Place:
        """Return a card by its title; one that is folded is opened with the keyboard."""
        cards = [card for card in self.root.findChildren(Card) if card.isVisible() and card.accessibleName() == title]
        assert len(cards) == 1, f"{len(cards)} cards called {title!r}"
        head = getattr(cards[0], "head", None)
        if head is not None and not cards[0].is_open:  # type: ignore[attr-defined]
            head.setFocus(Qt.FocusReason.TabFocusReason)
            press(Qt.Key.Key_Return)
        return Place(self.person, cards[0])


class Person:
    """The program with nothing open. `told` is what was written for all to see, `private` what was not."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.messages = ShownMessages(qtbot)
        self.running = Running(qtbot, size=(1366, 900), messages=self.messages)
        self.messages.home = self.running.window
        self.told: list[str] = []
        self.private: list[str] = []

    @property
    def window(self) -> Place:
        """All of the window."""
        return Place(self, self.running.window)

    @property
    def page(self) -> Place:
        """The page that is shown, with all that is on it: nobody reads faster than it is built."""
        page = self.running.page
        if isinstance(page, PageFrame):
            page.complete()
        return Place(self, page)

    @property
    def pane(self) -> Place:
        """People and insurance, at the right."""
        assert self.running.window.shell is not None
        pane = self.running.window.shell.view.pane
        assert pane is not None
        return Place(self, pane)

    @property
    def visit(self) -> Place:
        """Visit mode, which must be open."""
        visit = self.running.window.visit
        assert visit is not None
        return Place(self, visit)

    def write(self, words: str) -> None:
        """Type into what has the keyboard."""
        write(words)
        self.told.append(words)

    def contacts(self) -> Place:
        """Turn the pane to contacts with the arrow keys on its tabs."""
        return self._turn_pane(Qt.Key.Key_Right)

    def insurance(self) -> Place:
        """Turn the pane to insurance."""
        return self._turn_pane(Qt.Key.Key_Left)

    def _turn_pane(self, arrow: Qt.Key) -> Place:
        pane = self.pane
        assert isinstance(pane.root, PeoplePane)
        pane.root.focus_start()
        press(arrow)
        return pane

    def go(self, section: str) -> Place:
        """Click on a section at the left."""
        assert self.running.window.shell is not None
        sections = self.running.window.shell.view.sidebar.sections
        click_in(sections.viewport(), sections.row_rect(section))
        return self.page

    def go_to_step(self, number: int) -> Place:
        """Click on step 1 to 8."""
        assert self.running.window.shell is not None
        steps = self.running.window.shell.view.sidebar.steps
        click_in(steps.viewport(), steps.visualRect(steps.model().index(number - 1, 0)))
        page = self.page
        assert isinstance(page.root, StepPage)
        return page

    def steps(self) -> list[str]:
        """Return the steps as a screen reader says them."""
        assert self.running.window.shell is not None
        model = self.running.window.shell.view.sidebar.steps.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def will_meet(self, *visits: Callable[[Place], object]) -> None:
        """Say what to do in the next dialogs, before they are opened."""
        self.messages.will_meet(*(partial(self._use, visit) for visit in visits))

    def _use(self, visit: Callable[[Place], object], dialog: QDialog) -> None:
        visit(Place(self, dialog))

    @property
    def message(self) -> str:
        """What the message slot says."""
        slot = self.messages.slot
        return slot.words if slot is not None and slot.isVisible() else ""

    def press_in_message(self, words: str = "Undo") -> None:
        """Press the button beside the message."""
        assert self.messages.slot is not None
        Place(self, self.messages.slot).press(words)

    def press_keys(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys on whatever has the keyboard."""
        press(key, held, QApplication.focusWidget() or self.running.window)

    def save_summary(self, made_for: MadeFor, path: Path, *more: Part) -> str:
        """Press Ctrl+P, choose the reader, tick `more`, save; return the words on paper."""

        def save(dialog: QDialog) -> None:
            sheet = SummaryPage(dialog, self.qtbot)  # type: ignore[arg-type]
            sheet.choose_reader(made_for)
            for part in more:
                sheet.tick(part)
            sheet.wait_for_pages()
            self.messages.will_choose(path)
            sheet.save()

        self.messages.will_meet(save)
        self.press_keys(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        self.running.rest()
        assert self.message == f"Saved as {path.name}"
        return words_of(path.read_bytes()).replace("\N{NO-BREAK SPACE}", " ")


def named(widget: QWidget, name: str) -> bool:
    """Return whether a widget says, or is called, `name`."""
    said = widget.text().strip() if isinstance(widget, QAbstractButton) else ""
    return name in {said, widget.accessibleName()}
