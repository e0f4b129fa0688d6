"""Amounts the way people type them, and their sum: only where every one of them can be read without guessing."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = r"\d{1,12}(?:[ ,.'\u00a0\u202f]\d{1,3})*"
_AMOUNT: Final = re.compile(rf"(?P<before>\D*?)\s*(?P<number>{_NUMBER})\s*(?P<after>\D*)")
_SPACES: Final = re.compile(r"[ '\u00a0\u202f]")
_GROUPED: Final = re.compile(r"\d{1,3}(?P<mark>[ ,.'\u00a0\u202f])\d{3}(?:(?P=mark)\d{3})*")
_WORDS: Final = frozenset({"kr", "kr.", "zł", "fr", "fr.", "dollars", "euros", "pounds", "euro"})
_CODE_LETTERS: Final = 3
_LONGEST_SIGN: Final = 4
_CENTS: Final = 2


class Amount(NamedTuple):
    """How much of what: `sign` as it was typed ("$", "EUR" or ""), and whether it stood `before` the number."""

    value: Decimal
    sign: str
    before: bool


def parse(text: str) -> Amount | None:
    """Return the amount in "$40", "1,250.50 EUR" or "40", None where anything else stands there too."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    before, after = found["before"].strip(), found["after"].strip()
    value = _value(found["number"])
    if value is None or (before and after) or not all(_is_sign(sign) for sign in (before, after) if sign):
        return None
    return Amount(value, before or after, before=bool(before))


def totals(texts: Iterable[str]) -> tuple[str, ...] | None:
    """Return the sum for each sign, written as the first amount with it was; None if one text is no clear amount."""
    sums: dict[str, Amount] = {}
    for text in texts:
        amount = parse(text)
        if amount is None:
            return None
        first = sums.get(amount.sign)
        sums[amount.sign] = amount if first is None else first._replace(value=first.value + amount.value)
    return tuple(worded(amount) for amount in sums.values())


def worded(amount: Amount) -> str:
    """Return "$1,250.50", "1,250 EUR" or "40": cents only where there are some."""
    whole = amount.value == amount.value.to_integral_value()
    number = f"{amount.value:,.0f}" if whole else f"{amount.value:,.2f}"
    if not amount.sign:
        return number
    gap = "" if amount.before and unicodedata.category(amount.sign[-1]) == "Sc" else "\N{NO-BREAK SPACE}"
    return f"{amount.sign}{gap}{number}" if amount.before else f"{number}{gap}{amount.sign}"


def _value(number: str) -> Decimal | None:
    """Return the number, None where it is not sure which mark stands before the cents."""
    if not number.isascii():
        number = _SPACES.sub(" ", number)
    if number.isdecimal():
        return Decimal(number)
    cents = re.fullmatch(r"(?P<whole>.+)(?P<mark>[.,])(?P<cents>\d{1,2})", number)
    whole, rest = (cents["whole"], cents["cents"]) if cents else (number, "")
    if not whole.isdecimal():
        grouped = _GROUPED.fullmatch(whole)
        if grouped is None or (cents and grouped["mark"] == cents["mark"]):
            return None
        # "1.250" can be one and a quarter or more than a thousand.
        if not cents and grouped["mark"] == "." and whole.count(".") == 1:
            return None
        whole = re.sub(r"\D", "", whole)
    return Decimal(f"{whole}.{rest.ljust(_CENTS, '0')}") if rest else Decimal(whole)


def _is_sign(sign: str) -> bool:
    if sign.casefold() in _WORDS:
        return True
    if len(sign) <= _LONGEST_SIGN and unicodedata.category(sign[-1]) == "Sc":
        return all(letter.isupper() for letter in sign[:-1])
    return len(sign) == _CODE_LETTERS and sign.isalpha() and sign.isupper()
