"""The one gate to questions, file choices, dialogs and short messages. Tests put their own in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui import widgets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.ui.widgets.toast import MessageSlot


class Messages:
    """Asks and tells, above one window. Every question has a safe answer, and that is the default."""

    def __init__(self, window: QWidget, slot: MessageSlot | None = None) -> None:
        self._window = window
        self.slot = slot
        self._running: list[QDialog] = []

    def ask(self, title: str, sentence: str, yes: str, no: str = "", *, danger: bool = False) -> bool:
        """Ask before something that cannot be undone; return whether they pressed `yes`. `no` is the default answer."""
        dialog = _sentence(title, sentence, self._window)
        keep = dialog.add_button(no or _("Cancel"), default=True)
        keep.clicked.connect(dialog.reject)
        go = dialog.add_button(yes, "danger" if danger else "secondary")
        go.clicked.connect(dialog.accept)
        keep.setFocus()
        return self.run(dialog)

    def tell(self, title: str, sentence: str) -> None:
        """Say something that must be read before going on."""
        dialog = _sentence(title, sentence, self._window)
        close = dialog.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(dialog.accept)
        self.run(dialog)

    def report(self, error: UserError) -> None:
        """Say calmly what could not be done, and what to do."""
        self.tell(error.message, error.advice)

    def could(self, do: Callable[..., object], *values: object, **named: object) -> bool:
        """Do something in the file; if it could not be done, report why. Return whether it was done."""
        try:
            do(*values, **named)
        except UserError as error:
            self.report(error)
            return False
        return True

    def run(self, dialog: QDialog) -> bool:
        """Show `dialog` above the window until it is answered; return whether it was accepted."""
        if dialog.parentWidget() is None:
            dialog.setParent(self._window, dialog.windowFlags() | Qt.WindowType.Dialog)
        self._running.append(dialog)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            self._running.remove(dialog)
            dialog.deleteLater()

    def close_all(self, *, keeping: bool = True) -> bool:
        """Close every open dialog, as before locking, as if they had changed their mind; `flush` keeps its words.

        A dialog whose words cannot be kept stays open, with those under it; then return False. Without `keeping` its
        words are let go.
        """
        for dialog in reversed(self._running):
            flush = getattr(dialog, "flush", None)
            if keeping and flush is not None and flush() is False:
                return False
            QDialog.done(dialog, QDialog.DialogCode.Rejected.value)  # past a dialog that would ask something first
        return True

    def choose_file_to_open(self, title: str, folder: Path, kinds: str = "") -> Path | None:
        """Let them choose a file; `kinds` as Qt writes it: "Pictures (*.png *.jpg)". None if they chose none."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - enums the first window spares

        name, _kind = QFileDialog.getOpenFileName(self._window, title, str(folder), kinds)
        return Path(name) if name else None

    def choose_file_to_save(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        """Let them choose where to write; the system asks before replacing a file. None if they chose nothing."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - enums the first window spares

        name, _kind = QFileDialog.getSaveFileName(self._window, title, str(suggested), kinds)
        return Path(name) if name else None

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        """Let them choose a folder. None if they chose none."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - enums the first window spares

        name = QFileDialog.getExistingDirectory(self._window, title, str(folder))
        return Path(name) if name else None

    def toast(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        """Say in the message slot what they just did; with `undo` (a bound method), offer to take it back.

        `button` names another thing to offer than Undo.
        """
        if self.slot is not None:
            self.slot.show_message(words, undo, button)


def _sentence(title: str, sentence: str, window: QWidget) -> widgets.Dialog:
    dialog = widgets.Dialog(title, width=480, parent=window)
    dialog.add(widgets.PlainLabel(title, "card-title"))
    if sentence:
        dialog.add(widgets.PlainLabel(sentence))
    dialog.setAccessibleDescription(sentence)
    return dialog
