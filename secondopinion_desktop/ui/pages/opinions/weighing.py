"""What matters to you: for each choice its good and harder points. Nothing is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pages.opinions.importance import WORDS, importance_words
from secondopinion_desktop.ui.pages.opinions.points import PointRow, PointsBlock, Wish
from secondopinion_desktop.ui.theme import icon, theme
from secondopinion_desktop.ui.widgets import (
    Breakpoints,
    Button,
    Card,
    Chip,
    Column,
    Dialog,
    Grid,
    IconButton,
    LineField,
    PlainLabel,
    button_text,
    plain_tooltip,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.opinions.reading import Hand, Weighed
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

_TONES: Final[dict[Hand, ChipTone]] = {"first": "first", "second": "second", "another": "neutral"}
_ROOM_FOR_HINT: Final = 420  # effective width of a card
_LONGEST_NAME: Final = 190  # pixels at 100 % text
_NO_NUMBER: Final = -1


class NameDialog(Dialog):
    """Asks for the name of a choice."""

    def __init__(self, title: str, name: str = "") -> None:
        super().__init__(title, width=460)
        self.field = LineField(_("Name of the choice"), placeholder=_("Such as: wait and watch"))
        self.field.editor.setText(name)
        self.add(self.field)
        self.add_cancel()
        self.save_button = self.add_button(_("Save"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.editor.selectAll()
        self._before = name
        self.is_kept = False

    def flush(self) -> None:
        """Keep what is typed when the dialog is closed unasked: `is_kept` says then that it is to be saved."""
        self.is_kept = bool(self.name) and self.name != self._before

    @property
    def name(self) -> str:
        """What was typed."""
        return self.field.editor.text().strip()

    def _save(self) -> None:
        if self.name:
            self.accept()
        else:
            self.field.set_error(_("One word is enough."))


class ChoiceCard(Card):
    """One choice. `place` is where it stands among all."""

    rearranged = Signal()
    menu_wanted = Signal(int)
    point_menu_wanted = Signal(str)
    weighed = Signal(str, int)
    wished = Signal(str, str)

    def __init__(
        self,
        place: int,
        hand: Hand,
        save: Callable[[str, str], object],
        add: Callable[[int, Side, str], bool],
    ) -> None:
        super().__init__(" ")
        self.place, self._add_to = place, add
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
        self.blocks = {side: PointsBlock(side, hand, save, self._add) for side in Side}
        for block in self.blocks.values():
            block.rearranged.connect(self.rearranged)
            block.weighed.connect(self.weighed)
            block.wished.connect(self.wished)
            block.menu_wanted.connect(self.point_menu_wanted)
            self.add(block)
        self.body.addStretch(1)

    def show_choice(self, choice: Weighed) -> None:
        """Show name and points; what is being typed stays."""
        name = choice.name
        metrics = QFontMetrics(theme().font("small-strong"))
        short = metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, theme().text_px(_LONGEST_NAME))
        self.chip.setText(short)
        self.chip.setToolTip(plain_tooltip(name) if short != name else "")
        self.chip.setAccessibleName(name)
        self.setAccessibleName(name)
        self.more.setVisible(bool(choice.id))
        self.more.setAccessibleDescription(name)
        for block in self.blocks.values():
            block.show_points(choice.points)

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        saved = [block.flush() for block in self.blocks.values()]
        return all(saved)

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
        return self._add_to(self.place, side, words)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.place)


class Weighing(QWidget):
    """All choices, two beside each other where there is room."""

    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self._choices: Sequence[Weighed] = ()
        self._stacked = False
        self.cards: dict[str, ChoiceCard] = {}
        self._arranged: list[str] = []
        column = Column(self, gap=4)
        column.addWidget(PlainLabel(_("What matters to you"), "card-title"))
        column.addWidget(
            PlainLabel(_("This page does not add up a score. It helps you talk it over."), "body", "muted")
        )
        legend = ", ".join(f"{number} {_(words)}" for number, words in enumerate(WORDS))
        column.addWidget(PlainLabel(legend, "small", "muted"))
        self._grid = Grid(gap=14)
        column.addSpacing(6)
        column.addLayout(self._grid)
        self.add_button = Button(_("Add a choice"), "quiet", "plus")
        self.add_button.clicked.connect(self._add_choice)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._do_in_menu)

    def show_choices(self, choices: Sequence[Weighed]) -> None:
        """Show these; what is being typed stays."""
        self._choices = choices
        keys = [self._key_of(choice) for choice in choices]
        before = self.cards
        self.cards = {
            key: before.pop(key) if key in before else self._make(place, choice.hand)
            for place, (key, choice) in enumerate(zip(keys, choices, strict=True))
        }
        for place, (card, choice) in enumerate(zip(self.cards.values(), choices, strict=True)):
            card.place = place
            card.show_choice(choice)
        if keys != self._arranged:
            self._arrange()
        for card in before.values():
            card.flush()
            card.hide()
            card.deleteLater()

    def _key_of(self, choice: Weighed) -> str:
        """Return the key of a card. A choice that has just come into the file keeps the card it had before."""
        key, earlier = f"{choice.id} {choice.hand}", f" {choice.name} {choice.hand}"
        if not choice.id:
            return earlier
        if key not in self.cards and earlier in self.cards:
            self.cards[key] = self.cards.pop(earlier)
        return key

    def stack(self, *, stacked: bool) -> None:
        """Let the choices stand below each other, or two side by side."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._arrange()

    def flush(self) -> bool:
        """Save what is typed; return whether all is on the disk."""
        saved = [card.flush() for card in list(self.cards.values())]
        return all(saved)

    def focus_point(self, point_id: str) -> bool:
        """Put the keyboard on a point; return whether there is one."""
        row = self._row(point_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def _make(self, place: int, hand: Hand) -> ChoiceCard:
        card = ChoiceCard(place, hand, self._save_words, self._add_point)
        card.rearranged.connect(self.rearranged)
        card.menu_wanted.connect(self._open_menu)
        card.point_menu_wanted.connect(self._open_point_menu)
        card.weighed.connect(self._weigh)
        card.wished.connect(self._do)
        return card

    def _arrange(self) -> None:
        self._arranged = list(self.cards)
        across = 1 if self._stacked else 2
        for place, card in enumerate(self.cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)
            card.show()
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        self.rearranged.emit()

    def _row(self, point_id: str) -> PointRow | None:
        return next((row for card in self.cards.values() if (row := card.row(point_id)) is not None), None)

    # What the person does

    def _could(self, do: Callable[..., object], *values: object) -> bool:
        try:
            do(*values)
        except UserError as error:
            self._messages.report(error)
            return False
        return True

    def _save_words(self, point_id: str, words: str) -> None:
        self._file.opinions.points.change(point_id, origin=self, text=words)

    def _add_point(self, place: int, side: Side, words: str) -> bool:
        opinions, choice = self._file.opinions, self._choices[place]
        if choice.id or choice.points:
            return self._could(opinions.points.add_to, choice.id or None, side, words)
        names = [one.name for one in self._choices if not one.points]
        return self._could(opinions.begin_weighing, names, place, side, words)

    def _weigh(self, point_id: str, value: int) -> None:
        points = self._file.opinions.points
        if not self._could(self._set_weight, point_id, None if value == _NO_NUMBER else value):
            row = self._row(point_id)
            point = points.get(point_id)
            if row is not None:
                row.importance.show_value(point.matters, point.text)

    def _set_weight(self, point_id: str, value: int | None) -> None:
        self._file.opinions.points.change(point_id, matters=value)

    def _do(self, point_id: str, wish: str) -> None:
        points = self._file.opinions.points
        if wish in {Wish.UP, Wish.DOWN}:
            self._could(points.move, point_id, -1 if wish == Wish.UP else 1)
        elif wish == Wish.OTHER_SIDE:
            other = Side.HARD if points.get(point_id).side is Side.GOOD else Side.GOOD
            if self._could(self._change_side, point_id, other):
                self.focus_point(point_id)
        elif wish == Wish.REMOVE:
            self._remove_point(point_id)

    def _change_side(self, point_id: str, side: Side) -> None:
        self._file.opinions.points.change(point_id, side=side)

    def _remove_point(self, point_id: str) -> None:
        points = self._file.opinions.points
        card = next(card for card in self.cards.values() if card.row(point_id) is not None)
        block = card.blocks[points.get(point_id).side]
        next_id = block.list.neighbour(point_id)
        if self._could(points.remove, point_id):
            self._messages.toast(_("Point removed"), BringBack(points, point_id).now)
            if not self.focus_point(next_id):
                block.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_choice(self) -> None:
        dialog = NameDialog(_("Add a choice"))
        if not self._messages.run(dialog) and not dialog.is_kept:
            return
        options = self._file.opinions.options
        if not options.all() and any(not one.id and not one.points for one in self._choices):
            for place, choice in enumerate((one for one in self._choices if not one.points), start=1):
                options.add(name=choice.name, position=float(place))
        last = max((option.position for option in options.all()), default=0.0)
        options.add(name=dialog.name, position=last + 1)

    def _rename(self, choice: Weighed) -> None:
        dialog = NameDialog(_("Rename"), choice.name)
        if self._messages.run(dialog) or dialog.is_kept:
            self._file.opinions.options.change(choice.id, name=dialog.name)

    # Menus

    def _open_menu(self, place: int) -> None:
        card = list(self.cards.values())[place]
        self._menu.clear()
        self._offer(_("Rename"), ("rename", place), "pencil")
        self._offer(_("Remove"), ("remove_choice", place), "trash")
        self._menu.popup(card.more.mapToGlobal(QPoint(0, card.more.height())))

    def _open_point_menu(self, point_id: str) -> None:
        row = self._row(point_id)
        if row is None:
            return
        self._menu.clear()
        self._offer(_("Change the words"), ("edit", point_id), "pencil")
        weigh = self._menu.addMenu(_("How much it matters"))
        for value in range(len(WORDS)):
            action = weigh.addAction(button_text(importance_words(value)))
            action.setData(("weigh", point_id, value))
        self._menu.addSeparator()
        self._offer(_("Move up"), (Wish.UP, point_id), "arrow-up")
        self._offer(_("Move down"), (Wish.DOWN, point_id), "arrow-down")
        good = row.side is Side.GOOD
        self._offer(_("This is a harder point") if good else _("This is a good point"), (Wish.OTHER_SIDE, point_id))
        self._menu.addSeparator()
        self._offer(_("Remove"), (Wish.REMOVE, point_id), "trash")
        self._menu.popup(row.more.mapToGlobal(QPoint(0, row.more.height())))

    def _offer(self, words: str, data: tuple[object, ...], icon_name: str = "") -> None:
        action = self._menu.addAction(button_text(words))
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setData(data)

    def _do_in_menu(self, action: QAction) -> None:
        verb, what, *more = action.data()
        if verb == "rename":
            self._rename(self._choices[what])
        elif verb == "remove_choice":
            choice = self._choices[what]
            self._file.opinions.options.remove(choice.id)
            self._messages.toast(_("Choice removed"), BringBack(self._file.opinions.options, choice.id).now)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif verb == "edit":
            row = self._row(what)
            if row is not None:
                row.text.edit()
        elif verb == "weigh":
            self._weigh(what, more[0])
        else:
            self._do(what, verb)
