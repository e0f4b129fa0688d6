"""From the first screen to an open file, to a locked one, to the end: what the window shows, and when."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from secondopinion_desktop.base import clock, garbage
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import DamagedFile
from secondopinion_desktop.ui.collecting import Collecting
from secondopinion_desktop.ui.entrance.flow import Entrance
from secondopinion_desktop.ui.forward import Call, Presence, bring_forward
from secondopinion_desktop.ui.idle import Idle
from secondopinion_desktop.ui.signals import EndSignals
from secondopinion_desktop.ui.warming import (
    FirstPaint,
    get_ready_to_write,
    import_what_shows_a_file,
)
from secondopinion_desktop.ui.whynot import why_not
from secondopinion_desktop.ui.window import MainWindow
from secondopinion_desktop.ui.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.base.settings import SettingsStore
    from secondopinion_desktop.services.backups import BackupPlan
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.files import Files
    from secondopinion_desktop.ui.commands import Commands
    from secondopinion_desktop.ui.entrance.work import MakeFiles
    from secondopinion_desktop.ui.messages import Messages

_LOOK_MS = 60_000
CHECK_AGAIN_MS = 60_000
_OPENING_MS = 1_500  # after that, what opens is waiting for its passphrase: time to get ready to write
_RESTING_MS = 200


class Program(QObject):
    """One window with one file at most. Make it after the theme; `start` it, and `end` it when the window is closed.

    `messages` and `make_files` are for tests.
    """

    _time_to_lock = Signal(str)

    def __init__(
        self, settings: SettingsStore, messages: Messages | None = None, make_files: MakeFiles | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self.window = MainWindow(settings, messages)
        self.workers = Workers(self)
        self.entrance = Entrance(self.window, settings, self.workers, make_files or _files)
        self.file: OpenFile | None = None
        self._plan: BackupPlan | None = None
        self._is_sample = self._is_remembered = False
        self._closing: Event | None = None  # a file that is being closed beside the lock screen
        self._commands: Commands | None = None
        self._idle = Idle(self)
        self._backup_timer = QTimer(self, interval=_LOOK_MS)
        self._rested = QTimer(self, singleShot=True)
        self._check_again = QTimer(self, singleShot=True, interval=CHECK_AGAIN_MS)
        self._is_checked_again = False
        self._collecting = Collecting(self)
        self._painted = Event()
        self._signals = EndSignals(self)
        self._presence = Presence(self)
        self._call: Call | None = None
        self._named: Path | None = None
        self._connect()

    def _connect(self) -> None:
        self.entrance.opened.connect(self._show)
        self.entrance.at.connect(self._answer_for)
        self.entrance.colors_requested.connect(self._change_look)
        self.window.command.connect(self._asked)
        self.window.closed.connect(self._closed)
        self._idle.reached.connect(self._lock_when_idle)
        # Queued: what opened a dialog must come to its end first.
        self._time_to_lock.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self._backup_timer.timeout.connect(self.back_up_if_due)
        self._rested.timeout.connect(self._get_ready)
        self._check_again.timeout.connect(self._check)
        self._signals.received.connect(self.window.close)
        self._presence.called.connect(self._come_forward)
        # Queued: the program that the file was dragged from waits until the drop is over.
        self.window.file_dropped.connect(self.open_named, Qt.ConnectionType.QueuedConnection)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._session_ends)

    # Beginning and end

    def start(self, path: Path | None) -> None:
        """Show the first picture; a file named on the command line is opened behind it, once that is painted.

        Where another window shows that file or asks for its passphrase, that one comes to the front, and this program
        ends.
        """
        garbage.hold_collection()
        self._named = path
        if path is not None and not self._presence.listen(path):
            self._call = Call(path, self)
            self._call.answered.connect(self._closed)
            self._call.unanswered.connect(self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        painted = FirstPaint(self.window, in_any_case=True)
        self._painted = painted.past
        painted.happened.connect(self._show_recent)
        if self._named is None:
            self.entrance.welcome()
            painted.happened.connect(self._settle)
        else:
            self.entrance.open(self._named, painted.past)
            painted.happened.connect(import_what_shows_a_file)
            self._rested.start(_OPENING_MS)
        self.window.show()

    def open_named(self, name: str) -> None:
        """Open the file of that name, dropped on the window or named by the system, in place of the one shown."""
        self._open(Path(name))

    def _answer_for(self, path: Path | None) -> None:
        if path is None:
            self._presence.rest()
        else:
            self._presence.listen(path)

    def _come_forward(self) -> None:
        bring_forward(self.window)

    def end(self) -> None:
        """Make the last backup, close the file, and wait for work under way, however long it takes to close a file."""
        self._painted.set()  # a worker may still wait for it
        self.entrance.leave()
        self._let_go()  # before anybody waits for workers: it breaks off the reading of a large file
        self.workers.finish()
        if self._closing is not None:
            self._closing.wait()
        self._collecting.end()

    def _closed(self) -> None:
        QGuiApplication.quit()

    def _session_ends(self) -> None:
        self.window.leave_dialogs()

    # An open file

    def _show(self, file: OpenFile, code: str) -> None:
        self.file, self._is_remembered, self._is_sample, self._is_checked_again = file, False, False, False
        try:
            self._show_pages(file, code)
        except UserError as trouble:  # such as damage in a large file, which is read whole only afterwards
            self._plan = None
            self._let_go()
            self.entrance.refuse(file.path, trouble)

    def _show_pages(self, file: OpenFile, code: str) -> None:
        from secondopinion_desktop.ui.commands import Commands  # noqa: PLC0415 - what comes only with a file
        from secondopinion_desktop.ui.wiring import make_pane, page_factories  # noqa: PLC0415

        self._is_sample = file.people.person().is_sample
        self._commands = Commands(self.window, file, self._settings, self.workers, code)
        messages = self.window.messages
        self.window.show_file(file, page_factories(file, messages), partial(make_pane, file, messages))
        self._answer_for(file.path)
        self._plan_backups(file)
        self._rest_from_now()
        if self.window.shell is not None:
            FirstPaint(self.window.shell.view, in_any_case=True).happened.connect(self._is_seen)
        if code:
            self._commands.do("passphrase")

    def _is_seen(self) -> None:
        self._remember()
        self._settle()

    def _remember(self) -> None:
        """Put the file first in the list of those opened before."""
        if self.file is not None and not self._is_sample and not self._is_remembered:
            self._is_remembered = True
            self._settings.remember_file(self.file.path)
            self._show_recent()

    def _settle(self) -> None:
        """Let the window come to rest, then do what its first picture need not wait for."""
        self._rested.start(_RESTING_MS)

    def _get_ready(self) -> None:
        self._check()
        self.workers.start(get_ready_to_write, self._ready_to_write)

    def _check(self) -> None:
        """Read what opening did not wait for; where that is done already, this costs nothing."""
        if self.file is not None:
            self.workers.start(self.file.check, _nothing, partial(self._not_sound, self.file))

    def _not_sound(self, file: OpenFile, trouble: Exception) -> None:
        """Close a file that turned out to be damaged while its first page was read, or soon after if it is large."""
        if not isinstance(trouble, UserError):
            raise trouble
        if file is not self.file:
            return
        if isinstance(trouble, DamagedFile):
            self._plan = None  # no backup of what is damaged
            self.window.messages.close_all()
            self._leave_file(partial(self.entrance.refuse, file.path, trouble))
        elif not self._is_checked_again:  # such as a disk that was busy: once more later, else when it is opened again
            self._is_checked_again = True
            self._check_again.start()

    def _ready_to_write(self, _result: object) -> None:
        self._collecting.begin()
        if self.file is not None and not self._is_sample:
            with suppress(UserError):  # then the next time it is opened
                self.file.removed.erase_old()

    def _plan_backups(self, file: OpenFile) -> None:
        from secondopinion_desktop.services.backups import BackupPlan  # noqa: PLC0415 - SQL, only with a file

        if self._is_sample:
            return
        try:
            self._plan = BackupPlan(file.case_file)
        except UserError as trouble:
            self._not_backed_up(trouble)
        self._backup_timer.start()

    def _rest_from_now(self) -> None:
        protected = self.file is not None and self.file.is_protected
        self._idle.wait_for(self._settings.settings.lock_minutes if protected else 0)

    def _let_go(self) -> None:
        """Close the file, with a last backup if anything changed. No page is left that would go on reading it."""
        self._remember()
        self.window.close_file()
        self._presence.rest()
        self._backup_timer.stop()
        self._check_again.stop()
        self._idle.wait_for(0)
        file, plan, self.file, self._plan, self._commands = self.file, self._plan, None, None, None
        if file is not None:
            _close(file, plan, is_sample=self._is_sample)

    def back_up_if_due(self) -> None:
        """Make a backup if something changed and the last one is half an hour old; asked every minute."""
        if self._plan is not None and self._plan.due(clock.now()):
            self.workers.start(self._plan.make, _nothing, self._not_backed_up)

    def _not_backed_up(self, trouble: Exception) -> None:
        if not isinstance(trouble, UserError):
            raise trouble
        self.window.messages.toast(_("No backup could be made. {why}").format(why=trouble))

    # Commands

    def _asked(self, key: str) -> None:
        if key == "new_file":
            self._leave_file(self.entrance.new_file)
        elif key == "open_file":
            self._open_another()
        elif key.startswith("recent:"):
            self._open(Path(key.removeprefix("recent:")))
        elif key == "close_file":
            self._leave_file(self.entrance.welcome)
        elif key == "lock":
            self.lock(_("You locked it. Everything is saved."))
        elif key == "look":
            self._change_look()
        elif self._commands is not None and self._commands.do(key):
            self._rest_from_now()  # there may be a passphrase now, or none any more
        else:
            self._tell(key)

    def _tell(self, key: str) -> None:
        from secondopinion_desktop.ui.dialogs.help import dialog_about  # noqa: PLC0415 - seldom needed

        dialog = dialog_about(key, self.file, self.window.messages, topic=self.window.help_topic)
        if dialog is not None:
            self.window.messages.run(dialog)
        else:
            self.window.messages.toast(why_not(key))

    def _change_look(self) -> None:
        from secondopinion_desktop.ui.dialogs.text_and_colors import TextAndColors  # noqa: PLC0415

        self.window.messages.run(TextAndColors(self._settings))
        self._rest_from_now()

    def _open_another(self) -> None:
        from secondopinion_desktop.ui.entrance.flow import ask_for_file  # noqa: PLC0415

        path = ask_for_file(self.window.messages, self._settings)
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        if self.file is not None and path.resolve() == self.file.path:
            self.window.messages.toast(_("This file is open already."))
        else:
            self._leave_file(partial(self.entrance.open, path))

    def _leave_file(self, then: Callable[[], object]) -> None:
        """Save and close what is open, then go on; words that could not be saved keep the file open."""
        if self.file is None or self.window.may_close_file():
            self._let_go()
            then()

    # Locking

    def _lock_when_idle(self) -> None:
        if self.workers.is_busy:  # such as a passphrase being changed: later
            self._rest_from_now()
            return
        if not self.window.may_close_file():
            self._rest_from_now()
            return
        minutes = self._settings.settings.lock_minutes
        words = _("Locked after {minutes} minutes without use. Everything is saved.")
        self._time_to_lock.emit(words.format(minutes=minutes))

    def lock(self, why: str) -> None:
        """Save, close a protected file, and ask for its passphrase."""
        file, plan = self.file, self._plan
        if file is None or not file.is_protected:
            return
        name = self.window.shell.person if self.window.shell is not None else file.path.stem
        if not self.window.may_close_file():
            return
        path = file.path
        self._remember()
        self.window.close_file()
        self.file = self._plan = self._commands = None
        self._backup_timer.stop()
        self._idle.wait_for(0)
        closed = self._closing = Event()
        self.workers.start(partial(_close_then_tell, file, plan, closed), _nothing)
        self.entrance.locked(path, name, why, closed)

    def _show_recent(self) -> None:
        recent = [(name, Path(name).stem) for name in self._settings.settings.recent]
        self.window.actions_.show_recent(recent)


def _files() -> Files:
    from secondopinion_desktop.services.files import Files  # noqa: PLC0415 - SQL; called on a worker
    from secondopinion_desktop.ui.lockfile import LockFile  # noqa: PLC0415

    return Files(LockFile)


def _close(file: OpenFile, plan: BackupPlan | None, *, is_sample: bool = False) -> None:
    try:
        if plan is not None:
            plan.on_close()
            plan.end()  # work may still wait for its turn
    finally:
        file.close()
    if is_sample:
        from secondopinion_desktop.ui.entrance.work import remove_sample  # noqa: PLC0415

        remove_sample()


def _close_then_tell(file: OpenFile, plan: BackupPlan | None, closed: Event) -> None:
    try:
        _close(file, plan)
    finally:
        closed.set()


def _nothing(_result: object) -> None:
    return
