"""Which pages there are, and how one asks for another without knowing it.

A page is any QWidget. What it has of the following, the window uses:

* `open_requested = Signal(str, str)`: a wish to open something, as (kind, id). Kinds are table names of the file
  ("note", "contact", "task", ...), "step" with a step's key, "page" with a page key, or "command" with a command's key.
* `open_item(kind, id)`: show one thing; called after the page is shown.
* `focus_start()`: put the keyboard where the page begins; PageFrame has it.
* `flush()`: save what is still being typed; called before anything else is shown, and before locking and closing.
  It returns False if words are left that could not be saved.
* `do_command(key) -> bool`: carry out a command of the menu (`ui/actions.py`), or return False.
* `current_item() -> str`: what to open again next time the file is opened.
* `help_topic`: which help F1 shows.
* `fill(height)`: build what is seen in so many pixels; called before the page is shown for the first time. The rest it
  builds by itself while nobody waits (ui/widgets/portions.py), or at once when `complete()` is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui import composing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    PageFactories = Mapping[str, Callable[[QWidget], QWidget]]
    """What makes each page in the widget that is to show it, by its key."""

STEP = "step:"


@dataclass(frozen=True)
class Section:
    """One of the five places that never scroll away."""

    key: str
    source: str
    icon: str

    @property
    def name(self) -> str:
        """What it is called, in the person's language."""
        return _(self.source)


SECTIONS = (
    Section("overview", N_("Overview"), "home"),
    Section("notes", N_("Appointments & notes"), "note"),
    Section("questions", N_("Questions"), "question"),
    Section("records", N_("Records"), "folder"),
    Section("opinions", N_("Opinions side by side"), "columns"),
)
START = SECTIONS[0].key

# Where a row of each table is shown, and cards of step pages by a name of their own. Tasks and steps are shown on their
# step's page, and are not in here.
_HOMES = {
    "appointment": "notes",
    "asking": "notes",
    "key_point": "step:write_down",
    "note": "notes",
    "report_request": "step:report",
    "term": "step:weigh",
    "question": "questions",
    "attachment": "records",
    "record": "records",
    "decision": "step:weigh",
    "opinion": "opinions",
    "option": "opinions",
    "point": "opinions",
    "statement": "opinions",
    "topic": "opinions",
    "reminder_answer": "step:timing",
    "self_check": "step:weigh",
    "situation": "step:get_started",
    "costs": "step:insurance",
    "denial": "step:insurance",
    "expense": "step:insurance",
    "network_check": "step:insurance",
    "background": "step:schedule",
    "candidate": "step:schedule",
    "second_visit": "step:schedule",
}
_IN_PANE = {
    "contact": "contacts",
    "authorization": "insurance",
    "call": "insurance",
    "plan": "insurance",
    "referral": "insurance",
}


# Rows of these tables are shown in a dialog: the command that opens it. "health:" is followed by table and id.
_IN_DIALOGS = {
    "author": "writers",
    "diagnosis": "health:diagnosis",
    "health_fact": "health:health_fact",
    "marker": "health:marker",
    "person": "person",
    "removed": "removed",
    "treatment": "health:treatment",
}
# Fields of the situation that are not on the page "Get started".
_OF_SITUATION = {"gut_note": "step:weigh"}


PANE_COMMANDS = ("insurance", "contacts", "add_insurance", "add_call", "add_contact")
"""Commands of pages that the right pane carries out; it is shown for them."""


def step_page(step: str) -> str:
    """Return the page key of a step."""
    return f"{STEP}{step}"


def step_of(page: str) -> str:
    """Return which step a page shows, or an empty text."""
    return page.removeprefix(STEP) if page.startswith(STEP) else ""


def home_of(kind: str, item: str = "") -> str:
    """Return the key of the page that shows this row of table `kind`, or an empty text."""
    return _OF_SITUATION.get(item, _HOMES.get(kind, "")) if kind == "situation" else _HOMES.get(kind, "")


def dialog_of(kind: str, item: str) -> str:
    """Return the command for the dialog that shows this row of table `kind`, or an empty text."""
    command = _IN_DIALOGS.get(kind, "")
    return f"{command}:{item}" if command.startswith("health:") else command


def pane_tab_of(kind: str) -> str:
    """Return the tab of the right pane that shows rows of table `kind`, or an empty text."""
    return _IN_PANE.get(kind, "")


def flush(widget: QWidget | None) -> bool:
    """Let a page save what is still being typed; return whether nothing is left that could not be saved."""
    return widget is None or not hasattr(widget, "flush") or widget.flush() is not False


class PageStack(QStackedWidget):
    """The pages, each built when it is first visited."""

    open_requested = Signal(str, str)
    page_changed = Signal(str)

    def __init__(self, factories: PageFactories, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = factories
        self._built: dict[str, QWidget] = {}
        self.key = ""

    @property
    def page(self) -> QWidget | None:
        """The page shown, or None before the first."""
        return self._built.get(self.key)

    @property
    def built(self) -> tuple[QWidget, ...]:
        """All pages visited so far."""
        return tuple(self._built.values())

    def has(self, key: str) -> bool:
        """Return whether there is a page called `key`."""
        return key in self._factories

    def show_page(self, key: str) -> QWidget:
        """Show the page called `key`; what was typed on the one before is saved first. Raises KeyError."""
        if key == self.key:
            return self._built[key]
        composing.finish()
        flush(self.page)
        if key not in self._built:
            self._make(key)
        self.key = key
        self.setCurrentWidget(self._built[key])
        self.page_changed.emit(key)
        return self._built[key]

    def _make(self, key: str) -> None:
        # In its place and as large as there: moved or widened later, it would be polished and laid out twice.
        page = self._factories[key](self)
        page.resize(self.size())
        if hasattr(page, "open_requested"):
            page.open_requested.connect(self.open_requested)
        self._built[key] = page
        self.addWidget(page)
        if hasattr(page, "fill"):
            page.fill(self.height())

    def flush(self) -> bool:
        """Save what is still being typed on any page; return whether nothing is left that could not be saved."""
        saved = [flush(page) for page in self.built]
        return all(saved)
