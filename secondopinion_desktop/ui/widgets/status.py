"""The status of a step, as a shape first, a colour second, and always as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.ui.widgets.labels import IconLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.choices import StepStatus

# By the value of a StepStatus: the first window does not wait for every closed list of the program.
_SHAPES = {
    "not_started": ("status-not-started", "faint"),
    "in_progress": ("status-in-progress", "prog"),
    "waiting": ("status-waiting", "prog"),
    "done": ("status-done", "done"),
    "not_needed": ("status-not-needed", "muted"),
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
