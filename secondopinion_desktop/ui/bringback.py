"""Undo for one thing removed, whatever was done since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondopinion_desktop.services.rows import Rows


class BringBack:
    """Brings one removed row back: `messages.toast(words, BringBack(file.questions, question_id).now)`."""

    def __init__(self, rows: Rows[Any], row_id: str) -> None:
        self._rows, self._row_id = rows, row_id

    def now(self) -> None:
        """Bring it back."""
        self._rows.restore(self._row_id)
