"""About you: who the person is, how they like to be met and told, and who helps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import ContactRole, Yes3
from secondopinion_desktop.ui.forms import RecordForm, specs_started
from secondopinion_desktop.ui.rowsection import RowSection
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class AboutYouDialog(Dialog):
    """Nothing in it is needed but the name. `wanted` is what to open next: "health", "look" or "can", or empty."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(_("About you"), width=640)
        self._file = file
        self.wanted = ""
        self.form = RecordForm(specs_started.PERSON, contacts=file.contacts)
        self.add(self.form)
        self.add(PlainLabel(_("People who help you"), "card-title"))
        words = ("", _("Name of someone who helps you"), _("Someone who helps you"))
        self.helpers = RowSection(
            messages,
            file.contacts,
            specs_started.HELPER,
            words,
            helper_words,
            always={"role": ContactRole.HELPER},
            contacts=file.contacts,
        )
        self.add(self.helpers)
        self._add_links()
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(_("Save"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.form.load(file.people.person())
        self.form.focus_first()

    def _add_links(self) -> None:
        self.add(PlainLabel(_("More"), "card-title"))
        for words, icon_name, slot in (
            (_("My health story"), "note", self._want_health),
            (_("Text size and colors"), "eye", self._want_look),
            (_("What this program can and cannot do"), "info", self._want_can),
        ):
            button = quiet_button(words, icon_name, slot)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self) -> None:
        if self._is_kept():
            self.accept()

    def _is_kept(self) -> bool:
        return self.form.submit(self._write) and self.helpers.flush()

    def holds_words(self) -> bool:
        return super().holds_words() or bool(self.helpers.line.text().strip())

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return all([self.form.rescue(self._write), self.helpers.flush()])

    def _write(self, **values: Any) -> None:
        self._file.people.change_person(**values)

    def _leave_for(self, wanted: str) -> None:
        if self._is_kept():
            self.wanted = wanted
            self.accept()

    def _want_health(self) -> None:
        self._leave_for("health")

    def _want_look(self) -> None:
        self._leave_for("look")

    def _want_can(self) -> None:
        self._leave_for("can")


def helper_words(helper: Contact) -> str:
    """Return who a helper is, and whether the clinic may talk to them."""
    told = {
        Yes3.YES: _("the clinic may talk to them"),
        Yes3.NO: _("the clinic may not talk to them"),
        Yes3.NOT_SURE: _("not sure if the clinic may talk to them"),
    }.get(helper.may_get_info, _("not known yet if the clinic may talk to them"))
    return ", ".join(part for part in (helper.relation, helper.phone, told) if part)
