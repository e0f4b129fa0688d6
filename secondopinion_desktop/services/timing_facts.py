"""What the date rules look at, gathered from the open file in a few queries."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from secondopinion_desktop.model import timing
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    Choice,
    ContactRole,
    CopyForm,
    InfoPreference,
    Network,
    PlanChoice,
    RecordStatus,
    ReferralStatus,
    StepStatus,
    Yes3,
)
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.model.richtext.preview import is_written
from secondopinion_desktop.storage import facts as queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from secondopinion_desktop.storage import Session

    Row = Mapping[str, Any]
    Read = Mapping[str, list[Any]]

C = TypeVar("C", bound=Choice)
_THINGS: Final = frozenset(("R2", "R3", "R8"))  # record kinds of the guidance: slides, blocks, scan pictures
_THING_FORMS: Final = frozenset((CopyForm.DISC, CopyForm.SLIDES, CopyForm.BLOCKS))
_PROMISED: Final = (RecordStatus.ASKED, RecordStatus.PROMISED)
_GONE_ON: Final = frozenset((StepStatus.IN_PROGRESS, StepStatus.WAITING, StepStatus.DONE))
_BETWEEN_NOTES: Final = "\x1e"


def facts_and_answers(session: Session, today: date) -> tuple[timing.Facts, list[queries.Answered]]:
    """Return the facts of the file as of `today`, and how notices were answered so far."""
    read = queries.read(session, (today - timedelta(days=1)).isoformat())
    return _facts(read, today), [queries.Answered(**row) for row in read["answers"]]


def _facts(read: Read, today: date) -> timing.Facts:
    situation = read["situation"][0]
    start, row = _treatment_start(situation, read)
    visits = tuple(_visit(visit) for visit in read["visits"])
    decision = next(iter(read["decisions"]), None)
    return timing.Facts(
        today=today,
        treatment_start=start,
        treatment_firm=Yes3(situation["treatment_start_firm"]),
        treatment_row=row,
        ok_until=_day(situation["ok_until"]),
        ok_until_words=situation["ok_until_words"],
        decide_by=_day(situation["decide_by"]),
        report_expected=_report_expected(situation, read),
        diagnosed_on=_day(situation["diagnosed_on"]),
        told_urgent=Yes3(situation["told_urgent"]),
        plan_choice=PlanChoice(situation["plan_choice"]),
        not_needed=situation["schedule"] == StepStatus.NOT_NEEDED,
        talk_begun=any(situation[name] for name in ("talk_date", "talk_how", "talked_with_id", "talk_said")),
        booking_begun=bool(situation["booking"]) or situation["schedule"] in _GONE_ON,
        visits=visits,
        reports=tuple(
            timing.Report(report["visit_id"], _day(report["due"]), bool(report["arrived_on"]))
            for report in read["reports"]
        ),
        papers=tuple(_paper(paper) for paper in read["papers"]),
        approvals=tuple(_approval(approval) for approval in read["approvals"]),
        referrals=tuple(
            timing.Referral(one["id"], Yes3(one["needed"]), ReferralStatus(one["status"]), _day(one["valid_to"]))
            for one in read["referrals"]
        ),
        networks=tuple(Network(check["status"]) for check in read["networks"]),
        has_estimate=bool(situation["has_estimate"]),
        denials=tuple(_denial(denial) for denial in read["denials"]),
        doctors=tuple(_doctor(doctor) for doctor in read["doctors"]),
        differences=tuple(
            timing.Difference(topic["id"], topic["name"], bool(topic["asked"])) for topic in read["differences"]
        ),
        top_questions=situation["top_questions"],
        decided=decision is not None and bool(decision["text"].strip() or decision["decided_on"]),
        confidence=_confidence(read["confidences"]),
        promises=tuple(_promises(read, situation, decision)),
        spans=tuple(_spans(read)),
        info_preference=InfoPreference(situation["info_preference"]),
    )


@lru_cache(maxsize=1024)
def _day(stored: str | None) -> PartialDate | None:
    return PartialDate.from_optional_text(stored)


def _treatment_start(situation: Row, read: Read) -> tuple[PartialDate | None, tuple[str, str]]:
    """Return the day treatment starts and the row that keeps it: a visit of that kind, if there is one."""
    for visit in read["visits"]:
        is_start = visit["kind"] == AppointmentKind.TREATMENT_START and visit["status"] not in timing.SET_ASIDE
        if is_start and visit["day"]:
            return _day(visit["day"]), ("appointment", visit["id"])
    return _day(situation["treatment_start"]), ("situation", ONLY)


def _report_expected(situation: Row, read: Read) -> PartialDate | None:
    """Return the day written among the dates, else the first on which a report was promised that is not here yet."""
    promised = (_day(report["due"]) for report in read["reports"] if not report["arrived_on"])
    first = min((day for day in promised if day is not None), key=lambda day: day.sort_key, default=None)
    return _day(situation["report_expected"]) or first


def _visit(row: Row) -> timing.Visit:
    kind = AppointmentKind(row["kind"])
    notes = (row["notes"] or "").split(_BETWEEN_NOTES)
    return timing.Visit(
        id=row["id"],
        kind=kind,
        status=AppointmentStatus(row["status"]),
        day=_day(row["day"]),
        records_needed_by=_day(row["records_needed_by"]),
        name=row["title"] or kind.words,
        has_companion=bool(row["companion_id"]),
        has_result=bool(row["written"] or row["result"]) or any(map(is_written, notes)),
        has_price=bool(row["self_pay_quote"].strip()),
        questions=row["questions"],
    )


def _paper(row: Row) -> timing.Paper:
    return timing.Paper(
        id=row["id"],
        name=row["name"],
        status=RecordStatus(row["status"]),
        must_have=bool(row["must_have"]),
        is_thing=row["kind"] in _THINGS or row["form"] in _THING_FORMS,
        holder=row["holder"],
        asked_on=_day(row["asked_on"]),
        received_by_holder_on=_day(row["received_by_holder_on"]),
        promised_by=_day(row["promised_by"]),
    )


def _approval(row: Row) -> timing.Approval:
    return timing.Approval(
        row["id"],
        Yes3(row["needed"]),
        AuthorizationStatus(row["status"]),
        row["number"],
        _day(row["valid_from"]),
        _day(row["valid_to"]),
    )


def _denial(row: Row) -> timing.Denial:
    filed = bool(row["filed_on"] or row["result"])
    return timing.Denial(row["id"], _day(row["denied_on"]), _day(row["appeal_by"]), filed)


def _doctor(row: Row) -> timing.Doctor:
    first = row["role"] == ContactRole.FIRST_DOCTOR
    return timing.Doctor(row["id"], row["name"], row["specialty"], first, Yes3(row["same_group_as_first"]))


def _confidence(rows: list[Any]) -> int | None:
    """Return how sure the person feels, 1 to 5. An answer that is no number says nothing here."""
    said = rows[0]["answer"] if rows else ""
    return int(said) if said.isdecimal() and len(said) == 1 else None


def _promises(read: Read, situation: Row, decision: Row | None) -> Iterator[timing.Promise]:
    decide_by = _day(situation["decide_by"])
    if decide_by is not None and (decision is None or not (decision["text"].strip() or decision["decided_on"])):
        yield timing.Promise(("situation", ONLY), decide_by, timing.Seen.DECIDE_BY.words)
    for call in read["calls"]:
        day = _day(call["follow_up_on"])
        if day is not None:
            yield timing.Promise(("call", call["id"]), day, call["called"] or call["person"])
    for approval in read["approvals"]:
        day = _day(approval["decision_due"])
        if day is not None and approval["status"] == AuthorizationStatus.WAITING:
            yield timing.Promise(("authorization", approval["id"]), day, "")
    for paper in read["papers"]:
        day = _day(paper["promised_by"])
        if day is not None and paper["status"] in _PROMISED:
            yield timing.Promise(("record", paper["id"]), day, paper["name"])


def _spans(read: Read) -> Iterator[timing.Span]:
    for table, rows, first, last in (
        ("treatment", read["treatments"], "started_on", "ended_on"),
        ("referral", read["referrals"], "valid_from", "valid_to"),
        ("authorization", read["approvals"], "valid_from", "valid_to"),
        ("record", read["papers"], "service_from", "service_to"),
    ):
        for row in rows:
            start, end = _day(row[first]), _day(row[last])
            if start is not None and end is not None:
                yield timing.Span((table, row["id"]), start, end, row.get("name", ""))
