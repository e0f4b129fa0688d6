"""The copies of files kept with a record, a letter, or whatever else of the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.paths import documents_dir
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Button, Column, ElidedLabel, IconButton, IconLabel, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.model.record import Attachment
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_KB, _MB = 1024, 1024 * 1024


class FileRow(QWidget):
    """One file: its name and size, save a copy, remove. Signals carry the attachment's id."""

    copy_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, attachment_id: str) -> None:
        super().__init__()
        self._id = attachment_id
        row = Row(self, gap=8, margins=(0, 1, 0, 1))
        row.addWidget(IconLabel("clip", "muted", 18))
        self.name = ElidedLabel(middle=True)
        row.addWidget(self.name, 1)
        self.size_words = PlainLabel("", "small", "muted", wrap=False)
        row.addWidget(self.size_words)
        self.copy_button = Button(_("Save a copy"), "quiet", "download")
        self.copy_button.clicked.connect(self._ask_for_copy)
        self.remove_button = IconButton("trash", _("Remove file"), ink="muted")
        self.remove_button.clicked.connect(self._ask_to_remove)
        row.addWidget(self.copy_button)
        row.addWidget(self.remove_button)
        self.setFocusProxy(self.copy_button)

    def show_item(self, attachment: Attachment, _place: int) -> None:
        """Show name and size."""
        self.name.setText(attachment.name)
        self.size_words.setText(size_in_words(attachment.size))
        for button in (self.copy_button, self.remove_button):
            button.setAccessibleDescription(attachment.name)

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _ask_for_copy(self) -> None:
        self.copy_requested.emit(self._id)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._id)


class AttachedFiles(QWidget):
    """The files of one row of the table `owner`. `rearranged` as in RowList."""

    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages, owner: str) -> None:
        super().__init__()
        self._file, self._messages, self._owner = file, messages, owner
        self._attachments: dict[str, Attachment] = {}
        column = Column(self, gap=0)
        self.list = RowList(self._make, at_first=8, lines=False)
        self.list.rearranged.connect(self.rearranged)
        column.addWidget(self.list)

    def show_files(self, attachments: Sequence[Attachment]) -> None:
        """Show these files."""
        self._attachments = {attachment.id: attachment for attachment in attachments}
        self.list.show_items(attachments)
        self.setVisible(bool(attachments))

    def attach(self, owner_id: str, paths: Sequence[Path]) -> bool:
        """Copy files in; say which one could not be. Return whether all could."""
        troubles: list[UserError] = []
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            for path in paths:
                try:
                    self._file.attachments.attach(self._owner, owner_id, path)
                except UserError as error:
                    troubles.append(UserError(f"{path.name}: {error.message}", error.advice))
        finally:
            QGuiApplication.restoreOverrideCursor()
        done = len(paths) - len(troubles)
        if done:
            self._messages.toast(_("A copy is kept here now"), self._file.history.way_back().now if done == 1 else None)
        for trouble in troubles:
            self._messages.report(trouble)
        return not troubles

    def _make(self, attachment: Attachment) -> FileRow:
        row = FileRow(attachment.id)
        row.copy_requested.connect(self._save_copy)
        row.remove_requested.connect(self._remove)
        return row

    def _save_copy(self, attachment_id: str) -> None:
        # A name from elsewhere may hold a path.
        name = Path(self._attachments[attachment_id].name.replace("\\", "/")).name or _("File")
        target = self._messages.choose_file_to_save(_("Save a copy"), documents_dir() / name)
        if target is None:
            return
        try:
            self._file.attachments.save_copy(attachment_id, target)
        except UserError as error:
            self._messages.report(error)
        except OSError:
            advice = _("Choose another folder, or check that there is room.")
            self._messages.report(UserError(_("The copy could not be written there."), advice))
        else:
            self._messages.toast(_("Copy saved"))

    def _remove(self, attachment_id: str) -> None:
        next_id = self.list.neighbour(attachment_id)
        self._file.attachments.remove(attachment_id)
        self._messages.toast(_("File removed"), BringBack(self._file.attachments, attachment_id).now)
        if next_id in self.list.rows:
            self.list.rows[next_id].setFocus(Qt.FocusReason.OtherFocusReason)


def size_in_words(size: int) -> str:
    """Return "3 KB" or "1.4 MB"."""
    if size < _MB:
        return _("{count} KB").format(count=max(1, round(size / _KB)))
    return _("{count} MB").format(count=round(size / _MB, 1))
