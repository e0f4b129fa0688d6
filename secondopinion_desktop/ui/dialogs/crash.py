"""What the program says when it made a mistake itself."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel


class CrashDialog(Dialog):
    """Says that it was our mistake, that nothing is lost, and what can be copied for whoever mends it."""

    def __init__(self, details: str, *, saved: bool = True) -> None:
        super().__init__(_("Something went wrong"), width=560)
        self._details = details
        self.add(PlainLabel(_("Something went wrong in the program"), "card-title"))
        kept = _("What you wrote is saved.") if saved else _("Your last words are not saved yet: copy them first.")
        go_on = _("You can go on, or close and open the program.")
        self.add(PlainLabel(f"{_('It was not your mistake.')} {kept} {go_on}"))
        self.add(
            PlainLabel(
                _("These details hold nothing you wrote. You can send them to whoever looks after it:"),
                "small",
                "muted",
            )
        )
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName(_("Details"))
        box.setTabChangesFocus(True)
        self.add(box)
        copy = self.add_button(_("Copy details"), icon_name="copy")
        copy.clicked.connect(self._copy)
        close = self.add_button(_("Go on"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
