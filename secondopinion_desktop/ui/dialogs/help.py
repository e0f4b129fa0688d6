"""Help, offline: what this program can and cannot do, the keys, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, Line, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.services.file import OpenFile


def dialog_about(key: str, file: OpenFile | None) -> Dialog | None:
    """Return the dialog for "help", "can", "shortcuts" or "about", None for anything else."""
    if key == "help":
        return HelpDialog()
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

        return About(file.path if file is not None else None)
    return None


class HelpDialog(Dialog):
    """What the program can and cannot do, where the notes are, and what to do in an emergency."""

    def __init__(self) -> None:
        super().__init__(_("Help"), width=620)
        from secondopinion_desktop import guidance  # noqa: PLC0415 - read when somebody asks

        said = guidance.safety()
        self._part(_("What it can do"), said.can)
        self._part(_("What it cannot do"), said.cannot)
        self._part(_("Your notes"), (said.files,))
        self._part(_("If you feel very ill"), (said.urgent,))
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _part(self, title: str, sentences: Iterable[str]) -> None:
        self.add(PlainLabel(title, "card-title"))
        for sentence in sentences:
            self.add(PlainLabel(sentence))


class KeysDialog(Dialog):
    """Every command that has keys, with them."""

    def __init__(self) -> None:
        super().__init__(_("Keys you can use"), width=560)
        from secondopinion_desktop.ui.actions import commands_with_keys  # noqa: PLC0415

        for title, lines in commands_with_keys():
            self.add(PlainLabel(title, "card-title"))
            for words, keys in lines:
                self.add(PlainLabel(_("{keys}: {words}").format(keys=keys, words=words)))
            self.add(Line())
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)
