"""The recovery key of a file just made. It is shown once, so going on takes a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.entrance.codebox import KeyPanel
from secondopinion_desktop.ui.entrance.screen import EntranceScreen
from secondopinion_desktop.ui.widgets import Button, CheckRow, Line, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers


class RecoveryKey(EntranceScreen):
    """There is no way back from here: the file exists. `done` when they go on."""

    done = Signal()

    def __init__(self, code: str, owner: str, file_name: str, messages: Messages, workers: Workers) -> None:
        super().__init__(620)
        body = self.card.body
        body.addWidget(PlainLabel(_("Keep your recovery key"), "page-title"))
        sentence = _("If you ever forget your passphrase, this key opens the file. It is shown once.")
        body.addWidget(PlainLabel(sentence, "body", "muted"))
        self.panel = KeyPanel(code, owner, file_name, messages, workers)
        body.addWidget(self.panel)
        body.addWidget(Line())
        self.tick = CheckRow(_("I have printed the key or written it down"))
        self.tick.ticked.connect(self._ticked)
        body.addWidget(self.tick)
        row = Row()
        row.addStretch(1)
        self.go_on = Button(_("Continue"), "primary")
        self.go_on.setEnabled(False)
        self.go_on.clicked.connect(self._go_on)
        row.addWidget(self.go_on)
        body.addLayout(row)

    def focus_start(self) -> None:
        """Put the keyboard on printing."""
        self.panel.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.go_on.setEnabled(ticked)

    def _go_on(self) -> None:
        self.panel.forget()
        self.done.emit()
