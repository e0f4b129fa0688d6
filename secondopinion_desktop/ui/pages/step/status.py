"""The list from which a person says how far a step is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.theme import icon, theme
from secondopinion_desktop.ui.widgets import ComboBox, status_icon

if TYPE_CHECKING:
    from secondopinion_desktop.services.steps import StepView

_FOLLOW = ""


class StatusBox(ComboBox):
    """Shows shape and word. `chosen` carries a StepStatus, or "" for "Follow the tasks", the last one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Status of this step"))
        for status in StepStatus:
            self.addItem(icon(*status_icon(status)), status.words, str(status))
        self.activated.connect(self._choose)
        theme().changed.connect(self._grow)
        self._grow()

    def show_step(self, step: StepView) -> None:
        """Show how far `step` is."""
        follow = self.findData(_FOLLOW)
        if step.by_hand and follow < 0:
            self.addItem(_("Follow the tasks"), _FOLLOW)
        elif not step.by_hand and follow >= 0:
            self.removeItem(follow)
        self.show_key(str(step.status))

    def _choose(self, _index: int) -> None:
        self.chosen.emit(self.key())

    def _grow(self) -> None:
        side = theme().text_px(18)
        self.setIconSize(QSize(side, side))
