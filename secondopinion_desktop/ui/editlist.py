"""Rows of the file that open a form where they stand; what is typed there saves itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import (
    Button,
    Column,
    IconButton,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.services.rows import Rows
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages


class Told(NamedTuple):
    """What a row says: its name, a line under it, and a button for the next thing to do, if there is one."""

    name: str
    about: str = ""
    next: str = ""


@dataclass(frozen=True)
class Listing:
    """What a list is made of.

    `specs` are the fields, or a function that gives them for a row (None for a new one). `tell` words a row.
    `defaults` are given to a new row, so that it can be kept before its needed field is filled. `do_next` is called
    with the id of a row whose button was pressed. `form_title`, `add`, `remove` and `removed` are words.
    """

    rows: Rows[Any]
    specs: Sequence[FieldSpec] | Callable[[Any], Sequence[FieldSpec]]
    tell: Callable[[Any], Told]
    defaults: Callable[[], Mapping[str, Any]]
    form_title: str
    add: str
    remove: str
    removed: str
    do_next: Callable[[str], object] | None = None


class EditRow(QWidget):
    """One row. `row_id` is empty for a new one of which nothing is written yet."""

    removed = Signal(str)
    closed = Signal(object)
    next_wanted = Signal(str)
    released = Signal()

    def __init__(self, listing: Listing, row: Any, contacts: Contacts) -> None:
        super().__init__()
        self._listing, self._contacts = listing, contacts
        self.row_id = row.id if row is not None else ""
        column = Column(self, gap=2, margins=(0, 4, 0, 4))
        self._view = QWidget()
        line = Row(self._view, gap=8)
        words = Column(gap=0)
        self.name, self.about = PlainLabel("", "strong"), PlainLabel("", "small", "muted")
        words.addWidget(self.name)
        words.addWidget(self.about)
        line.addLayout(words, 1)
        self.next_button = Button("", "secondary")
        self.next_button.clicked.connect(self._ask_next)
        self.next_button.hide()
        line.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.edit_button = IconButton("pencil", _("Change"), ink="muted", size=17)
        self.edit_button.clicked.connect(self.edit)
        line.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._view)
        self._column = column
        self.editor: InPlace | None = None
        self.setFocusProxy(self.edit_button)

    def show_item(self, row: Any, _place: int) -> None:
        """Show another state; what is being typed stays."""
        told = self._listing.tell(row)
        self.name.setText(told.name)
        self.about.setText(told.about)
        self.about.setVisible(bool(told.about))
        self.next_button.set_words(told.next)
        self.next_button.setAccessibleDescription(told.name)
        self.next_button.setVisible(bool(told.next))
        self.edit_button.set_name(_("Change {name}").format(name=told.name))
        if self.editor is not None:
            self.editor.form.refresh(row)

    def edit(self) -> None:
        """Put the form where the words stood."""
        if self.editor is not None:
            self.editor.form.focus_first()
            return
        listing = self._listing
        row = listing.rows.get(self.row_id) if self.row_id else None
        specs = listing.specs(row) if callable(listing.specs) else listing.specs
        self.editor = InPlace(listing.form_title, specs, self._save, self._contacts, remove=listing.remove)
        self.editor.closed.connect(self._close)
        self.editor.removed.connect(self._ask_to_remove)
        self._view.hide()
        self._column.addWidget(self.editor)
        self.editor.show()
        self.editor.load(row if row is not None else {}, draft="" if self.row_id else "new_row", is_new=self._is_new)
        order_as_laid_out(self)

    def _is_new(self) -> bool:
        return not self.row_id

    @property
    def must_stay(self) -> bool:
        """Whether something in its form is not saved, not clear, or is to be read."""
        return self.editor is not None and self.editor.form.must_stay

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.flush()

    def show_gone(self, *, gone: bool) -> None:
        """Take away the way to remove what is not in the file any more."""
        if self.editor is not None:
            self.editor.can_be_removed(possible=not gone)

    def put_away(self) -> None:
        """Close the form as it is, saved as far as it can be: words that are not clear go into its note."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
            self._view.show()

    def _save(self, **values: Any) -> None:
        if self.row_id:
            self._listing.rows.change(self.row_id, origin=self, **values)
            return
        given = {name: value for name, value in values.items() if value != ""}
        if given:
            self.row_id = self._listing.rows.add(origin=self, **{**self._listing.defaults(), **given}).id

    def _close(self) -> None:
        if self.editor is not None:
            self.put_away()
            self.closed.emit(self)
            self.released.emit()

    def _ask_to_remove(self) -> None:
        self.removed.emit(self.row_id)

    def _ask_next(self) -> None:
        self.next_wanted.emit(self.row_id)


class EditList(QWidget):
    """A list with the way to add to it. `changed_shape` is emitted when rows come, go or open."""

    changed_shape = Signal()

    def __init__(self, listing: Listing, messages: Messages, contacts: Contacts) -> None:
        super().__init__()
        self._listing, self._messages, self._contacts = listing, messages, contacts
        column = Column(self, gap=4)
        self.list = RowList(self._make)
        self.list.rearranged.connect(self.changed_shape)
        column.addWidget(self.list)
        self._new: EditRow | None = None
        self._rows: Sequence[Any] = ()
        self._column = column
        self.add_button = quiet_button(listing.add, "plus", self.add)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these. The one that is being written for the first time stays where it is until it is done."""
        self._rows = rows
        new_id = self._new.row_id if self._new is not None else ""
        self.list.show_items([row for row in rows if not new_id or row.id != new_id])

    def add(self) -> None:
        """Open an empty form at the end. Nothing is in the file before something is written."""
        if self._new is None:
            self._new = EditRow(self._listing, None, self._contacts)
            self._new.closed.connect(self._settle)
            self._new.removed.connect(self._drop_new)
            self._column.insertWidget(1, self._new)
            self._new.show()
            self.add_button.hide()
        self._new.edit()
        self.changed_shape.emit()

    def reveal(self, row_id: str) -> bool:
        """Put the keyboard on a row; return whether there is one."""
        if not self.list.reveal(row_id):
            return False
        self.list.rows[row_id].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return all([self.list.flush(), self._new is None or self._new.flush()])

    def _make(self, row: Any) -> EditRow:
        made = EditRow(self._listing, row, self._contacts)
        made.removed.connect(self._remove)
        made.closed.connect(self._closed)
        if self._listing.do_next is not None:
            made.next_wanted.connect(self._listing.do_next)
        return made

    def _closed(self, row: EditRow) -> None:
        row.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed_shape.emit()

    def _settle(self, row: EditRow) -> None:
        """Take the finished new row away: the list shows it from now on."""
        self._forget_new()
        self.changed_shape.emit()
        if not (row.row_id and self.reveal(row.row_id)):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_new(self) -> None:
        new, self._new = self._new, None
        self.add_button.show()
        if new is not None:
            new.hide()
            new.deleteLater()
        self.show_rows(self._rows)

    def _drop_new(self, _row_id: str) -> None:
        new = self._new
        if new is not None and not new.flush():
            return  # it is said beside the words
        self._forget_new()
        if new is not None and new.row_id:  # words that were not clear may be in the file only now
            self._take_out(new.row_id)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed_shape.emit()

    def _remove(self, row_id: str) -> None:
        if not self.list.rows[row_id].flush():
            return  # it is said beside the words
        near = self.list.neighbour(row_id)
        self.list.rows[row_id].put_away()
        self._take_out(row_id)
        if not (near and self.reveal(near)):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, row_id: str) -> None:
        self._listing.rows.remove(row_id)
        self._messages.toast(self._listing.removed, BringBack(self._listing.rows, row_id).now)
