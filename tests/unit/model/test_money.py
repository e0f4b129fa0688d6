"""Amounts as people type them: added up only where nothing has to be guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.model import money


@pytest.mark.parametrize(
    ("typed", "value", "sign"),
    [
        ("$40", "40", "$"),
        ("$40.50", "40.50", "$"),
        ("40", "40", ""),
        (" 1,250.50 ", "1250.50", ""),
        ("1.250,50 €", "1250.50", "€"),
        ("1 250,50 €", "1250.50", "€"),
        ("1'250.50 CHF", "1250.50", "CHF"),
        ("EUR 30", "30", "EUR"),
        ("US$1,250", "1250", "US$"),
        ("300 kr", "300", "kr"),
        ("12.5", "12.50", ""),
        ("1.250.000", "1250000", ""),
    ],
)
def test_what_people_type_is_read(typed: str, value: str, sign: str) -> None:
    amount = money.parse(typed)
    assert amount is not None
    assert (amount.value, amount.sign) == (Decimal(value), sign)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "$40 or so",
        "about $40",
        "forty",
        "$40 for the visit",
        "1.250",
        "20%",
        "$40-60",
        "40 50",
        "$40 $50",
        "-40",
        "4/5",
    ],
)
def test_what_would_be_a_guess_is_not_read(typed: str) -> None:
    assert money.parse(typed) is None


def test_each_currency_has_a_sum_of_its_own() -> None:
    assert money.totals(["$40", "$1,225.50", "30 €", "$0.50"]) == ("$1,266", "30\N{NO-BREAK SPACE}€")


def test_one_unclear_amount_and_there_is_no_sum() -> None:
    assert money.totals(["$40", "a taxi"]) is None
    assert money.totals([]) == ()


@given(st.text())
def test_no_text_breaks_the_reading(typed: str) -> None:
    amount = money.parse(typed)
    assert amount is None or amount.value >= 0


@given(
    st.lists(st.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100), min_size=1),
    st.sampled_from(["$", "€", "EUR", "", "kr"]),
    st.booleans(),
)
def test_a_sum_is_the_sum_of_its_parts_and_can_be_read_again(values: list[Decimal], sign: str, before: bool) -> None:
    texts = [money.worded(money.Amount(value, sign, before=before)) for value in values]
    total = money.totals(texts)
    assert total is not None
    again = money.parse(total[0])
    assert again is not None
    assert (again.value, again.sign) == (sum(values), sign)
