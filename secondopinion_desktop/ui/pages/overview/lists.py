"""Recent notes, what others owe, and what others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.model.richtext.preview import first_line
from secondopinion_desktop.ui.pages.overview.entry import Entry
from secondopinion_desktop.ui.pages.overview.listing import ListCard
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.model.note import Note
    from secondopinion_desktop.services.news import News
    from secondopinion_desktop.services.waiting import Waiting

_AT_FIRST = 4
_LONGEST_LINE = 200  # letters; no screen shows more of one line


class _EntriesCard(ListCard):
    """A list of entries whose titles begin on one line."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.entries: list[Entry] = []
        self.body.addStretch(1)  # beside a longer list, the room is left below the entries
        theme().changed.connect(self._align)

    def list_entries(self, entries: list[Entry]) -> None:
        """List these instead of those there."""
        self.entries = entries
        self.fill(entries)
        self._align()

    def _align(self) -> None:
        width = max((entry.day_width() for entry in self.entries), default=0)
        for entry in self.entries:
            entry.set_day_width(width)


class RecentNotesCard(_EntriesCard):
    """`opened` carries kind and id of what to open."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Recent notes"))
        self.see_all = Button(_("See all"), "quiet")
        self.see_all.setAccessibleName(_("See all notes"))
        self.see_all.clicked.connect(self._see_all)
        self.add_action(self.see_all)

    def show_notes(self, notes: Sequence[tuple[Note, str, str]]) -> None:
        """Show notes, each with its title and its writer's name."""
        entries = [
            Entry(_day(note.day), title, first_line(note.body)[:_LONGEST_LINE], writer, ("note", note.id))
            for note, title, writer in notes
        ]
        for entry in entries:
            entry.chosen.connect(self.opened)
        self.list_entries(entries)
        self.setVisible(bool(notes))

    def _see_all(self) -> None:
        self.opened.emit("page", "notes")


class WaitingCard(_EntriesCard):
    """`opened` carries kind and id of what to open. A long list is folded until asked for."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Waiting for"))
        self.see_all = Button(_("See all"), "quiet")
        self.see_all.setAccessibleName(_("See all that is waited for"))
        self.see_all.clicked.connect(self._unfold)
        self.add_action(self.see_all)
        self._waiting: Sequence[Waiting] = ()
        self._unfolded = False

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show what others owe, the longest wait first."""
        self._waiting = waiting
        shown = waiting if self._unfolded else waiting[:_AT_FIRST]
        entries = [Entry(_day(owed.since), owed.what, owed.who, _how_long(owed.since), owed.target) for owed in shown]
        for entry in entries:
            entry.chosen.connect(self.opened)
        self.list_entries(entries)
        self.see_all.setVisible(len(waiting) > len(shown))
        self.setVisible(bool(waiting))

    def _unfold(self) -> None:
        self._unfolded = True
        self.show_waiting(self._waiting)
        self.entries[_AT_FIRST].setFocus()


class NewsCard(_EntriesCard):
    """`opened` carries kind and id of what to open; `seen` says that all of it was read."""

    opened = Signal(str, str)
    seen = Signal()

    def __init__(self) -> None:
        super().__init__(_("New since you last looked"))
        self.see_all = Button(_("See all"), "quiet")
        self.see_all.setAccessibleName(_("See all that is new"))
        self.see_all.clicked.connect(self._unfold)
        self.mark_seen = Button(_("I have seen it"), "quiet", "check")
        self.mark_seen.clicked.connect(self.seen)
        self.add_action(self.see_all)
        self.add_action(self.mark_seen)
        self._news: Sequence[News] = ()
        self._unfolded = False

    def show_news(self, news: Sequence[News]) -> None:
        """Show what others wrote, the latest first."""
        self._news = news
        shown = news if self._unfolded else news[:_AT_FIRST]
        entries = [_news_entry(one) for one in shown]
        for entry in entries:
            entry.chosen.connect(self.opened)
        self.list_entries(entries)
        self.see_all.setVisible(len(news) > len(shown))
        self.setVisible(bool(news))

    def _unfold(self) -> None:
        self._unfolded = True
        self.show_news(self._news)
        self.entries[_AT_FIRST].setFocus()


def _news_entry(news: News) -> Entry:
    title = news.title[:_LONGEST_LINE] or news.place
    line = _("{place}. {did} by {name}").format(place=news.place, did=news.did, name=news.who)
    return Entry(formats.day_short(news.when.astimezone().date()), title, line, "", news.target)


def _day(stored: str) -> str:
    return partial_date_words(PartialDate.from_text(stored)) if stored else ""


def _how_long(since: str) -> str:
    day = PartialDate.from_optional_text(since)
    if day is None or not day.is_firm or day.day >= clock.today():
        return ""
    return formats.days_between_words(day.day, clock.today())
