"""W1 to W6, with the test cases that the domain notes publish."""

from __future__ import annotations

from typing import Any

import pytest

from secondopinion_desktop.model.choices import AppointmentStatus, PlanChoice, Yes3
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.timing import Facts, Level, Report, notices
from tests.helpers.timing import TODAY, about, ahead, at_visit, june, rules, said, visit

PUBLISHED = [
    ((june(20), june(18), june(10), june(14), june(16)), ["none"]),
    ((june(10), None, june(10), None, None), ["W1", "W5"]),
    ((june(10), None, june(9), june(12), None), ["W3", "W5"]),
    ((june(20), june(9), june(10), june(12), None), ["W2"]),
    ((june(20), june(10), june(10), june(12), None), ["none"]),
    ((None, june(30), june(10), june(12), None), ["W4"]),
    ((None, None, june(10), None, june(8)), ["W3a", "W4", "W5"]),
    ((about(10), june(30), june(12), None, None), ["W1"]),
]


@pytest.mark.parametrize(("dates", "expected"), PUBLISHED)
def test_the_published_cases(dates: tuple[PartialDate | None, ...], expected: list[str]) -> None:
    start, ok_until, appointment, report, decide_by = dates
    found = rules(
        treatment_start=start,
        ok_until=ok_until,
        visits=(visit(appointment),),
        report_expected=report,
        decide_by=decide_by,
    )
    assert (found or ["none"]) == expected


def test_published_an_about_date_lowers_the_level_by_one() -> None:
    (found,) = said(treatment_start=about(10), ok_until=june(30), visits=(visit(june(12)),))
    assert (found.rule, found.level, found.vague) == ("W1", Level.CHECK, True)
    (firm,) = said(treatment_start=june(10), ok_until=june(30), visits=(visit(june(12)),))
    assert (firm.rule, firm.level, firm.vague) == ("W1", Level.CALL, False)


@pytest.mark.parametrize("start", [None, june(1), june(20), about(10)])
@pytest.mark.parametrize("ok_until", [None, june(2), june(30)])
def test_published_without_a_visit_no_dates_clash(start: PartialDate | None, ok_until: PartialDate | None) -> None:
    assert rules(treatment_start=start, ok_until=ok_until) == []
    begun = rules(treatment_start=start, ok_until=ok_until, talk_begun=True)
    assert begun == ([] if ok_until else ["W5"])
    assert rules(treatment_start=start, ok_until=ok_until, booking_begun=True) == begun


def test_published_the_doctors_words_alone_are_an_answer() -> None:
    words = "a week or two is fine"
    facts = {"treatment_start": june(20), "ok_until_words": words, "visits": (visit(june(10)),)}
    assert rules(**facts, report_expected=june(12)) == []


LIMITS = [
    ("W1", {"treatment_start": june(10)}, [False, True, True]),
    ("W2", {"ok_until": june(10)}, [False, False, True]),
    ("W3a", {"decide_by": june(10)}, [False, False, True]),
]


@pytest.mark.parametrize(("rule", "limit", "fires"), LIMITS)
def test_a_visit_the_day_before_on_and_after_the_limit(
    rule: str, limit: dict[str, PartialDate], fires: list[bool]
) -> None:
    known: dict[str, Any] = {"ok_until": june(25), "treatment_start": june(28), **limit}
    assert [rule in rules(visits=(visit(june(day)),), **known) for day in (9, 10, 11)] == fires


@pytest.mark.parametrize(("day", "fires"), [(9, False), (10, False), (11, True)])
@pytest.mark.parametrize("limit", ["treatment_start", "decide_by"])
def test_a_report_the_day_before_on_and_after_the_limit(limit: str, day: int, fires: bool) -> None:
    assert ("W3" in rules(report_expected=june(day), **{limit: june(10)})) is fires


def test_the_earlier_of_treatment_and_decision_counts_for_the_report() -> None:
    assert "W3" in rules(report_expected=june(12), treatment_start=june(20), decide_by=june(11))
    assert "W3" in rules(report_expected=june(12), treatment_start=june(11), decide_by=june(20))


def test_a_report_that_came_is_not_late() -> None:
    late = {"report_expected": june(12), "decide_by": june(11)}
    assert "W3" not in rules(**late, reports=(Report(arrived=True),))
    assert "W3" in rules(**late, reports=(Report(arrived=True), Report(arrived=False)))


def test_a_start_that_can_move_is_not_firm() -> None:
    for answer in (Yes3.NO, Yes3.NOT_SURE):
        (found,) = said(treatment_start=june(10), treatment_firm=answer, ok_until=june(30), visits=(visit(june(12)),))
        assert (found.rule, found.level) == ("W1", Level.CHECK)


def test_about_a_month_clashes_where_it_can() -> None:
    month = PartialDate.from_text("~2026-06")
    assert "W1" in rules(treatment_start=month, visits=(visit(june(12)),))
    assert "W1" not in rules(treatment_start=PartialDate.from_text("~2026-07"), visits=(visit(june(30)),))


@pytest.mark.parametrize("status", [AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD])
def test_a_visit_that_is_set_aside_clashes_with_nothing(status: AppointmentStatus) -> None:
    assert rules(treatment_start=june(10), visits=(visit(june(12), status=status),)) == []


def test_a_visit_that_has_passed_asks_for_no_earlier_opening() -> None:
    yesterday = visit(ahead(-1), has_result=True)
    assert rules(treatment_start=ahead(-10), ok_until=ahead(-5), visits=(yesterday,)) == []
    assert "W1" in rules(treatment_start=ahead(-10), ok_until=ahead(5), visits=(visit(ahead(0)),))


def test_who_is_told_it_is_urgent_is_asked_to_talk_first() -> None:
    (found,) = said(told_urgent=Yes3.YES)
    assert (found.rule, found.level) == ("W6", Level.CALL)
    for answer in (Yes3.NO, Yes3.NOT_SURE, Yes3.UNANSWERED):
        assert rules(told_urgent=answer) == []


def test_who_chose_not_to_go_on_is_not_asked_how_long_they_can_take() -> None:
    assert rules(talk_begun=True, plan_choice=PlanChoice.NO) == ["W30"]


def test_nothing_clashes_while_all_is_in_order() -> None:
    assert rules(**at_visit(20)) == []
    assert notices(Facts(TODAY)) == []
