"""Every other rule: the day before its limit, on it, and after it; and what keeps it silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    InfoPreference,
    Network,
    PlanChoice,
    RecordStatus,
    ReferralStatus,
    Yes3,
)
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.timing import (
    RULE_IDS,
    Approval,
    Denial,
    Difference,
    Doctor,
    Level,
    Paper,
    Promise,
    Referral,
    Report,
    Span,
    Visit,
    facts_are_old,
    outlook,
    printing,
)
from tests.helpers.timing import TODAY, about, ahead, at_visit, rules, said, visit

if TYPE_CHECKING:
    from collections.abc import Callable

MUST_HAVE = Paper("r", "Pathology report", must_have=True)
SLIDES = Paper("s", "Slides", is_thing=True)
OWN = Visit("own", AppointmentKind.OWN_DOCTOR, day=ahead(3))


def needed_in(days: int) -> dict[str, Any]:
    return {**at_visit(60, records_needed_by=ahead(days)), "papers": (MUST_HAVE,)}


def got_request(days: int, **more: Any) -> dict[str, Any]:
    paper = Paper("r", "Scans", RecordStatus.ASKED, holder="lab", received_by_holder_on=ahead(-days))
    return {"papers": (paper._replace(**more),)}


def approval(days: int, **more: Any) -> dict[str, Any]:
    return {**at_visit(days), "approvals": (Approval("a", **{"needed": Yes3.YES, **more}),)}


def approved(first: int, last: int) -> dict[str, Any]:
    kept = Approval("a", Yes3.YES, AuthorizationStatus.APPROVED, "77", ahead(first), ahead(last))
    return {**at_visit(20), "approvals": (kept,)}


def referred(last: int) -> dict[str, Any]:
    return {**at_visit(20), "referrals": (Referral("f", Yes3.YES, ReferralStatus.SENT, ahead(last)),)}


def appeal(days: int) -> dict[str, Any]:
    return {"denials": (Denial("d", ahead(-5), ahead(days)),)}


def past(days: int, **more: Any) -> dict[str, Any]:
    return {"visits": (visit(ahead(-days), **{"has_result": True, **more}),)}


def questions(count: int) -> dict[str, Any]:
    return at_visit(20, questions=count)


# rule, level, facts by a number, and the numbers just outside, on and inside its limit
LIMITS: list[tuple[str, Level, Callable[[int], dict[str, Any]], tuple[int, ...], tuple[int, ...]]] = [
    ("W8", Level.CALL, needed_in, (4, 5), (3, 2, 0, -1)),
    ("W9", Level.CHECK, got_request, (29, 28), (30, 31, 90)),
    ("W9a", Level.NOTE, got_request, (9, 30), (10, 11, 29)),
    ("W10", Level.CALL, lambda days: {**at_visit(days), "papers": (SLIDES,)}, (6, 7), (5, 4, 0)),
    ("W11", Level.CALL, approval, (8, 9), (7, 6, 0)),
    ("W12", Level.CALL, lambda last: approved(0, last), (20, 21), (19, 18)),
    ("W12", Level.CALL, lambda first: approved(first, 40), (20, 19), (21, 22)),
    ("W13", Level.CHECK, referred, (20, 21), (19, 18)),
    ("W15a", Level.CALL, appeal, (15, 16, -1), (14, 13, 0)),
    ("W18", Level.NOTE, lambda days: at_visit(days, has_companion=False), (8, 9), (7, 6, 0)),
    ("W19", Level.NOTE, lambda days: {**at_visit(days), "top_questions": 0}, (3, 4), (2, 1, 0)),
    ("W20", Level.NOTE, lambda days: past(days, has_result=False), (1, 0), (2, 3, 90)),
    ("W21", Level.CHECK, past, (9, 8), (10, 11, 90)),
    ("W21", Level.CHECK, lambda due: {**past(1), "reports": (Report("v", ahead(due)),)}, (1, 0), (-1, -2)),
    ("W21", Level.CHECK, lambda due: {**past(1), "report_expected": ahead(due)}, (1, 0), (-1, -2)),
    ("W24", Level.NOTE, lambda day: {"promises": (Promise(("call", "c"), ahead(day)),)}, (1, 0), (-1, -2)),
    ("W24", Level.NOTE, lambda day: {"visits": (OWN._replace(day=ahead(day)),)}, (1, 0), (-1, -2)),
    ("W25", Level.NOTE, lambda end: {"spans": (Span(("treatment", "t"), ahead(0), ahead(end)),)}, (0, 1), (-1, -2)),
    ("W25", Level.NOTE, lambda day: {**at_visit(20), "diagnosed_on": ahead(day)}, (20, 19), (21, 22)),
    (
        "W25",
        Level.NOTE,
        lambda years: {"decide_by": PartialDate(TODAY.replace(year=TODAY.year + years))},
        (5, -5),
        (6, -6),
    ),
    ("W28", Level.NOTE, questions, (10, 9), (11, 12)),
]


@pytest.mark.parametrize(("rule", "level", "facts", "outside", "inside"), LIMITS)
def test_a_rule_speaks_from_its_limit_on_and_not_a_day_before(
    rule: str,
    level: Level,
    facts: Callable[[int], dict[str, Any]],
    outside: tuple[int, ...],
    inside: tuple[int, ...],
) -> None:
    for number in outside:
        assert rule not in rules(**facts(number)), number
    for number in inside:
        (found,) = [notice for notice in said(**facts(number)) if notice.rule == rule]
        assert found.level is level, number


# rule, facts in which it speaks, facts in which it is silent
ANSWERS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("W4", {"visits": (visit(ahead(9)),)}, {"visits": (visit(ahead(9)),), "treatment_start": ahead(20)}),
    ("W4", {"visits": (visit(),)}, {"visits": (OWN,)}),
    ("W5", {"talk_begun": True}, {"talk_begun": True, "ok_until_words": "a few weeks"}),
    ("W7", {"visits": (OWN._replace(status=AppointmentStatus.ON_HOLD),)}, {"visits": (OWN,)}),
    (
        "W7",
        {"visits": (OWN._replace(status=AppointmentStatus.CANCELED),)},
        {"visits": (visit(ahead(3), status=AppointmentStatus.CANCELED),)},
    ),
    ("W8", needed_in(1), {**needed_in(1), "papers": (MUST_HAVE._replace(status=RecordStatus.ARRIVED),)}),
    ("W8", needed_in(1), {**needed_in(1), "papers": (MUST_HAVE._replace(must_have=False),)}),
    ("W9", got_request(30), got_request(30, status=RecordStatus.HAVE)),
    ("W9a", got_request(10, status=RecordStatus.PROMISED), got_request(10, status=RecordStatus.NOT_NEEDED)),
    ("W10", {**at_visit(5), "papers": (SLIDES,)}, {**at_visit(5), "papers": (SLIDES._replace(is_thing=False),)}),
    ("W11", approval(3, needed=Yes3.NOT_SURE), approval(3, needed=Yes3.NO)),
    ("W11", approval(3, status=AuthorizationStatus.WAITING), approval(3, number="48-2217")),
    ("W13", {**at_visit(20), "referrals": (Referral("f", Yes3.YES, ReferralStatus.ASKED),)}, referred(40)),
    ("W13", {**at_visit(20), "referrals": (Referral("f", Yes3.YES),)}, {"referrals": (Referral("f", Yes3.YES),)}),
    (
        "W14",
        {**at_visit(20), "networks": (Network.OUT,)},
        {**at_visit(20), "networks": (Network.OUT,), "has_estimate": True},
    ),
    ("W14", {**at_visit(20), "networks": (Network.IN, Network.NOT_SURE)}, {**at_visit(20), "networks": (Network.IN,)}),
    ("W14", {**at_visit(20), "networks": (Network.OUT,)}, {**at_visit(20, has_price=True), "networks": (Network.OUT,)}),
    ("W15", {"denials": (Denial("d"),)}, {"denials": (Denial("d", filed=True),)}),
    ("W15", appeal(40), appeal(10)),
    (
        "W16",
        {"doctors": (Doctor("a", "A", "Surgeon", first=True), Doctor("b", "B", "oncologist"))},
        {"doctors": (Doctor("a", "A", "Surgeon", first=True), Doctor("b", "B", "surgeon "))},
    ),
    ("W17", {"doctors": (Doctor("b", same_group=Yes3.YES),)}, {"doctors": (Doctor("b", same_group=Yes3.NOT_SURE),)}),
    ("W22", {"differences": (Difference("t", "Surgery"),)}, {"differences": (Difference("t", "Surgery", asked=True),)}),
    ("W23", {"decided": True, "confidence": 2}, {"decided": True, "confidence": 3}),
    ("W23", {"decided": True, "confidence": 1}, {"decided": False, "confidence": 1}),
    (
        "W24",
        {"visits": (OWN._replace(day=ahead(-1)),)},
        {"visits": (OWN._replace(day=ahead(-1), status=AppointmentStatus.HAPPENED),)},
    ),
    ("W30", {"plan_choice": PlanChoice.NO}, {"plan_choice": PlanChoice.NOT_NOW}),
    ("W30", {"not_needed": True}, {}),
]


@pytest.mark.parametrize(("rule", "open_facts", "silent"), ANSWERS)
def test_what_a_rule_asks_and_what_answers_it(rule: str, open_facts: dict[str, Any], silent: dict[str, Any]) -> None:
    assert rule in rules(**open_facts)
    assert rule not in rules(**silent)


def test_a_week_before_the_visit_stands_for_a_day_the_clinic_did_not_give() -> None:
    near, far = ({**at_visit(days), "papers": (MUST_HAVE,)} for days in (10, 11))
    assert "W8" in rules(**near)
    assert "W8" not in rules(**far)


def test_one_request_of_many_papers_is_one_notice_that_names_them() -> None:
    papers = tuple(
        Paper(f"r{n}", f"Paper {n}", RecordStatus.ASKED, holder="lab", asked_on=ahead(-12)) for n in range(9)
    )
    (found,) = said(papers=papers)
    assert (found.rule, len(found.names)) == ("W9a", 9)


def test_the_thirty_days_count_only_from_the_day_the_holder_got_the_request() -> None:
    paper = Paper("r", "Scans", RecordStatus.ASKED, asked_on=ahead(-40))
    assert rules(papers=(paper,)) == ["W9a"]
    assert rules(papers=(paper._replace(received_by_holder_on=ahead(-30)),)) == ["W9"]


def test_about_dates_lower_every_level_by_one_and_a_note_stays_a_note() -> None:
    vague = about(3)
    (call,) = said(**{**at_visit(60, records_needed_by=vague), "papers": (MUST_HAVE,)})
    assert (call.rule, call.level) == ("W8", Level.CHECK)
    facts = got_request(0, received_by_holder_on=PartialDate.from_text("~2026-04-01"))
    (check,) = said(**facts)
    assert (check.rule, check.level) == ("W9", Level.NOTE)
    (note,) = said(promises=(Promise(("call", "c"), PartialDate.from_text("~2026-05-01")),))
    assert (note.rule, note.level) == ("W24", Level.NOTE)


def test_printing_is_always_told_and_outlook_is_asked_unless_all_is_wanted() -> None:
    assert (printing().rule, printing().level) == ("W26", Level.NOTE)
    for preference in InfoPreference:
        found = outlook(preference)
        assert (found is None) == (preference is InfoPreference.ALL)
        assert found is None or (found.rule, found.level) == ("W29", Level.NOTE)


def test_every_rule_of_the_domain_is_there() -> None:
    tested = {rule for rule, *_rest in (*LIMITS, *ANSWERS)}
    elsewhere = {"W1", "W2", "W3", "W3a", "W6", "W26", "W27", "W29"}
    assert tested | elsewhere == set(RULE_IDS)
    assert len(RULE_IDS) == 33


@pytest.mark.parametrize(("days", "old"), [(364, False), (365, False), (366, True), (367, True)])
def test_facts_of_the_program_are_old_after_twelve_months(days: int, old: bool) -> None:
    found = facts_are_old(TODAY - timedelta(days=days), TODAY)
    assert (found is not None) is old
    assert found is None or (found.rule, found.level) == ("W27", Level.NOTE)


def test_a_leap_day_has_a_year_before_it() -> None:
    leap = date(2028, 2, 29)
    assert facts_are_old(date(2027, 2, 27), leap)
    assert not facts_are_old(date(2027, 2, 28), leap)


def test_what_is_promised_for_a_day_to_come_needs_no_short_call() -> None:
    facts = got_request(12, status=RecordStatus.PROMISED, promised_by=ahead(0))
    assert "W9a" not in rules(**facts)
    assert "W9a" in rules(**got_request(12, status=RecordStatus.PROMISED, promised_by=ahead(-1)))
    assert "W9" in rules(**got_request(30, status=RecordStatus.PROMISED, promised_by=ahead(3)))


def test_of_one_request_only_what_nobody_promised_is_named() -> None:
    one = Paper("a", "Scans", RecordStatus.ASKED, holder="lab", asked_on=ahead(-12))
    promised = one._replace(id="b", name="Slides", promised_by=ahead(2))
    (found,) = said(papers=(promised, one))
    assert (found.names, found.target) == (("Scans",), ("record", "a"))


@pytest.mark.parametrize(("appeal_by", "rule"), [("~2026-06", "W15a"), ("~2026-07", "W15"), ("~2026-05", "W15")])
def test_a_last_day_in_about_a_month_is_near_while_it_can_still_come(appeal_by: str, rule: str) -> None:
    (found,) = said(denials=(Denial("d", appeal_by=PartialDate.from_text(appeal_by)),))
    assert found.rule == rule


def test_a_no_names_the_last_day_to_appeal_as_soon_as_it_is_known() -> None:
    (unknown,) = said(denials=(Denial("d", ahead(-5)),))
    (known,) = said(denials=(Denial("d", ahead(-5), ahead(40)),))
    assert (unknown.rule, known.rule) == ("W15", "W15")
    assert [seen.words for seen, _day in known.dates] == ["The plan said no", "Last day to appeal"]
    assert unknown.facts != known.facts  # an answer given before the day was known does not hide it


def test_a_list_for_the_visit_is_an_order_too() -> None:
    near = {**at_visit(1, questions=4), "top_questions": 0}
    assert "W19" not in rules(**near)
    assert "W19" in rules(**{**at_visit(1, questions=0), "top_questions": 0})
