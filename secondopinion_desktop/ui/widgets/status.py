"""The status of a step, as a shape first, a colour second, and always as a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.widgets.labels import IconLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# status: (icon, colour token, word)
_STATUSES: dict[str, tuple[str, str, str]] = {
    "not_started": ("status-not-started", "faint", N_("Not started")),
    "in_progress": ("status-in-progress", "prog", N_("In progress")),
    "waiting": ("status-waiting", "prog", N_("Waiting")),
    "done": ("status-done", "done", N_("Done")),
    "not_needed": ("status-not-needed", "muted", N_("Not needed")),
}
STATUSES = tuple(_STATUSES)


def status_icon(status: str) -> tuple[str, str]:
    """Return icon name and colour token for `status` (one of STATUSES)."""
    return _STATUSES[status][:2]


def status_word(status: str) -> str:
    """Return `status` as a person would say it."""
    return _(_STATUSES[status][2])


class StatusIcon(IconLabel):
    """The shape of a status, 20 px; a screen reader says the word."""

    def __init__(self, status: str, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(*status_icon(status), size, parent)
        self.setAccessibleName(status_word(status))

    def set_status(self, status: str) -> None:
        """Show another status."""
        self.set_icon(*status_icon(status))
        self.setAccessibleName(status_word(status))
