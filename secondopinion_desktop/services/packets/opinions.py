"""What each doctor advised, side by side where there is more than one, with equal room for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.documents.packet import Entry, Fields, Heading, Item, Paragraph, Section, Table, plain
from secondopinion_desktop.model.choices import Match
from secondopinion_desktop.services.opinions import by_block, question_about
from secondopinion_desktop.services.packets.words import chosen, day, doctor_of, joined, known, yes3

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Return each opinion in the order given; never one over the other."""
    topics = [
        topic
        for topic in by_block(case.topics)
        if topic.shown and (choice.private_answers or not topic.private) and _said(case, topic)
    ]
    beside = len(case.opinions) >= _SIDE_BY_SIDE and bool(topics)
    blocks: list[Block] = [
        Entry(_title(case, opinion), _about(opinion), _content(case, opinion, topics, beside=beside))
        for opinion in case.opinions
    ]
    if not case.opinions:
        blocks.append(Paragraph(plain(_("Not known yet"))))
    if beside:
        blocks.append(Heading(plain(_("Side by side"))))
        for name, of_block in _blocks(topics):
            blocks += [Heading(plain(name), 3), *_compare(case, of_block, narrow=choice.large_print)]
    if len(case.opinions) >= _SIDE_BY_SIDE:
        blocks += [*_differences(case, topics), *_new(case, topics)]
    return Section("advice", _("What each doctor advised"), tuple(blocks))


def _title(case: Case, opinion: Opinion) -> str:
    return doctor_of(case, opinion.contact_id, opinion.doctor) or _ordinal(opinion)


def _ordinal(opinion: Opinion) -> str:
    names = {1: _("First opinion"), 2: _("Second opinion"), 3: _("Third opinion")}
    return names.get(opinion.number, _("Opinion {number}").format(number=opinion.number))


def _about(opinion: Opinion) -> str:
    return joined(_ordinal(opinion), day(opinion.day), opinion.specialty, opinion.place, chosen(opinion.how))


def _content(case: Case, opinion: Opinion, topics: list[Topic], *, beside: bool) -> tuple[Block, ...]:
    facts = known(
        (
            (_("In short"), chosen(opinion.headline)),
            *((t.name, case.statements.get((t.id, opinion.id), "")) for t in ([] if beside else topics)),
        )
    )
    # What one opinion rests on is printed for each of them: a gap is worth knowing too.
    asked = [row for row in _RESTS_ON if any(getattr(other, row[0]) for other in case.opinions)]
    facts += tuple((_(label), yes3(getattr(opinion, name))) for name, label in asked)
    summary: list[Block] = [Paragraph(plain(opinion.summary))] if opinion.summary else []
    if not summary and not facts:
        if beside and any(case.statements.get((topic.id, opinion.id)) for topic in topics):
            return ()  # the words stand side by side below
        return (Paragraph(plain(_("Not known yet")), quiet=True),)
    return (*summary, *([Fields(facts)] if facts else []))


def _said(case: Case, topic: Topic) -> bool:
    return any(case.statements.get((topic.id, opinion.id)) for opinion in case.opinions)


def _blocks(topics: list[Topic]) -> Iterator[tuple[str, list[Topic]]]:
    """Give the topics block by block, those of the person's own last."""
    names = {block.key: block.name for block in guidance.comparison_blocks()}
    for key, name in (*names.items(), ("", _("More topics"))):
        found = [topic for topic in topics if (topic.block if topic.block in names else "") == key]
        if found:
            yield name, found


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
    unknown = _("Not known yet")
    said = (case.statements.get((topic.id, opinion.id), "") or unknown for opinion in case.opinions)
    name = topic.name if two else f"{topic.name}\n({topic.match.words})"
    return (name, *said, *([topic.match.words] if two else []))


def _below_each_other(case: Case, topic: Topic) -> Entry:
    pairs = tuple((_title(case, o), case.statements.get((topic.id, o.id), "")) for o in case.opinions)
    return Entry(topic.name, topic.match.words, (Fields(pairs),))


def _differences(case: Case, topics: list[Topic]) -> list[Block]:
    """Return what the differences led to: why it may be, whom to ask what, and the answers."""
    found = [(topic, _followed(case, topic)) for topic in topics]
    entries = [Entry(topic.name, topic.match.words, (Fields(facts),)) for topic, facts in found if facts]
    return [Heading(plain(_("What is to be cleared up"))), *entries] if entries else []


def _followed(case: Case, topic: Topic) -> tuple[tuple[str, str], ...]:
    reasons = {reason.key: reason.text for reason in guidance.why_differ()}
    question_id = question_about(topic.id)
    question = next((one.text for one in case.questions if one.id == question_id), topic.question)
    answers = [one.answer for one in case.askings if one.question_id == question_id and one.answer.strip()]
    facts = known(
        (
            (_("Why it may be"), "; ".join(reasons.get(key, key) for key in topic.why_differ)),
            (_("Question"), question),
            (_("Whom to ask"), topic.ask_whom),
            (_("Answer"), "\n".join((*answers, *([topic.answer] if topic.answer else [])))),
            (_("Settled for me"), _("Yes") if topic.settled else ""),
        )
    )
    if question and not any(label == _("Answer") for label, _words in facts):
        facts += ((_("Answer"), ""),)  # printed as not known yet
    return facts


def _new(case: Case, topics: list[Topic]) -> list[Block]:
    lines = [
        joined(option.name, option.treatment, _("raised by {who}").format(who=option.raised_by))
        if option.raised_by
        else joined(option.name, option.treatment)
        for option in case.options
        if option.new_to_me
    ]
    for topic in topics:
        if topic.match is Match.ONLY_SECOND:
            said = [case.statements.get((topic.id, opinion.id), "") for opinion in case.opinions[1:]]
            lines.append(joined(topic.name, *said))
    return [Heading(plain(_("What is new"))), *(Item(plain(line)) for line in lines)] if lines else []
