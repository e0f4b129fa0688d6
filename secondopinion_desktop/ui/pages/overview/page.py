"""The Overview page: its cards, what each shows, and where each leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.beginning import begins, first_things, is_empty, is_put_away, needs_no_card
from secondopinion_desktop.services.timing import KINDS as TIMING_KINDS
from secondopinion_desktop.ui.checklist import Ticking
from secondopinion_desktop.ui.feed import FeedSignal
from secondopinion_desktop.ui.guarded import guarded
from secondopinion_desktop.ui.notices import Acting, NoticeBanner
from secondopinion_desktop.ui.pages.overview.dates import KeyDatesCard
from secondopinion_desktop.ui.pages.overview.donext import DoNextCard
from secondopinion_desktop.ui.pages.overview.lists import NewsCard, RecentNotesCard, WaitingCard
from secondopinion_desktop.ui.pages.overview.reading import next_visit, recent_notes, welcome
from secondopinion_desktop.ui.pages.overview.start import StartCard
from secondopinion_desktop.ui.pages.overview.visit import NextVisitCard
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Box,
    Breakpoints,
    Grid,
    PageFrame,
    PlainLabel,
    let_be_seen,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.changes import Change
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.pages.overview.putaway import PutAwayLine

# What others can owe is read from these.
WAITED_FOR = frozenset(
    (
        "appointment",
        "authorization",
        "call",
        "contact",
        "denial",
        "plan",
        "record",
        "referral",
        "report_request",
        "task",
    )
)
# Effective widths of the page: two cards side by side; all four in two columns.
_TWO, _FOUR = 600, 920


class OverviewPage(PageFrame):
    """Where things stand. Re-reads what a change touches, at once while it is seen, else when it is shown again.

    `open_requested` carries kind and id of what the person wants to see, as told in ui/navigation.py.
    """

    open_requested = Signal(str, str)

    def __init__(self, file: OpenFile, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Overview"), parent=parent)
        self._file, self._messages = file, messages
        self._ticking = Ticking(file, messages)
        self._stale: set[str] = set()
        self._day: date = clock.today()
        self._offers_banner = True
        self.today = PlainLabel("", "body", "muted", wrap=False)
        self.add_action(self.today)
        self._make_cards()
        self._watch = Breakpoints(self, (_TWO, _FOUR))
        self._watch.changed.connect(self._lay_out)
        self._lay_out()
        FeedSignal(file.feed, self).changed.connect(self._see)
        self.refresh()

    def _make_cards(self) -> None:
        self.start: StartCard | None = None
        self.cautions: NoticeBanner | None = None
        self._acting = Acting(self._file, self._messages, self)
        self._acting.open_requested.connect(self.open_requested)
        self.put_away: PutAwayLine | None = None
        self.dates = KeyDatesCard()
        self.do_next = DoNextCard()
        self.visit = NextVisitCard()
        self.notes = RecentNotesCard()
        self.waiting = WaitingCard()
        self.news = NewsCard()
        self.dates.opened.connect(self.open_requested)
        self.do_next.ticked.connect(self._tick)
        self.do_next.wanted.connect(self._open_task)
        self.do_next.add_requested.connect(self._add_task)
        self.do_next.all_requested.connect(self._see_all_tasks)
        self.visit.opened.connect(self._open_visit)
        self.visit.visit_mode_wanted.connect(self._start_visit)
        self.visit.add_requested.connect(self._add_visit)
        self.notes.opened.connect(self.open_requested)
        self.waiting.opened.connect(self.open_requested)
        self.news.opened.connect(self.open_requested)
        self.news.seen.connect(self._have_seen)
        self._cards = Box()
        self._grid = Grid(self._cards, gap=14)
        for widget in (self.dates, self._cards):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    # Layout

    def _lay_out(self, _index: int = 0) -> None:
        """Put the cards where there is room for them: below each other, in two columns at the top, or all in two."""
        two, four = self._watch.index >= 1, self._watch.index >= 2  # noqa: PLR2004 - the second edge
        places = [
            (self.do_next, 0, 0, 1 if two else 2),
            (self.visit, 0 if two else 1, 1 if two else 0, 1 if two else 2),
        ]
        places.append((self.news, 2, 0, 2))
        places.append((self.notes, 3, 0, 1 if four else 2))
        places.append((self.waiting, 3 if four else 4, 1 if four else 0, 1 if four else 2))
        for card, row, column, span in places:
            self._grid.removeWidget(card)
            self._grid.addWidget(card, row, column, 1, span)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if two else 0)

    # Reading

    def refresh(self) -> None:
        """Read everything anew."""
        self._stale.clear()
        self._day = clock.today()
        self.today.setText(formats.day_full(self._day))
        self._show_banner()
        self._show_start()
        self._show_put_away()
        for show in (
            self._show_cautions,
            self._show_dates,
            self._show_tasks,
            self._show_visit,
            self._show_notes,
            self._show_waiting,
            self._show_news,
        ):
            show()
        order_as_laid_out(self.content)

    def _see(self, change: Change) -> None:
        self._stale |= change.kinds
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Re-read the cards that show something that changed."""
        kinds, self._stale = self._stale, set()
        if kinds & {"person", "appointment", "plan", "question", "note", "situation", "task", "step_state"}:
            self._show_start()
        for shown, show in (
            (TIMING_KINDS, self._show_cautions),
            ({"situation"}, self._show_put_away),
            ({"appointment", "situation", "opinion"}, self._show_dates),
            ({"task", "step_state"}, self._show_tasks),
            ({"appointment", "contact", "asking", "question", "situation"}, self._show_visit),
            ({"note", "appointment", "author"}, self._show_notes),
            (WAITED_FOR, self._show_waiting),
        ):
            if kinds & shown:
                show()
        self._show_news()
        order_as_laid_out(self.content)

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        if self._day != clock.today():
            self.refresh()
        elif self._stale:
            self._catch_up()
        super().showEvent(event)

    def _show_start(self) -> None:
        beginning = begins(self._file)
        empty = beginning and is_empty(self._file)
        self.set_words(_("Overview"), welcome(self._file) if empty else "")
        if beginning and self.start is None:
            self.start = StartCard()
            self.start.wanted.connect(self._ask_first)
            self.body.insertWidget(0, self.start)
        if self.start is not None:
            self.start.setVisible(beginning)
            self.start.show_done(first_things(self._file), without_card=needs_no_card(self._file))
        let_be_seen(self._cards, seen=not empty)

    def _show_cautions(self) -> None:
        """Show what the dates ask for, one notice at a time."""
        notices = [found for found in self._file.timing.open(self._day) if not (found.rule == "W30" and self._is_away)]
        if notices and self.cautions is None:
            self.cautions = NoticeBanner(self._acting)
            self.cautions.emptied.connect(self.focus_start)
            self.body.insertWidget(self.body.indexOf(self.dates), self.cautions)
        if self.cautions is not None:
            self.cautions.show_notices(notices)

    @property
    def _is_away(self) -> bool:
        """Whether the person chose not to do this: one line says so (W30), and nothing asks them to begin."""
        return is_put_away(self._file)

    def _show_put_away(self) -> None:
        """Say in one line that the person wants no second opinion, while that is so."""
        away = self._is_away
        if away and self.put_away is None:
            from secondopinion_desktop.guidance.started import getting_started  # noqa: PLC0415 - few people need it
            from secondopinion_desktop.ui.pages.overview.putaway import PutAwayLine  # noqa: PLC0415

            self.put_away = PutAwayLine(getting_started().not_wanted)
            self.put_away.wanted.connect(self._file.started.take_up_again)
            self.body.insertWidget(0, self.put_away)
        if self.put_away is not None:
            self.put_away.setVisible(away)

    def _show_dates(self) -> None:
        self.dates.show_dates(self._file.timeline.key_dates())

    def _show_tasks(self) -> None:
        names = {step.key: step.name for step in guidance.steps()}
        self.do_next.show_tasks(self._file.steps.open_tasks(), names)

    def _show_visit(self) -> None:
        self.visit.show_visit(next_visit(self._file), invites=not self._is_away)

    def _show_notes(self) -> None:
        self.notes.show_notes(recent_notes(self._file))

    def _show_waiting(self) -> None:
        self.waiting.show_waiting(self._file.timeline.waiting())

    def _show_news(self) -> None:
        self.news.show_news(self._file.news.since_last_look())

    def _show_banner(self) -> None:
        """Say once that these are sample data."""
        if not (self._offers_banner and self._file.people.person().is_sample):
            return
        self._offers_banner = False
        banner = Banner(
            "info",
            _("You are looking at sample data"),
            _("People and dates are made up. Change anything you like."),
            (BannerAction(_("Start my own file"), self._start_own_file),),
            in_a_line=True,
        )
        self.show_banner(banner)

    # What the person does

    def _tick(self, task_id: str, done: bool) -> None:  # noqa: FBT001 - Qt's slot
        if not self._ticking.tick(task_id, done=done):
            self._show_tasks()

    def _have_seen(self) -> None:
        self._file.news.look()
        self._show_news()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._messages.toast(_("Marked as seen"))

    def _ask(self, command: str) -> None:
        self.open_requested.emit("command", command)

    def _open_task(self, task_id: str) -> None:
        self.open_requested.emit("task", task_id)

    def _open_visit(self, appointment_id: str) -> None:
        self.open_requested.emit("appointment", appointment_id)

    def _start_visit(self, appointment_id: str) -> None:
        self.open_requested.emit("visit_mode", appointment_id)

    def _ask_first(self, command: str) -> None:
        if command == "new_appointment":
            self._add_visit()
        else:
            self._ask(command)

    def _add_visit(self) -> None:
        """Ask for an appointment, and stay: what else there is to do stands here."""
        from secondopinion_desktop.ui.dialogs.visits import VisitDialogs  # noqa: PLC0415 - not for the first window

        made = VisitDialogs(self._file, self._messages).new_appointment()
        if made:
            self.focus_start()
            self._messages.toast(_("Appointment saved"), self._file.history.way_back().now)

    def _start_own_file(self) -> None:
        self._ask("new_file")

    def _add_task(self) -> None:
        from secondopinion_desktop.ui.dialogs.task import TaskDialog  # noqa: PLC0415 - not for the first window

        self._messages.run(TaskDialog(self._file, step=self._next_step()))

    def _see_all_tasks(self) -> None:
        from secondopinion_desktop.ui.dialogs.task_list import OpenTasksDialog  # noqa: PLC0415 - not for the first window

        dialog = OpenTasksDialog(self._file)
        self._messages.run(dialog)
        if dialog.wanted:
            self._open_task(dialog.wanted)

    def _next_step(self) -> str:
        """Return the step people are at: that of the next task, else the first."""
        found = self._file.steps.next_task()
        return found.step if found else guidance.STEP_KEYS[0]
