"""Beside the call card: the numbers to have ready, and what to say, which the person can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services import calling
from secondopinion_desktop.ui.pane.parts import CopyButton, value_label
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Card,
    Column,
    ComboBox,
    Grid,
    GrowingText,
    PlainLabel,
    Row,
    quiet_button,
)

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class CallScript(Card):
    """`kind_chosen` is emitted when they say whom the call is to."""

    kind_chosen = Signal(str)

    def __init__(self, file: OpenFile, messages: Messages, kind: str, contact_id: str | None) -> None:
        super().__init__(soft=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._file, self._messages, self._contact_id = file, messages, contact_id
        label = PlainLabel(_("This call is to"), "small-strong")
        self.kind = ComboBox(tuple((str(one), one.words) for one in CallKind))
        self.kind.setAccessibleName(label.text())
        self.kind.show_key(kind)
        self.kind.activated.connect(self._choose)
        label.setBuddy(self.kind)
        self.add(label)
        self.body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._place = Column(gap=0)
        self.body.addLayout(self._place)
        self._error = PlainLabel("", "small-strong", "error")
        self._error.hide()
        self.add(self._error)
        self._shown: Box | None = None
        self.editor: GrowingText | None = None
        self._words_of = kind
        self._fill()

    def flush(self) -> bool:
        """Keep words that are being changed; return False if the file cannot be written."""
        if self.editor is None:
            return True
        try:
            calling.keep_words(self._file, self._words_of, self.editor.toPlainText())
        except UserError as error:
            self._error.setText(str(error))
            self._error.show()
            return False
        self._error.hide()
        return True

    def _choose(self) -> None:
        if not self.flush():
            self.kind.show_key(self._words_of)
            return
        self._fill()
        self.kind_chosen.emit(self.kind.key())

    def _new_part(self) -> Column:
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self.editor = None
        self._shown = Box()
        column = Column(self._shown, gap=6)
        self._place.addWidget(self._shown)
        return column

    def _fill(self) -> None:
        column = self._new_part()
        kind = self.kind.key()
        column.addWidget(PlainLabel(_("Have ready"), "strong"))
        column.addLayout(self._numbers(kind))
        column.addSpacing(4)
        column.addWidget(PlainLabel(_("What to say"), "strong"))
        for words, hint in calling.script(self._file, kind, self._contact_id):
            line = Box()
            inside = Column(line, gap=0, margins=(0, 0, 0, 4))
            inside.addWidget(PlainLabel(words))
            if hint:
                inside.addWidget(PlainLabel(hint, "small", "muted"))
            column.addWidget(line)
        change = quiet_button(_("Change these words"), "pencil", self._edit)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        assert self._shown is not None
        self._shown.show()

    def _numbers(self, kind: str) -> Grid:
        grid = Grid(gap=4, across=12)
        grid.setColumnStretch(1, 1)
        for row, (label, words) in enumerate(calling.numbers(self._file, kind)):
            term = PlainLabel(label, "small", "muted", wrap=False)
            term.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            value = value_label(words)
            value.setAccessibleName(f"{label}: {words}")
            copy = CopyButton(
                words, _("Copy {what}").format(what=label), _("Copied: {what}").format(what=label), self._messages
            )
            grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(copy, row, 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _edit(self) -> None:
        kind = self._words_of = self.kind.key()  # another kind may be chosen while they are being changed
        column = self._new_part()
        label = PlainLabel(_("What to say"), "small-strong")
        self.editor = GrowingText(calling.words_to_change(self._file, kind), lines=6)
        self.editor.setAccessibleName(label.text())
        hint = _("One line for each thing. Words in brackets are filled in from your file.")
        self.editor.setAccessibleDescription(hint)
        label.setBuddy(self.editor)
        column.addWidget(label)
        column.addWidget(self.editor)
        column.addWidget(PlainLabel(hint, "small", "muted"))
        row = Row(gap=8)
        done = Button(_("Keep these words"), "secondary", "check")
        done.clicked.connect(self._keep)
        row.addWidget(done)
        if calling.has_own_words(self._file, kind):
            again = Button(_("Use the first words again"), "quiet")
            again.clicked.connect(self._start_anew)
            row.addWidget(again)
        row.addStretch(1)
        column.addLayout(row)
        assert self._shown is not None
        self._shown.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if not self.flush():
            return
        self._fill()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_anew(self) -> None:
        calling.keep_words(self._file, self.kind.key(), "")
        self._fill()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
