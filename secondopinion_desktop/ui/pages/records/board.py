"""Records as a board: a column for each place on the way, and buttons that move a record on or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.services.records import STAGES, Stage, stage_of, status_words
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import (
    Box,
    Breakpoints,
    Card,
    Column,
    Grid,
    IconButton,
    PlainLabel,
    Row,
    RowButton,
    announce,
    restyle,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.model.record import Record

# Effective widths of the board: two columns side by side, three, all of them.
_TWO, _THREE, _ALL = 420, 620, 860
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RecordTile(QFrame):
    """One record on the board. `moved` carries its id and how many columns to go; `chosen` its id."""

    chosen = Signal(str)
    moved = Signal(str, int)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.record_id = record.id
        column = Column(self, gap=2, margins=(4, 4, 4, 4))
        self.opener = _TileButton()
        words = Column(self.opener, gap=0, margins=(4, 2, 4, 2))
        self.name = PlainLabel("", "strong")
        self.meta = PlainLabel("", "small", "muted")
        words.addWidget(self.name)
        words.addWidget(self.meta)
        self.opener.clicked.connect(self._choose)
        self.opener.moved.connect(self._move)
        column.addWidget(self.opener)
        row = Row(gap=0)
        self.back = IconButton("arrow-left", " ", ink="muted")
        self.on = IconButton("arrow-right", " ", ink="muted")
        self.back.clicked.connect(self._move_back)
        self.on.clicked.connect(self._move_on)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.on)
        column.addLayout(row)
        self.setFocusProxy(self.opener)

    def show_tile(self, record: Record, holder: str, place: int) -> None:
        """Show a record in the column with the number `place`, -1 for what stands beside the way."""
        self.name.setText(record.name)
        own_word = status_words(record) if place < 0 or record.status not in _PLAIN else ""
        meta = "\n".join(part for part in (holder, own_word) if part)
        self.meta.setText(meta)
        self.meta.setVisible(bool(meta))
        self.opener.setAccessibleName(", ".join((record.name, *meta.split("\n"), status_words(record))))
        self.opener.setAccessibleDescription(_("Control, Shift and an arrow key move it to another column"))
        for button, other in ((self.back, place - 1), (self.on, place + 1)):
            there = place >= 0 and 0 <= other < len(STAGES)
            button.setEnabled(there)
            name = _("Move {record} to “{column}”") if there else _("Move {record}")
            column = STAGES[other].status.words if there else ""
            button.set_name(name.format(record=record.name, column=column))

    def show_item(self, _item: object, _place: int) -> None:
        """Shown by `show_tile`."""

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def mark(self, *, chosen: bool) -> None:
        """Show that this is the record of the card below, or not."""
        self.setProperty("chosen", "true" if chosen else "false")
        restyle(self)

    def _choose(self) -> None:
        self.chosen.emit(self.record_id)

    def _move(self, step: int) -> None:
        button = self.on if step > 0 else self.back
        if button.isEnabled():
            self.moved.emit(self.record_id, step)

    def _move_back(self) -> None:
        self._move(-1)

    def _move_on(self) -> None:
        self._move(1)


_PLAIN: Final = tuple(stage.status for stage in STAGES)


class _TileButton(RowButton):
    """Control, Shift and an arrow key move what it names."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & _HELD == _HELD:
            self.moved.emit(-step if self.isRightToLeft() else step)
        else:
            super().keyPressEvent(event)


class BoardColumn(Card):
    """The records at one place."""

    def __init__(self, title: str) -> None:
        super().__init__(title, soft=True)
        self._title = title
        self.count = PlainLabel("", "small", "muted", wrap=False)
        self.header.addWidget(self.count)
        self.none = PlainLabel(_("None"), "small", "muted")
        self.add(self.none)
        self.list = RowList(RecordTile, at_first=25, lines=False, gap=8)
        self.add(self.list)
        self.body.addStretch(1)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these."""
        self.list.show_items(records)
        self.none.setVisible(not records)
        self.count.setText(str(len(records)))
        told = ngettext("{count} record", "{count} records", len(records)).format(count=len(records))
        self.setAccessibleName(f"{self._title}, {told}")


class RecordsBoard(Box):
    """All columns. `chosen` carries a record, `moved` a record and the stage it goes to."""

    chosen = Signal(str)
    moved = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.current_id = ""
        self._grid = Grid(self, gap=12)
        self.columns = [BoardColumn(stage.status.words) for stage in STAGES]
        self.beside = BoardColumn(_("Problem, or not needed"))
        self._watch = Breakpoints(self, (_TWO, _THREE, _ALL))
        self._watch.changed.connect(self._arrange)
        self._arrange()

    def show_records(self, records: Sequence[Record], holders: dict[str, str]) -> None:
        """Show these records; `holders` are names by record."""
        places: dict[int, list[Record]] = {}
        for record in records:
            stage = stage_of(record)
            places.setdefault(STAGES.index(stage) if stage is not None else -1, []).append(record)
        for place, column in enumerate((*self.columns, self.beside)):
            number = place if place < len(STAGES) else -1
            found = places.get(number, [])
            column.show_records(found)
            for record in found:
                tile = column.list.rows.get(record.id)
                if tile is not None:
                    self._wire(tile)
                    tile.show_tile(record, holders.get(record.id, ""), number)
        self.beside.setVisible(-1 in places)
        if self.current_id not in {record.id for record in records}:
            self.current_id = records[0].id if records else ""
        self._mark()

    def choose(self, record_id: str) -> None:
        """Mark a record as the one on the card below."""
        self.current_id = record_id
        self._mark()

    def tile(self, record_id: str) -> RecordTile | None:
        """Return the tile of a record, unless it is folded away."""
        for column in (*self.columns, self.beside):
            if column.list.reveal(record_id):
                found: RecordTile = column.list.rows[record_id]
                return found
        return None

    def _wire(self, tile: RecordTile) -> None:
        if not tile.property("wired"):
            tile.setProperty("wired", "true")
            tile.chosen.connect(self._choose)
            tile.moved.connect(self._move)

    def _mark(self) -> None:
        for column in (*self.columns, self.beside):
            for record_id, tile in column.list.rows.items():
                if bool(tile.property("chosen") == "true") != (record_id == self.current_id):
                    tile.mark(chosen=record_id == self.current_id)

    def _choose(self, record_id: str) -> None:
        self.choose(record_id)
        self.chosen.emit(record_id)

    def _move(self, record_id: str, step: int) -> None:
        place = next(number for number, column in enumerate(self.columns) if record_id in column.list.rows)
        stage = STAGES[place + step]
        self.choose(record_id)
        self.moved.emit(record_id, stage)
        tile = self.tile(record_id)
        if tile is not None:
            tile.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Moved to “{column}”").format(column=stage.status.words))

    def _arrange(self, _index: int = 0) -> None:
        across = (1, 2, 3, len(STAGES))[self._watch.index]
        for place, column in enumerate((*self.columns, self.beside)):
            self._grid.removeWidget(column)
            self._grid.addWidget(column, place // across, place % across)
        for number in range(len(STAGES)):
            self._grid.setColumnStretch(number, 1 if number < across else 0)


def stage_words(stage: Stage) -> str:
    """Return what a toast says after a move."""
    told = {
        RecordStatus.TO_ASK: _("Moved to “To ask for”. Its days were taken out."),
        RecordStatus.ARRIVED: _("Marked as arrived"),
    }
    return told.get(stage.status, _("Moved to “{column}”").format(column=stage.status.words))
