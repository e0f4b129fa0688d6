"""The way from the first screen to an open file, and back to a locked one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import AlreadyOpen, DamagedFile, MissingFile, UnfinishedFile, VanishedDrive
from secondopinion_desktop.ui import widgets
from secondopinion_desktop.ui.entrance import work
from secondopinion_desktop.ui.entrance.screen import Waiting
from secondopinion_desktop.ui.forward import Call
from secondopinion_desktop.ui.lockfile import LockFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.base.settings import SettingsStore
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.files import Created
    from secondopinion_desktop.ui.entrance.lock import Key, LockScreen
    from secondopinion_desktop.ui.entrance.newfile import NewFile, Wish
    from secondopinion_desktop.ui.entrance.welcome import Welcome
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers

    Screen = Welcome | NewFile | LockScreen | Waiting

    class Stage(Protocol):
        """Where the screens are shown: the window."""

        messages: Messages

        def show_entrance(self, widget: QWidget, name: str = "") -> None: ...


_MAY_HAVE_A_BACKUP = (DamagedFile, UnfinishedFile, MissingFile, VanishedDrive)


class Entrance(QObject):
    """Shows the screens before a file is open.

    `opened` carries the OpenFile and the recovery key that opened it, or ""; `at` the path of the file that the screen
    now shown asks for, None for none.
    """

    opened = Signal(object, str)
    at = Signal(object)
    colors_requested = Signal()

    def __init__(self, stage: Stage, settings: SettingsStore, workers: Workers, files: work.MakeFiles) -> None:
        super().__init__()
        self._stage, self._settings, self._workers, self._files = stage, settings, workers, files
        self._screen: Screen | None = None
        self._welcome: Welcome | None = None  # the screen, if it is the first one
        self._opening: work.Opening | None = None
        self._made: OpenFile | None = None
        self._backup: work.KeptBackup | None = None
        self._call: Call | None = None
        self._round = 0  # what was asked for on an earlier screen finds this changed

    # The screens

    def welcome(self, trouble: UserError | None = None, path: Path | None = None) -> None:
        """Show the first screen; `trouble` is why the file at `path` did not open."""
        from secondopinion_desktop.ui.entrance.recent import last_changes  # noqa: PLC0415 - where no file was named
        from secondopinion_desktop.ui.entrance.welcome import Welcome  # noqa: PLC0415

        recent = tuple(Path(name) for name in self._settings.settings.recent)
        screen = Welcome(recent)
        screen.new_requested.connect(self.new_file)
        screen.open_requested.connect(self.choose_file)
        screen.look_requested.connect(self.look_around)
        screen.recent_requested.connect(self.open)
        screen.forget_requested.connect(self._settings.forget_file)
        screen.colors_requested.connect(self.colors_requested)
        self._show(screen)
        self._welcome = screen
        if recent:
            self._workers.start(partial(last_changes, recent), self._show_changes)
        if trouble is not None:
            screen.show_trouble(trouble, self._ways_out(trouble, path))

    def new_file(self) -> None:
        """Show what a new file needs."""
        from secondopinion_desktop.ui.entrance.newfile import NewFile  # noqa: PLC0415 - not for the first picture

        screen = NewFile(self._stage.messages, self._workers)
        screen.back_requested.connect(self._back)
        screen.create_requested.connect(self._create)
        self._show(screen)

    def locked(self, path: Path, name: str, why: str, after: Event | None = None) -> None:
        """Show the lock screen for a file; `after` is set once the file is closed."""
        from secondopinion_desktop.ui.entrance.lock import LockScreen  # noqa: PLC0415

        screen = LockScreen(name, why)
        screen.open_requested.connect(self._unlock)
        screen.other_file_requested.connect(self._back)
        self._opening = work.Opening(path, after=after)
        hidden = self._settings.settings.hide_name_when_locked
        self._show(screen, "" if hidden else name, path)

    def leave(self) -> None:
        """Close what was made but never shown: the window is closing."""
        self._round += 1
        if self._made is not None:
            self._made.close()
            self._made = None

    def _back(self) -> None:
        self.welcome()

    def _show(self, screen: Screen, name: str = "", path: Path | None = None) -> None:
        self._round += 1
        self._screen, self._welcome = screen, None
        self._stage.show_entrance(screen, name)
        self.at.emit(path)

    def _show_changes(self, changes: dict[Path, Any]) -> None:
        if self._welcome is not None:
            self._welcome.recent.show_changes(changes)

    # Opening

    def choose_file(self) -> None:
        """Let people choose a file, and open it."""
        path = ask_for_file(self._stage.messages, self._settings)
        if path is not None:
            self.open(path)

    def open(self, path: Path, after: Event | None = None) -> None:
        """Open a file, as soon as `after` is set; where a passphrase protects it, ask for that first."""
        if self._welcome is None:
            self._show(Waiting(), path=path)
        self._open(work.Opening(path, after=after))

    def look_around(self) -> None:
        """Open the made-up case, written anew."""
        self._opening = None
        self._start(partial(work.open_sample, self._files, LockFile), _("Writing the sample…"))

    def _unlock(self, key: Key) -> None:
        if self._opening is not None:
            self._open(self._opening._replace(key=key, take_over=False))

    def _open(self, wish: work.Opening) -> None:
        self._opening = wish
        self._start(partial(work.open_or_ask, self._files, wish), _("Opening {name}…").format(name=wish.path.stem))

    def _begin(self, words: str) -> None:
        self._backup = None
        if self._screen is not None:
            self._screen.begin_work(words)

    def _start(self, open_it: Callable[[], OpenFile | None], words: str) -> None:
        self._begin(words)
        asked = self._round
        self._workers.start(open_it, partial(self._is_open, asked), partial(self._refused, asked))

    def _is_open(self, asked: int, file: OpenFile | None) -> None:
        if asked != self._round:
            if file is not None:
                file.close()
            return
        self._rest_no_more()
        wish = self._opening
        if file is not None:
            code = (wish.key.recovery_code or "") if wish is not None and wish.key is not None else ""
            self._finish(file, code)
        elif wish is not None:
            self.locked(wish.path, wish.path.stem, _("This file is protected by a passphrase."), wish.after)

    def _refused(self, asked: int, trouble: Exception) -> None:
        if not isinstance(trouble, UserError):
            raise trouble
        if asked == self._round:
            self._rest_no_more()
            self._explain(trouble)

    def refuse(self, path: Path, trouble: UserError) -> None:
        """Say on the first screen why a file that was open had to be closed again, as if it had never been."""
        self._opening = work.Opening(path)
        self.welcome()
        self._explain(trouble)

    def _explain(self, trouble: UserError) -> None:
        wish = self._opening
        if isinstance(trouble, AlreadyOpen) and trouble.here and wish is not None:
            self._call = Call(wish.path, self)  # what is told asks to go to that window: it comes by itself
        if isinstance(trouble, AlreadyOpen) and not trouble.here and wish is not None:
            self._ask_to_take_over(trouble, wish)
        elif isinstance(trouble, _MAY_HAVE_A_BACKUP) and wish is not None:
            search = partial(work.newest_backup, wish.path)
            self._workers.start(search, partial(self._tell_with_backup, self._round, trouble, wish.path))
        else:
            self._tell(trouble, wish.path if wish else None)

    def _tell_with_backup(self, asked: int, trouble: UserError, path: Path, found: work.KeptBackup | None) -> None:
        if asked == self._round:
            self._backup = found
            self._tell(trouble, path)

    def _tell(self, trouble: UserError, path: Path | None) -> None:
        if self._screen is None or isinstance(self._screen, Waiting):
            self.welcome(trouble, path)
        else:
            self._screen.show_trouble(trouble, self._ways_out(trouble, path))

    def _ask_to_take_over(self, trouble: AlreadyOpen, wish: work.Opening) -> None:
        yes, no = _("Open it here"), _("Leave it closed")
        if self._stage.messages.ask(trouble.message, trouble.advice, yes, no):
            self._open(wish._replace(take_over=True))
        elif isinstance(self._screen, Waiting):
            self.welcome()

    def _ways_out(self, trouble: UserError, path: Path | None) -> tuple[widgets.BannerAction, ...]:
        if path is None or not isinstance(trouble, _MAY_HAVE_A_BACKUP):
            return ()
        ways = []
        if isinstance(trouble, MissingFile | VanishedDrive):
            ways.append(widgets.BannerAction(_("Try again"), self._try_again))
        if self._backup is not None:
            words = _("Open the backup of {day}").format(day=self._backup.day)
            ways.append(widgets.BannerAction(words, self._open_backup))
        elif str(path) in self._settings.settings.recent:
            ways.append(widgets.BannerAction(_("Take it off the list"), self._forget))
        return tuple(ways)

    def _open_backup(self) -> None:
        kept, wish = self._backup, self._opening
        if kept is not None and wish is not None:
            self._begin(_("Opening the backup…"))
            lay_out = partial(work.lay_out, kept, wish.path)
            self._workers.start(lay_out, self.open, partial(self._refused, self._round))

    def _try_again(self) -> None:
        if self._opening is not None:
            self.open(self._opening.path)

    def _forget(self) -> None:
        if self._opening is not None:
            self._settings.forget_file(self._opening.path)
            self.welcome()

    # A new file

    def _create(self, wish: Wish) -> None:
        self._begin(_("Making the file…"))
        asked = self._round
        work_ = partial(work.create, self._files, wish)
        self._workers.start(work_, partial(self._is_made, asked), partial(self._not_made, asked))

    def _is_made(self, asked: int, made: Created) -> None:
        if asked != self._round:
            made.file.close()
            return
        self._rest_no_more()
        if made.recovery_code is None:
            self._finish(made.file)
        else:
            self._show_key(made.file, made.recovery_code)

    def _show_key(self, file: OpenFile, code: str) -> None:
        from secondopinion_desktop.ui.entrance.recovery import RecoveryKey  # noqa: PLC0415

        self._made = file
        owner = file.people.person().name
        screen = RecoveryKey(code, owner, file.path.name, self._stage.messages, self._workers)
        screen.done.connect(self._key_is_kept)
        self._screen = self._welcome = None
        self._stage.show_entrance(screen, owner)

    def _not_made(self, asked: int, trouble: Exception) -> None:
        if not isinstance(trouble, UserError):
            raise trouble
        if asked == self._round:
            self._rest_no_more()
            self._tell(trouble, None)

    def _key_is_kept(self) -> None:
        file, self._made = self._made, None
        if file is not None:
            self._finish(file)

    def _rest_no_more(self) -> None:
        if self._screen is not None:
            self._screen.end_work()

    def _finish(self, file: OpenFile, code: str = "") -> None:
        self._screen = self._welcome = self._opening = None
        self.opened.emit(file, code)


def ask_for_file(messages: Messages, settings: SettingsStore) -> Path | None:
    """Let people choose a file of ours, beginning where the last one lies. None if they chose none."""
    recent = settings.settings.recent
    folder = Path(recent[0]).parent if recent else paths.documents_dir()
    kinds = _("Second Opinion files (*{suffix})").format(suffix=".secondopinion")
    return messages.choose_file_to_open(_("Open a file"), folder, f"{kinds};;{_('All files (*)')}")
