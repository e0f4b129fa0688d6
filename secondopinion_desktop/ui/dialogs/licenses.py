"""The licenses of everything inside the program, word for word."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

_HEIGHT = 420


class Licenses(Dialog):
    """A built program carries the texts of all its parts; a start from source only those of the typefaces."""

    def __init__(self) -> None:
        super().__init__(_("Licenses"), width=760)
        self.add(PlainLabel(_("Second Opinion is made of these parts. Each has its own license."), "body"))
        box = QPlainTextEdit(licenses())
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(_("Licenses"))
        box.setMinimumHeight(theme().text_px(_HEIGHT))
        self.add(box)
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)


def licenses() -> str:
    """Return the names of all parts, then the text of each license."""
    texts = sorted(resource("licences").glob("*.txt")) or sorted(resource("fonts").glob("*-OFL.txt"))
    names = "\n".join(path.stem for path in texts)
    bodies = [f"{path.stem}\n\n{path.read_text(encoding='utf-8').strip()}" for path in texts]
    return "\n\n\n".join([names, *bodies])
