"""The status of a step, as a shape first, a colour second, and always as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.widgets.labels import IconLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SHAPES = {
    StepStatus.NOT_STARTED: ("status-not-started", "faint"),
    StepStatus.IN_PROGRESS: ("status-in-progress", "prog"),
    StepStatus.WAITING: ("status-waiting", "prog"),
    StepStatus.DONE: ("status-done", "done"),
    StepStatus.NOT_NEEDED: ("status-not-needed", "muted"),
}


def status_icon(status: StepStatus) -> tuple[str, str]:
    """Return icon name and colour token for `status`."""
    return _SHAPES[status]


class StatusIcon(IconLabel):
    """The shape of a status, 20 px; a screen reader says the word."""

    def __init__(self, status: StepStatus, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(*status_icon(status), size, parent)
        self.setAccessibleName(status.words)

    def set_status(self, status: StepStatus) -> None:
        """Show another status."""
        self.set_icon(*status_icon(status))
        self.setAccessibleName(status.words)
