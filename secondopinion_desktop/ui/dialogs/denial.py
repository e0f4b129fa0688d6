"""A "no" of the plan and its appeal. It saves itself; the letter can be copied in, or it says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.paths import documents_dir
from secondopinion_desktop.ui.attachedfiles import AttachedFiles
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_insurance import DENIAL
from secondopinion_desktop.ui.widgets import Button, Dialog

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class DenialDialog(Dialog):
    """One "no"; new with an empty `denial_id`, which is set once there is something to keep."""

    def __init__(self, file: OpenFile, messages: Messages, denial_id: str = "") -> None:
        super().__init__(_("The plan said no"), width=620)
        self._file, self._messages, self.denial_id = file, messages, denial_id
        self.form = RecordForm(DENIAL, save=self._save, contacts=file.contacts)
        self.add(self.form)
        self.files = AttachedFiles(file, messages, "denial")
        self.attach_button = Button(_("Attach the letter"), "secondary", "clip")
        self.attach_button.clicked.connect(self._attach)
        self.body.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.files)
        self.body.addStretch(1)
        self.done_button = self.add_button(_("Done"), "primary")
        self.done_button.clicked.connect(self._finish)
        self.form.load(file.insurance.denials.get(denial_id) if denial_id else {})
        self._show_files()
        self.form.focus_first()

    def reject(self) -> None:
        """Esc keeps what is written."""
        self._finish()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.form.flush()

    def _save(self, **values: Any) -> None:
        denials = self._file.insurance.denials
        if self.denial_id:
            denials.change(self.denial_id, origin=self, **values)
        else:
            self.denial_id = denials.add(origin=self, **values).id

    def _finish(self) -> None:
        if self.form.finish():
            self.accept()

    def _attach(self) -> None:
        path = self._messages.choose_file_to_open(_("Attach the letter"), documents_dir())
        if path is None:
            return
        self.form.flush()
        if not self.denial_id:
            self._save()
        self.files.attach(self.denial_id, [path])
        self._show_files()

    def _show_files(self) -> None:
        found = self._file.attachments.of("denial", self.denial_id) if self.denial_id else []
        self.files.show_files(found)
