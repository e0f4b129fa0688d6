"""A titled list of things of the file: add one by its name, open one to say more, remove one and put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.lookingaway import is_away
from secondopinion_desktop.ui.rowlist import RowList
from secondopinion_desktop.ui.widgets import Box, Button, Column, IconButton, LineEdit, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.services.rows import Rows
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages


class SectionRow(Box):
    """One of them: its name and more, which opens it, and a button that removes it. Signals carry its id."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, row_id: str, describe: Callable[[Any], str]) -> None:
        super().__init__()
        self._id, self._describe = row_id, describe
        row = Row(self, gap=4, margins=(0, 2, 0, 2))
        self.opener = RowButton()
        words = Column(self.opener, gap=0, margins=(4, 4, 4, 4))
        self.name = PlainLabel()
        self.more = PlainLabel("", "small", "muted")
        words.addWidget(self.name)
        words.addWidget(self.more)
        self.opener.clicked.connect(self._open)
        row.addWidget(self.opener, 1)
        self.remove = IconButton("trash", _("Remove"), ink="muted")
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.opener)

    def show_item(self, item: Any, _place: int) -> None:
        """Show what it says now."""
        more = self._describe(item)
        self.name.setText(item.name)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.opener.setAccessibleName(", ".join(part for part in (item.name, more) if part))
        self.opener.setAccessibleDescription(_("Press Enter to say more about it"))
        self.remove.set_name(_("Remove {name}").format(name=item.name))

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def _open(self) -> None:
        self.opened.emit(self._id)

    def _remove(self) -> None:
        self.removed.emit(self._id)


class AddLine(LineEdit):
    """One line; Enter adds, and nothing around it hears that key."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class RowSection(Box):
    """Rows of `rows` that equal `always`, with what a new one starts with. `changed` is emitted after each change.

    `list_items` gives the rows where they are not simply those; `add` adds one by its name where that takes more.
    """

    changed = Signal()

    def __init__(
        self,
        messages: Messages,
        rows: Rows[Any],
        specs: Sequence[FieldSpec],
        words: tuple[str, str, str],
        describe: Callable[[Any], str],
        *,
        always: dict[str, Any] | None = None,
        list_items: Callable[[], Sequence[Any]] | None = None,
        add: Callable[[str], object] | None = None,
        remove: Callable[[str], Callable[[], object]] | None = None,
        contacts: Contacts | None = None,
    ) -> None:
        super().__init__()
        self._messages, self._rows, self._specs, self._describe = messages, rows, specs, describe
        self._always, self._contacts = always or {}, contacts
        self._list_items, self._add_one, self._remove_one = list_items, add, remove
        title, placeholder, self._change_title = words
        self._bring_back: Callable[[], object] | None = None
        column = Column(self, gap=4)
        if title:
            column.addWidget(PlainLabel(title, "strong"))
        self.list = RowList(self._make)
        column.addWidget(self.list)
        column.addWidget(self._make_undo())
        adding = Row(gap=8)
        self.line = AddLine("", placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.entered.connect(self.add)
        self.add_button = Button(_("Add"), "secondary", "plus")
        self.add_button.clicked.connect(self.add)
        self.add_button.setAccessibleDescription(placeholder)
        adding.addWidget(self.line, 1)
        adding.addWidget(self.add_button)
        column.addLayout(adding)
        self.error = PlainLabel("", "small-strong", "error")
        column.addWidget(self.error)
        self.error.hide()
        self.refresh()

    def _make_undo(self) -> Box:
        self._undo_box = Box()
        row = Row(self._undo_box, gap=8)
        self.undo_words = PlainLabel("", "small", "muted")
        row.addWidget(self.undo_words, 1)
        self.undo_button = Button(_("Put it back"), "quiet", "undo")
        self.undo_button.clicked.connect(self._put_back)
        row.addWidget(self.undo_button)
        self._undo_box.hide()
        return self._undo_box

    def _make(self, item: Any) -> SectionRow:
        row = SectionRow(item.id, self._describe)
        row.opened.connect(self.open_row)
        row.removed.connect(self._remove)
        return row

    def refresh(self) -> None:
        """Show what the file says now."""
        self.list.show_items(self._list_items() if self._list_items else self._rows.all(**self._always))

    def flush(self) -> bool:
        """Keep what stands in the line and was not added yet; return whether nothing is left."""
        if self.line.text().strip() and not is_away():
            self.add()
        return not self.line.text().strip()

    def add(self) -> None:
        """Add what stands in the line; an empty line asks for a word."""
        name = " ".join(self.line.text().split())
        if not name:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            if self._add_one is not None:
                self._add_one(name)
            else:
                self._rows.add(name=name, **self._always)
        except UserError as trouble:
            self.error.setText(str(trouble))
            self.error.show()
            return
        self.error.hide()
        self.line.clear()
        self._tell()
        if self.isVisible():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_row(self, row_id: str) -> None:
        """Say more about one of them."""
        row = self._rows.get(row_id)
        self._changing = row_id
        dialog = RowDialog(self._change_title, self._specs, row, self._save, removable=True, contacts=self._contacts)
        done = self._messages.run(dialog)
        if done and dialog.wants_removal:
            self._remove(row_id)
        elif done:
            self._tell()

    def _save(self, **values: Any) -> None:
        self._rows.change(self._changing, **values)

    def _remove(self, row_id: str) -> None:
        name = self._rows.get(row_id).name
        after = self.list.neighbour(row_id) if row_id in self.list.rows else ""
        if self._remove_one is not None:
            self._bring_back = self._remove_one(row_id)
        else:
            self._rows.remove(row_id)
            self._removed_id = row_id
            self._bring_back = self._restore
        self.undo_words.setText(_("{name} was removed.").format(name=name))
        self._undo_box.show()
        self._tell()
        target = self.list.rows.get(after, self.line)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        self._rows.restore(self._removed_id)

    def _put_back(self) -> None:
        if self._bring_back is not None:
            self._bring_back()
        self._bring_back = None
        self._undo_box.hide()
        self._tell()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()
