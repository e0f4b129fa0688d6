"""Where a new file may lie: a name the system takes, and a calm word about places that are not this computer's own."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from pathlib import Path, PurePath

SUFFIX: Final = ".secondopinion"
_LONGEST: Final = 80
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# Windows keeps these names for devices, with any suffix.
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_CLOUDS: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
}
_ELSEWHERE: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/", "//")


def file_name(person: str) -> str:
    """Return a file name for a person's file that every system takes, such as "Margaret Doyle.secondopinion"."""
    shown = "".join(letter for letter in person if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    name = " ".join(_NOT_IN_NAMES.sub(" ", shown).split()).strip(". ")
    while len(name.encode()) > _LONGEST:
        name = name[:-1].rstrip()
    if _DEVICES.match(name):
        name = f"{name} -"
    return f"{name or _('My second opinion')}{SUFFIX}"


def free_place(folder: Path, name: str) -> Path:
    """Return a path in `folder` where nothing is yet: `name`, or the name with a number."""
    path = folder / name
    number = 2
    while os.path.lexists(path):
        path = folder / f"{name.removesuffix(SUFFIX)} {number}{SUFFIX}"
        number += 1
    return path


def advice_about(path: PurePath) -> str:
    """Return a sentence about a place that is not only this computer's, or an empty text."""
    cloud = next((_CLOUDS[key] for part in path.parts for key in _CLOUDS if part.casefold().startswith(key)), "")
    if cloud:
        return _(
            "This folder seems to be copied to the internet by {name}. Your Documents folder outside it is safer."
        ).format(name=cloud)
    if path.as_posix().startswith(_ELSEWHERE):
        return _("This seems to be a stick or a shared drive. Keep it plugged in while the file is open.")
    return ""
