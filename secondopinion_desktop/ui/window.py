"""The one window: the menu bar, and inside it either a full screen (welcome, new file, lock) or an open file."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from secondopinion_desktop.base.files import CASE_SUFFIX
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.settings import WindowPlace
from secondopinion_desktop.ui import composing
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.lookingaway import looking_away
from secondopinion_desktop.ui.messages import Messages
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.whynot import why_not
from secondopinion_desktop.ui.widgets import FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.base.settings import SettingsStore
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.actions import Actions
    from secondopinion_desktop.ui.fileshell import FileShell
    from secondopinion_desktop.ui.navigation import PageFactories
    from secondopinion_desktop.ui.visit.screen import VisitMode

LEAST = QSize(800, 480)
_USUAL = QSize(1366, 860)
# What can be done without leaving visit mode.
_IN_VISIT = frozenset(
    (
        *("undo", "redo", "cut", "copy", "paste", "select_all", "larger", "smaller", "normal", "look"),
        *("help", "shortcuts", "about", "print", "print_questions", "export", "lock", "quit"),
    )
)


class MainWindow(QMainWindow):
    """Shows one thing at a time. `command` carries what the window does not do itself (see ui/actions.py for the keys).

    `closed` is emitted once, when it has been closed and everything typed is saved. `file_dropped` carries the path of
    a file of ours that was dropped on the window.
    """

    command = Signal(str)
    closed = Signal()
    file_dropped = Signal(str)

    def __init__(self, settings: SettingsStore, messages: Messages | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.messages = messages or Messages(self)
        self.shell: FileShell | None = None
        self._person = ""
        self._entrance: QWidget | None = None
        self.visit: VisitMode | None = None
        self._stack = QStackedWidget()
        self._stack.setProperty("ground", "chrome")
        self.setCentralWidget(self._stack)
        self._ring = FocusRing(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        self.resize(_USUAL.boundedTo(self.screen().availableGeometry().size() - QSize(40, 40)))
        self._name_window("")

    @cached_property
    def actions_(self) -> Actions:
        """The menus and their keys. They come when they are first asked for: the first picture shows none."""
        from secondopinion_desktop.ui.actions import Actions  # noqa: PLC0415

        made = Actions(self, self.menuBar())
        made.asked.connect(self._asked)
        made.edit_menu_opens.connect(self._word_undo)
        made.file_is_open(is_open=False)
        self.menuBar().hide()
        return made

    # What is shown

    def show_entrance(self, widget: QWidget, name: str = "") -> None:
        """Show a full screen before or instead of a file; `name` goes into the title. The one before is deleted."""
        before, self._entrance = self._entrance, widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if before is not None and before is not widget:
            self._stack.removeWidget(before)
            before.deleteLater()
        if "actions_" in vars(self):
            self.menuBar().hide()
            self.actions_.file_is_open(is_open=False)
        self._name_window(name)
        start = getattr(widget, "focus_start", None)
        if start is not None:
            start()

    def show_file(self, file: OpenFile, pages: PageFactories, pane: Callable[[], QWidget] | None = None) -> None:
        """Show an open file, where it was left. The entrance is deleted."""
        from secondopinion_desktop.ui.fileshell import FileShell  # noqa: PLC0415 - an empty window paints without it

        self.close_file()
        self.shell = FileShell(file, self.messages, self.settings, pages, pane)
        self.shell.command.connect(self._asked)
        self.shell.person_changed.connect(self._name_window)
        self.shell.visit_wanted.connect(self.show_visit)
        self.actions_.show_steps(file.steps.names())
        self.actions_["lock"].setVisible(file.is_protected)
        self._stack.addWidget(self.shell.view)
        self._stack.setCurrentWidget(self.shell.view)
        if self._entrance is not None:
            self._stack.removeWidget(self._entrance)
            self._entrance.deleteLater()
            self._entrance = None
        self.menuBar().show()
        self.actions_.file_is_open(is_open=True)
        self.shell.view.layout_changed.connect(self._tick_parts)
        self._name_window(self.shell.person)
        self._restore_place(self.settings.place_of(file.path))
        self.shell.begin()
        self._tick_parts()

    def flush(self) -> bool:
        """Save what is still being typed on a page; return whether nothing is left that could not be saved."""
        composing.finish()
        saved = [part.flush() for part in (self.visit, self.shell) if part is not None]
        return all(saved)

    def leave_dialogs(self) -> bool:
        """Close all dialogs and save what is typed there and on the pages; return whether nothing is left."""
        composing.finish()
        return self.messages.close_all() and self.flush()

    def may_close_file(self) -> bool:
        """Save, and return whether the file can be closed: if words could not be saved, the person decides.

        Then no dialog is open any more.
        """
        if self.leave_dialogs() or self.shell is None:
            return True
        from secondopinion_desktop.ui.dialogs.unsaved import may_close  # noqa: PLC0415 - for a day that seldom comes

        if not may_close(self.messages, self.shell.file, self.leave_dialogs):
            return False
        return self.messages.close_all(keeping=False)

    def close_file(self) -> None:
        """Save, remember the place, and let go of the file's pages. The file itself is closed by whoever opened it."""
        if self.shell is None:
            return
        self.flush()
        self._drop_visit()
        self.settings.remember_place(self.shell.file.path, self._place())
        shell, self.shell = self.shell, None
        self._stack.removeWidget(shell.view)
        shell.end()
        self.messages.slot = None

    @property
    def help_topic(self) -> str:
        """What the page that is shown is about, or an empty text."""
        shown = self.visit or (self.shell.view.stack.page if self.shell is not None else None)
        return str(getattr(shown, "help_topic", ""))

    # Visit mode

    def show_visit(self, appointment_id: str) -> None:
        """Give the whole window to one visit."""
        from secondopinion_desktop.ui.visit.screen import VisitMode  # noqa: PLC0415 - when it is asked for

        if self.shell is None or self.visit is not None:
            return
        self.shell.flush()
        self.visit = VisitMode(self.shell.file, self.messages, appointment_id)
        self.visit.left.connect(self.leave_visit)
        self.visit.command.connect(self._asked)
        self.menuBar().hide()
        self._stack.addWidget(self.visit)
        self._stack.setCurrentWidget(self.visit)
        self.messages.slot = self.visit.slot
        self.visit.focus_start()

    def current_visit(self) -> str:
        """Return the id of the visit that is shown now or was chosen on the page, or an empty text."""
        if self.visit is not None:
            return self.visit.appointment_id
        return self.shell.current_visit() if self.shell is not None else ""

    def leave_visit(self) -> None:
        """Go back to where visit mode was started; words that cannot be saved keep it open."""
        if self.visit is None or not self.visit.flush():
            return
        self._drop_visit()
        self.menuBar().show()
        if self.shell is not None:
            self.shell.view.enter_page()

    def _drop_visit(self) -> None:
        if self.visit is None or self.shell is None:
            return
        visit, self.visit = self.visit, None
        self._stack.setCurrentWidget(self.shell.view)
        self._stack.removeWidget(visit)
        self.messages.slot = self.shell.view.topbar.slot
        visit.hide()
        visit.deleteLater()

    # Commands

    def _asked(self, key: str) -> None:
        if self.visit is not None:
            if self.visit.do_command(key) or key == "visit_mode":
                return
            if key not in _IN_VISIT:
                self.leave_visit()
                if self.visit is not None:
                    return
        if self.shell is not None and self.shell.do(key):
            self._tick_parts()  # Qt has turned the tick already, whatever became of it
            return
        if key in {"cut", "copy", "paste", "select_all"}:
            if not _edit(key):
                self.messages.toast(why_not(key))
        elif key == "quit":
            self.close()
        elif key in {"larger", "smaller", "normal"}:
            self._text_size(key)
        else:
            self.command.emit(key)

    def _text_size(self, key: str) -> None:
        look = theme().look
        percent = {"larger": look.larger(), "smaller": look.smaller(), "normal": 100}[key]
        if percent == look.text_percent:
            self.messages.toast(why_not(key))
            return
        theme().set_look(replace(look, text_percent=percent))
        self.settings.change(text_percent=percent)

    def _word_undo(self) -> None:
        if self.shell is None:
            return
        for key, label, words, alone in (
            ("undo", self.shell.file.history.undo_label, _("&Undo {change}"), _("&Undo")),
            ("redo", self.shell.file.history.redo_label, _("&Redo {change}"), _("&Redo")),
        ):
            change = label[:1].lower() + label[1:]
            self.actions_[key].setText(words.format(change=change.replace("&", "&&")) if label else alone)

    def _tick_parts(self) -> None:
        if self.shell is not None:
            self.actions_["sidebar"].setChecked(self.shell.view.sidebar_shown)
            self.actions_["pane"].setChecked(self.shell.view.pane_shown)

    # Title and place

    def _name_window(self, name: str) -> None:
        self._person = name
        self.setWindowTitle(f"{name} - {_('Second Opinion')}" if name else _("Second Opinion"))

    def _place(self) -> WindowPlace:
        rect = self.normalGeometry() if self.isMaximized() else self.geometry()
        shell = self.shell
        sidebar, pane = shell.view.widths() if shell else (0, 0)
        return WindowPlace(
            x=rect.x(),
            y=rect.y(),
            width=rect.width(),
            height=rect.height(),
            maximized=self.isMaximized(),
            sidebar_width=sidebar,
            pane_width=pane,
            pane_hidden=not shell.view.pane_wanted if shell else False,
            page=shell.view.stack.key if shell else "",
            item=shell.current_item() if shell else "",
        )

    def _restore_place(self, place: WindowPlace) -> None:
        if self.shell is not None:
            self.shell.restore(place)
        rect = QRect(place.x, place.y, place.width, place.height)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        seen = any(screen.intersected(rect).width() > LEAST.width() // 2 for screen in screens)
        if place.maximized:
            self.showMaximized()
        elif place.width >= LEAST.width() and place.height >= LEAST.height() and seen:
            self.setGeometry(rect)

    # What Qt calls

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            with looking_away():
                self.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _our_file_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # it stays where it is
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _our_file_in(event.mimeData())
        if path:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.file_dropped.emit(path)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close_file():
            event.ignore()
            return
        self.close_file()
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()


def _our_file_in(dragged: QMimeData) -> str:
    """Return the path of the one file of ours that is being dragged, or an empty text."""
    names = [url.toLocalFile() for url in dragged.urls()]
    return names[0] if len(names) == 1 and names[0].endswith(CASE_SUFFIX) else ""


def _edit(key: str) -> bool:
    """Cut, copy, paste or select all in what has the keyboard; return whether it can."""
    widget = QApplication.focusWidget()
    name = {"select_all": "selectAll"}.get(key, key)
    action = getattr(widget, name, None)
    if callable(action):
        action()
    return callable(action)
