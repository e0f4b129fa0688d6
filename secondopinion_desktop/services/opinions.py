"""Opinions side by side, topics, and what weighs on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Match, Side
from secondopinion_desktop.model.handles import Decision, Opinion, Option, Point, SelfCheck, Statement, Topic
from secondopinion_desktop.model.ids import stable_id
from secondopinion_desktop.services.rows import Placed, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    moving = N_("Move point")

    def of(self, option_id: str | None, side: Side) -> list[Point]:
        """Return the points on one side of a choice, in their order."""
        return self.all(option_id=option_id, side=side)

    def add_to(self, option_id: str | None, side: Side, text: str) -> Point:
        """Add a point at the end of one side of a choice. Raises FieldError if it is empty."""
        position = self._last_position(option_id=option_id) + 1
        return self.add(option_id=option_id, side=side, text=text, position=position)

    def move(self, point_id: str, offset: int) -> None:
        """Move a point up (-1) or down (+1) on its side."""
        point = self.get(point_id)
        self._move(point_id, offset, self.of(point.option_id, point.side))


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

    def add_opinion(self, **values: Any) -> Opinion:
        """Add an opinion after the others."""
        last = max((opinion.number for opinion in self.rows.all()), default=0)
        return self.rows.add(number=last + 1, **values)

    def add_topic(self, name: str) -> Topic:
        """Add a topic of the person's own at the end. Raises FieldError if it has no name."""
        last = max((topic.position for topic in self.topics.all()), default=0.0)
        return self.topics.add(name=name, position=last + 1)

    def begin_weighing(self, names: Sequence[str], place: int, side: Side, text: str) -> Point:
        """Make choices of these names, and add a first point to the one at `place`, as one change."""
        with self._store.writing(_(Points.adding)) as unit:
            options = [unit.add(Option(name=name, position=float(n))) for n, name in enumerate(names, start=1)]
            return unit.add(Point(option_id=options[place].id, side=side, text=text, position=1.0))

    def statements(self) -> dict[tuple[str, str], str]:
        """Return every statement's text by (topic id, opinion id)."""
        found = self._store.rows(Statement)
        return {(s.topic_id or "", s.opinion_id or ""): s.text for s in found}

    def place_of(self, statement_id: str) -> tuple[str, str] | None:
        """Return the topic and the opinion a statement belongs to, or None for one that is not there."""
        found = self._store.get(Statement, statement_id)
        return (found.topic_id, found.opinion_id) if found and found.topic_id and found.opinion_id else None

    def say(self, topic_id: str, opinion_id: str, text: str, *, origin: object | None = None) -> None:
        """Write what one opinion says on one topic."""
        statement_id = stable_id("statement", topic_id, opinion_id)
        with self._store.writing(_("Write what the doctor said"), origin=origin) as unit:
            if unit.get(Statement, statement_id) is None:
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
