"""A handle on each table, for whoever reads rows and for whoever only has to name a table.

Importing SQLModel and SQLAlchemy and building the tables takes 0.5 s, as long as everything else a file needs until
its first page can be used. So services take the tables from here: to a type checker each of these names is the table
class itself, and at run time it is the table's name, with what is needed to read its rows. The class is imported when
a row is made, checked or written; the window sees to it that this has happened before anybody can have typed a word
(`ui/warming.py`). Wherever a table class is taken, a handle is taken too: `real` turns it into the class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from secondopinion_desktop.model import choices as c
from secondopinion_desktop.model.loading import LOADING

if TYPE_CHECKING:
    from secondopinion_desktop.model.appointment import Appointment, KeyPoint, ReportRequest
    from secondopinion_desktop.model.contact import Contact
    from secondopinion_desktop.model.decision import Decision, Option, Point, SelfCheck
    from secondopinion_desktop.model.health import Diagnosis, HealthFact, Marker, Treatment
    from secondopinion_desktop.model.insurance import Authorization, Call, Denial, Expense, NetworkCheck, Plan, Referral
    from secondopinion_desktop.model.note import Note, Term
    from secondopinion_desktop.model.opinion import Opinion, Statement, Topic
    from secondopinion_desktop.model.person import Author, Person, Situation
    from secondopinion_desktop.model.question import Asking, Question
    from secondopinion_desktop.model.record import Attachment, Record
    from secondopinion_desktop.model.task import ReminderAnswer, StepState, Task

__all__ = [
    "HANDLES",
    "Appointment",
    "Asking",
    "Attachment",
    "Author",
    "Authorization",
    "Call",
    "Contact",
    "Decision",
    "Denial",
    "Diagnosis",
    "Expense",
    "Handle",
    "HealthFact",
    "KeyPoint",
    "Marker",
    "NetworkCheck",
    "Note",
    "Opinion",
    "Option",
    "Person",
    "Plan",
    "Point",
    "Question",
    "Record",
    "Referral",
    "ReminderAnswer",
    "ReportRequest",
    "SelfCheck",
    "Situation",
    "Statement",
    "StepState",
    "Task",
    "Term",
    "Topic",
    "Treatment",
    "real",
]

T = TypeVar("T")
# What may be asked of a table class through its handle. Python itself asks for other double-underscored names, for
# example when a class is made generic, and must not import the model by that.
_OF_THE_CLASS = frozenset({"__table__", "__tablename__", "__bases__", "__name__"})


class Handle:
    """Stands for a table class. `choices` are its columns that keep a `Choice`, with the list each is taken from."""

    def __init__(self, name: str, **choices: type[c.Choice]) -> None:
        self.table = name
        self.choices = choices

    def __call__(self, **values: Any) -> Any:
        """Make a row, as calling the class does."""
        return real(self)(**values)

    def __instancecheck__(self, row: object) -> bool:
        """Let isinstance know a row of this table, however it came about."""
        return getattr(row, "__tablename__", None) == self.table

    def __getattr__(self, name: str) -> Any:
        """Hand on what the class has and a handle has not."""
        if name.startswith("__") and name not in _OF_THE_CLASS:
            raise AttributeError(name)
        return getattr(real(self), name)


def real(table: T) -> T:
    """Return the table class behind a handle; a class is returned as it is."""
    if not isinstance(table, Handle):
        return table
    with LOADING:
        from secondopinion_desktop.model.tables import BY_NAME  # noqa: PLC0415 - 0.5 s: see above

    found: Any = BY_NAME[table.table]
    return found  # type: ignore[no-any-return]


if not TYPE_CHECKING:
    Appointment = Handle(
        "appointment",
        kind=c.AppointmentKind,
        status=c.AppointmentStatus,
        how=c.VisitHow,
        cancel_list=c.Yes3,
        interpreter=c.Yes3,
        recording_ok=c.Yes3,
        result=c.VisitResult,
        doctors_talk=c.DoctorsTalk,
    )
    Asking = Handle("asking", status=c.AnswerStatus)
    Attachment = Handle("attachment")
    Author = Handle("author")
    Authorization = Handle("authorization", needed=c.Yes3, status=c.AuthorizationStatus)
    Call = Handle("call", kind=c.CallKind)
    Contact = Handle(
        "contact",
        role=c.ContactRole,
        same_group_as_first=c.Yes3,
        network=c.Network,
        may_get_info=c.Yes3,
        candidate=c.CandidateStatus,
        center_type=c.CenterType,
        focus_on_my_cancer=c.Yes3,
        felt_heard=c.Yes3,
    )
    Decision = Handle("decision", stage=c.StageOfChoice, pressure_felt=c.Yes3)
    Denial = Handle("denial", level=c.AppealLevel)
    Diagnosis = Handle("diagnosis", stage_kind=c.StageKind, told_it_is_rare=c.Yes3)
    Expense = Handle("expense")
    HealthFact = Handle("health_fact", kind=c.HealthFactKind)
    KeyPoint = Handle("key_point")
    Marker = Handle("marker")
    NetworkCheck = Handle("network_check", status=c.Network)
    Note = Handle("note", kind=c.NoteKind)
    Opinion = Handle(
        "opinion",
        how=c.VisitHow,
        slides_reread=c.Yes3,
        pictures_reread=c.Yes3,
        exam_done=c.Yes3,
        report_in_hand=c.Yes3,
        team_meeting=c.Yes3,
        headline=c.VisitResult,
    )
    Option = Handle("option", is_trial=c.Yes3)
    Person = Handle("person", interpreter_needed=c.Yes3, info_preference=c.InfoPreference, decide_style=c.DecideStyle)
    Plan = Handle(
        "plan",
        pays_second_opinion=c.CoverageAnswer,
        requires_second_opinion=c.Yes3,
        must_choose_from_list=c.Yes3,
        video_counts=c.Yes3,
        third_if_differ=c.Yes3,
    )
    Point = Handle("point", side=c.Side)
    Question = Handle("question")
    Record = Handle(
        "record", status=c.RecordStatus, asked_how=c.AskedHow, form=c.CopyForm, wanted=c.CopyKind, came=c.CopyKind
    )
    Referral = Handle("referral", needed=c.Yes3, status=c.ReferralStatus)
    ReminderAnswer = Handle("reminder_answer")
    ReportRequest = Handle("report_request")
    SelfCheck = Handle("self_check")
    Situation = Handle(
        "situation",
        where_i_am=c.WhereIAm,
        told_it_is_rare=c.Yes3,
        plan_choice=c.PlanChoice,
        coverage=c.Coverage,
        talk_how=c.TalkHow,
        supports_it=c.Yes3,
        treatment_start_firm=c.Yes3,
        told_urgent=c.Yes3,
        request_route=c.RequestRoute,
        trial_fit=c.TrialFit,
    )
    Statement = Handle("statement")
    StepState = Handle("step_state")
    Task = Handle("task", status=c.TaskStatus)
    Term = Handle("term")
    Topic = Handle("topic", match=c.Match)
    Treatment = Handle("treatment", kind=c.TreatmentKind)

HANDLES: dict[str, Any] = {each.table: each for each in list(globals().values()) if isinstance(each, Handle)}
"""Every handle by the name of its table."""
