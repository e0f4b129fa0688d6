"""What can stand between a person and their file: one class for each, so that a screen can answer each in its own way.

The words are here and not where the trouble is met, so that the same thing is always said the same way. Nothing has
been written to the file when one of these is raised while opening it.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_SUFFIX: Final = ".secondopinion"


def _moment(moment: datetime) -> str:
    """Return "10:42" for today, "Thu, Mar 12, 10:42" for any other day."""
    day = moment.astimezone().date()
    time = formats.moment_time(moment)
    return time if day == clock.today() else f"{formats.day_weekday(day)}, {time}"


class FileTrouble(UserError):
    """Any trouble with a file or the place where it lies."""


class NeedsPassphrase(FileTrouble):
    def __init__(self) -> None:
        super().__init__(_("This file is protected by a passphrase."), _("Type the passphrase or the recovery key."))


class WrongPassphrase(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("This passphrase does not open the file."),
            _(
                "Look at Caps Lock and the keyboard language, then type it again. "
                "The recovery key opens the file too. If you are sure of both, the file may be damaged: open a backup."
            ),
        )


class MistypedRecoveryCode(FileTrouble):
    """The code's own check letters say that something was typed differently from the sheet."""

    def __init__(self) -> None:
        super().__init__(
            _("Something in this key is not as it stands on the sheet."),
            _("It has 36 letters and numbers in 9 groups of 4. Compare it group by group with the sheet."),
        )


class WrongRecoveryCode(FileTrouble):
    """The code is typed well, but it is not the one of this file."""

    def __init__(self) -> None:
        super().__init__(
            _("This recovery key is typed correctly, but it does not open this file."),
            _(
                "A sheet stops working when the passphrase is changed, so look for a newer sheet. "
                "If this is the newest one, the file may be damaged: open a backup."
            ),
        )


class DamagedFile(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("This file is damaged and cannot be read as it is."),
            _("Nothing in it was changed. Open the newest backup, and keep this file beside it."),
        )


class NotOurFile(FileTrouble):
    """Something else. `path` tells whether it is a folder, or whether only its name is like that of a file of ours."""

    def __init__(self, path: Path | None = None) -> None:
        message, advice = (
            _("This is not a Second Opinion file."),
            _("Choose a file whose name ends in “.secondopinion”."),
        )
        if path is not None and path.is_dir():
            message = _("This is a folder, not a file.")
            advice = _("Open the folder, and choose the file in it whose name ends in “.secondopinion”.")
        elif path is not None and path.suffix.lower() == _SUFFIX:
            message = _("This file has the name of a Second Opinion file, but something else is in it.")
            advice = _("It was left as it is. Choose another copy, or a backup.")
        super().__init__(message, advice)


class UnfinishedFile(FileTrouble):
    """An empty file: the computer stopped while it was being made, or a copy was broken off."""

    def __init__(self) -> None:
        super().__init__(
            _("This file is empty."),
            _("It may have been broken off while it was made or copied. Open another copy, or make a new file."),
        )


class NewerFile(FileTrouble):
    """`version` is the program that wrote the file last, such as "1.4.0"; "" when the file does not say."""

    def __init__(self, version: str) -> None:
        self.version = version
        super().__init__(
            _("This file was written by a newer Second Opinion ({version}).").format(version=version)
            if version
            else _("This file was written by a newer Second Opinion."),
            _("Open it with that version. Nothing in it was changed."),
        )


class OlderFile(FileTrouble):
    """Only reading was asked for, but the file has to be brought up to date first."""

    def __init__(self) -> None:
        super().__init__(
            _("This file was last used with an older Second Opinion."),
            _("Open it once in the program window. That brings it up to date, after making a backup."),
        )


class ReadOnlyFile(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("This file is marked as read-only, so nothing could be saved in it."),
            _("Remove the mark in the file's properties, or make a copy and open the copy."),
        )


class ReadOnlyFolder(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("Nothing can be saved in this folder."),
            _("Choose a folder of your own, such as Documents. For a file that is here already, copy it there first."),
        )


class NoPermission(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("This computer does not let you open this file."),
            _("It may belong to another person's account. Sign in as that person, or ask them for a copy."),
        )


class MissingFile(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("The file is no longer where it was."),
            _("It may have been moved or renamed, or it is on a stick that is not plugged in. Look for it with Open."),
        )


class VanishedDrive(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("The folder or drive with this file cannot be found."),
            _("If it is on a stick or another drive, plug it in and try again."),
        )


class AlreadyExists(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("There is already a file with this name."),
            _("Choose another name. The file that is there was left as it is."),
        )


class WouldReplaceCaseFile(FileTrouble):
    """What is to be written would take the place of a file somebody keeps their notes in."""

    def __init__(self) -> None:
        super().__init__(
            _("This name belongs to a Second Opinion file."),
            _("Choose another name. The file that is there was left as it is."),
        )


class AlreadyOpen(FileTrouble):
    """The file is in use. `here`: on this computer; elsewhere, a person may decide to open it all the same."""

    def __init__(self, computer: str, since: datetime | None, *, here: bool) -> None:
        self.computer = computer
        self.since = since
        self.here = here
        where = _("on this computer") if here else _("on the computer “{name}”").format(name=computer)
        super().__init__(
            _("This file is already open {where}, since {when}.").format(where=where, when=_moment(since))
            if since
            else _("This file is already open {where}.").format(where=where),
            _("Go to the window that shows it, or close it there first.")
            if here
            else _("Close it there first. If that computer is off or broken, you can open the file here all the same."),
        )


class DiskFull(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("There is no room left on the disk."),
            _("Free some space and try again. Until then, what you typed stays on the screen."),
        )


class DiskTrouble(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("The disk did not take the change."),
            _("What you typed stays on the screen. If this goes on, save a copy in another place."),
        )


class FileBusy(FileTrouble):
    def __init__(self) -> None:
        super().__init__(
            _("Another program is using the file at the moment."),
            _("Close that program, or wait a little and try again."),
        )


class FileVanished(FileTrouble):
    """The open file was moved, removed or replaced under the program's hands. Its words are still within reach."""

    def __init__(self) -> None:
        super().__init__(
            _("The open file was moved or replaced by something outside this program."),
            _("Everything you wrote is still here. Save it as a new file now."),
        )


class TooLarge(FileTrouble):
    def __init__(self) -> None:
        super().__init__(_("This is too large to be kept in the file."), _("Keep it beside the file, and note where."))


def trouble_with_folder(error: OSError) -> FileTrouble:
    """Return what an error of the file system means to a person who wanted a new file."""
    if isinstance(error, FileExistsError):
        return AlreadyExists()
    if error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", None)}:
        return DiskFull()
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnlyFolder()
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENODEV}:
        return VanishedDrive()
    return DiskTrouble()
