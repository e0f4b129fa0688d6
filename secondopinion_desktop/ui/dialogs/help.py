"""Help, offline: what this program can and cannot do, where the file is, installing and moving, and the keys."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Column, Dialog, Grid, Line, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_KEYS_WIDTH = 130


def dialog_about(
    key: str, file: OpenFile | None, messages: Messages | None = None, *, topic: str = ""
) -> Dialog | None:
    """Return the dialog for "help", "can", "insurance_help", "shortcuts" or "about", None for anything else.

    `topic` is what the page that is shown is about, for "help".
    """
    if key == "help":
        return HelpDialog(file.path if file is not None else None, topic)
    if key == "can":
        from secondopinion_desktop.ui.dialogs.can_and_cannot import CanAndCannotDialog  # noqa: PLC0415

        return CanAndCannotDialog()
    if key == "insurance_help":
        from secondopinion_desktop.ui.dialogs.insurance_help import InsuranceHelp  # noqa: PLC0415

        return InsuranceHelp()
    if key == "shortcuts":
        return KeysDialog()
    if key == "about":
        from secondopinion_desktop.ui.dialogs.about import About  # noqa: PLC0415

        return About(file.path if file is not None else None, messages)
    return None


class HelpDialog(Dialog):
    """What the page is for, what the program can do, where the file is, how to move it, and what to do in an emergency.

    `path` is the open file, None for none; `topic` the page.
    """

    def __init__(self, path: Path | None = None, topic: str = "") -> None:
        super().__init__(_("Help"), width=620)
        from secondopinion_desktop import guidance  # noqa: PLC0415 - read when somebody asks

        said, here = guidance.safety(), guidance.topic(topic)
        if here is not None:
            self._part(here.name, here.text)
        self.add(PlainLabel(said.start))
        self._part(_("What it can do"), said.can)
        self._part(_("What it cannot do"), said.cannot)
        self._part(_("Your notes"), (said.files,))
        self._part(_("Where your file is"), _where(path))
        self._part(_("Moving to a new computer"), _moving())
        self._part(_("How to set it up on a new computer"), _installing())
        self._part(_("Taking the program off this computer"), _removing())
        self._part(_("If you feel very ill"), (said.urgent,))
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _part(self, title: str, sentences: Iterable[str]) -> None:
        part = Box()
        column = Column(part, gap=6, margins=(0, 0, 0, 8))  # what belongs together stands closer together
        column.addWidget(PlainLabel(title, "card-title"))
        for sentence in sentences:
            column.addWidget(PlainLabel(sentence))
        self.add(part)


def _where(path: Path | None) -> list[str]:
    here = (
        _("Your file is here: {path}").format(path=path)
        if path is not None
        else _("You chose its place when you made it. Its name ends in “.secondopinion”.")
    )
    backups = _("Backups are made by themselves, on this computer, here: {path}")
    return [
        here,
        backups.format(path=paths.data_dir() / "backups"),
        _("To open it, double-click it, drag it onto this window, or choose “Open” in the File menu."),
    ]


def _moving() -> list[str]:
    return [
        _("1. Close this window, so that everything is in the file."),
        _("2. Copy the file onto a stick, or another drive, and from there to the new computer."),
        _("3. Install Second Opinion there, and double-click the file."),
        _("A passphrase stays the same, and so does the recovery key. Backups stay on the old computer."),
        _("Open the file on one computer at a time. Then nothing has to be put together again."),
    ]


def _installing() -> list[str]:
    return [
        _("Take the file for that computer from where you got this program. After that no internet is needed."),
        _(
            "Windows: double-click the file and follow it. If Windows says that it protected your PC, it has not seen "
            "this program often. If the file is from the releases page, choose “More info”, then “Run anyway”."
        ),
        _(
            "Mac: open the file, and drag Second Opinion onto Applications. The Mac may say that it cannot check the "
            "program. Then open System Settings, go to Privacy, and choose “Open Anyway” near the bottom."
        ),
        _("Linux: double-click the file that ends in .deb. Or unpack the .tar.gz, and start install.sh in it."),
    ]


def _removing() -> list[str]:
    system = {
        "win32": _("Open Settings, then Apps. Choose Second Opinion, and “Uninstall”."),
        "darwin": _("Drag Second Opinion from the Applications folder to the Bin."),
    }.get(
        sys.platform,
        _("Remove “secondopinion-desktop” where you install programs, or run “uninstall.sh” from its folder."),
    )
    kept = _("Your file and its backups stay. If you want them gone too, delete them yourself.")
    return [system, kept]


class KeysDialog(Dialog):
    """Every command that has keys, with them."""

    def __init__(self) -> None:
        super().__init__(_("Keys you can use"), width=560)
        from secondopinion_desktop.ui.actions import commands_with_keys  # noqa: PLC0415

        for title, lines in commands_with_keys():
            self._part(title, lines)
            self.add(Line())
        self._part(
            _("In forms"),
            (
                (_("Open the calendar of a day, or a list of choices"), _native("Alt+Down")),
                (_("Go on to the next field"), _native("Tab")),
            ),
        )
        self.body.addStretch(1)
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _part(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        """Add what the keys do, with the keys at the right, where one looks for them in a menu."""
        self.add(PlainLabel(title, "card-title"))
        grid = Grid(gap=6)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, theme().text_px(_KEYS_WIDTH))
        for row, (words, keys) in enumerate(lines):
            said = PlainLabel(words)
            said.setAccessibleName(_("{keys}: {words}").format(keys=keys, words=words))
            grid.addWidget(said, row, 0)
            grid.addWidget(PlainLabel(keys, "body", "muted", wrap=False), row, 1)
        self.body.addLayout(grid)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
