"""What each doctor advised, side by side where there is more than one, with equal room for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Item, Paragraph, Run, Section, Table, plain
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.services.opinions import by_block, question_about
from secondopinion_desktop.services.packets.choice import Part
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    doctor_of,
    in_one,
    joined,
    known,
    lines,
    said_by,
    yes3,
)

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.opinion import Opinion, Topic
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

# Longer texts than this do not stand well beside each other in narrow columns.
_LONGEST_IN_A_COLUMN: Final = 140
_MOST_BESIDE: Final = 3
_SIDE_BY_SIDE: Final = 2
_RESTS_ON: Final = (
    ("slides_reread", N_("Read the slides anew")),
    ("pictures_reread", N_("Read the pictures anew")),
    ("exam_done", N_("Examined me")),
    ("report_in_hand", N_("Report in hand")),
    ("team_meeting", N_("Talked over in a team")),
)


def advice(case: Case, choice: PacketChoice) -> Section:
    """Return each opinion in the order given, and side by side what was said on each topic; none over the other."""
    topics = _topics(case, choice)
    several = len(case.opinions) >= _SIDE_BY_SIDE
    blocks: list[Block] = [_opinion(case, opinion, [] if several else topics) for opinion in case.opinions]
    if several:
        beside = len(case.opinions) <= _MOST_BESIDE and not choice.large_print
        blocks += [*_side_by_side(case, topics, beside=beside), *_differences(case, topics), *_new(case, topics)]
    return Section("advice", _("What each doctor advised"), tuple(blocks))


def questions_on_differences(case: Case, choice: PacketChoice) -> frozenset[str]:
    """Return the ids of the questions that `advice` prints, with their answers, beside what the doctors differ on."""
    if Part.ADVICE not in choice or len(case.opinions) < _SIDE_BY_SIDE:
        return frozenset()
    return frozenset(question_about(topic.id) for topic in _topics(case, choice))


def _topics(case: Case, choice: PacketChoice) -> list[Topic]:
    """Return the topics of which somebody said something, in the order of the comparison."""
    return [
        topic
        for topic in by_block(case.topics)
        if topic.shown and (choice.private_answers or not topic.private) and any(_texts(case, topic))
    ]


def _title(case: Case, opinion: Opinion) -> str:
    return doctor_of(case, opinion.contact_id, opinion.doctor) or _ordinal(opinion)


def _ordinal(opinion: Opinion) -> str:
    names = {1: _("First opinion"), 2: _("Second opinion"), 3: _("Third opinion")}
    return names.get(opinion.number, _("Opinion {number}").format(number=opinion.number))


def _about(opinion: Opinion) -> str:
    return joined(_ordinal(opinion), day(opinion.day), opinion.specialty, opinion.place, chosen(opinion.how))


def _opinion(case: Case, opinion: Opinion, topics: list[Topic]) -> Entry:
    """Return one opinion in a few words, with what it says on `topics`.

    What it rests on is printed as soon as it is known of one of them: a gap is worth knowing too.
    """
    asked = [row for row in _RESTS_ON if any(getattr(other, row[0]) for other in case.opinions)]
    rests = in_one((_(label), yes3(getattr(opinion, name)) or _("not known yet")) for name, label in asked)
    facts = known(
        (
            (_("In short"), chosen(opinion.headline)),
            *((topic.name, case.statements.get((topic.id, opinion.id), "")) for topic in topics),
        )
    )
    summary: list[Block] = [Paragraph(plain(opinion.summary))] if opinion.summary else []
    return Entry(_title(case, opinion), lines(_about(opinion), rests), (*summary, *([Fields(facts)] if facts else [])))


def _side_by_side(case: Case, topics: list[Topic], *, beside: bool) -> list[Block]:
    """Return one table of what can be read in narrow columns, and the rest below each other, topic by topic."""
    names = tuple(_title(case, opinion) for opinion in case.opinions)
    tabled = [topic for topic in topics if beside and max(map(len, _texts(case, topic))) <= _LONGEST_IN_A_COLUMN]
    two = len(names) == _SIDE_BY_SIDE
    head = (_("Topic"), *names, *([_("How they stand")] if two else []))
    rows = tuple(_row(case, topic, two=two) for topic in tabled)
    table = [Table(head, rows, (1.9, *[3.0] * len(names), 1.9)[: len(head)])] if rows else []
    below = [
        Entry(topic.name, topic.match.words, (Fields(tuple(zip(names, _texts(case, topic), strict=True))),))
        for topic in topics
        if topic not in tabled
    ]
    return [Heading(plain(_("Side by side"))), *table, *below] if topics else []


def _row(case: Case, topic: Topic, *, two: bool) -> tuple[str, ...]:
    texts = (text or _("Not known yet") for text in _texts(case, topic))
    if two:
        return (topic.name, *texts, topic.match.words)
    return (lines(topic.name, f"({topic.match.words})"), *texts)


def _texts(case: Case, topic: Topic) -> tuple[str, ...]:
    return tuple(case.statements.get((topic.id, opinion.id), "") for opinion in case.opinions)


def _differences(case: Case, topics: list[Topic]) -> list[Block]:
    """Return what the differences led to: why it may be, whom to ask what, and the answers."""
    found = [(topic, _followed(case, topic)) for topic in topics]
    items = [Item((Run(topic.name, strong=True), *plain(f"\n{words}"))) for topic, words in found if words]
    return [Heading(plain(_("What is to be cleared up"))), *items] if items else []


def _followed(case: Case, topic: Topic) -> str:
    reasons = {reason.key: reason.text for reason in guidance.why_differ()}
    question_id = question_about(topic.id)
    question = next((one.text for one in case.questions if one.id == question_id), topic.question)
    answers = [one.answer for one in case.askings if one.question_id == question_id and one.answer.strip()]
    answer = lines(*answers, topic.answer)
    whom = _("Ask {name}").format(name=topic.ask_whom) if topic.ask_whom else ""
    said = [
        *known(((_("Why it may be"), "; ".join(reasons.get(key, key) for key in topic.why_differ)),)),
        *known(((_("Question"), said_by(question, whom)),)),
        *(((_("Answer"), answer or _("not known yet")),) if question or answer else ()),
        *known(((_("Settled for me"), _("Yes") if topic.settled else ""),)),
    ]
    return lines(*(_("{label}: {words}").format(label=label, words=words) for label, words in said))


def _new(case: Case, topics: list[Topic]) -> list[Block]:
    new = [
        joined(option.name, option.treatment, _("raised by {who}").format(who=option.raised_by))
        if option.raised_by
        else joined(option.name, option.treatment)
        for option in case.options
        if option.new_to_me
    ]
    new += [joined(topic.name, *_texts(case, topic)[1:]) for topic in topics if topic.match is Match.ONLY_SECOND]
    return [Heading(plain(_("What is new"))), *(Item(plain(line)) for line in new)] if new else []
