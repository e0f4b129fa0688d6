"""The place under a checklist for the cards of its step."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.ui.navigation import flush
from secondopinion_desktop.ui.widgets import Box, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_HERE = __name__.rpartition(".")[0]


class WorkArea(Box):
    """Shows the cards that the module called like the step makes: `make(file, messages) -> Iterator[QWidget]`.

    They come one by one, for those below the edge of the window are made only when the others were painted.

    A second area, above the checklist, shows what its `make_first` makes, if it has one: what the tasks depend on.
    A card may have what a page may have (ui/navigation.py): `open_requested`, `flush()`, and
    `open_item(kind, id) -> bool`, which puts the keyboard on one thing and says whether it has it. A card of many parts
    has `show_by_portions()`.
    """

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages, maker: str = "make") -> None:
        super().__init__()
        self._maker = maker
        self._file, self._messages = file, messages
        self._step = ""
        self.cards: list[QWidget] = []
        self._column = Column(self, gap=12)
        self.hide()

    def show_by_portions(self, key: str) -> Iterator[int]:
        """Show the cards of a step, one at a time: as told in ui/widgets/portions.py. Not every step has some."""
        if key == self._step:
            return
        self._step = key
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        module = f"{_HERE}.{key}"
        make = getattr(import_module(module), self._maker, None) if find_spec(module) else None
        for card in make(self._file, self._messages) if make is not None else ():
            if hasattr(card, "open_requested"):
                card.open_requested.connect(self.open_requested)
            self.cards.append(card)
            self._column.addWidget(card)
            is_there = not card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            if is_there:
                card.show()
            self.setVisible(True)
            if hasattr(card, "show_by_portions"):
                yield from card.show_by_portions()
            else:
                yield card.sizeHint().height() if is_there else 0

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on one thing; return whether a card has it. Where several have a part of it, all open."""
        opened = [card.open_item(kind, item) for card in self.cards if hasattr(card, "open_item")]
        return any(opened)

    def flush(self) -> bool:
        """Save what is still being typed; return whether nothing is left that could not be saved."""
        saved = [flush(card) for card in self.cards]
        return all(saved)
