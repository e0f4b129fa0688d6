"""Before a visit or treatment is put on hold or canceled: keep it, or say that you asked (W7)."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.timing import OpenNotice


class SetAside(Enum):
    """How the person answered. LATER writes it down as they said, and asks again on Overview."""

    STAY = auto()
    KEEP = auto()
    ASKED = auto()
    LATER = auto()


class SetAsideDialog(Dialog):
    """`answer` says what they chose; closing it leads back to the form."""

    def __init__(self, found: OpenNotice, parent: QWidget | None = None) -> None:
        super().__init__(_("Before you change this"), width=520, parent=parent)
        self.answer = SetAside.STAY
        self.add(PlainLabel(found.ask))
        if found.about:
            self.add(PlainLabel(found.about, "small", "muted"))
        self.body.addStretch(1)
        self.later = self.add_button(_("I will ask later"), "quiet")
        self.later.clicked.connect(self._later)
        self.asked = self.add_button(_("I asked"))
        self.asked.clicked.connect(self._asked)
        self.keep = self.add_button(_("Keep it"), "primary", default=True)
        self.keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        self._choose(SetAside.KEEP)

    def _asked(self) -> None:
        self._choose(SetAside.ASKED)

    def _later(self) -> None:
        self._choose(SetAside.LATER)

    def _choose(self, answer: SetAside) -> None:
        self.answer = answer
        self.accept()
