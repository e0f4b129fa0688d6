"""The call card: fill it in while you are on the phone. It saves itself; nothing has to be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services import calling
from secondopinion_desktop.ui.dialogs.callscript import CallScript
from secondopinion_desktop.ui.forms import RecordForm, specs
from secondopinion_desktop.ui.pane.facts import missing_words, promise_words
from secondopinion_desktop.ui.widgets import Box, Breakpoints, Button, Card, Dialog, PlainLabel, Row

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_SIDE_BY_SIDE, _ROOMY = 700, 840  # effective widths: between them a number needs half of it to stay on one line
_GUESSED = ("called", "number_called", "contact_id")


class CallDialog(Dialog):
    """One call, new with an empty `call_id`, which is set once there is something to keep.

    `kind` (CallKind) is whom it is to; left out, whom somebody whose care is paid so calls first.
    """

    def __init__(
        self, file: OpenFile, messages: Messages, call_id: str = "", *, kind: str = "", contact_id: str | None = None
    ) -> None:
        title = _("Phone call") if call_id else _("New phone call")
        super().__init__(title, width=900)
        self._file, self._contact_id = file, contact_id
        self.call_id = call_id
        call = file.insurance.calls.get(call_id) if call_id else None
        self._kind = str(call.kind) if call is not None else kind or calling.usual_kind(file)
        self._promise = Card(soft=True)
        self._promise_words = PlainLabel()
        self._promise.add(self._promise_words)
        self.add(self._promise)
        box = Box()
        self._row = Row(box, gap=20)
        self.form = RecordForm(specs.CALL, save=self._save, contacts=file.contacts)
        self._row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        self.script = CallScript(file, messages, self._kind, contact_id or (call.contact_id if call else None))
        self.script.kind_chosen.connect(self._change_kind)
        self._row.addWidget(self.script, 2, Qt.AlignmentFlag.AlignTop)
        self.add(box)
        self._missing = PlainLabel("", "small", "muted")
        self.add(self._missing)
        self.body.addStretch(1)
        self._turn = Button("", "quiet", "chat")
        self._turn.clicked.connect(self._show_or_hide)
        self.add_note(self._turn)
        self.done_button = self.add_button(_("Done"), "primary")
        self.done_button.clicked.connect(self._finish)
        self._breakpoints = Breakpoints(self, (_SIDE_BY_SIDE, _ROOMY))
        self._breakpoints.changed.connect(self._arrange)
        self._index = 0
        self._arrange(self._breakpoints.index)
        self.form.load(call or self._start_of_a_call())
        self.form.saved.connect(self._say_missing)
        self._show_promise()
        self._say_missing()
        self.form.focus_first()

    def _start_of_a_call(self) -> dict[str, Any]:
        now = clock.local_now()
        start = calling.start_of_a_call(self._file, self._kind, self._contact_id)
        return {"day": now.date().isoformat(), "time": f"{now:%H:%M}", **start}

    def _change_kind(self, kind: str) -> None:
        """Call somebody else: say other words, and guess anew what was only guessed."""
        before = calling.start_of_a_call(self._file, self._kind, self._contact_id)
        self._kind = kind
        if self.call_id:
            self._file.insurance.calls.change(self.call_id, origin=self, kind=kind)
        else:
            start = calling.start_of_a_call(self._file, kind, self._contact_id)
            for name in _GUESSED:
                field = self.form.fields[name]
                if not field.is_touched and (field.read() or "") == (before.get(name) or ""):
                    field.show(start.get(name))
        self._show_promise()

    def _show_promise(self) -> None:
        promise = None if self.call_id else calling.last_promise(self._file, self._kind, self._contact_id)
        self._promise_words.setText(promise_words(promise) if promise is not None else "")
        self._promise.setVisible(promise is not None)

    def _say_missing(self) -> None:
        """Say kindly which of name and number is missing once there is something to keep: they help later."""
        call = self._file.insurance.calls.get(self.call_id) if self.call_id else None
        words = missing_words(call) if call is not None else ""
        self._missing.setText(words)
        self._missing.setVisible(bool(words))

    def _save(self, **values: Any) -> None:
        calls = self._file.insurance.calls
        if self.call_id:
            calls.change(self.call_id, origin=self, **values)
        else:
            self.call_id = calls.add(origin=self, **{**self.form.values(), "kind": self._kind, **values}).id

    def _finish(self) -> None:
        if all([self.script.flush(), self.form.finish()]):
            self.accept()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return all([self.script.flush(), self.form.flush()])

    def reject(self) -> None:
        """Esc keeps what is written: a call cannot be made again."""
        self._finish()

    def _arrange(self, index: int) -> None:
        wide = index > 0
        self._row.setDirection(Row.Direction.LeftToRight if wide else Row.Direction.BottomToTop)
        self._row.setStretchFactor(self.form, 3 if index > 1 else 2)
        if index == 0 or self._index == 0:
            self._show_script(shown=wide)
        self._index = index

    def _show_or_hide(self) -> None:
        self._show_script(shown=self.script.isHidden())

    def _show_script(self, *, shown: bool) -> None:
        self.script.setVisible(shown)
        self._turn.set_words(_("Hide what to say") if shown else _("Show what to say"))
