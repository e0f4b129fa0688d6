"""What a note said before: one version for each ten minutes somebody wrote in it, to read and to bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.ui.editor.surface import NoteSurface
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Column, ComboBox, Dialog, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.notes import EarlierText

_HEIGHT = 260  # of the text, in logical pixels at 100 % text


class EarlierTexts(Dialog):
    """Choose a version, read it, bring it back. `chosen` is the version wanted, or None."""

    def __init__(self, file: OpenFile, note_id: str) -> None:
        super().__init__(_("Earlier versions of this note"))
        self._texts = file.notes.earlier(note_id)
        self.chosen: EarlierText | None = None
        some = bool(self._texts)
        words = _("A version is kept for every ten minutes of writing. Reading one changes nothing.")
        nothing = _("There is no earlier version yet. One is kept for every ten minutes of writing.")
        self.add(PlainLabel(words if some else nothing))
        self.which = ComboBox()
        self.which.setAccessibleName(_("Version"))
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for number, text in enumerate(self._texts):
            self.which.addItem(version_words(text), str(number))
        self.which.currentIndexChanged.connect(self._show_text)
        self.add(self.which)
        self.text = self._make_text()
        for widget in (self.which, self._frame):
            widget.setVisible(some)
        if some:
            self.add_cancel(_("Leave the note as it is"))
            self.bring_back = self.add_button(_("Bring this version back"), "primary", "undo", default=True)
            self.bring_back.clicked.connect(self._take)
            self.which.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_text(0)
        else:
            self.add_button(_("Close"), "primary", default=True).clicked.connect(self.reject)

    def _make_text(self) -> NoteSurface:
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        column = Column(self._frame, gap=0, margins=(1, 1, 1, 1))
        text = NoteSurface()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(_("What the note said then"))
        text.setMinimumHeight(theme().text_px(_HEIGHT))
        column.addWidget(text)
        self.add(self._frame)
        return text

    def _show_text(self, index: int) -> None:
        self.text.load(Document.from_json(self._texts[index].body))

    def _take(self) -> None:
        self.chosen = self._texts[self.which.currentIndex()]
        self.accept()


def version_words(text: EarlierText) -> str:
    """Return "Tue, Feb 17, 10:42 AM, written by Claire"."""
    moment = text.when.astimezone()
    when = _("{day}, {time}").format(day=formats.day_weekday(moment.date()), time=formats.clock_time(f"{moment:%H:%M}"))
    return _("{when}, written by {who}").format(when=when, who=text.who) if text.who else when
