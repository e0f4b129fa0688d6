"""Opinions side by side, topics, and what weighs on either side."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import Match, Side
from secondopinion_desktop.model.handles import Decision, Opinion, Option, Point, Question, SelfCheck, Statement, Topic
from secondopinion_desktop.model.ids import ONLY, stable_id
from secondopinion_desktop.services.rows import Placed, Rows
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from secondopinion_desktop.storage.store import Store
    from secondopinion_desktop.storage.unit import Unit

_AFTER: Final = "after"  # the key of that group of the question bank


def after_group() -> str:
    """Return the name of the group for questions after the second opinion, as the question bank has it."""
    return next(group.name for group in guidance.question_bank().groups if group.key == _AFTER)


def question_about(topic_id: str) -> str:
    """Return the id of the question that a topic leads to, the same in every copy of the file."""
    return stable_id("question about", topic_id)


def by_block(topics: Iterable[Topic]) -> list[Topic]:
    """Return topics in the order of the blocks, and in a block in their own order."""
    places = {block.key: place for place, block in enumerate(guidance.comparison_blocks())}
    return sorted(topics, key=lambda topic: (places.get(topic.block, len(places)), topic.position))


class OpinionRows(Rows[Opinion]):
    table = Opinion
    order = ("number",)
    adding = N_("Add opinion")
    changing = N_("Change opinion")
    removing = N_("Remove opinion")

    def restore(self, row_id: str) -> None:
        with self.store.writing(_("Bring back")) as unit:
            bring_back(unit, row_id)


def bring_back(unit: Unit, opinion_id: str) -> None:
    """Bring a removed opinion back; it is the next one where another was written down in its place."""
    there = {opinion.number for opinion in rows(unit.session, Opinion) if opinion.id != opinion_id}
    unit.restore(Opinion, opinion_id)
    if unit.get_one(Opinion, opinion_id).number in there:
        unit.change(Opinion, opinion_id, number=_first_missing(there))


def _first_missing(numbers: Container[int]) -> int:
    return next(number for number in count(1) if number not in numbers)


class Topics(Placed[Topic]):
    table = Topic
    adding = N_("Add topic")
    changing = N_("Change topic")
    removing = N_("Remove topic")
    moving = N_("Move topic")

    def in_blocks(self, **equal: Any) -> list[Topic]:
        """Return the topics block by block, as they stand on the page; those of the person's own come last."""
        return by_block(self.all(**equal))

    def move(self, topic_id: str, offset: int) -> None:
        """Move a topic up (-1) or down (+1) in its block. One of the person's own can go on into the next block."""
        topic = self.get(topic_id)
        among = [other for other in self.all() if other.block == topic.block]
        place = [other.id for other in among].index(topic_id) + offset
        if topic.key or 0 <= place < len(among):
            self._move(topic_id, offset, among)
            return
        blocks = [block.key for block in guidance.comparison_blocks()]
        there = (blocks.index(topic.block) if topic.block in blocks else len(blocks)) + offset
        if 0 <= there <= len(blocks):
            block = [*blocks, ""][there]
            others = [other.position for other in self.all(block=block)]
            end = max(others, default=0.0) + 1 if offset < 0 else min(others, default=0.0) - 1
            with self.store.writing(_(self.moving)) as unit:
                unit.change(Topic, topic_id, block=block, position=end)


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
    """A file has one decision, made when its first word is written."""

    table = Decision
    adding = N_("Write decision")
    changing = N_("Change decision")

    def one(self) -> Decision:
        """Return the decision; an empty one that is not in the file where nothing is written yet."""
        return next(iter(self.all()), None) or Decision(id=ONLY)

    def save(self, *, origin: object | None = None, **values: Any) -> None:
        """Set fields of the decision. Raises FieldError."""
        there = self.all()
        with self.store.writing(_(self.changing), origin=origin) as unit:
            if there:
                unit.change(Decision, there[0].id, **values)
            elif unit.get(Decision, ONLY) is not None:
                unit.restore(Decision, ONLY)
                unit.change(Decision, ONLY, **values)
            else:
                unit.add(Decision(id=ONLY, **values))


class SelfChecks(Rows[SelfCheck]):
    """Each check is kept twice: as it was before, and as it is now. Both days are kept."""

    table = SelfCheck
    order = ("day",)
    adding = N_("Add how I feel")
    changing = N_("Change how I feel")
    removing = N_("Remove how I feel")

    def answers(self) -> dict[tuple[str, str], SelfCheck]:
        """Return every check by (kind, "before" or "now")."""
        return {(check.kind, check.when): check for check in self.all()}

    def say(self, kind: str, when: str, answer: str) -> None:
        """Answer a check, as of today."""
        there = self.answers().get((kind, when))
        check_id = there.id if there is not None else stable_id("self_check", kind, when)
        day = clock.today().isoformat() if answer else ""
        with self.store.writing(_(self.changing)) as unit:
            kept = unit.get(SelfCheck, check_id)
            if kept is None:
                unit.add(SelfCheck(id=check_id, kind=kind, when=when, answer=answer, day=day))
                return
            if kept.removed_at is not None:
                unit.restore(SelfCheck, check_id)
            unit.change(SelfCheck, check_id, answer=answer, day=day)


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

    def next_number(self) -> int:
        """Return which opinion the next one is: the first that is missing, also where a later one is there."""
        return _first_missing({opinion.number for opinion in self.rows.all()})

    def add_opinion(self, **values: Any) -> Opinion:
        """Add the opinion that is missing next."""
        return self.rows.add(number=self.next_number(), **values)

    def add_topic(self, name: str) -> Topic:
        """Add a topic of the person's own at the end. Raises FieldError if it has no name."""
        last = max((topic.position for topic in self.topics.all()), default=0.0)
        return self.topics.add(name=name, position=last + 1)

    def add_choices(self, names: Sequence[str]) -> None:
        """Make choices of these names, as one change."""
        with self._store.writing(_(Options.adding)) as unit:
            for number, name in enumerate(names, start=1):
                unit.add(Option(name=name, position=float(number)))

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
            kept = unit.get(Statement, statement_id)
            if kept is None:
                unit.add(Statement(id=statement_id, topic_id=topic_id, opinion_id=opinion_id, text=text))
                return
            if kept.removed_at is not None:  # undo took away what was written first
                unit.restore(Statement, statement_id)
            unit.change(Statement, statement_id, text=text)

    def mark(self, topic_id: str, match: Match) -> None:
        """Say how the opinions stand to each other on one topic."""
        with self._store.writing(_("Mark topic")) as unit:
            unit.change(Topic, topic_id, match=match)

    def questions(self) -> dict[str, Question]:
        """Return the question that a topic led to, by the topic's id; it stands among all questions."""
        by_id = {question_about(topic.id): topic.id for topic in self.topics.all()}
        found = self._store.rows(Question, id=tuple(by_id)) if by_id else []
        return {by_id[question.id]: question for question in found}

    def ask_about(self, topic_id: str, text: str, *, origin: object | None = None) -> None:
        """Write the question a difference leads to, among the questions too. An emptied one is taken out again."""
        question_id = question_about(topic_id)
        last = max((question.position for question in self._store.rows(Question)), default=0.0)
        with self._store.writing(_("Add question"), origin=origin) as unit:
            unit.change(Topic, topic_id, question=text)
            kept = unit.get(Question, question_id)
            if not text.strip():
                if kept is not None and kept.removed_at is None:
                    unit.remove(Question, question_id)
            elif kept is None:
                unit.add(Question(id=question_id, text=text, group=after_group(), position=last + 1))
            else:
                if kept.removed_at is not None:
                    unit.restore(Question, question_id)
                unit.change(Question, question_id, text=text)

    def agreement(self) -> tuple[int, int]:
        """Return on how many shown topics the opinions agree, and on how many they differ."""
        shown = [topic.match for topic in self.topics.all(shown=True)]
        return shown.count(Match.SAME), shown.count(Match.DIFFERENT)
