"""The call card: fill it in while you are on the phone. It saves itself; nothing has to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs import callfacts
from secondopinion_desktop.ui.forms import RecordForm, specs
from secondopinion_desktop.ui.pane.facts import promise_words
from secondopinion_desktop.ui.pane.parts import value_label
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Card, Column, Dialog, Grid, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

_SIDE_BY_SIDE = 700  # effective width


class CallDialog(Dialog):
    """One call, new with an empty `call_id`, which is set once there is something to keep."""

    def __init__(self, file: OpenFile, call_id: str = "", parent: QWidget | None = None) -> None:
        title = _("Phone call") if call_id else _("New phone call")
        super().__init__(title, width=900, parent=parent)
        self._file = file
        self.call_id = call_id
        promise = None if call_id else callfacts.last_promise(file)
        if promise is not None:
            card = Card(soft=True)
            card.add(PlainLabel(promise_words(promise)))
            self.add(card)
        box = Box()
        self._row = Row(box, gap=20)
        self.form = RecordForm(specs.CALL, save=self._save, contacts=file.contacts)
        self._row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        self.script = _Script(file)
        self._row.addWidget(self.script, 2, Qt.AlignmentFlag.AlignTop)
        self.add(box)
        self.body.addStretch(1)
        self._turn = Button("", "quiet", "chat")
        self._turn.clicked.connect(self._show_or_hide)
        self.add_note(self._turn)
        self.done_button = self.add_button(_("Done"), "primary")
        self.done_button.clicked.connect(self._finish)
        self._breakpoints = Breakpoints(self, (_SIDE_BY_SIDE,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange(self._breakpoints.index)
        self.form.load(file.insurance.calls.get(call_id) if call_id else self._start_of_a_call())
        self.form.focus_first()

    def _start_of_a_call(self) -> dict[str, str]:
        plan = self._file.insurance.plans.at(1)
        now = clock.local_now()
        return {
            "day": now.date().isoformat(),
            "time": f"{now:%H:%M}",
            "called": plan.carrier if plan is not None else "",
            "number_called": plan.phone if plan is not None else "",
        }

    def _save(self, **values: Any) -> None:
        calls = self._file.insurance.calls
        if self.call_id:
            calls.change(self.call_id, origin=self, **values)
        else:
            self.call_id = calls.add(origin=self, **{**self.form.values(), **values}).id

    def _finish(self) -> None:
        if self.form.flush():
            self.accept()
        else:
            self.form.focus_first_error()

    def reject(self) -> None:
        """Esc keeps what is written: a call cannot be made again."""
        self._finish()

    def _arrange(self, index: int) -> None:
        wide = index > 0
        self._row.setDirection(Row.Direction.LeftToRight if wide else Row.Direction.BottomToTop)
        self._show_script(shown=wide)

    def _show_or_hide(self) -> None:
        self._show_script(shown=self.script.isHidden())

    def _show_script(self, *, shown: bool) -> None:
        self.script.setVisible(shown)
        self._turn.set_words(_("Hide what to say") if shown else _("Show what to say"))


class _Script(Card):
    """The numbers to have ready, and what to say."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(soft=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add(PlainLabel(_("Have ready"), "strong"))
        grid = Grid(gap=4)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (label, words) in enumerate(callfacts.numbers(file)):
            term = PlainLabel(label, "small", "muted", wrap=False)
            term.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            value = value_label(words)
            value.setAccessibleName(f"{label}: {words}")
            grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addSpacing(4)
        self.add(PlainLabel(_("What to say"), "strong"))
        for words, hint in callfacts.script(file):
            line = Box()
            column = Column(line, gap=0, margins=(0, 0, 0, 4))
            column.addWidget(PlainLabel(words))
            if hint:
                column.addWidget(PlainLabel(hint, "small", "muted"))
            self.add(line)
