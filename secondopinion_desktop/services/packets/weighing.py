"""What matters to the person, their choices in equal rows, and the decision. Nothing is added up or put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.documents.packet import (
    TICKED,
    UNTICKED,
    Entry,
    Fields,
    Heading,
    Item,
    Paragraph,
    Section,
    plain,
)
from secondopinion_desktop.model.choices import Confidence, Side
from secondopinion_desktop.model.scales import MATTERS
from secondopinion_desktop.services.packets.words import chosen, day, joined, known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model.decision import Decision, Option, Point
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

# Each choice has the first rows; the others are printed for all choices as soon as one of them has something there.
_ALWAYS: Final = (("treatment", N_("Treatment")), ("place", N_("Place")))
_IF_ANY: Final = (
    ("raised_by", N_("Raised by")),
    ("goal", N_("Goal")),
    ("benefits", N_("What may be good")),
    ("risks", N_("What may be hard")),
    ("alternatives", N_("Other ways")),
    ("if_nothing", N_("If I wait, or have no treatment for now")),
    ("time", N_("Time")),
    ("cost", N_("Cost")),
    ("travel", N_("Travel")),
    ("offered_there", N_("Offered at")),
)


def choices(case: Case, choice: PacketChoice) -> Section:
    """Return the choice that is faced, the choices with their points, and the decision."""
    blocks: list[Block] = [*_worksheet(case), *(Item(_point(p)) for p in case.points if p.option_id is None)]
    rows = [*_ALWAYS, *(row for row in _IF_ANY if any(getattr(option, row[0]) for option in case.options))]
    blocks += [_option(case, option, rows) for option in case.options]
    blocks += _decision(case, case.decision) if case.decision is not None else []
    blocks += _handover(case.decision) if case.decision is not None else []
    blocks += _confidence(case) if choice.confidence else []
    blocks += _for_me_alone(case) if choice.private_answers else []
    return Section("choices", _("What matters to me"), tuple(blocks))


def _for_me_alone(case: Case) -> list[Block]:
    """Return what the person wrote as it came; printed only where they chose it."""
    first_thoughts = case.decision.first_thoughts if case.decision is not None else ""
    told = ((_("First thoughts"), first_thoughts), (_("What my gut says"), case.situation.gut_note))
    return [block for title, words in known(told) for block in (Heading(plain(title)), Paragraph(plain(words)))]


def _worksheet(case: Case) -> Iterator[Block]:
    situation, decision = case.situation, case.decision
    facts = known(
        (
            (_("The choice I face"), situation.decision_text),
            (_("Decide by"), joined(day(situation.decide_by), situation.decide_by_source)),
            (_("Where I am with it"), chosen(decision.stage) if decision else ""),
            (_("How I like to decide"), chosen(case.person.decide_style)),
            (_("Who decides"), decision.role_wanted if decision else ""),
            (_("Who helps me decide"), decision.helpers if decision else ""),
        )
    )
    if facts and (case.options or case.decision or case.points):
        yield Fields(facts)


def _option(case: Case, option: Option, rows: list[tuple[str, str]]) -> Entry:
    facts: list[Block] = [Fields(tuple((_(label), str(getattr(option, name))) for name, label in rows))]
    points = [point for point in case.points if point.option_id == option.id]
    for side in Side:
        found: list[Block] = [Item(_point(point)) for point in points if point.side is side]
        facts += [
            Heading(plain(_("Good points") if side is Side.GOOD else _("Harder points")), 3),
            *(found or [Paragraph(plain(_("Not known yet")), quiet=True)]),
        ]
    trial = _("A trial: {answer}").format(answer=option.is_trial.words.lower()) if option.is_trial else ""
    return Entry(option.name, joined(_("New to me") if option.new_to_me else "", trial), tuple(facts))


def _point(point: Point) -> Runs:
    matters = _("matters {words}").format(words=_(MATTERS[point.matters])) if point.matters is not None else ""
    more = joined(point.source, matters)
    return plain(f"{point.text} ({more})" if more else point.text)


def _decision(case: Case, decision: Decision) -> list[Block]:
    leaning = next((option.name for option in case.options if option.id == decision.leaning_id), "")
    facts = known(
        (
            (_("I lean toward"), leaning),
            (_("My decision"), decision.text),
            (_("Decided on"), joined(day(decision.decided_on), decision.decided_by)),
            (_("Not yet; next look at it"), day(decision.next_check) if not decision.text else ""),
            (_("Care by"), joined(case.name(decision.care_by_id), decision.care_where)),
            (_("For later"), decision.parked),
        ),
    )
    return [Heading(plain(_("My decision"))), Fields(facts)] if facts else []


def _handover(decision: Decision) -> list[Block]:
    """Return the list for a change of place, once anything on it is ticked."""
    if not decision.handover:
        return []
    lines = [
        Item(plain(line.text), TICKED if line.key in decision.handover else UNTICKED)
        for line in guidance.handover_lines()
    ]
    return [Heading(plain(_("Moving the care"))), *lines]


def _confidence(case: Case) -> list[Block]:
    """Return how sure the person felt and feels, as words with the day."""
    facts = []
    for when, label in (("before", _("Before")), ("now", _("Now"))):
        check = case.checks_of_self.get(("confidence", when))
        if check is not None and check.answer in set(Confidence):
            facts.append((label, joined(chosen(Confidence(check.answer)), day(check.day))))
    found = tuple(facts)
    return [Heading(plain(_("How sure I feel"))), Fields(found)] if found else []
