"""Records on their way and the report to come: W8, W9, W9a, W10 and W21 of domain part 6.3."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.model.timing.notice import Level, Seen, notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondopinion_desktop.model.dates import PartialDate
    from secondopinion_desktop.model.timing.facts import Facts, Paper
    from secondopinion_desktop.model.timing.notice import Notice

NEEDED_SOON: Final = timedelta(days=3)
THINGS_SOON: Final = timedelta(days=5)
NO_NEWS: Final = timedelta(days=10)
ACCESS_LIMIT: Final = timedelta(days=30)
"""Days within which a holder answers a request, from the day it got it: 45 CFR 164.524 (domain 8.5)."""
REPORT_AFTER: Final = timedelta(days=10)
_NOBODY: Final = "-"  # papers whose holder is not written down, as one request
_ARRIVED = frozenset((RecordStatus.ARRIVED, RecordStatus.TO_COME_BACK, RecordStatus.CAME_BACK))
_OUT = frozenset((RecordStatus.NOT_NEEDED,))
_NOT_HERE = frozenset((RecordStatus.TO_ASK, RecordStatus.ASKED, RecordStatus.PROMISED, RecordStatus.PROBLEM))


def records_not_arrived(facts: Facts) -> Iterator[Notice]:
    """W8: the clinic needs the records within three days, and one that it must have has not arrived."""
    missing = [paper.name for paper in facts.papers if paper.must_have and paper.status not in _ARRIVED | _OUT]
    for visit in facts.second_visits if missing else ():
        needed = visit.needed_by
        if needed and needed.earliest - facts.today <= NEEDED_SOON:
            dates = ((Seen.RECORDS, needed), (Seen.VISIT, visit.day))
            yield notice("W8", Level.CALL, ("appointment", visit.id), *dates, names=tuple(missing))


def things_not_arrived(facts: Facts) -> Iterator[Notice]:
    """W10: slides or discs are not there five days before the visit."""
    missing = [paper.name for paper in facts.papers if paper.is_thing and paper.status not in _ARRIVED | _OUT]
    for visit in facts.second_visits if missing else ():
        if visit.day and visit.day.earliest - facts.today <= THINGS_SOON:
            yield notice("W10", Level.CALL, ("appointment", visit.id), (Seen.VISIT, visit.day), names=tuple(missing))


def no_answer_to_request(facts: Facts) -> Iterator[Notice]:
    """W9 and W9a: a request that a holder has had for 30 days, or that nothing was heard of for 10.

    Papers asked of one holder on one day are one request, and one notice. Where nobody knows when the holder got it,
    the day it was asked for counts for the short call, and never for the 30 days. What is promised for a day to come
    is news, and needs no call yet.
    """
    requests: dict[tuple[str, str], list[Paper]] = {}
    for paper in facts.papers:
        since = paper.received_by_holder_on or paper.asked_on
        if since is not None and paper.status in _NOT_HERE:
            requests.setdefault((paper.holder or _NOBODY, since.to_text()), []).append(paper)
    for (holder, _since), papers in sorted(requests.items()):
        got = next((paper.received_by_holder_on for paper in papers if paper.received_by_holder_on), None)
        found = _request(facts, holder, papers, got)
        if found is not None:
            yield found


def _request(facts: Facts, holder: str, papers: list[Paper], got: PartialDate | None) -> Notice | None:
    names, target = tuple(paper.name for paper in papers), ("record", papers[0].id)
    if got is not None and facts.today - got.latest >= ACCESS_LIMIT:
        return notice("W9", Level.CHECK, target, (Seen.GOT_REQUEST, got), names=names, subject=holder)
    since = got or papers[0].asked_on
    unheard = [paper for paper in papers if paper.promised_by is None or paper.promised_by.latest < facts.today]
    if unheard and since is not None and facts.today - since.latest >= NO_NEWS:
        seen, names = Seen.GOT_REQUEST if got else Seen.ASKED, tuple(paper.name for paper in unheard)
        return notice("W9a", Level.NOTE, ("record", unheard[0].id), (seen, since), names=names, subject=holder)
    return None


def report_not_here(facts: Facts) -> Iterator[Notice]:
    """W21: the report has not come ten days after the visit, or by the day it was due."""
    for visit in facts.past_second_visits:
        reports = [report for report in facts.reports if report.visit_id in {visit.id, ""}]
        waiting = [report.due for report in reports if not report.arrived]
        if visit.day is None or (reports and not waiting):
            continue
        due = min((day for day in waiting if day), key=lambda day: day.sort_key, default=facts.report_expected)
        late = due is not None and due.latest < facts.today
        if late or facts.today - visit.day.latest >= REPORT_AFTER:
            yield notice("W21", Level.CHECK, ("appointment", visit.id), (Seen.VISIT, visit.day), (Seen.REPORT, due))


RULES = (records_not_arrived, no_answer_to_request, things_not_arrived, report_not_here)
