"""What the dates of the file ask for: open notices, the most pressing first, and how they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model import timing
from secondopinion_desktop.model.choices import AppointmentStatus, ContactRole, RuleAnswer
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.model.handles import Appointment, Person, ReminderAnswer, Situation
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.appointments import start_of_treatment, treatment_start
from secondopinion_desktop.services.rows import Rows
from secondopinion_desktop.services.timing_facts import facts_and_answers
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from datetime import date

    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.services.contacts import Contacts
    from secondopinion_desktop.storage import Session

MOST_AT_ONCE: Final = 3
"""How many notices Overview offers, one at a time."""
KINDS: Final = frozenset(
    (
        "situation", "person", "appointment", "note", "key_point", "asking", "question", "report_request", "record",
        "authorization", "referral", "network_check", "plan", "denial", "contact", "opinion", "topic", "decision",
        "self_check", "call", "treatment", "diagnosis", "task", "step_state", "reminder_answer",
    )
)  # fmt: skip
"""A change of one of these can open or close a notice."""

_FIRST: Final = (ContactRole.FIRST_DOCTOR, ContactRole.NURSE)
_SECOND: Final = (ContactRole.SECOND_DOCTOR, ContactRole.THIRD_DOCTOR, ContactRole.PLACE)
_DESKS: Final = (ContactRole.RECORDS_DESK, ContactRole.PATHOLOGIST, ContactRole.PLACE, ContactRole.SECOND_DOCTOR)
_PLAN: Final = (ContactRole.INSURER,)
_CALLED: Final = {
    "W1": (*_FIRST, ContactRole.SECOND_DOCTOR, ContactRole.THIRD_DOCTOR),
    "W3": _SECOND,
    "W8": _DESKS,
    "W9": _DESKS,
    "W9a": _DESKS,
    "W10": _DESKS,
    "W11": (*_PLAN, *_SECOND),
    "W12": _PLAN,
    "W15": (*_PLAN, *_FIRST),
    "W15a": (*_FIRST, *_PLAN),
    "W21": _SECOND,
}


@dataclass(frozen=True)
class OpenNotice:
    """A notice with its words. `sees` and `ask` are two short sentences, `dates` what was compared, in words."""

    notice: timing.Notice
    words: guidance.RuleWords

    @property
    def rule(self) -> str:
        """The id of its rule, such as "W1"."""
        return self.notice.rule

    @property
    def level(self) -> timing.Level:
        """How pressing it is."""
        return self.notice.level

    @property
    def sees(self) -> str:
        """What the dates show; "may be" where one of them is not firm."""
        return self.words.may if self.notice.vague else self.words.sees

    @property
    def ask(self) -> str:
        """Whom to ask."""
        return self.words.ask

    @property
    def about(self) -> str:
        """What it is about, and the dates that were compared: "Visit: Jun 12. Decide by: Jun 10.", or nothing."""
        dated = [
            _("{what}: {when}").format(what=seen.words, when=partial_date_words(day)) for seen, day in self.notice.dates
        ]
        parts = [", ".join(self.notice.names), *dated]
        return " ".join(f"{part}." for part in parts if part)

    @property
    def question(self) -> str:
        """How it stands on paper, as a question for the care team; nothing for a note."""
        return self.words.question if self.level is not timing.Level.NOTE else ""


class Timing(Rows[ReminderAnswer]):
    """Answers are rows of their own, so that undo and the history know them."""

    table = ReminderAnswer
    order = ("-day", "-updated_at")
    adding = N_("Answer a reminder")
    changing = N_("Change an answer")
    removing = N_("Ask again")

    def open(self, today: date | None = None) -> list[OpenNotice]:
        """Return the notices nobody answered yet, the most pressing first."""
        with self.store.database.reading() as session:
            return open_in(session, today or clock.today())

    def answer(self, notice: timing.Notice, answer: RuleAnswer, words: str = "", day: str = "") -> None:
        """Answer a notice, with the person's words and the stored day of the talk; it is silent until a date changes.

        "Remind me in 2 days" is silent for two days. Raises FieldError for a day that is none.
        """
        today = clock.today()
        until = (today + timing.LATER).isoformat() if answer is RuleAnswer.LATER else ""
        values: dict[str, Any] = {
            "answer": answer.value,
            "day": day or today.isoformat(),
            "until": until,
            "note": words,
        }
        with self.store.writing(_(self.adding)) as unit:
            there = rows(unit.session, ReminderAnswer, rule=notice.rule, facts=notice.facts)
            if there:
                unit.change(ReminderAnswer, there[0].id, **values)
            else:
                unit.add(ReminderAnswer(rule=notice.rule, facts=notice.facts, **values))

    def dates(self) -> dict[str, Any]:
        """Return the dates and answers about time, by name; the start of treatment from the visit that keeps it."""
        with self.store.database.reading() as session:
            situation = session.get_one(Situation, ONLY)
            start = treatment_start(rows(session, Appointment), situation)
        return {**vars(situation), "treatment_start": start}

    def save_dates(self, **values: Any) -> bool:
        """Keep dates and answers about time, each where it lives; return whether anything is different. FieldError."""
        with self.store.writing(_("Change dates and answers")) as unit:
            start = start_of_treatment(rows(unit.session, Appointment))
            moved = False
            if start is not None and "treatment_start" in values:
                day = values.pop("treatment_start")
                moved = unit.change(Appointment, start.id, day=day)
                if not day:  # else a day that was written before the visit would stand there again
                    values["treatment_start"] = day
            return unit.change(Situation, ONLY, **values) or moved

    def keep(self, notice: timing.Notice) -> bool:
        """Plan a visit again that was put on hold or canceled (W7); return whether that was still to be done."""
        with self.store.writing(_("Keep the appointment")) as unit:
            return unit.change(Appointment, notice.target[1], status=AppointmentStatus.PLANNED)

    def whom_to_call(self, notice: timing.Notice, contacts: Contacts) -> list[Contact]:
        """Return whom one can ask about a notice: first those that are nearest to it."""
        wanted = _CALLED.get(notice.rule, _FIRST)
        found = contacts.all(role=wanted) if wanted else []
        return sorted(found, key=lambda contact: wanted.index(contact.role))

    def outlook(self) -> OpenNotice | None:
        """W29: what to ask before a question or note about outlook is shown; None where the person wants all details.

        For whoever shows such words: `sees` and `ask` are the question, `words.button` shows them, "Not now" does not.
        """
        with self.store.database.reading() as session:
            found = timing.outlook(session.get_one(Person, ONLY).info_preference)
        return OpenNotice(found, guidance.timing().rules[found.rule]) if found else None


def printing() -> OpenNotice:
    """W26: what is said beside the choice of what to print."""
    found = timing.printing()
    return OpenNotice(found, guidance.timing().rules[found.rule])


def facts_are_old(read_on: date) -> OpenNotice | None:
    """W27: what is said beside facts of the program that were read so long ago; None while they are new enough."""
    found = timing.facts_are_old(read_on, clock.today())
    return OpenNotice(found, guidance.timing().rules[found.rule]) if found else None


def about_helplines() -> str:
    """Return what stands beside helplines: that their numbers should be checked, and whether they are old (W27)."""
    old = facts_are_old(min(line.noted for line in guidance.helplines()))
    check = guidance.helplines_check()
    return f"{check} {old.sees} {old.ask}" if old is not None else check


def open_in(session: Session, today: date) -> list[OpenNotice]:
    """Return the open notices inside a transaction that is open already; see `Timing.open`."""
    facts, answers = facts_and_answers(session, today)
    found = timing.open_notices(timing.notices(facts), answers, today)
    words = guidance.timing().rules if found else {}
    return [OpenNotice(notice, words[notice.rule]) for notice in found]


def words_of(rule: str) -> str:
    """Return what a rule sees, for the log of answers; "" for a rule this program does not know."""
    known = guidance.timing().rules.get(rule)
    return known.sees if known else ""


def to_set_aside(visit: Appointment, status: AppointmentStatus, day: str) -> OpenNotice | None:
    """Return what to ask before `visit` gets `status`: W7, if it belongs to the care one has and is still ahead.

    For every form in which a visit can be put on hold or canceled. Where nobody asks, the notice is open afterwards.
    """
    asked = timing.Visit(
        visit.id, visit.kind, status, PartialDate.from_optional_text(day), name=visit.title or visit.kind.words
    )
    if visit.status in timing.SET_ASIDE:
        return None
    found = timing.notices(timing.Facts(clock.today(), visits=(asked,)))
    words = guidance.timing().rules["W7"]
    return next((OpenNotice(notice, words) for notice in found if notice.rule == "W7"), None)
