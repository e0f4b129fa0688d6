"""A request letter: change what it says at the left, see the real page at the right, then print it or save it."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import DeliverTo, LetterKind
from secondopinion_desktop.services.letterdraft import begun, keep
from secondopinion_desktop.services.packets.letter import FORMS
from secondopinion_desktop.ui.dialogs.pages_dialog import PagesDialog
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field
from secondopinion_desktop.ui.widgets import Box, Button, CheckRow, Column, PlainLabel, Row, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.letters import Letter
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers

_PAPERS: Final = (("letter", N_("Letter")), ("a4", N_("A4")))
_SIZES: Final = (("", N_("Normal")), ("large", N_("Large print")))
HEAD: Final = (
    Field("kind", N_("What do you ask for?"), "choice", choices=LetterKind),
    Field("to_name", N_("To which hospital, lab or office?")),
    Field("to_address", N_("Their address"), "text", lines=1),
    Field("to_fax", N_("Their fax"), "phone"),
)
BODY: Final = (
    Field("more_records", N_("Anything else, one on each line"), "text", lines=1),
    Field("case_number", N_("Case number on the pathology report")),
    Field("specimen_on", N_("Date of the sample"), "date", past=True),
    Field("earlier_scans", N_("Earlier scans too, to compare"), "tick"),
    *(
        Field(f"forms_{kind.value}", N_("In which form?"), "several", choices=options)
        for kind, options in FORMS.items()
    ),
    Field("deliver", N_("Where should it go?"), "choice", choices=DeliverTo),
    Field("clinic", N_("The second clinic, with its address or fax"), "text", lines=2),
    Field("needed_by", N_("You need it by"), "date"),
    Field("visit_on", N_("Your visit is on"), "date"),
    Field("return_by", N_("Please have them back by"), "date"),
    Field("record_number", N_("Your record number there, if you know it")),
    Field("hipaa", N_("Name the right of access (United States law)"), "tick"),
    Field("photo_id", N_("A copy of your photo ID goes with it"), "tick", help=N_("Only if they ask for one.")),
    Field("other_signs", N_("Someone else signs for you"), "tick"),
    Field("other_name", N_("Who signs")),
    Field("other_relation", N_("As your"), placeholder=N_("Daughter, health-care proxy")),
    Field("other_authority", N_("With the right to sign by"), placeholder=N_("Power of attorney, proxy form")),
    Field("paper", N_("Paper"), "choice", choices=_PAPERS, half=True),
    Field("print_size", N_("Print size"), "choice", choices=_SIZES, half=True),
)
_ONLY_FOR: Final = {
    "case_number": LetterKind.SLIDES,
    "specimen_on": LetterKind.SLIDES,
    "return_by": LetterKind.SLIDES,
    "earlier_scans": LetterKind.SCANS,
    **{f"forms_{kind.value}": kind for kind in LetterKind},
}


class LetterChoices(ScrollArea):
    """What the letter says. `chosen` is emitted with each change a person makes."""

    chosen = Signal()

    def __init__(self, file: OpenFile, about: str) -> None:
        self.inside = Box()
        super().__init__(self.inside)
        self._file, self._about = file, file.letters.subject(about)
        self._fresh = file.letters.start(about)
        self.letter: Letter = begun(file.settings, self._about, self._fresh)
        column = Column(self.inside, gap=10, margins=(20, 16, 20, 16))
        column.addWidget(self._make_again())
        self.head = RecordForm(HEAD, save=self._take)
        column.addWidget(self.head)
        column.addWidget(PlainLabel(_("Which records?"), "small-strong"))
        self.ticks: dict[str, CheckRow] = {}
        for one in file.letters.askable():
            row = CheckRow(one.words, one.holder)
            row.ticked.connect(self._take_ticks)
            self.ticks[one.id] = row
            column.addWidget(row)
        there = {*self.ticks, *self._fresh.records}  # what cannot be ticked off here is in no letter
        self.letter = replace(self.letter, records=tuple(one for one in self.letter.records if one in there))
        if not self.ticks:
            column.addWidget(PlainLabel(_("No records are in your list yet. Write them below."), tone="muted"))
        self.body = RecordForm(BODY, save=self._take)
        column.addWidget(self.body)
        column.addWidget(PlainLabel(_("Your Social Security and insurance numbers are never in it."), "small", "muted"))
        column.addStretch(1)
        self._show()

    def _make_again(self) -> Box:
        """Return what says that this letter was begun before, with the way to begin it anew."""
        self._again = Box()
        row = Row(self._again, gap=8)
        row.addWidget(PlainLabel(_("What you wrote here last time is back."), "small", "muted"), 1)
        self.anew = Button(_("Start anew"), "quiet", "undo")
        self.anew.clicked.connect(self._start_anew)
        row.addWidget(self.anew)
        self._again.setHidden(self.letter == self._fresh)  # it has no place yet
        return self._again

    def _start_anew(self) -> None:
        """Show the letter as the file fills it in."""
        self.letter = self._fresh
        self._keep()
        self._show()
        self._again.hide()
        self.head.focus_first()
        self.chosen.emit()

    def flush(self) -> bool:
        """Keep what is typed for the next time; return False if the file cannot be written."""
        return all([self.head.flush(), self.body.flush()])

    def _keep(self) -> None:
        keep(self._file.settings, self._about, self._fresh, self.letter)

    def _show(self) -> None:
        letter = self.letter
        values: dict[str, Any] = {**asdict(letter), "print_size": "large" if letter.large_print else ""}
        values |= {f"forms_{kind.value}": list(letter.forms) for kind in LetterKind}
        self.head.load(values)
        self.body.load(values)
        for record_id, row in self.ticks.items():
            row.set_ticked(ticked=record_id in letter.records)
        self._show_fields()

    def _show_fields(self) -> None:
        """Show what belongs to this kind of letter."""
        letter = self.letter
        for name, kind in _ONLY_FOR.items():
            self.body.fields[name].widget.setVisible(letter.kind is kind)
        self.body.fields["hipaa"].widget.setVisible(letter.kind is not LetterKind.SLIDES)
        self.body.fields["clinic"].widget.setVisible(letter.deliver is not DeliverTo.ME)
        for name in ("other_name", "other_relation", "other_authority"):
            self.body.fields[name].widget.setVisible(letter.other_signs)

    def _take(self, **values: Any) -> None:
        changed: dict[str, Any] = {}
        for name, value in values.items():
            if name.startswith("forms_"):
                changed["forms"] = tuple(value)
            elif name == "print_size":
                changed["large_print"] = value == "large"
            elif name in {"kind", "deliver"}:
                changed[name] = (LetterKind if name == "kind" else DeliverTo)(value)
            else:
                changed[name] = value
        self.letter = replace(self.letter, **changed)
        self._show_fields()
        self.chosen.emit()
        self._keep()

    def _take_ticks(self) -> None:
        ticked = tuple(record_id for record_id, row in self.ticks.items() if row.is_ticked())
        self.letter = replace(self.letter, records=ticked)
        self.chosen.emit()
        self._keep()


class LetterDialog(PagesDialog):
    """`about` is a record or a contact. After printing it asks whether to write down the day.

    What is typed is kept as it is typed, and stands there again the next time.
    """

    def __init__(self, file: OpenFile, workers: Workers, messages: Messages, *, about: str = "") -> None:
        self.choices = LetterChoices(file, about)
        title = _("Print a request letter")
        super().__init__(file, workers, messages, title, self.choices, self.choices.inside)
        self.choices.chosen.connect(self.choose)
        self.make()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.choices.flush()

    def work(self) -> Callable[[], PrintedPages]:
        return partial(self._file.letters.pages, self.choices.letter)

    def print_name(self) -> str:
        return _("Request letter")

    def sent(self) -> None:
        """Offer to write down today as the day these records were asked for."""
        asked = [record_id for record_id in self.choices.letter.records if not self._asked_on(record_id)]
        if not asked:
            return
        words = ngettext(
            "Then the record in the letter counts as asked for. You can change the day later.",
            "Then the {count} records in the letter count as asked for. You can change the day later.",
            len(asked),
        ).format(count=len(asked))
        if self._messages.ask(_("Do you send the letter today?"), words, _("Write down today"), _("Not yet")):
            self._file.letters.mark_asked(asked, clock.today().isoformat())
            self._messages.toast(_("Today is written down"), self._file.history.way_back().now)

    def _asked_on(self, record_id: str) -> str:
        return self._file.records.get(record_id).asked_on
