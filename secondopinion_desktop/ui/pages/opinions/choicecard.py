"""One choice: what it is, with its good and its harder points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.pages.opinions.option import OptionFacts
from secondopinion_desktop.ui.pages.opinions.points import PointRow, PointsBlock
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Breakpoints,
    Card,
    Chip,
    Dialog,
    IconButton,
    LineField,
    PlainLabel,
    plain_tooltip,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.opinions.reading import Hand, Weighed
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

_TONES: Final[dict[Hand, ChipTone]] = {"first": "first", "second": "second", "another": "neutral"}
_ROOM_FOR_HINT: Final = 420  # effective width of a card
_LONGEST_NAME: Final = 190  # pixels at 100 % text


class NameDialog(Dialog):
    """Asks for the name of a choice, and keeps it through `keep(name)`."""

    def __init__(self, title: str, keep: Callable[[str], object], name: str = "") -> None:
        super().__init__(title, width=460)
        self.field = LineField(_("Name of the choice"), placeholder=_("Such as: wait and watch"))
        self.field.editor.setText(name)
        self.add(self.field)
        self.add_cancel()
        self.save_button = self.add_button(_("Save"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.editor.selectAll()
        self._keep, self._before = keep, name

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        if not self.name or self.name == self._before:
            return True
        try:
            self._keep(self.name)
        except UserError as error:
            self.field.set_error(str(error))
            return False
        self._before = self.name
        return True

    def holds_words(self) -> bool:
        return self.name not in {"", self._before}

    @property
    def name(self) -> str:
        """What was typed."""
        return self.field.editor.text().strip()

    def _save(self) -> None:
        if not self.name:
            self.field.set_error(_("One word is enough."))
        elif self.flush():
            self.accept()


class ChoiceCard(Card):
    """One choice. `place` is where it stands among all; `add(choice, side, words)` keeps a new point of it."""

    rearranged = Signal()
    menu_wanted = Signal(int)
    point_menu_wanted = Signal(str)
    weighed = Signal(str, int)
    wished = Signal(str, str)
    wanted_in_file = Signal(int)

    def __init__(
        self,
        place: int,
        hand: Hand,
        file: OpenFile,
        save: Callable[[str, str], object],
        add: Callable[[Weighed, Side, str], bool],
    ) -> None:
        super().__init__(" ")
        self.place, self._add_to = place, add
        self._choice: Weighed | None = None
        self.title.hide()
        self.chip = Chip("", _TONES[hand])
        self.header.insertWidget(0, self.chip)
        self.hint = PlainLabel("", "small", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header.addWidget(self.hint, 1)
        self._watch = Breakpoints(self, (_ROOM_FOR_HINT,))
        self._watch.changed.connect(self._fit_hint)
        self._fit_hint(self._watch.index)
        self.more = IconButton("more", _("More for this choice"), ink="muted", size=16)
        self.more.clicked.connect(self._ask_menu)
        self.header.addWidget(self.more)
        self.facts = OptionFacts(file)
        self.facts.wanted.connect(self._ask_for_file)
        self.facts.resized.connect(self.rearranged)
        self.add(self.facts)
        self.blocks = {side: PointsBlock(side, hand, file.settings, save, self._add) for side in Side}
        for block in self.blocks.values():
            block.rearranged.connect(self.rearranged)
            block.weighed.connect(self.weighed)
            block.wished.connect(self.wished)
            block.menu_wanted.connect(self.point_menu_wanted)
            self.add(block)
        self.body.addStretch(1)

    def show_choice(self, choice: Weighed) -> None:
        """Show name and points; what is being typed stays."""
        self._choice, name = choice, choice.name
        metrics = QFontMetrics(theme().font("small-strong"))
        short = metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, theme().text_px(_LONGEST_NAME))
        self.chip.setText(short)
        self.chip.setToolTip(plain_tooltip(name) if short != name else "")
        self.chip.setAccessibleName(name)
        self.setAccessibleName(name)
        self.more.setVisible(bool(choice.id))
        self.more.setAccessibleDescription(name)
        self.facts.show_option(choice.option, name)
        self.facts.setVisible(not choice.is_loose)
        for block in self.blocks.values():
            block.belong_to(f"{choice.id or name}:{choice.hand}")
            block.show_points(choice.points)

    @property
    def must_stay(self) -> bool:
        """Whether something in it is not saved, or is to be read, although the choice is gone."""
        waits = any(block.line.text().strip() or not block.list.is_empty for block in self.blocks.values())
        return waits or self.facts.must_stay

    def leave(self) -> None:
        """Let go of all points but those in which there are words to be saved or read, and of what acts on a choice."""
        self.more.hide()
        for block in self.blocks.values():
            block.show_points(())
            block.close_for_good()

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        saved = [block.flush() for block in self.blocks.values()]
        return all([*saved, self.facts.flush()])

    def row(self, point_id: str) -> PointRow | None:
        """Return the row of a point, or None."""
        for block in self.blocks.values():
            if block.list.reveal(point_id):
                found: PointRow = block.list.rows[point_id]
                return found
        return None

    def _fit_hint(self, index: int) -> None:
        """Say it where there is room; the line above the cards has said it already."""
        self.hint.setText(_("How much it matters, 0 to 5") if index else "")

    def _add(self, side: Side, words: str) -> bool:
        assert self._choice is not None
        return self._add_to(self._choice, side, words)

    def _ask_for_file(self) -> None:
        self.wanted_in_file.emit(self.place)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.place)
