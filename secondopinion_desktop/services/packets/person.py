"""Who the summary is about, and the dates that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import (
    UNTICKED,
    DatePoint,
    DatesStrip,
    Fields,
    Heading,
    Item,
    Paragraph,
    Run,
    Section,
    plain,
)
from secondopinion_desktop.model.choices import ContactRole, Yes3
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.services.packets.choice import MadeFor
from secondopinion_desktop.services.packets.words import chosen, day, joined, known, said_by, short_day, yes3
from secondopinion_desktop.services.timeline import DateKind
from secondopinion_desktop.services.timing import words_of

if TYPE_CHECKING:
    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case
    from secondopinion_desktop.services.timing import OpenNotice


def who(case: Case, choice: PacketChoice) -> Section:
    """Return who the person is, with what a clinic needs to know for talking with them."""
    person = case.person
    needed: list[tuple[str, str]] = [(_("Name"), person.name)]
    if choice.birth_date:
        needed.append((_("Born"), day(person.birth_date)))
    if choice.made_for is not MadeFor.FAMILY:
        needed.append((_("Phone"), person.phone))
    more = known(
        (
            (_("Please call me"), person.call_me if person.call_me != person.name else ""),
            (_("Former names"), person.former_names),
            (_("Email"), person.email if choice.made_for is not MadeFor.FAMILY else ""),
            (_("Address"), person.address if choice.made_for is MadeFor.EVERYTHING else ""),
            (_("Language"), person.language),
            (_("Interpreter needed"), "" if person.interpreter_needed is Yes3.NO else yes3(person.interpreter_needed)),
            (_("Helpful at visits"), person.access_needs),
            (_("How much I want to hear"), chosen(person.info_preference)),
            (_("How I like to decide"), chosen(person.decide_style)),
        ),
    )
    return Section("who", _("Who"), (Fields((*needed, *more, *_helpers(case))),))


def _helpers(case: Case) -> list[tuple[str, str]]:
    helpers = [contact for contact in case.contacts if contact.role is ContactRole.HELPER]
    return [
        (
            _("Helper"),
            joined(
                helper.name,
                helper.relation,
                helper.phone,
                _("you may give them information") if helper.may_get_info is Yes3.YES else "",
            ),
        )
        for helper in helpers
    ]


def dates(case: Case, choice: PacketChoice) -> Section:
    """Return the key dates in order, in words what nobody has said yet, and for a family what to ask about them."""
    points = tuple(
        DatePoint(words, short_day(date.to_text()), past=date.latest < case.today) for date, words in _in_order(case)
    )
    situation = case.situation
    said = known(
        (
            (_("In the doctor's words"), said_by(situation.ok_until_words, situation.ok_until_by)),
            (_("Is the start firm?"), yes3(situation.treatment_start_firm)),
            (_("Told it is urgent"), yes3(situation.told_urgent)),
        ),
    )
    blocks: list[Block] = [DatesStrip(points)] if points else []
    blocks += [Fields(said)] if said else []
    missing = _not_known(case)
    if missing:
        blocks.append(Paragraph(plain(_("Not known yet: {dates}.").format(dates=", ".join(missing))), quiet=True))
    if choice.made_for is not MadeFor.DOCTOR:
        blocks += [*_to_ask(case), *_said_to_it(case)]
    return Section("dates", _("Dates that matter"), tuple(blocks))


def _to_ask(case: Case) -> list[Block]:
    """Return the open notices as questions for the care team: what to call about first, and no mere notes."""
    asked = [notice for notice in case.notices if notice.question]
    items = [Item(_question(notice), UNTICKED) for notice in asked]
    return [Heading(plain(_("To ask the care team"))), *items] if items else []


def _said_to_it(case: Case) -> list[Block]:
    """Return what the care team said when the person asked about their dates."""
    items = [
        Item((Run(f"{short_day(one.day)}: {words_of(one.rule)} ".lstrip(": ")), Run(one.note, strong=True)))
        for one in case.answers
        if one.note
    ]
    return [Heading(plain(_("What I asked, and what they said"))), *items] if items else []


def _question(notice: OpenNotice) -> tuple[Run, ...]:
    """Return the question, and in brackets the dates it is about."""
    about = notice.about.rstrip(".")
    return (Run(notice.question), Run(f" ({about})")) if about else plain(notice.question)


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
            (_("how long the doctor said is okay"), DateKind.OK_UNTIL in kinds),
            (_("day to decide by"), DateKind.DECIDE_BY in kinds),
        )
        if not is_known
    ]
