"""Which steps something was written for: one query that stops at the first row of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from secondopinion_desktop.storage.reading import Reading

_ABOUT_ME: Final = (
    "where_i_am", "reason_note", "decision_text", "worries", "care_not_offered_note", "told_it_is_rare", "opener",
    "talk_date", "talk_how", "talk_said", "supports_it", "request_route", "office_contact", "other_places",
)  # fmt: skip
_CHOSEN: Final = ("reasons", "worry_kinds", "care_not_offered_here")
_DATES: Final = (
    "ok_until", "ok_until_words", "treatment_start", "told_urgent", "decide_by", "decide_by_source", "report_expected",
)  # fmt: skip


def _filled(*columns: str) -> str:
    return " OR ".join(f"{column} != ''" for column in columns)


def _there(table: str, condition: str = "1") -> str:
    return f'EXISTS(SELECT 1 FROM "{table}" WHERE removed_at IS NULL AND ({condition}))'  # noqa: S608 - constants


_STEPS: Final = {
    "get_started": (
        _there("situation", f"{_filled(*_ABOUT_ME)} OR " + " OR ".join(f"{name} != '[]'" for name in _CHOSEN)),
        *(_there(table) for table in ("diagnosis", "marker", "treatment", "health_fact")),
    ),
    "insurance": tuple(
        _there(table) for table in ("plan", "referral", "authorization", "network_check", "call", "denial", "expense")
    ),
    "schedule": (_there("appointment", "kind = 'second_opinion'"), _there("contact", "candidate != ''")),
    "records": (_there("record"),),
    "timing": (_there("situation", _filled(*_DATES)), _there("reminder_answer")),
    "write_down": (_there("key_point"), _there("asking", "trim(answer) != ''"), _there("term")),
    "report": (_there("report_request"),),
    "weigh": (_there("option"), _there("point"), _there("decision"), _there("self_check", "answer != ''")),
}
KINDS: Final = frozenset(
    (
        "situation", "diagnosis", "marker", "treatment", "health_fact", "plan", "referral", "authorization",
        "network_check", "call", "denial", "expense", "appointment", "contact", "record", "reminder_answer",
        "key_point", "asking", "term", "report_request", "option", "point", "decision", "self_check",
    )
)  # fmt: skip
"""A change of one of these can begin a step."""
_QUERY: Final = "SELECT " + ", ".join(f"({' OR '.join(asked)})" for asked in _STEPS.values())


def steps_begun(reading: Reading) -> frozenset[str]:
    """Return the keys of the steps something was written for."""
    (found,) = reading.execute(_QUERY)
    return frozenset(step for step, begun in zip(_STEPS, found, strict=True) if begun)
