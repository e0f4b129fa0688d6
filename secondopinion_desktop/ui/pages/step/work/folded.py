"""A card of a step that is folded away: its line says what is in it, and it is made when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.foldcard import LateCard
from secondopinion_desktop.ui.widgets.taborder import as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.step.work.following import FollowingCard

    Make = Callable[[OpenFile, Messages], FollowingCard]


class FoldedCard(LateCard):
    """Holds what `make` makes, without a frame and a heading of its own.

    `place` is the kind by which other places ask for something in it. With `fits` it is there only while that is so,
    or something typed in it is not saved or not clear.
    """

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        make: Make,
        says: Callable[[OpenFile], str],
        kinds: tuple[str, ...],
        *,
        place: str = "",
        fits: Callable[[OpenFile], bool] | None = None,
    ) -> None:
        self._make, self._place, self._fits_now, self._kinds = make, place, fits, kinds
        super().__init__(file, messages, title, says, kinds)
        FeedSignal(file.feed, self).changed.connect(self._fit)

    def make(self) -> QWidget:
        card = self._make(self.file, self.messages)
        card.lie_flat()
        left, top, right, bottom = self.margins
        self.column.set_margins((left - card.bleed, top, right - card.bleed, bottom))
        return card

    def fits(self) -> bool:
        """Say whether it is for the person."""
        return self._fits_now is None or self._fits_now(self.file)

    def holds(self, kind: str, _item: str) -> bool:
        return bool(kind) and kind == self._place and not self.isHidden()

    def _fit(self, change: Change) -> None:
        if self._fits_now is not None and change.touches("situation", *self._kinds):
            here = QApplication.focusWidget()
            being_changed = here is not None and self.isAncestorOf(here)
            self.setVisible(self.fits() or being_changed or self._holds_words())

    def _holds_words(self) -> bool:
        """Return whether something in it is not saved, not clear, or is to be read."""
        return any(getattr(widget, "must_stay", False) for widget in as_laid_out(self.inside))
