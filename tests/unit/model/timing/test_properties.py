"""What holds for all facts: nothing comes of nothing, answers hold, the order is one, words exist for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop import guidance
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    RecordStatus,
    RuleAnswer,
    Yes3,
)
from secondopinion_desktop.model.dates import PartialDate, Precision
from secondopinion_desktop.model.timing import (
    RULE_IDS,
    Facts,
    Level,
    Notice,
    Paper,
    Referral,
    Visit,
    notices,
    open_notices,
)

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
days = st.builds(PartialDate, st.dates(FIRST, LAST), st.sampled_from(Precision))
maybe = st.none() | days
visits = st.builds(
    Visit,
    st.sampled_from(("a", "b", "c")),
    st.sampled_from(AppointmentKind),
    st.sampled_from(AppointmentStatus),
    maybe,
    maybe,
    has_companion=st.booleans(),
    has_result=st.booleans(),
    questions=st.integers(0, 12),
)
papers = st.builds(
    Paper,
    st.sampled_from(("p", "q", "r")),
    st.just("Scans"),
    st.sampled_from(RecordStatus),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("", "lab")),
    maybe,
    maybe,
)
referrals = st.builds(Referral, st.just("f"), st.sampled_from(Yes3), valid_to=maybe)
facts = st.builds(
    Facts,
    st.dates(FIRST, LAST),
    treatment_start=maybe,
    treatment_firm=st.sampled_from(Yes3),
    ok_until=maybe,
    decide_by=maybe,
    report_expected=maybe,
    told_urgent=st.sampled_from(Yes3),
    talk_begun=st.booleans(),
    visits=st.lists(visits, max_size=3, unique_by=lambda one: one.id).map(tuple),
    papers=st.lists(papers, max_size=3, unique_by=lambda one: one.id).map(tuple),
    referrals=st.lists(referrals, max_size=1).map(tuple),
)


class Said(NamedTuple):
    rule: str
    facts: str
    answer: str = RuleAnswer.ASKED
    until: str = ""


def answered(notice: Notice, answer: RuleAnswer = RuleAnswer.ASKED, until: str = "") -> Said:
    return Said(notice.rule, notice.facts, answer, until)


@given(st.dates())
def test_nothing_is_said_of_an_empty_file(today: date) -> None:
    assert notices(Facts(today)) == []


@given(facts)
def test_the_most_pressing_comes_first_and_the_order_is_always_the_same(given_facts: Facts) -> None:
    found = notices(given_facts)
    ranks = [notice.level.rank for notice in found]
    assert ranks == sorted(ranks, reverse=True)
    shuffled = replace(
        given_facts, visits=tuple(reversed(given_facts.visits)), papers=tuple(reversed(given_facts.papers))
    )
    again = [(notice.rule, notice.level, notice.facts) for notice in notices(shuffled)]
    only_first = {"W4", "W14"}  # these speak of the first visit that comes
    assert {one for one in again if one[0] not in only_first} == {
        (notice.rule, notice.level, notice.facts) for notice in found if notice.rule not in only_first
    }
    assert notices(given_facts) == found


@given(facts, st.sampled_from((RuleAnswer.ASKED, RuleAnswer.DOES_NOT_APPLY, RuleAnswer.SEEN)))
def test_an_answer_silences_what_it_answers_and_nothing_else(given_facts: Facts, answer: RuleAnswer) -> None:
    found = notices(given_facts)
    for notice in found:
        left = open_notices(found, [answered(notice, answer)], given_facts.today)
        assert left == [one for one in found if (one.rule, one.facts) != (notice.rule, notice.facts)]


@given(facts, st.integers(0, 5))
def test_remind_me_in_two_days_is_silent_for_two_days(given_facts: Facts, later: int) -> None:
    found = notices(given_facts)
    until = (given_facts.today + timedelta(days=2)).isoformat()
    answers = [answered(notice, RuleAnswer.LATER, until) for notice in found]
    left = open_notices(found, answers, given_facts.today + timedelta(days=later))
    assert left == ([] if later < 2 else found)


@given(facts, st.integers(1, 40))
def test_an_answer_holds_until_a_date_changes(given_facts: Facts, moved: int) -> None:
    found = notices(given_facts)
    answers = [answered(notice) for notice in found]
    assert open_notices(found, answers, given_facts.today) == []
    for notice in found:
        if not notice.dates:
            continue
        seen, day = notice.dates[0]
        other = PartialDate(day.day + timedelta(days=400 + moved), day.precision)
        changed = notice._replace(dates=((seen, other), *notice.dates[1:]))
        assert open_notices([changed], answers, given_facts.today) == [changed]


@given(facts)
def test_what_is_open_is_never_more_than_what_is_said(given_facts: Facts) -> None:
    found = notices(given_facts)
    assert open_notices(found, [], given_facts.today) == found
    assert all(notice.rule in RULE_IDS for notice in found)


@given(facts)
def test_dates_that_are_not_firm_never_call(given_facts: Facts) -> None:
    for notice in notices(given_facts):
        assert not (notice.vague and notice.level is Level.CALL)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_its_words(rule: str) -> None:
    words = guidance.timing().rules[rule]
    assert words.sees
    assert words.ask
    assert words.button
    for bank_id in filter(None, (words.bank_question,)):
        assert guidance.question(bank_id)


def test_no_words_are_left_over_and_every_call_and_check_has_its_question_for_paper() -> None:
    assert list(guidance.timing().rules) == list(RULE_IDS)
    pressing = set(RULE_IDS[:16]) - {"W9a"} | {"W15", "W15a", "W21"}
    assert {rule for rule, words in guidance.timing().rules.items() if words.question} == pressing


def test_the_neutral_choices_stand_under_four_rules() -> None:
    assert {rule for rule, words in guidance.timing().rules.items() if words.choices} == {"W1", "W2", "W3", "W6"}
    assert len(guidance.timing().choices) == 6
