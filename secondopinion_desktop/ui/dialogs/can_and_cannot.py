"""What this program can and cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Dialog, IconLabel, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Iterable


class CanAndCannotDialog(Dialog):
    """The words shown at the start, and the two lists, side by side with nothing else."""

    def __init__(self) -> None:
        super().__init__(_("What this program can and cannot do"), width=620)
        from secondopinion_desktop import guidance  # noqa: PLC0415 - read when somebody asks

        said = guidance.safety()
        self.add(PlainLabel(said.start))
        self._part(_("What it can do"), "check", said.can)
        self._part(_("What it cannot do"), "minus", said.cannot)
        self.add(PlainLabel(_("Your notes"), "card-title"))
        self.add(PlainLabel(said.files))
        self.add(PlainLabel(_("If you feel very ill"), "card-title"))
        self.add(PlainLabel(said.urgent))
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _part(self, title: str, icon_name: str, sentences: Iterable[str]) -> None:
        self.add(PlainLabel(title, "card-title"))
        for sentence in sentences:
            line = Box()
            row = Row(line, gap=10)
            row.addWidget(IconLabel(icon_name, "muted"))
            row.addWidget(PlainLabel(sentence), 1)
            self.add(line)
