"""People who write here: their names stand on what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Column, Dialog, Line, LineField, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.model.person import Author
    from secondopinion_desktop.services.file import OpenFile


_NARROW = 420  # effective width; in less, who they are stands below the name


class _Pair(QWidget):
    """Two fields side by side, or one below the other where words would be cut."""

    def __init__(self) -> None:
        super().__init__()
        self.row = Row(self, gap=14)
        self._breakpoints = Breakpoints(self, (_NARROW,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self, _index: int = 0) -> None:
        narrow = self._breakpoints.index == 0
        self.row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)


class _Writer(_Pair):
    """One person: name and relation, changed in place. Saved when the keyboard leaves a field."""

    changed = Signal()

    def __init__(self, file: OpenFile, author: Author) -> None:
        super().__init__()
        self._file, self.author_id = file, author.id
        self.name = LineField(_("Name"))
        self.relation = LineField(_("Who they are"), placeholder=_("daughter, friend …"))
        self.name.editor.setText(author.name)
        self.relation.editor.setText(_("This file is about them") if author.is_person else author.relation)
        self.relation.editor.setReadOnly(author.is_person)
        for field in (self.name, self.relation):
            self.row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.editor.editingFinished.connect(self._left)
        self._is_person = author.is_person

    def _left(self) -> None:
        self.save()

    def save(self, *, at_last: bool = False) -> bool:
        """Save what was typed; return whether it could be. `at_last`, a name that was taken out stays as it was."""
        name = self.name.editor.text().strip()
        values: dict[str, Any] = {"name": name} if name or not at_last else {}
        if not self._is_person:
            values["relation"] = self.relation.editor.text().strip()
        try:
            if self._file.people.authors.change(self.author_id, **values):
                self.changed.emit()
        except UserError as error:
            self.name.set_error(error.message)
            return False
        self.name.clear_error()
        return True


class Writers(Dialog):
    """Lists who writes in this file; add and rename."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(_("People who write here"))
        self._file = file
        self.add(PlainLabel(_("Each note says who wrote it. Below the note you choose who is writing.")))
        holder = Box()
        self._list = Column(holder, gap=10)
        self.writers = [self._row(author) for author in file.people.authors.all()]
        self.add(holder)
        self.add(Line())
        new = _Pair()
        self.new_name = LineField(_("Add someone"), placeholder=_("Name"))
        self.new_relation = LineField(_("Who they are"), placeholder=_("daughter, friend …"))
        self.new_name.editor.returnPressed.connect(self._add)
        self.new_relation.editor.returnPressed.connect(self._add)
        new.row.addWidget(self.new_name, 1, Qt.AlignmentFlag.AlignTop)
        new.row.addWidget(self.new_relation, 1, Qt.AlignmentFlag.AlignTop)
        self.add(new)
        self.add_one = Button(_("Add"), icon_name="plus")
        self.add_one.clicked.connect(self._add)
        self.body.addWidget(self.add_one, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.close_button = self.add_button(_("Done"), "primary")
        self.close_button.clicked.connect(self._finish)

    def _row(self, author: Author) -> _Writer:
        writer = _Writer(self._file, author)
        self._list.addWidget(writer)
        return writer

    def _add(self) -> None:
        self._keep_new(self.new_name.editor.text().strip())

    def _keep_new(self, name: str) -> bool:
        try:
            author = self._file.people.authors.add(name=name, relation=self.new_relation.editor.text().strip())
        except UserError as error:
            self.new_name.set_error(error.message)
            self.new_name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.new_name.clear_error()
        self.new_name.editor.clear()
        self.new_relation.editor.clear()
        self.writers.append(self._row(author))
        self.new_name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()
        return True

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        name = self.new_name.editor.text().strip()
        new = name or self.new_relation.editor.text().strip()
        saved = [writer.save(at_last=True) for writer in self.writers]
        return all([*saved, not new or self._keep_new(name or _("No name yet"))])

    def _finish(self) -> None:
        name = self.new_name.editor.text().strip()
        new = name or self.new_relation.editor.text().strip()
        saved = [writer.save() for writer in self.writers]
        if all([*saved, not new or self._keep_new(name)]):
            self.accept()

    def reject(self) -> None:
        """Esc keeps what is typed: there is nothing here that is saved only in the end."""
        self._finish()
