"""What matters to you: for each choice its good and harder points. Nothing is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Side
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pages.opinions.choicecard import ChoiceCard, NameDialog
from secondopinion_desktop.ui.pages.opinions.importance import WORDS, importance_words
from secondopinion_desktop.ui.pages.opinions.points import PointRow, Wish
from secondopinion_desktop.ui.theme import icon
from secondopinion_desktop.ui.widgets import (
    Column,
    Grid,
    PlainLabel,
    button_text,
    quiet_button,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.opinions.reading import Hand, Weighed

_NO_NUMBER: Final = -1


class Weighing(QWidget):
    """All choices, two beside each other where there is room."""

    rearranged = Signal()

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self._choices: Sequence[Weighed] = ()
        self._stacked = False
        self._added = self._renamed = ""
        self.cards: dict[str, ChoiceCard] = {}
        self._staying: list[ChoiceCard] = []
        self._arranged: list[str] = []
        column = Column(self, gap=4)
        column.addWidget(PlainLabel(_("What matters to you"), "card-title"))
        column.addWidget(
            PlainLabel(_("This page does not add up a score. It helps you talk it over."), "body", "muted")
        )
        legend = ", ".join(f"{number} {_(words)}" for number, words in enumerate(WORDS))
        self._legend = PlainLabel(legend, "small", "muted")  # for the numbers beside points
        self._legend.setVisible(False)
        column.addWidget(self._legend)
        self._grid = Grid(gap=14)
        column.addSpacing(6)
        column.addLayout(self._grid)
        self.add_button = quiet_button(_("Add a choice"), "plus", self._add_choice)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._do_in_menu)

    def show_choices(self, choices: Sequence[Weighed]) -> None:
        """Show these; what is being typed stays."""
        keys, shown = [self._key_of(choice) for choice in choices], self._choices
        for card in [card for key, card in self.cards.items() if key not in keys]:
            card.flush()  # now: what is typed in it belongs to the choice it stands for
        if self._choices is not shown:
            return  # that was a change, and everything was read again
        self._choices = choices
        self._legend.setVisible(any(choice.points for choice in choices))
        before = self.cards
        self.cards = {
            key: before.pop(key) if key in before else self._make(place, choice.hand)
            for place, (key, choice) in enumerate(zip(keys, choices, strict=True))
        }
        for place, (card, choice) in enumerate(zip(self.cards.values(), choices, strict=True)):
            card.place = place
            card.show_choice(choice)
        for card in before.values():
            card.leave()
            self._staying.append(card)
        if keys != self._arranged or before:
            self._arrange()
        self._let_go()

    def _let_go(self) -> None:
        """Take away the cards of choices that are gone. One with words to be saved or read waits below the others."""
        gone = [card for card in self._staying if not card.must_stay]
        self._staying = [card for card in self._staying if card not in gone]
        for card in gone:  # last: what has the keyboard in it is left by that, and all is looked at again
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
        saved = [card.flush() for card in (*self.cards.values(), *self._staying)]
        return all(saved)

    def focus_start(self) -> None:
        """Put the keyboard where the first good point can be added."""
        block = next(iter(self.cards.values())).blocks[Side.GOOD]
        block.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_point(self, point_id: str) -> bool:
        """Put the keyboard on a point; return whether there is one."""
        row = self._row(point_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None

    def _make(self, place: int, hand: Hand) -> ChoiceCard:
        card = ChoiceCard(place, hand, self._file, self._save_words, self._add_point)
        card.rearranged.connect(self.rearranged)
        card.rearranged.connect(self._let_go)
        card.wanted_in_file.connect(self._put_into_file)
        card.menu_wanted.connect(self._open_menu)
        card.point_menu_wanted.connect(self._open_point_menu)
        card.weighed.connect(self._weigh)
        card.wished.connect(self._do)
        return card

    def _arrange(self) -> None:
        self._arranged = list(self.cards)
        across = 1 if self._stacked else 2
        for place, card in enumerate((*self.cards.values(), *self._staying)):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // across, place % across)
            card.show()
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        self.rearranged.emit()

    def _row(self, point_id: str) -> PointRow | None:
        return next((row for card in self.cards.values() if (row := card.row(point_id)) is not None), None)

    # What the person does

    def _save_words(self, point_id: str, words: str) -> None:
        self._file.opinions.points.change(point_id, origin=self, text=words)

    def _add_point(self, choice: Weighed, side: Side, words: str) -> bool:
        opinions = self._file.opinions
        if choice.id or choice not in self._choices or choice.points:
            return self._messages.could(opinions.points.add_to, choice.id or None, side, words)
        names = [one.name for one in self._choices if not one.points]
        return self._messages.could(opinions.begin_weighing, names, self._choices.index(choice), side, words)

    def _weigh(self, point_id: str, value: int) -> None:
        points = self._file.opinions.points
        if not self._messages.could(self._set_weight, point_id, None if value == _NO_NUMBER else value):
            row = self._row(point_id)
            point = points.get(point_id)
            if row is not None:
                row.importance.show_value(point.matters, point.text)

    def _set_weight(self, point_id: str, value: int | None) -> None:
        self._file.opinions.points.change(point_id, matters=value)

    def _do(self, point_id: str, wish: str) -> None:
        points = self._file.opinions.points
        if wish in {Wish.UP, Wish.DOWN}:
            self._messages.could(points.move, point_id, -1 if wish == Wish.UP else 1)
        elif wish == Wish.OTHER_SIDE:
            other = Side.HARD if points.get(point_id).side is Side.GOOD else Side.GOOD
            if self._messages.could(self._change_side, point_id, other):
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
        if self._messages.could(points.remove, point_id):
            self._messages.toast(_("Point removed"), BringBack(points, point_id).now)
            if not self.focus_point(next_id):
                block.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_choice(self) -> None:
        self._messages.run(NameDialog(_("Add a choice"), self._add_named))

    def _add_named(self, name: str, *, new_to_me: bool = False) -> str:
        self._put_into_file()
        options = self._file.opinions.options
        last = max((option.position for option in options.all()), default=0.0)
        return options.add(name=name, position=last + 1, new_to_me=new_to_me).id

    def _add_new_to_me(self, name: str) -> None:
        self._added = self._add_named(name, new_to_me=True)

    def add_new_choice(self) -> None:
        """Ask for the name of a choice that is new to the person, add it, and open its details."""
        accepted = self._messages.run(NameDialog(_("Add a choice that is new to me"), self._add_new_to_me))
        card = self._card_of(self._added) if accepted else None
        if card is not None:
            card.facts.edit()

    def focus_choice(self, option_id: str) -> bool:
        """Put the keyboard on a choice; return whether there is one."""
        card = self._card_of(option_id)
        if card is not None:
            card.facts.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None

    def _card_of(self, option_id: str) -> ChoiceCard | None:
        pairs = zip(self._choices, self.cards.values(), strict=True)
        return next((card for choice, card in pairs if choice.id == option_id), None)

    def _put_into_file(self, _place: int = 0) -> None:
        """Keep the choices that are only offered so far, as they stand there."""
        options = self._file.opinions.options
        names = [one.name for one in self._choices if not one.id and not one.is_loose]
        if names and not options.all():
            self._file.opinions.add_choices(names)

    def _rename(self, choice: Weighed) -> None:
        self._renamed = choice.id
        self._messages.run(NameDialog(_("Rename"), self._keep_name, choice.name))

    def _keep_name(self, name: str) -> None:
        self._file.opinions.options.change(self._renamed, name=name)

    def _point_details(self, point_id: str) -> None:
        """Let the person say who said it, which side it is on and how much it matters, in words."""
        from secondopinion_desktop.ui.dialogs.point import PointDialog  # noqa: PLC0415 - when it is asked for

        row = self._row(point_id)
        if row is not None and row.flush():
            self._messages.run(PointDialog(self._file, point_id))
            self.focus_point(point_id)

    # Menus

    def _open_menu(self, place: int) -> None:
        card = list(self.cards.values())[place]
        self._menu.clear()
        self._offer(_("Details of this choice"), ("details", place), "pencil")
        self._offer(_("Rename"), ("rename", place), "pencil")
        self._offer(_("Remove"), ("remove_choice", place), "trash")
        self._menu.popup(card.more.mapToGlobal(QPoint(0, card.more.height())))

    def _open_point_menu(self, point_id: str) -> None:
        row = self._row(point_id)
        if row is None:
            return
        self._menu.clear()
        self._offer(_("Change the words"), ("edit", point_id), "pencil")
        self._offer(_("Who said it, and more"), ("point_details", point_id), "person")
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
        if verb == "details":
            list(self.cards.values())[what].facts.edit()
        elif verb == "rename":
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
        elif verb == "point_details":
            self._point_details(what)
        elif verb == "weigh":
            self._weigh(what, more[0])
        else:
            self._do(what, verb)
