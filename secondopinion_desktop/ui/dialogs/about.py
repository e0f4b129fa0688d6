"""What this program is, where the file lies, and whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from secondopinion_desktop import __version__
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, Line, PlainLabel

if TYPE_CHECKING:
    from pathlib import Path


class About(Dialog):
    """`path` is the open file, None for none."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(_("About Second Opinion"), width=560)
        self._path = path
        self.add(PlainLabel(_("Second Opinion"), "page-title"))
        self.add(PlainLabel(_("Version {version}").format(version=__version__), "body", "muted", selectable=True))
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
            self.add(PlainLabel(_("Your file"), "small-strong"))
            place = PlainLabel(str(path), selectable=True)
            place.setAccessibleName(_("Your file: {path}").format(path=path))
            self.add(place)
            self.copy = self.add_button(_("Copy where it is"), icon_name="copy")
            self.copy.clicked.connect(self._copy)
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

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
