"""The Records page: how many have arrived, the table, and the card of the chosen record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.pages.records.card import RecordCard
from secondopinion_desktop.ui.pages.records.table import RecordsTable
from secondopinion_desktop.ui.recordway.reading import read
from secondopinion_desktop.ui.recordway.wanted import WantedCard
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Breakpoints,
    Button,
    Card,
    Column,
    EmptyState,
    PageFrame,
    Row,
    TabBar,
)
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.records import Stage
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.records.board import RecordsBoard, RecordTile

# Effective widths of the page: three columns for the way instead of one; larger words.
_UNFOLDED, _LARGER = 760, 920
_READS = ("record", "attachment", "appointment", "contact")
# Of the height of the page, so much is for the table at most; the card wants the rest.
_TABLE_SHARE = 0.55
# Effective width of the line with the switch and the call: side by side.
_BAR = 440
_HIGH = 2_000  # all that comes before the form of the chosen record fills any window
_VIEW, _BOARD = "records_view", "board"


class RecordsPage(PageFrame):
    """`open_requested` carries kind and id of what the person wants to see."""

    open_requested = Signal(str, str)
    help_topic = "records"

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Records"), " ", parent=parent)
        self._file, self._messages = file, messages
        self.letter_button = Button(_("Print request letter"), "secondary", "printer")
        self.letter_button.clicked.connect(self._ask_for_letter)
        self.add_action(self.letter_button)
        self.add_button = Button(_("Add a record"), "primary", "plus")
        self.add_button.clicked.connect(self.add_records)
        self.add_action(self.add_button)
        self._make_parts()
        self._watch = Breakpoints(self, (_UNFOLDED, _LARGER))
        self._watch.changed.connect(self._fold)
        theme().changed.connect(self._fit)
        self._fold()
        CatchUp(self, file.feed, _READS).due.connect(self.refresh)
        self.build(self._parts())

    def _make_parts(self) -> None:
        self.wanted = WantedCard()
        self.wanted.opened.connect(self._open_visit)
        self.body.addWidget(self.wanted)
        self._make_views()
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        column = Column(self._frame, gap=0, margins=(1, 1, 1, 6))
        self.table = RecordsTable()
        self.table.chosen.connect(self._show)
        self.table.entered_row.connect(self._enter)
        self.table.remove_requested.connect(self._remove)
        self.table.files_dropped.connect(self._take_files)
        column.addWidget(self.table)
        self.body.addWidget(self._frame)
        self.board: RecordsBoard | None = None
        self.card = RecordCard(self._file, self._messages)
        self.card.remove_requested.connect(self._remove)
        self.card.rearranged.connect(self._order)
        self.card.open_requested.connect(self.open_requested)
        self.body.addWidget(self.card)
        self.empty = Card()
        self.begin_button = Button(_("Add the first ones"), "primary", "plus")
        self.begin_button.clicked.connect(self._begin)
        self.first_button = Button(_("Choose them myself"), "secondary", "plus")
        self.first_button.clicked.connect(self.add_records)
        words = _(
            "Where do I begin? Most clinics ask first for the pathology report, the scan reports and the scans. "
            "Next come the plan you were offered and recent lab results. Your own doctor's office can help."
        )
        self.empty.add(EmptyState("folder", _("No records yet"), words, (self.begin_button, self.first_button)))
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def _make_views(self) -> None:
        """Make the switch between table and board, and the button for the call."""
        self._bar = Box()
        row = self._bar_row = Row(self._bar, gap=8)
        self.views = TabBar(_("How the records are shown"), (_("Table"), _("Board")))
        self.views.setCurrentIndex(1 if self._file.settings.get(_VIEW) == _BOARD else 0)
        self.views.currentChanged.connect(self._switch)
        row.addWidget(self.views)
        row.addStretch(1)
        self.call_button = Button(_("Call and check what arrived"), "secondary", "phone")
        self.call_button.clicked.connect(self._confirm)
        row.addWidget(self.call_button)
        self.body.addWidget(self._bar)
        self._bar_watch = Breakpoints(self._bar, (_BAR,))
        self._bar_watch.changed.connect(self._arrange_bar)
        self._arrange_bar(self._bar_watch.index)

    def _arrange_bar(self, index: int) -> None:
        self._bar_row.setDirection(Row.Direction.LeftToRight if index else Row.Direction.TopToBottom)

    # Layout

    def _fold(self, _index: int = 0) -> None:
        self.table.fold(folded=self._watch.index == 0)
        self.table.use_small_words(small=self._watch.index < 2)  # noqa: PLR2004 - the second edge
        self._fit()

    def _fit(self) -> None:
        room = self.height() * _TABLE_SHARE - self.table.head.sizeHint().height()
        self.table.fit(int(room / self.table.row_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    def _order(self) -> None:
        order_as_laid_out(self)

    # Reading

    def _parts(self) -> Iterator[int]:
        self._read()
        yield max(self.height(), theme().px(_HIGH))
        self.card.make_form()
        self._show(self.current_item())

    def refresh(self) -> None:
        """Read everything anew; what is being typed stays."""
        self.complete()
        self._read()

    def _read(self) -> None:
        found = read(self._file)
        self.set_words(_("Records"), found.sentence)
        self.wanted.show_visit(found.visit, found.place)
        self.table.show_lines(found.lines)
        some = bool(found.records)
        on_board = self.shows_board and some
        if on_board:
            self._board().show_records(found.records, found.holders)
        self._show(self.current_item())
        self._frame.setVisible(some and not on_board)
        if self.board is not None:
            self.board.setVisible(on_board)
        self._bar.setVisible(some)
        self.letter_button.setVisible(some)
        self.add_button.setVisible(some)
        self.call_button.setVisible(any(record.status is RecordStatus.SENT for record in found.records))
        self.empty.setVisible(not some)

    @property
    def shows_board(self) -> bool:
        """Whether the records are shown as a board."""
        return self.views.currentIndex() == 1

    def _board(self) -> RecordsBoard:
        """Return the board, made when it is first looked at."""
        if self.board is None:
            from secondopinion_desktop.ui.pages.records.board import RecordsBoard  # noqa: PLC0415 - a table for most

            self.board = RecordsBoard()
            self.board.current_id = self.table.current_id
            self.board.chosen.connect(self._show_chosen)
            self.board.moved.connect(self._move)
            self.body.insertWidget(self.body.indexOf(self._frame), self.board)
        return self.board

    def _switch(self, _index: int) -> None:
        self.card.flush()
        chosen = self.card.record_id
        self._file.settings.set(_VIEW, _BOARD if self.shows_board else "")
        if self.shows_board:
            self._board().current_id = chosen
        else:
            self.table.choose(chosen)
        self.refresh()
        self._order()

    def _show_chosen(self, record_id: str) -> None:
        self.table.choose(record_id)
        self._show(record_id)

    def _show(self, record_id: str) -> None:
        self.card.show_record(record_id)

    # For the window

    def open_item(self, kind: str, row_id: str) -> None:
        """Choose a record, or the one a file is kept with."""
        self.complete()
        if kind == "attachment":
            try:
                row_id = self._file.attachments.get(row_id).owner_id
            except UserError:
                return
        if not self.table.choose(row_id):
            return
        tile = self._tile(row_id)
        if tile is not None:
            self._show(row_id)
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_item(self) -> str:
        """Return the record that is chosen."""
        if self.shows_board and self.board is not None and self.board.current_id:
            return self.board.current_id
        return self.table.current_id

    def _tile(self, record_id: str) -> RecordTile | None:
        if not (self.shows_board and self.board is not None):
            return None
        self.board.choose(record_id)
        return self.board.tile(record_id)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.card.flush()

    # What the person does

    def add_records(self) -> None:
        """Ask which, and add them."""
        from secondopinion_desktop.ui.pages.records.adding import AddRecordsDialog  # noqa: PLC0415 - when it is asked for

        dialog = AddRecordsDialog(self._file)
        if self._messages.run(dialog) and dialog.added:
            words = ngettext("Record added", "{count} records added", len(dialog.added))
            self._messages.toast(words.format(count=len(dialog.added)), self._file.history.way_back().now)
            self.open_item("record", dialog.added[0])

    def _begin(self) -> None:
        """Add what most clinics ask for first, in one press."""
        added = self._file.records.add_first()
        words = ngettext("Record added", "{count} records added", len(added)).format(count=len(added))
        self._messages.toast(words, self._file.history.way_back().now)
        if added:
            self.open_item("record", added[0].id)

    def _ask_for_letter(self) -> None:
        self.complete()
        if self.card.form.finish():
            self.open_requested.emit("command", f"letter:{self.current_item()}")

    def _open_visit(self, visit_id: str) -> None:
        self.open_requested.emit("appointment", visit_id)

    def _confirm(self) -> None:
        """Tick on the phone what the second clinic says it has."""
        from secondopinion_desktop.ui.recordway.confirming import confirm_by_phone  # noqa: PLC0415 - seldom

        self.card.flush()
        confirm_by_phone(self._file, self._messages)

    def _move(self, record_id: str, stage: Stage) -> None:
        from secondopinion_desktop.ui.pages.records.board import stage_words  # noqa: PLC0415

        self.card.flush()
        self._file.records.move(record_id, stage)
        self._messages.toast(stage_words(stage), self._file.history.way_back().now)

    def _enter(self, _record_id: str) -> None:
        self.complete()
        self.card.focus_form()

    def _remove(self, record_id: str) -> None:
        self.card.flush()
        self._file.records.remove(record_id)
        self._messages.toast(_("Record removed"), BringBack(self._file.records, record_id).now)
        target = self.table if self.table.ids else self.first_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_files(self, record_id: str, paths: list[Path]) -> None:
        self.complete()
        self.table.choose(record_id)
        self.card.attach(paths)
