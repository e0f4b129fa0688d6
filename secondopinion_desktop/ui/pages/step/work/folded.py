"""A card of a step that is folded away: its line says what is in it, and it is made when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.navigation import flush

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.step.work.following import FollowingCard

    Make = Callable[[OpenFile, Messages], FollowingCard]


class FoldedCard(FoldCard):
    """Holds what `make` makes. `says` is its line, read again when one of `kinds` changes.

    `place` is the kind by which other places ask for something in it. With `fits` it is there only while that is so.
    """

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        make: Make,
        says: Callable[[OpenFile], str],
        kinds: Sequence[str],
        *,
        place: str = "",
        fits: Callable[[OpenFile], bool] | None = None,
    ) -> None:
        self._make, self._says, self._place, self._fits_now = make, says, place, fits
        self._kinds = tuple(kinds)
        self.card: FollowingCard | None = None
        super().__init__(file, messages, title, tuple(kinds))
        FeedSignal(file.feed, self).changed.connect(self._fit)

    def line(self) -> str:
        """Return what is in it, in short."""
        return self._says(self.file)

    def fill(self) -> None:
        """Put the card in, without a frame and a heading of its own."""
        self.card = self._make(self.file, self.messages)
        self.card.open_requested.connect(self.open_requested)
        self.card.lie_flat()
        left, top, right, bottom = self.margins
        self.column.set_margins((left - self.card.bleed, top, right - self.card.bleed, bottom))
        self.column.addWidget(self.card)

    def fits(self) -> bool:
        """Say whether it is for the person."""
        return self._fits_now is None or self._fits_now(self.file)

    def open_item(self, kind: str, item: str) -> bool:
        """Open it and put the keyboard on one thing; return whether it is here."""
        if kind != self._place or not kind or self.isHidden():
            return False
        self.open_it()
        find = getattr(self.card, "open_item", None)
        if find is None or not find(kind, item):
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> bool:
        """Save what is typed in it; return whether nothing is left."""
        return flush(self.card)

    def _fit(self, change: Change) -> None:
        if self._fits_now is not None and change.touches("situation", *self._kinds):
            here = QApplication.focusWidget()
            being_changed = here is not None and self.isAncestorOf(here)
            self.setVisible(self.fits() or being_changed)
