"""Who the summary is about, and the dates that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import (
    UNTICKED,
    DatePoint,
    DatesStrip,
    Fields,
    Paragraph,
    Run,
    Section,
    plain,
)
from secondopinion_desktop.model.choices import ContactRole, Yes3
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    in_one,
    joined,
    known,
    lines,
    said_by,
    short_day,
    yes3,
)
from secondopinion_desktop.services.timeline import DateKind
from secondopinion_desktop.services.timing import words_of

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block, Runs
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.person import Person
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case
    from secondopinion_desktop.services.timing import OpenNotice


def who(case: Case, choice: PacketChoice) -> Section:
    """Return who the person is, with what a clinic needs to know for talking with them."""
    person, interpreter = case.person, case.person.interpreter_needed
    needed: list[tuple[str, str]] = [(_("Name"), person.name)]
    if choice.birth_date:
        needed.append((_("Born"), day(person.birth_date)))
    needed.append((_("Phone"), joined(person.phone, person.email)))
    more = known(
        (
            (_("Former names"), person.former_names),
            (_("Address"), person.address if choice.made_for is MadeFor.EVERYTHING else ""),
            (_("Language"), person.language),
            (_("Interpreter needed"), "" if interpreter is Yes3.NO else yes3(interpreter)),
            *how_to_talk(person),
        )
    )
    return Section("who", _("Who"), (Fields((*needed, *more, *_helpers(case))),))


def how_to_talk(person: Person) -> tuple[tuple[str, str], ...]:
    """Return what to call the person, what helps them, and how much they want to hear."""
    return (
        (_("Please call me"), person.call_me if person.call_me not in person.name.split() else ""),
        (_("Helpful at visits"), person.access_needs),
        (_("How much I want to hear"), chosen(person.info_preference)),
        (_("How I like to decide"), chosen(person.decide_style)),
    )


def _helpers(case: Case) -> list[tuple[str, str]]:
    helpers = [contact for contact in case.contacts if contact.role is ContactRole.HELPER]
    return [
        (
            _("Helper"),
            joined(
                helper.name,
                helper.relation,
                helper.phone,
                may_be_told(helper),
            ),
        )
        for helper in helpers
    ]


def may_be_told(helper: Contact) -> str:
    """Return that a clinic may speak with a helper, where the person said so."""
    return _("you may give them information") if helper.may_get_info is Yes3.YES else ""


def dates(case: Case, choice: PacketChoice) -> Section:
    """Return the key dates in order, in words what nobody has said yet, and for a family what to ask about them."""
    points = tuple(
        DatePoint(words, short_day(date.to_text()), past=date.latest < case.today) for date, words in _in_order(case)
    )
    situation = case.situation
    facts: list[tuple[str, str | Runs]] = [
        *known(
            (
                (_("In the doctor's words"), said_by(situation.ok_until_words, situation.ok_until_by)),
                (
                    _("Start of treatment"),
                    in_one(
                        (
                            (_("Is it firm"), yes3(situation.treatment_start_firm)),
                            (_("Told it is urgent"), yes3(situation.told_urgent)),
                        )
                    ),
                ),
            )
        )
    ]
    if choice.made_for is not MadeFor.DOCTOR:
        facts += [*_to_ask(case), *_said_to_it(case)]
    blocks: list[Block] = [DatesStrip(points)] if points else []
    blocks += [Fields(tuple(facts))] if facts else []
    missing = _not_known(case)
    if blocks and missing:
        blocks.append(Paragraph(plain(_("Not known yet: {dates}.").format(dates=", ".join(missing))), quiet=True))
    return Section("dates", _("Dates that matter"), tuple(blocks))


def _to_ask(case: Case) -> list[tuple[str, str | Runs]]:
    """Return the open notices as questions for the care team: what to call about first, and no mere notes."""
    asked = lines(*(f"{UNTICKED} {_question(notice)}" for notice in case.notices if notice.question))
    return [(_("To ask the care team"), asked)] if asked else []


def _said_to_it(case: Case) -> list[tuple[str, str | Runs]]:
    """Return what the care team said when the person asked about their dates."""
    runs: list[Run] = []
    for one in case.answers:
        if one.note:
            begins = "\n" if runs else ""
            when = f"{short_day(one.day)}: " if one.day else ""
            runs += [Run(f"{begins}{when}{words_of(one.rule)} "), Run(one.note, strong=True)]
    return [(_("What they answered"), tuple(runs))] if runs else []


def _question(notice: OpenNotice) -> str:
    """Return the question, and in brackets the dates it is about."""
    return said_by(notice.question, notice.about.rstrip("."))


def _in_order(case: Case) -> list[tuple[PartialDate, str]]:
    found = [(date.day, date.words) for date in case.key_dates]
    diagnosed = [diagnosis.diagnosed_on for diagnosis in case.diagnoses if diagnosis.diagnosed_on]
    found += [(PartialDate.from_text(stored), _("Diagnosed")) for stored in diagnosed[:1]]
    return sorted(found, key=lambda date: date[0].sort_key)


def _not_known(case: Case) -> list[str]:
    kinds = {date.kind for date in case.key_dates}
    diagnosed = any(diagnosis.diagnosed_on for diagnosis in case.diagnoses)
    return [
        words
        for words, is_known in (
            (_("day of diagnosis"), diagnosed),
            (_("second-opinion visit"), DateKind.VISIT in kinds),
            (_("start of treatment"), DateKind.TREATMENT in kinds),
            (_("how long the doctor said is okay"), DateKind.OK_UNTIL in kinds or bool(case.situation.ok_until_words)),
            (_("day to decide by"), DateKind.DECIDE_BY in kinds),
        )
        if not is_known
    ]
