"""All wiring between the parts of an open file: what the sidebar shows, where a wish leads, who does a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services import beginning
from secondopinion_desktop.services.history import Undone
from secondopinion_desktop.services.steps import SHOWN
from secondopinion_desktop.ui import navigation
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.fileview import FileView
from secondopinion_desktop.ui.finding import Finding
from secondopinion_desktop.ui.lookingaway import looking_away
from secondopinion_desktop.ui.navigation import (
    PANE_COMMANDS,
    START,
    dialog_of,
    home_of,
    pane_tab_of,
    step_of,
    step_page,
)
from secondopinion_desktop.ui.whynot import why_not
from secondopinion_desktop.ui.widgets import bring_keyboard_into_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.base.settings import SettingsStore, WindowPlace
    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.beginning import FirstThing
    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.navigation import PageFactories

_HOME_OF_COMMANDS = {
    "new_note": "notes",
    "new_appointment": "notes",
    "earlier": "notes",
    "later": "notes",
    "new_question": "questions",
}
_KEY_DATES = ("appointment", "situation", "opinion")


class FileShell(QObject):
    """One open file in the window. `command` carries commands that neither it nor a page does.

    `visit_wanted` carries the id of the appointment that visit mode is to be shown for.
    """

    command = Signal(str)
    person_changed = Signal(str)
    visit_wanted = Signal(str)

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        settings: SettingsStore,
        pages: PageFactories,
        pane: Callable[[], QWidget] | None,
    ) -> None:
        super().__init__()
        self.file = file
        self._messages, self._settings = messages, settings
        self.view = FileView(pages, pane)
        self._start = START
        self._item = ""
        messages.slot = self.view.topbar.slot
        self.view.topbar.can_lock(possible=file.is_protected)
        self._finding = Finding(self.view.topbar.finder, self.view, file.finder)
        self._wire()
        try:
            self._show_person()
            self._show_steps()
        except BaseException:  # the file cannot be read: nothing that was made for it stays
            messages.slot = None
            self.end()
            raise

    def _wire(self) -> None:
        view = self.view
        view.sidebar.page_requested.connect(self.go)
        view.sidebar.next_requested.connect(self._open_next)
        view.stack.open_requested.connect(self.open)
        view.stack.page_changed.connect(view.sidebar.show_page)
        view.stack.page_changed.connect(self._show_dates)
        view.dates.opened.connect(self.open)
        view.pane_built.connect(self._wire_pane)
        view.topbar.print_requested.connect(self._print)
        view.topbar.lock_requested.connect(self._lock)
        view.topbar.finder.left.connect(self._back_to_page)
        self._finding.chosen.connect(self.open)
        FeedSignal(self.file.feed, self).changed.connect(self._see)
        self.file.history.when_kept(self._messages.toast)

    # Beginning and end

    def restore(self, place: WindowPlace) -> None:
        """Take page, widths and pane from where the file was left."""
        self.view.pane_wanted = not place.pane_hidden
        self.view.set_widths(place.sidebar_width, place.pane_width)
        if self.view.stack.has(place.page):
            self._start, self._item = place.page, place.item

    def begin(self) -> None:
        """Show the first page."""
        self.go(self._start)
        if self._item:
            self._hand_over(self.view.stack.page, "", self._item)

    def end(self) -> None:
        """Delete all pages; nothing is listened to any more."""
        self.view.hide()
        self.view.deleteLater()
        self.deleteLater()

    def flush(self) -> bool:
        """Save what is still being typed; return whether nothing is left that could not be saved."""
        saved = (self.view.stack.flush(), navigation.flush(self.view.built_pane))
        return all(saved)

    def current_item(self) -> str:
        """Return what the page shown would open again, or an empty text."""
        page = self.view.stack.page
        return str(page.current_item()) if page is not None and hasattr(page, "current_item") else ""

    def current_visit(self) -> str:
        """Return the id of the visit that the page shows or that was chosen there, or an empty text."""
        chosen = getattr(self.view.stack.page, "current_visit", None)
        return str(chosen()) if chosen is not None else ""

    # Where wishes lead

    def go(self, page: str) -> None:
        """Show a page and put the keyboard where it begins. A page there is none of is not shown."""
        if not self.view.stack.has(page):
            return
        shown = self.view.stack.show_page(page)
        self.view.close_drawer()
        start = getattr(shown, "focus_start", None)
        if start is not None:
            start()

    def open(self, kind: str, item: str) -> None:
        """Show one thing of the file: kinds as in ui/navigation.py. What is no longer there is said calmly."""
        if kind == "page":
            self.go(item)
        elif kind == "command":
            self.do_or_pass(item)
        elif kind == "visit_mode" and item:
            self.visit_wanted.emit(item)
        elif kind in {"step", "step_state"}:
            self.go(step_page(item))
        elif kind == "task":
            self._open_task(item)
        elif kind == "attachment":
            self._open_attachment(item)
        elif dialog := dialog_of(kind, item):
            self.do_or_pass(dialog)
        elif tab := pane_tab_of(kind):
            self.view.show_pane()
            self._hand_over(self.view.pane, kind or tab, item)
        elif page := home_of(kind, item):
            self.go(page)
            self._hand_over(self.view.stack.page, kind, item)

    def _open_task(self, task: str) -> None:
        try:
            step = self.file.tasks.get(task).step
        except UserError as error:
            self._messages.toast(error.message)
            return
        self.go(step_page(step))
        self._hand_over(self.view.stack.page, "task", task)

    def _open_attachment(self, attachment: str) -> None:
        """Show what a file is attached to."""
        try:
            owner = self.file.attachments.get(attachment)
        except UserError as error:
            self._messages.toast(error.message)
            return
        self.open(owner.owner_table, owner.owner_id)

    def _open_next(self, following: Task | FirstThing) -> None:
        if isinstance(following, beginning.FirstThing):
            self.do_or_pass(following.command)
            return
        task = following
        self.go(step_page(task.step))
        self._hand_over(self.view.stack.page, "task", task.id)

    def _hand_over(self, page: QWidget | None, kind: str, item: str) -> None:
        if item and page is not None and hasattr(page, "open_item"):
            page.open_item(kind, item)
            QTimer.singleShot(0, self, self._bring_into_view)  # what was opened a moment ago has no place yet

    def _bring_into_view(self) -> None:
        bring_keyboard_into_view(self.view)

    def _wire_pane(self, pane: QWidget) -> None:
        if hasattr(pane, "open_requested"):
            pane.open_requested.connect(self.open)

    def _back_to_page(self) -> None:
        self.view.enter_page()

    # Commands

    def do_or_pass(self, key: str) -> None:
        """Do a command, or let the window decide."""
        if not self.do(key):
            self.command.emit(key)

    def do(self, key: str) -> bool:
        """Do a command here or in what has the keyboard; return whether anyone did."""
        if key.startswith("page:"):
            self.go(key.removeprefix("page:"))
            return True
        if key.startswith("step:"):
            self.go(key)
            return True
        if key in PANE_COMMANDS:
            self.view.show_pane()
            return _does(self.view.pane, key)
        own = {
            "key_dates": self._change_dates,
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
            "last_message": self._last_message,
            "next_area": self.view.next_area,
            "previous_area": self.view.previous_area,
            "sidebar": self.view.toggle_sidebar,
            "pane": self.view.toggle_pane,
            "usual_layout": self._usual_layout,
            "visit_mode": self._start_visit,
        }.get(key)
        if own is not None:
            own()
            return True
        return self._ask_others(key)

    def _ask_others(self, key: str) -> bool:
        """Ask what has the keyboard and all around it, then the page and the pane, then the page that is home to it."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self.view:
            if _does(widget, key):
                return True
            widget = widget.parentWidget()
        if any(_does(one, key) for one in (self.view.stack.page, self.view.built_pane) if one is not None):
            return True
        home = _HOME_OF_COMMANDS.get(key, "")
        if home and self.view.stack.has(home):
            self.go(home)
            page = self.view.stack.page
            return page is not None and _does(page, key)
        return False

    def _change_dates(self) -> None:
        from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog  # noqa: PLC0415 - not for the first window

        self._messages.run(KeyDatesDialog(self.file))

    def _start_visit(self) -> None:
        """Start visit mode for the visit the page shows, else for the next one, else the one that was last."""
        visit = self.current_visit()
        if not visit:
            following = self.file.appointments.next()
            known = [following] if following else self.file.appointments.in_order()
            visit = known[-1].id if known else ""
        if visit:
            self.visit_wanted.emit(visit)
        else:
            words = _("Visit mode belongs to an appointment, and there is none yet.")
            self._messages.toast(words, self._new_appointment, _("New appointment"))

    def _new_appointment(self) -> None:
        self.do_or_pass("new_appointment")

    def _print(self) -> None:
        self.flush()
        self.do_or_pass("print")

    def _lock(self) -> None:
        self.do_or_pass("lock")

    def _usual_layout(self) -> None:
        self.view.usual_layout()
        self._messages.toast(_("Everything has its usual width."))

    def _find(self) -> None:
        field = self.view.topbar.finder
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _last_message(self) -> None:
        slot = self.view.topbar.slot
        if slot.words:
            slot.show_message(slot.words)
        else:
            self._messages.toast(why_not("last_message"))

    def _undo(self) -> None:
        if _undo_in_field("undo"):
            return
        self._save_but_add_nothing()
        label = self.file.history.undo_label
        done = self.file.history.undo()
        if done is Undone.WHOLE:
            self._messages.toast(_("Taken back: {change}").format(change=label), self._redo)
        elif done is Undone.NOTHING:
            self._messages.toast(_("There is nothing to take back."))

    def _redo(self) -> None:
        if _undo_in_field("redo"):
            return
        self._save_but_add_nothing()
        label = self.file.history.redo_label
        done = self.file.history.redo()
        if done is Undone.WHOLE:
            self._messages.toast(_("Done again: {change}").format(change=label), self._undo)
        elif done is Undone.NOTHING:
            self._messages.toast(_("There is nothing to do again."))

    def _save_but_add_nothing(self) -> None:
        """Save before undo: half a name of something new, added now, would be what is taken back, out of its line."""
        with looking_away():
            self.flush()

    # What the sidebar shows

    def _see(self, change: Change) -> None:
        if change.touches(*SHOWN, *beginning.READS):
            self._show_steps()
        if change.touches("person"):
            self._show_person()
        if change.touches(*_KEY_DATES):
            self._show_dates(self.view.stack.key)

    def _show_steps(self) -> None:
        tracker = self.file.steps.tracker()
        self.view.sidebar.show_tracker(tracker, beginning.first_to_do(self.file))
        if step_of(self.view.stack.key):
            self.view.sidebar.show_page(self.view.stack.key)

    def _show_dates(self, page: str) -> None:
        """Show the dates in one line over every page but Overview, which has them large."""
        wanted = page != START
        if wanted:
            self.view.dates.show_dates(self.file.timeline.key_dates())
        self.view.dates.setVisible(wanted)

    def _show_person(self) -> None:
        name = self.file.people.person().name
        self.view.sidebar.show_person(name)
        self.person_changed.emit(name)

    @property
    def person(self) -> str:
        """Whose file it is."""
        return self.view.sidebar.name.text()


def _does(widget: QWidget, key: str) -> bool:
    do = getattr(widget, "do_command", None)
    return bool(do(key)) if callable(do) else False


def _undo_in_field(name: str) -> bool:
    """Undo or redo the letters of the field that has the keyboard; return whether there were any."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        possible = widget.isUndoAvailable() if name == "undo" else widget.isRedoAvailable()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        document = widget.document()
        possible = document.isUndoAvailable() if name == "undo" else document.isRedoAvailable()
    else:
        return False
    if possible:
        getattr(widget, name)()
    return possible
