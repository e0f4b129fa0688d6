"""One helpline: who it is, its number to copy, and whose page the number was read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.pane.parts import CopyButton
from secondopinion_desktop.ui.widgets import Column, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import Helpline
    from secondopinion_desktop.ui.messages import Messages


class HelplineRow(QWidget):
    """Shows one helpline of the guidance."""

    def __init__(self, line: Helpline, messages: Messages) -> None:
        super().__init__()
        row = Row(self, gap=8, margins=(0, 4, 0, 4))
        words = Column(gap=0)
        words.addWidget(PlainLabel(line.name, "strong"))
        words.addWidget(PlainLabel(line.number, selectable=True))
        words.addWidget(PlainLabel(line.about, tone="muted"))
        origin = _("{country}. Source: {source}.").format(country=line.country, source=line.source)
        words.addWidget(PlainLabel(origin, "small", "muted"))
        row.addLayout(words, 1)
        name = _("Copy the number of {name}").format(name=line.name)
        row.addWidget(CopyButton(line.number, name, _("Phone number copied"), messages), 0, Qt.AlignmentFlag.AlignTop)
