"""A card that says in one line what is written in it, and opens when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.foldcard import SNUG, FoldHead
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.navigation import flush
from secondopinion_desktop.ui.started.saying import Facts
from secondopinion_desktop.ui.widgets import Card, order_as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.ui.started.card import FileCard
_INSET = 6


class FoldCard(Card):
    """`make` makes what is inside when it is first opened; `summary` is the line.

    `holds` are the fields inside, for `open_item`. A card that `hides_when_empty` is not seen while its line is empty.
    """

    open_requested = Signal(str, str)

    def __init__(
        self,
        facts: Facts,
        title: str,
        summary: Callable[[Facts], str],
        make: Callable[[], FileCard],
        *,
        reads: tuple[str, ...] = ("situation",),
        holds: tuple[str, ...] = (),
        hides_when_empty: bool = False,
    ) -> None:
        super().__init__(bleed=_INSET)
        self.body.set_margins(SNUG)
        self.setAccessibleName(title)
        self._file, self._title, self._summary, self._make = facts.file, title, summary, make
        self._reads, self._holds, self._hides = reads, holds, hides_when_empty
        self._stale = self._is_away = False
        self._words = ""
        self.inside: FileCard | None = None
        self._make_head(title)
        FeedSignal(facts.file.feed, self).changed.connect(self._see)
        self._show(facts)

    def _make_head(self, title: str) -> None:
        self.head = FoldHead(title)
        self.line = self.head.line
        self.head.clicked.connect(self.turn)
        self.add(self.head)
        self.setFocusProxy(self.head)

    @property
    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self.inside is not None and not self.inside.isHidden()

    def open_it(self) -> FileCard:
        """Show what is inside."""
        if self.inside is None:
            self.inside = self._make()
            self.inside.open_requested.connect(self.open_requested)
            self.inside.setContentsMargins(_INSET, 0, _INSET, 0)  # its words stand under the arrow of the heading
            self.add(self.inside)
        self.inside.show()
        self._draw()
        order_as_laid_out(self)
        return self.inside

    def turn(self) -> None:
        """Open it, or close it again; what is typed is saved first."""
        if self.is_open and self.inside is not None:
            if flush(self.inside):
                self.inside.hide()
                self._draw()
        else:
            self.open_it()

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on something inside; return whether it is here."""
        if kind != "situation" or item not in self._holds:
            return False
        inside = self.open_it()
        opener = getattr(inside, "open_item", None)
        return bool(opener is not None and opener(kind, item))

    def flush(self) -> bool:
        """Save what is typed inside; return whether nothing is left."""
        return flush(self.inside)

    def refresh(self) -> None:
        """Say what is written inside now."""
        self._show(Facts(self._file))

    def _show(self, facts: Facts) -> None:
        words = self._summary(facts)
        self._words = words or _("Nothing is written here yet.")
        if self._hides and not words:
            self.hide()
            self._is_away = True
        elif self._is_away:  # it has its place by now: shown without one, it would be a window for a moment
            self.show()
            self._is_away = False
        self._draw()

    def _draw(self) -> None:
        self.head.show_state(self._words, is_open=self.is_open)
        state = _("open") if self.is_open else _("closed")
        self.head.setAccessibleName(", ".join(part for part in (self._title, self._words, state) if part))

    def _see(self, change: Change) -> None:
        if change.touches(*self._reads):
            self._stale = True
            if self.isVisible() or self._hides:
                self._catch_up()

    def _catch_up(self) -> None:
        self._stale = False
        self.refresh()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._catch_up()
        super().showEvent(event)
