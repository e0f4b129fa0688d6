"""Words that could not be saved, and a way out: keep them open, save everything elsewhere, or let them go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class UnsavedWords(Dialog):
    """Accepted for going on with closing; `elsewhere` says that everything should be saved in another place first."""

    def __init__(self) -> None:
        super().__init__(_("Some words are not saved yet"), width=600)
        self.elsewhere = False
        self.add(PlainLabel(_("Some words are not saved yet"), "card-title"))
        self.add(
            PlainLabel(
                _(
                    "They are still here, and saving is tried again by itself. "
                    "If the file is on a USB stick, put it back. If the disk is full, make some room."
                )
            )
        )
        self.close_button = self.add_button(_("Close without them"), "danger")
        self.close_button.clicked.connect(self.accept)
        self.elsewhere_button = self.add_button(_("Save in another place"))
        self.elsewhere_button.clicked.connect(self._choose_elsewhere)
        self.keep_button = self.add_button(_("Keep it open"), "primary", default=True)
        self.keep_button.clicked.connect(self.reject)
        self.keep_button.setFocus()

    def _choose_elsewhere(self) -> None:
        self.elsewhere = True
        self.accept()


def may_close(messages: Messages, file: OpenFile, flush: Callable[[], bool]) -> bool:
    """Ask what becomes of words that could not be saved; return whether the file can be closed now."""
    while True:
        dialog = UnsavedWords()
        if not messages.run(dialog):
            return False
        if not dialog.elsewhere:
            return True
        if go_on_elsewhere(messages, file) and flush():
            return True


def go_on_elsewhere(messages: Messages, file: OpenFile) -> bool:
    """Let them choose a place, save everything there and go on there; return whether it was done."""
    from secondopinion_desktop.services.files import rescue  # noqa: PLC0415 - SQL; this dialog comes late

    kinds = _("Second Opinion files (*{suffix})").format(suffix=file.path.suffix)
    suggested = paths.documents_dir() / file.path.name
    target = messages.choose_file_to_save(_("Save everything in a new place"), suggested, kinds)
    if target is None:
        return False
    try:
        rescue(file, target)
    except UserError as trouble:
        messages.report(trouble)
        return False
    messages.toast(_("Everything is saved. Your file is now {name}.").format(name=target.name))
    return True
