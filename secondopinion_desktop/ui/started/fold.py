"""A card that says in one line what is written in it, and opens when it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.foldcard import LateCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.started.card import FileCard

_INSET = 6


class FoldedPart(LateCard):
    """`make` makes the part inside; `says` is the line.

    `fields` are those inside, for `open_item`. A card that `hides_when_empty` is not seen while its line is empty.
    """

    margins = (_INSET, 0, _INSET, 6)  # the words of the part stand under the arrow of the heading

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        says: Callable[[OpenFile], str],
        make: Callable[[], FileCard],
        *,
        reads: tuple[str, ...] = ("situation",),
        fields: tuple[str, ...] = (),
        hides_when_empty: bool = False,
    ) -> None:
        self._make, self._fields, self._hides = make, fields, hides_when_empty
        self._is_away = False
        super().__init__(file, messages, title, says, reads, hides_itself=hides_when_empty)
        self.setFocusProxy(self.head)

    def line(self) -> str:
        words = super().line()
        if self._hides and not words:
            self.hide()
            self._is_away = True
        elif self._is_away:  # it has its place by now: shown without one, it would be a window for a moment
            self.show()
            self._is_away = False
        return words or _("Nothing is written here yet.")

    def make(self) -> FileCard:
        return self._make()

    def holds(self, kind: str, item: str) -> bool:
        return kind == "situation" and item in self._fields
