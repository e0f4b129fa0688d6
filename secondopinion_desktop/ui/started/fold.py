"""A card that says in one line what is written in it, and opens when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.navigation import flush

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.started.card import FileCard

_INSET = 6


class FoldedPart(FoldCard):
    """`make` makes the `part` inside when it is first opened; `summary` is the line.

    `holds` are the fields inside, for `open_item`. A card that `hides_when_empty` is not seen while its line is empty.
    """

    margins = (_INSET, 0, _INSET, 6)  # the words of the part stand under the arrow of the heading

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        summary: Callable[[OpenFile], str],
        make: Callable[[], FileCard],
        *,
        reads: tuple[str, ...] = ("situation",),
        holds: tuple[str, ...] = (),
        hides_when_empty: bool = False,
    ) -> None:
        self._summary, self._make_part = summary, make
        self._holds, self._hides = holds, hides_when_empty
        self._is_away = False
        self.part: FileCard | None = None
        super().__init__(file, messages, title, reads, hides_itself=hides_when_empty)
        self.setFocusProxy(self.head)

    def line(self) -> str:
        """Return what is written inside, in one line."""
        words = self._summary(self.file)
        if self._hides and not words:
            self.hide()
            self._is_away = True
        elif self._is_away:  # it has its place by now: shown without one, it would be a window for a moment
            self.show()
            self._is_away = False
        return words or _("Nothing is written here yet.")

    def fill(self) -> None:
        """Make the part."""
        self.part = self._make_part()
        self.part.open_requested.connect(self.open_requested)
        self.column.addWidget(self.part)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on something inside; return whether it is here."""
        if kind != "situation" or item not in self._holds:
            return False
        self.open_it()
        opener = getattr(self.part, "open_item", None)
        return bool(opener is not None and opener(kind, item))

    def flush(self) -> bool:
        """Save what is typed inside; return whether nothing is left."""
        return flush(self.part)
