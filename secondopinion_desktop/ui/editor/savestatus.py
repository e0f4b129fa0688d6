"""The words that say whether what is typed is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.autosave import Autosave, Saving
from secondopinion_desktop.ui.widgets import IconLabel, PlainLabel, Row, announce

if TYPE_CHECKING:
    from datetime import datetime


def saved_words(moment: datetime) -> str:
    """Return "Saved 10:42", or with the day when that was not today; `moment` is aware."""
    day = moment.astimezone().date()
    if day == clock.today():
        return _("Saved {time}").format(time=formats.moment_time(moment))
    return _("Saved {day}").format(day=formats.day_short(day))


class SaveStatus(QWidget):
    """Shows the state of an Autosave: "Saved 10:42", "Saving…" or "Not saved". Silent before the first key."""

    def __init__(self, autosave: Autosave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._autosave = autosave
        row = Row(self, gap=8)
        self._sign = IconLabel("check", "done", 16)
        self._words = PlainLabel("", "small-strong", "done", wrap=False)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        autosave.changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def _show(self) -> None:
        state, saved_at = self._autosave.state, self._autosave.saved_at
        if state is Saving.NOT_SAVED:
            self._say(_("Not saved"), "warning", "error_line")
            self._words.set_tone("error")
            announce(self, f"{self.words}. {self._autosave.trouble or ''}")
        elif state is Saving.SAVING:
            self._say(_("Saving…"), "clock", "muted")
            self._words.set_tone("muted")
            self.repaint()  # the disk is slow and the program waits for it: say so before
        else:
            self._say(saved_words(saved_at) if saved_at else "", "check", "done")
            self._words.set_tone("done")

    def _say(self, words: str, sign: str, ink: str) -> None:
        self._words.setText(words)
        self._sign.set_icon(sign, ink)
        self._sign.setVisible(bool(words))
        self.setAccessibleName(words)
