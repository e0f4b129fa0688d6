"""The passphrase of an open file: add one, change it, take it away. Each change of it brings a new recovery key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from secondopinion_desktop.base.errors import FieldError, UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import WrongPassphrase
from secondopinion_desktop.ui.entrance.choosing import ChoosePassphrase
from secondopinion_desktop.ui.entrance.codebox import KeyPanel
from secondopinion_desktop.ui.entrance.screen import BusyLine, TroublePlace
from secondopinion_desktop.ui.entrance.work import refuse_easy
from secondopinion_desktop.ui.widgets import Box, CheckRow, Column, Dialog, LineField, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers


def change(file: OpenFile, new: str | None, old: str | None, code: str | None) -> str | None:
    """Give the file a passphrase, or none; return the new recovery key. For a worker: it takes a second or two."""
    from secondopinion_desktop.services.files import change_passphrase  # noqa: PLC0415 - off the main thread

    if new is not None:
        refuse_easy(new, file.people.person().name)
    return change_passphrase(file, new, passphrase=old, recovery_code=code)


class PassphraseDialog(Dialog):
    """`code` is the recovery key the file was just opened with: then the old passphrase is not asked for."""

    def __init__(self, file: OpenFile, messages: Messages, workers: Workers, code: str = "") -> None:
        super().__init__(_("Passphrase"), width=640)
        self._file, self._messages, self._workers, self._code = file, messages, workers, code
        self._working = False
        self._panel: KeyPanel | None = None
        self._fields: list[QWidget] = []
        self.form = Box()
        self._form = Column(self.form, gap=12)
        self.add(self.form)
        self._begin()
        self._add_fields()
        self.busy = BusyLine()
        self._form.addWidget(self.busy)
        self.cancel = self.add_cancel(_("Not now") if code else "")
        self.go = self.add_button("", "primary", default=True)
        self.go.clicked.connect(self._go)
        self._show_choice()

    # The parts

    def _begin(self) -> None:
        if self._code:
            title = _("Choose a new passphrase")
            words = _(
                "You opened the file with the recovery key. With a new passphrase you also get a new key; "
                "the old sheet will no longer open the file."
            )
        elif self._file.is_protected:
            title, words = _("Passphrase and recovery key"), _("This file is protected by a passphrase.")
        else:
            title = _("Add a passphrase")
            words = _("At the moment anyone who uses this computer can open the file.")
        self._form.addWidget(PlainLabel(title, "card-title"))
        self._form.addWidget(PlainLabel(words))
        self.trouble = TroublePlace()
        self._form.addWidget(self.trouble)

    def _add_fields(self) -> None:
        asks_old = self._file.is_protected and not self._code
        self.old = LineField(_("Passphrase now"))
        self.old.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.old.editor.textEdited.connect(self.old.clear_error)
        self.change_it = QRadioButton(_("Change the passphrase and get a new key"))
        self.take_away = QRadioButton(_("Take the passphrase away"))
        self.change_it.setChecked(True)
        group = QButtonGroup(self)
        if asks_old:
            self._form.addWidget(self.old)
            ways = Column(gap=0)
            for button in (self.change_it, self.take_away):
                group.addButton(button)
                ways.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                button.clicked.connect(self._show_choice)
            self._form.addLayout(ways)
        else:
            for widget in (self.old, self.change_it, self.take_away):
                widget.setParent(self)
                widget.hide()
        self.choose = ChoosePassphrase(self._workers)
        self.choose.known = (self._file.people.person().name,)
        self.choose.passphrase.label.setText(_("New passphrase") if self._file.is_protected else _("Passphrase"))
        self._form.addWidget(self.choose)
        self._fields = [self.old, self.change_it, self.take_away, self.choose]

    def _show_choice(self) -> None:
        away = self.take_away.isChecked()
        self.choose.setVisible(not away)
        if away:
            self.go.set_words(_("Take it away"))
        else:
            self.go.set_words(_("Change it") if self._file.is_protected else _("Add passphrase"))

    # Doing it

    def _go(self) -> None:
        self.trouble.clear()
        old = self.old.editor.text()
        if self._file.is_protected and not self._code and not old:
            self._wrong(self.old, _("Type the passphrase the file has now."))
            return
        away = self.take_away.isChecked()
        if not away:
            missing = self.choose.check()
            if missing is not None:
                missing.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        elif not self._sure():
            return
        new = None if away else self.choose.text()
        self._rest(resting=True)
        self.busy.begin(_("Changing the passphrase…"))
        work = partial(change, self._file, new, old or None, self._code or None)
        self._workers.start(work, self._done, self._not_done)

    def _sure(self) -> bool:
        return self._messages.ask(
            _("Take the passphrase away?"),
            _("Then anyone who can use this computer can open the file and read it."),
            _("Take it away"),
            _("Keep it"),
            danger=True,
        )

    def _rest(self, *, resting: bool) -> None:
        self._working = resting
        for widget in (*self._fields, self.cancel, self.go):
            widget.setEnabled(not resting)

    def _done(self, code: str | None) -> None:
        self.busy.end()
        self._rest(resting=False)
        if code is None:
            self._messages.toast(_("The passphrase was taken away"))
            self.accept()
        else:
            self._show_key(code)

    def _not_done(self, trouble: Exception) -> None:
        self.busy.end()
        self._rest(resting=False)
        if isinstance(trouble, WrongPassphrase):
            self._wrong(self.old, str(trouble))
        elif isinstance(trouble, FieldError):
            self.choose.too_easy(str(trouble)).setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(trouble, UserError):
            self.trouble.show_trouble(trouble)
        else:
            raise trouble
        self._fit()

    @staticmethod
    def _wrong(field: LineField, words: str) -> None:
        field.set_error(words)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        field.editor.selectAll()

    # The new key

    def _show_key(self, code: str) -> None:
        self.form.hide()
        self.choose.forget()
        self.setWindowTitle(_("Recovery key"))
        kept = Box()
        column = Column(kept, gap=12)
        column.addWidget(PlainLabel(_("Keep your new recovery key"), "card-title"))
        words = _("If you ever forget your passphrase, this key opens the file. An older sheet no longer does.")
        column.addWidget(PlainLabel(words, "body", "muted"))
        name = self._file.people.person().name
        self._panel = KeyPanel(code, name, self._file.path.name, self._messages, self._workers)
        column.addWidget(self._panel)
        self.tick = CheckRow(_("I have printed the key or written it down"))
        self.tick.ticked.connect(self.go.setEnabled)
        column.addWidget(self.tick)
        self.add(kept)
        kept.show()
        self.cancel.hide()
        self.go.set_words(_("Done"))
        self.go.setEnabled(False)
        self.go.clicked.disconnect(self._go)
        self.go.clicked.connect(self.accept)
        self._panel.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def reject(self) -> None:
        """Close, but never in the middle of the work, and after asking before the new key is kept."""
        if self._working:
            return
        if self._panel is not None:
            title = _("Close without keeping the new key?")
            sentence = _("It is shown only now. Without it and without the passphrase, nobody can open the file.")
            if not self._messages.ask(title, sentence, _("Close"), _("Stay here")):
                return
        super().reject()

    def done(self, result: int) -> None:
        """Close; what was copied leaves the clipboard."""
        if self._panel is not None:
            self._panel.forget()
        super().done(result)
