"""What this program is, where the file lies, and whose work it stands on."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication

from secondopinion_desktop import __version__
from secondopinion_desktop.base import paths
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Button, Column, Dialog, Line, PlainLabel

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.theme import Role


class About(Dialog):
    """`path` is the open file, None for none; `messages` shows the licenses."""

    def __init__(self, path: Path | None, messages: Messages | None = None) -> None:
        super().__init__(_("About Second Opinion"), width=560)
        self._path = path
        self._messages = messages
        version = _("Version {version}").format(version=__version__)
        self._add_titled(_("Second Opinion"), PlainLabel(version, "body", "muted", selectable=True), "page-title")
        self.add(
            PlainLabel(
                _(
                    "It helps you keep track of visits, questions, records and phone numbers. "
                    "It does not give medical advice. Nothing you write leaves this computer."
                )
            )
        )
        if path is not None:
            self.add(Line())
            self._add_place(_("Your file"), _("Your file: {path}"), path)
            self._add_place(
                _("Its backups on this computer"),
                _("Its backups on this computer: {path}"),
                paths.data_dir() / "backups",
            )
            self.copy = Button(_("Copy where it is"), icon_name="copy")
            self.copy.clicked.connect(self._copy)
            self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(Line())
        self._add_details()
        self.add(Line())
        self.add(
            PlainLabel(
                _(
                    "Free software under the MIT license. Made with Qt and PySide6 (LGPL), SQLCipher (BSD) and the "
                    "typefaces Source Sans 3 and Atkinson Hyperlegible Next (SIL Open Font License)."
                ),
                "small",
                "muted",
            )
        )
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus(Qt.FocusReason.OtherFocusReason)  # or it opens where the first button is, past its beginning

        if messages is not None:
            licenses = Button(_("Show all licenses"))
            licenses.clicked.connect(self._show_licenses)
            self.body.addWidget(licenses, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _add_place(self, title: str, spoken: str, path: Path) -> None:
        place = PlainLabel(str(path), selectable=True)
        place.setAccessibleName(spoken.format(path=path))
        self._add_titled(title, place)

    def _add_titled(self, title: str, words: PlainLabel, role: Role = "small-strong") -> None:
        part = Box()
        column = Column(part, gap=2)
        column.addWidget(PlainLabel(title, role))
        column.addWidget(words)
        self.add(part)

    def _add_details(self) -> None:
        words = _("They may want to know the version and the kind of computer. Nothing you wrote is in these details.")
        self._add_titled(_("If you ask somebody for help"), PlainLabel(words))
        self.copy_details = Button(_("Copy details for help"), icon_name="copy")
        self.copy_details.clicked.connect(self._copy_details)
        self.body.addWidget(self.copy_details, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(details())
        self.copy_details.setText(_("Copied"))

    def _show_licenses(self) -> None:
        from secondopinion_desktop.ui.dialogs.licenses import Licenses  # noqa: PLC0415 - seldom read

        if self._messages is not None:
            self._messages.run(Licenses())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))


def details() -> str:
    """Return what a helper needs to know: versions, kind of computer and look. No name, no path, nothing written."""
    look = theme().look
    screen = QGuiApplication.primaryScreen()
    kind = _("built program") if getattr(sys, "frozen", False) else _("from source")
    lines = [
        f"Second Opinion {__version__} ({kind})",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        f"{look.colors.value}, {look.letters.value}, {look.text_percent}%",
    ]
    if screen is not None:
        lines.append(f"{screen.size().width()} x {screen.size().height()}, {screen.devicePixelRatio():g}")
    return "\n".join(lines)
