"""Phone calls, newest first: when, who, what they said, and what is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.pane.facts import day_words, missing_words
from secondopinion_desktop.ui.pane.parts import CopyButton, FoldedText, MoreButton, PaneCard
from secondopinion_desktop.ui.widgets import (
    Button,
    CheckRow,
    Column,
    Line,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Call
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

SHOWN_AT_FIRST = 8


class CallRow(QWidget):
    """One call. `edit_requested`, `remove_requested` carry its id, `followed_up` the id and whether it is done."""

    edit_requested = Signal(str)
    remove_requested = Signal(str)
    followed_up = Signal(str, bool)

    def __init__(self, call: Call, messages: Messages) -> None:
        super().__init__()
        self._id = call.id
        column = Column(self, gap=2)
        head = Row(gap=4)
        self._day, self._who = PlainLabel("", "small-strong"), PlainLabel("", "small", "muted")
        head.addLayout(Ends(self._day, self._who), 1)
        self.more = MoreButton((_("Edit"), self._ask_to_edit), (_("Remove"), self._ask_to_remove))
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._answer = FoldedText()
        self._promise = FoldedText()
        self._promise.make_small()
        self._missing = PlainLabel("", "small", "muted")
        for words in (self._answer, self._promise, self._missing):
            column.addWidget(words)
        reference = Row(gap=4)
        self._reference = PlainLabel("", "small", "muted")
        self._copy = CopyButton("", _("Copy reference number"), _("Reference number copied"), messages)
        reference.addWidget(self._reference, 1)
        reference.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(reference)
        self.follow_up = CheckRow("", fade_when_done=True)
        self.follow_up.ticked.connect(self._tell_followed_up)
        column.addWidget(self.follow_up)
        self.show_call(call)

    def show_call(self, call: Call) -> None:
        """Show the words of `call`."""
        day = day_words(call.day) if call.day else _("No date")
        who = call.person or call.called
        self._day.setText(day)
        self._who.setText(_("spoke to {name}").format(name=who) if call.person else who)
        self._who.setVisible(bool(who))
        self.more.show_about(day)
        self._answer.show_words(call.answer)
        self._promise.show_words(_("Promised: {what}").format(what=call.promised) if call.promised else "")
        missing = missing_words(call)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._reference.setText(_("Reference {number}").format(number=call.reference))
        self._reference.setVisible(bool(call.reference))
        self._copy.show_words(call.reference)
        self._copy.setVisible(bool(call.reference))
        self.follow_up.setVisible(bool(call.follow_up_on))
        self.follow_up.set_ticked(ticked=call.follow_up_done)
        self.follow_up.show_words(_("Call back {date}").format(date=day_words(call.follow_up_on)))

    def _ask_to_edit(self) -> None:
        self.edit_requested.emit(self._id)

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self._id)

    def _tell_followed_up(self, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.followed_up.emit(self._id, done)


class CallsCard(PaneCard):
    """All calls, and the way to the next one."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__()
        self._file, self._messages = file, messages
        self._calls = file.insurance.calls
        head = Row(gap=4)
        head.addWidget(PlainLabel(_("Phone calls"), "strong"), 1)
        self.add_button = Button(_("Add"), "quiet", "plus")
        self.add_button.setAccessibleName(_("Add a phone call"))
        self.add_button.clicked.connect(self.add)
        head.addWidget(self.add_button)
        self.body.addLayout(head)
        self._empty = PlainLabel(
            _("After a call, keep the name, the date and what they said. Names and numbers help later."),
            "small",
            "muted",
        )
        self.body.addWidget(self._empty)
        self._list = Column(gap=6)
        self.body.addLayout(self._list)
        self._all = quiet_button("", "", self._show_all)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: dict[str, CallRow] = {}
        self._lines: list[Line] = []
        self._limit = SHOWN_AT_FIRST
        self.refresh()

    def refresh(self) -> None:
        """Read the calls again."""
        calls = self._calls.newest_first()
        shown = calls[: self._limit]
        self._clear_list({call.id for call in shown})
        for call in shown:
            row = self._rows.get(call.id)
            if row is None:
                row = self._rows[call.id] = self._new_row(call)
            else:
                row.show_call(call)
            if call is not shown[0]:
                line = Line()
                self._lines.append(line)
                self._list.addWidget(line)
                line.show()
            self._list.addWidget(row)
            row.show()
        self._empty.setVisible(not calls)
        self._all.setVisible(len(calls) > len(shown))
        self._all.set_words(
            ngettext("Show all {count} call", "Show all {count} calls", len(calls)).format(count=len(calls))
        )
        order_as_laid_out(self)

    def add(self) -> None:
        """Open an empty call card."""
        self._open("")

    def reveal(self, call_id: str) -> QWidget | None:
        """Show a call even if it is an old one; return where the keyboard goes, or None without such a call."""
        if call_id not in self._rows:
            self._limit = len(self._calls.all())
            self.refresh()
        row = self._rows.get(call_id)
        return row.more if row is not None else None

    def _new_row(self, call: Call) -> CallRow:
        row = CallRow(call, self._messages)
        row.edit_requested.connect(self._open)
        row.remove_requested.connect(self._remove)
        row.followed_up.connect(self._follow_up)
        return row

    def _clear_list(self, kept: set[str]) -> None:
        while self._list.takeAt(0) is not None:
            pass
        for line in self._lines:
            line.deleteLater()
        self._lines.clear()
        for call_id in [call_id for call_id in self._rows if call_id not in kept]:
            row = self._rows.pop(call_id)
            row.hide()
            row.deleteLater()

    def _show_all(self) -> None:
        self._limit = len(self._calls.all())
        first_new = len(self._rows)
        self.refresh()
        list(self._rows.values())[min(first_new, len(self._rows) - 1)].more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, call_id: str) -> None:
        from secondopinion_desktop.ui.dialogs.call import CallDialog  # noqa: PLC0415 - built when asked for

        self._messages.run(CallDialog(self._file, self._messages, call_id))

    def _follow_up(self, call_id: str, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        try:
            self._calls.change(call_id, follow_up_done=done)
        except UserError as error:
            self._messages.report(error)
            self.refresh()  # the tick shows what is in the file

    def _remove(self, call_id: str) -> None:
        order = [call.id for call in self._calls.newest_first()]
        place = order.index(call_id)
        self._calls.remove(call_id)
        self._messages.toast(_("Phone call removed"), BringBack(self._calls, call_id).now)
        left = [other for other in order if other != call_id]
        near = self._rows.get(left[min(place, len(left) - 1)]) if left else None
        target = near.more if near is not None else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
