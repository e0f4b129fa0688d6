"""Opinions side by side, topics, and what weighs on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.model.decision import Decision, Option, Point, SelfCheck
from secondopinion_desktop.model.fields import stable_id
from secondopinion_desktop.model.opinion import Opinion, Statement, Topic
from secondopinion_desktop.services.rows import Placed, Rows

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


class OpinionRows(Rows[Opinion]):
    table = Opinion
    order = ("number",)
    adding = N_("Add opinion")
    changing = N_("Change opinion")
    removing = N_("Remove opinion")


class Topics(Placed[Topic]):
    table = Topic
    adding = N_("Add topic")
    changing = N_("Change topic")
    removing = N_("Remove topic")
    moving = N_("Move topic")

    def move(self, topic_id: str, offset: int) -> None:
        """Move a topic up (-1) or down (+1)."""
        self._move(topic_id, offset, self.all())


class Options(Placed[Option]):
    table = Option
    adding = N_("Add choice")
    changing = N_("Change choice")
    removing = N_("Remove choice")


class Points(Placed[Point]):
    table = Point
    adding = N_("Add point")
    changing = N_("Change point")
    removing = N_("Remove point")


class Decisions(Rows[Decision]):
    table = Decision
    adding = N_("Write decision")
    changing = N_("Change decision")


class SelfChecks(Rows[SelfCheck]):
    table = SelfCheck
    order = ("day",)
    adding = N_("Add how I feel")
    changing = N_("Change how I feel")
    removing = N_("Remove how I feel")


class Opinions:
    """The comparison: opinions are columns, topics are rows, statements are what stands where they meet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rows = OpinionRows(store)
        self.topics = Topics(store)
        self.options = Options(store)
        self.points = Points(store)
        self.decisions = Decisions(store)
        self.self_checks = SelfChecks(store)

    def add_opinion(self) -> Opinion:
        """Add an empty opinion after the others."""
        last = max((opinion.number for opinion in self.rows.all()), default=0)
        return self.rows.add(number=last + 1)

    def statements(self) -> dict[tuple[str, str], str]:
        """Return every statement's text by (topic id, opinion id)."""
        found = self._store.rows(Statement)
        return {(s.topic_id or "", s.opinion_id or ""): s.text for s in found}

    def say(self, topic_id: str, opinion_id: str, text: str, *, origin: object | None = None) -> None:
        """Write what one opinion says on one topic."""
        statement_id = stable_id("statement", topic_id, opinion_id)
        with self._store.writing(_("Write what the doctor said"), origin=origin) as unit:
            if unit.session.get(Statement, statement_id) is None:
                unit.add(Statement(id=statement_id, topic_id=topic_id, opinion_id=opinion_id, text=text))
            else:
                unit.change(Statement, statement_id, text=text)

    def mark(self, topic_id: str, match: Match) -> None:
        """Say how the opinions stand to each other on one topic."""
        with self._store.writing(_("Mark topic")) as unit:
            unit.change(Topic, topic_id, match=match)

    def agreement(self) -> tuple[int, int]:
        """Return on how many shown topics the opinions agree, and on how many they differ."""
        shown = [topic.match for topic in self.topics.all(shown=True)]
        return shown.count(Match.SAME), shown.count(Match.DIFFERENT)
