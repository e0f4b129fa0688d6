"""The Records page: how many have arrived, the table, and the card of the chosen record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.pages.records.card import RecordCard
from secondopinion_desktop.ui.pages.records.reading import lines, sentence
from secondopinion_desktop.ui.pages.records.table import RecordsTable
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Breakpoints, Button, Card, Column, EmptyState, PageFrame
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

# Effective widths of the page: three columns for the way instead of one; larger words.
_UNFOLDED, _LARGER = 760, 920
_READS = ("record", "attachment", "appointment", "contact")
# Of the height of the page, so much is for the table at most; the card wants the rest.
_TABLE_SHARE = 0.55


class RecordsPage(PageFrame):
    """`open_requested` carries kind and id of what the person wants to see."""

    open_requested = Signal(str, str)
    help_topic = "records"

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Records"), " ", parent=parent)
        self._file, self._messages = file, messages
        self._is_stale = False
        self.add_button = Button(_("Add a record"), "primary", "plus")
        self.add_button.clicked.connect(self.add_records)
        self.add_action(self.add_button)
        self._make_parts()
        self._watch = Breakpoints(self, (_UNFOLDED, _LARGER))
        self._watch.changed.connect(self._fold)
        theme().changed.connect(self._fit)
        self._fold()
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.refresh()
        self._order()

    def _make_parts(self) -> None:
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        column = Column(self._frame, gap=0)
        column.setContentsMargins(1, 1, 1, 6)
        self.table = RecordsTable()
        self.table.chosen.connect(self._show)
        self.table.entered_row.connect(self._enter)
        self.table.remove_requested.connect(self._remove)
        self.table.files_dropped.connect(self._take_files)
        column.addWidget(self.table)
        self.body.addWidget(self._frame)
        self.card = RecordCard(self._file, self._messages)
        self.card.remove_requested.connect(self._remove)
        self.card.rearranged.connect(self._order)
        self.body.addWidget(self.card)
        self.empty = Card()
        self.first_button = Button(_("Add a record"), "secondary", "plus")
        self.first_button.clicked.connect(self.add_records)
        words = _("Most clinics ask first for the pathology report, the scan reports and the scans themselves.")
        self.empty.add(EmptyState("folder", _("No records yet"), words, (self.first_button,)))
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

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

    def refresh(self) -> None:
        """Read everything anew; what is being typed stays."""
        self._is_stale = False
        self.set_words(_("Records"), sentence(self._file))
        self.table.show_lines(lines(self._file))
        self._show(self.table.current_id)
        some = bool(self.table.ids)
        self._frame.setVisible(some)
        self.empty.setVisible(not some)

    def _show(self, record_id: str) -> None:
        self.card.show_record(record_id)

    def _see(self, change: Change) -> None:
        if change.touches(*_READS):
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.refresh()
        super().showEvent(event)

    # For the window

    def open_item(self, kind: str, row_id: str) -> None:
        """Choose a record, or the one a file is kept with."""
        if kind == "attachment":
            try:
                row_id = self._file.attachments.get(row_id).owner_id
            except UserError:
                return
        if self.table.choose(row_id):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_item(self) -> str:
        """Return the record that is chosen."""
        return self.table.current_id

    def flush(self) -> bool:
        """Save what is typed; return whether all of it is clear."""
        return self.card.flush()

    # What the person does

    def add_records(self) -> None:
        """Ask which, and add them."""
        from secondopinion_desktop.ui.pages.records.adding import AddRecordsDialog  # noqa: PLC0415 - when it is asked for

        dialog = AddRecordsDialog(self._file)
        if self._messages.run(dialog) and dialog.added:
            words = ngettext("Record added", "{count} records added", len(dialog.added))
            self._messages.toast(words.format(count=len(dialog.added)), self._file.history.way_back().now)
            self.table.choose(dialog.added[0])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, _record_id: str) -> None:
        self.card.focus_form()

    def _remove(self, record_id: str) -> None:
        self.card.flush()
        self._file.records.remove(record_id)
        self._messages.toast(_("Record removed"), BringBack(self._file.records, record_id).now)
        target = self.table if self.table.ids else self.first_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_files(self, record_id: str, paths: list[Path]) -> None:
        self.table.choose(record_id)
        self.card.attach(paths)
