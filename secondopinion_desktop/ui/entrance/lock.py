"""The lock screen: for a file that was locked, and for one that needs its passphrase to open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.base.troubles import MistypedRecoveryCode, WrongPassphrase, WrongRecoveryCode
from secondopinion_desktop.ui.entrance.screen import EntranceScreen, TroublePlace
from secondopinion_desktop.ui.widgets import (
    Button,
    FieldFrame,
    IconButton,
    IconLabel,
    Line,
    LineEdit,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.ui.widgets import BannerAction

FREE_TRIES: Final = 5
_FIRST_PAUSE: Final = 5
_PLAIN_TRIES: Final = 2  # most often it was one wrong key; after that all that may help is said
_LONGEST_PAUSE: Final = 60


class Key(NamedTuple):
    """What somebody typed to open the file: one of the two is None."""

    passphrase: str | None
    recovery_code: str | None


def pause_after(tries: int) -> int:
    """Return how many seconds to wait after so many wrong tries: none at first, then 5, 10, 20, 40, 60, 60 ..."""
    if tries < FREE_TRIES:
        return 0
    return int(min(_FIRST_PAUSE * 2 ** (tries - FREE_TRIES), _LONGEST_PAUSE))


class LockScreen(EntranceScreen):
    """Asks for the passphrase, or for the recovery key by those who forgot it. `open_requested` carries a Key."""

    open_requested = Signal(object)
    other_file_requested = Signal()

    def __init__(self, name: str, why: str) -> None:
        super().__init__(520)
        self._tries = 0
        self._by_code = False
        body = self.card.body
        body.addWidget(IconLabel("lock", "accent_text", 36))
        body.addWidget(PlainLabel(name, "page-title"))
        self.why = PlainLabel(why, "body", "muted")
        body.addWidget(self.why)
        self.trouble = TroublePlace()
        body.addWidget(self.trouble)
        self._add_field()
        body.addWidget(self.busy)
        self.opener = Button(_("Open my file"), "primary")
        self.opener.clicked.connect(self._open)
        body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(Line())
        row = Row(gap=8)
        self.forgot = Button(_("I forgot my passphrase"), "quiet")
        self.forgot.clicked.connect(self._switch)
        self.other = Button(_("Open a different file"), "quiet")
        self.other.clicked.connect(self.other_file_requested)
        row.addWidget(self.forgot)
        row.addStretch(1)
        row.addWidget(self.other)
        body.addLayout(row)
        self.quiet_while_busy = (self.field.editor, self.eye, self.opener, self.forgot, self.other)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._pause_is_over)

    def _add_field(self) -> None:
        self.eye = IconButton("eye", _("Show what I type"), checkable=True)
        self.eye.clicked.connect(self._show_letters)
        editor = LineEdit()
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.returnPressed.connect(self._open)
        editor.textEdited.connect(self._typed)
        self.field: FieldFrame[LineEdit] = FieldFrame(_("Passphrase"), editor, beside=self.eye)
        self.card.body.addWidget(self.field)

    def focus_start(self) -> None:
        """Put the keyboard into the field."""
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_waiting(self) -> bool:
        """True while there is a pause after too many wrong tries."""
        return self._pause.isActive()

    def show_trouble(self, trouble: UserError, actions: tuple[BannerAction, ...] = ()) -> None:
        """Say why the file did not open: under the field for what was typed, above it for everything else."""
        if not isinstance(trouble, WrongPassphrase | WrongRecoveryCode | MistypedRecoveryCode):
            self.trouble.show_trouble(trouble, actions)
            return
        words = str(trouble)
        if isinstance(trouble, WrongPassphrase) and self._tries < _PLAIN_TRIES:
            words = _("{what} Check that Caps Lock is off, then try again.").format(what=trouble.message)
        if not isinstance(trouble, MistypedRecoveryCode):
            self._tries += 1
        seconds = pause_after(self._tries)
        if seconds:
            wait = ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", seconds)
            words = f"{words} {wait.format(n=seconds)}"
            self._pause.start(seconds * 1000)
            self.opener.setEnabled(False)
        self.field.set_error(words)
        self.field.editor.selectAll()
        self.focus_start()

    def _typed(self) -> None:
        if not self.is_waiting:
            self.field.clear_error()
        self.trouble.clear()

    def _open(self) -> None:
        typed = self.field.editor.text()
        if self.is_waiting:
            return
        if not typed.strip():
            words = _("Type the recovery key.") if self._by_code else _("Type the passphrase.")
            self.field.set_error(words)
            self.focus_start()
            return
        self.field.clear_error()
        self.trouble.clear()
        self.open_requested.emit(Key(None, typed) if self._by_code else Key(typed, None))

    def _pause_is_over(self) -> None:
        self.opener.setEnabled(True)
        self.field.set_error(_("You can try again now."))

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.eye.set_icon("eye-closed" if shown else "eye")
        self.field.editor.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _switch(self) -> None:
        self._by_code = not self._by_code
        self.field.editor.clear()
        if not self.is_waiting:
            self.field.clear_error()
        label = _("Recovery key") if self._by_code else _("Passphrase")
        self.field.label.setText(label)
        self.field.editor.setAccessibleName(label)
        example = _("9 groups of 4, from your sheet")
        self.field.editor.setPlaceholderText(example if self._by_code else "")
        self.eye.setChecked(self._by_code)
        self._show_letters(self._by_code)
        self.forgot.set_words(_("Use the passphrase") if self._by_code else _("I forgot my passphrase"))
        self.focus_start()
