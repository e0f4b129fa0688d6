"""What each doctor advised, side by side where there is more than one, and what matters to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Item, Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import Match, Side
from secondopinion_desktop.services.packets.words import chosen, day, doctor_of, joined, known, yes3

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.decision import Decision, Option
    from secondopinion_desktop.model.opinion import Opinion, Topic
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

# Longer texts than this do not stand well beside each other in narrow columns.
_LONGEST_IN_A_COLUMN: Final = 140
_MOST_BESIDE: Final = 3
_SIDE_BY_SIDE: Final = 2


def advice(case: Case, choice: PacketChoice) -> Section:
    """Return each opinion in the order given; never one over the other."""
    topics = [topic for topic in case.topics if topic.shown and not topic.private and _said(case, topic)]
    beside = len(case.opinions) >= _SIDE_BY_SIDE and bool(topics)
    blocks: list[Block] = [
        Entry(_title(case, opinion), _about(opinion), _content(case, opinion, [] if beside else topics))
        for opinion in case.opinions
    ]
    if not case.opinions:
        blocks.append(Paragraph(plain(_("Not known yet"))))
    if beside:
        blocks.append(Heading(plain(_("Side by side"))))
        blocks += _compare(case, topics, narrow=choice.large_print)
    return Section("advice", _("What each doctor advised"), tuple(blocks))


def _title(case: Case, opinion: Opinion) -> str:
    return doctor_of(case, opinion.contact_id, opinion.doctor) or _ordinal(opinion)


def _ordinal(opinion: Opinion) -> str:
    names = {1: _("First opinion"), 2: _("Second opinion"), 3: _("Third opinion")}
    return names.get(opinion.number, _("Opinion {number}").format(number=opinion.number))


def _about(opinion: Opinion) -> str:
    return joined(_ordinal(opinion), day(opinion.day), opinion.specialty, opinion.place, chosen(opinion.how))


def _content(case: Case, opinion: Opinion, topics: list[Topic]) -> tuple[Block, ...]:
    facts = known(
        (
            (_("In short"), chosen(opinion.headline)),
            *((topic.name, case.statements.get((topic.id, opinion.id), "")) for topic in topics),
            (_("Read the slides anew"), yes3(opinion.slides_reread)),
            (_("Read the pictures anew"), yes3(opinion.pictures_reread)),
            (_("Examined me"), yes3(opinion.exam_done)),
            (_("Report in hand"), yes3(opinion.report_in_hand)),
            (_("Talked over in a team"), yes3(opinion.team_meeting)),
        ),
    )
    summary: list[Block] = [Paragraph(plain(opinion.summary))] if opinion.summary else []
    if not summary and not facts:
        return (Paragraph(plain(_("Not known yet")), quiet=True),)
    return (*summary, *([Fields(facts)] if facts else []))


def _said(case: Case, topic: Topic) -> bool:
    return any(case.statements.get((topic.id, opinion.id)) for opinion in case.opinions)


def _compare(case: Case, topics: list[Topic], *, narrow: bool) -> list[Block]:
    texts = [case.statements.get((topic.id, opinion.id), "") for topic in topics for opinion in case.opinions]
    long = any(len(text) > _LONGEST_IN_A_COLUMN for text in texts)
    if narrow or long or len(case.opinions) > _MOST_BESIDE:
        return [_below_each_other(case, topic) for topic in topics]
    two = len(case.opinions) == _SIDE_BY_SIDE
    head = (_("Topic"), *(_title(case, opinion) for opinion in case.opinions), *([_("How they stand")] if two else []))
    return [
        Table(
            head,
            tuple(_row(case, topic, two=two) for topic in topics),
            (2.2, *[3.0] * len(case.opinions), 1.8)[: len(head)],
        )
    ]


def _row(case: Case, topic: Topic, *, two: bool) -> tuple[str, ...]:
    said = (case.statements.get((topic.id, opinion.id), "") for opinion in case.opinions)
    return (topic.name, *said, *([topic.match.words] if two else []))


def _below_each_other(case: Case, topic: Topic) -> Entry:
    pairs = tuple((_title(case, o), case.statements.get((topic.id, o.id), "")) for o in case.opinions)
    about = "" if topic.match is Match.NOT_SURE else topic.match.words
    return Entry(topic.name, about, (Fields(pairs),))


def choices(case: Case, _choice: PacketChoice) -> Section:
    """Return what matters to the person, the choices with their points, and the decision. Nothing is added up."""
    matters = [Item(plain(point.text)) for point in case.points if point.option_id is None]
    blocks: list[Block] = list(matters)
    blocks += [_option(case, option) for option in case.options]
    if case.decision is not None:
        blocks += _decision(case, case.decision)
    return Section("choices", _("What matters to me"), tuple(blocks) or (Paragraph(plain(_("Not known yet"))),))


def _option(case: Case, option: Option) -> Entry:
    points = [point for point in case.points if point.option_id == option.id]

    def of(side: Side, words: Callable[[str], str]) -> list[Block]:
        found = [Item(plain(point.text)) for point in points if point.side is side]
        return [Heading(plain(words(side.words)), 3), *found] if found else []

    facts = known(
        (
            (_("Treatment"), option.treatment),
            (_("Place"), joined(option.place, option.offered_there)),
            (_("Raised by"), option.raised_by),
            (_("Goal"), option.goal),
            (_("Good points"), option.benefits),
            (_("Hard points"), option.risks),
            (_("Other ways"), option.alternatives),
            (_("If nothing is done"), option.if_nothing),
            (_("Time"), option.time),
            (_("Cost"), option.cost),
            (_("Travel"), option.travel),
        ),
    )
    fields: list[Block] = [Fields(facts)] if facts else []
    return Entry(option.name, "", (*fields, *of(Side.GOOD, str), *of(Side.HARD, str)))


def _decision(case: Case, decision: Decision) -> list[Block]:
    leaning = next((option.name for option in case.options if option.id == decision.leaning_id), "")
    facts = known(
        (
            (_("Where I am"), chosen(decision.stage)),
            (_("I lean toward"), leaning),
            (_("My decision"), decision.text),
            (_("Decided on"), day(decision.decided_on)),
            (_("Next look at it"), day(decision.next_check)),
            (_("Care by"), joined(case.name(decision.care_by_id), decision.care_where)),
            (_("Who helps me decide"), decision.helpers),
        ),
    )
    return [Heading(plain(_("My decision"))), Fields(facts)] if facts else []
