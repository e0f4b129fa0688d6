"""The fields of the forms for reports, differences, choices and the decision."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import (
    Confidence,
    DecideStyle,
    DoctorsTalk,
    Feeling,
    Side,
    StageOfChoice,
    VisitResult,
    Yes3,
)
from secondopinion_desktop.model.scales import MATTERS
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field
from secondopinion_desktop.ui.forms.spec import Options


def matters_options() -> Options:
    """Return how much something can matter, as keys "0" to "5" with words, and "not said"."""
    return (("", _("Not said yet")), *((str(number), _(words)) for number, words in enumerate(MATTERS)))


def why_differ() -> Options:
    """Return reasons for a difference."""
    from secondopinion_desktop import guidance  # noqa: PLC0415 - read when the form is opened

    return tuple((reason.key, reason.text) for reason in guidance.why_differ())


def handover() -> Options:
    """Return what to think of when care moves."""
    from secondopinion_desktop import guidance  # noqa: PLC0415

    return tuple((line.key, line.text) for line in guidance.handover_lines())


REPORT: Final = (
    Field("to_contact_id", N_("To whom"), "contact"),
    Field("asked_on", N_("Asked on"), "date", past=True, half=True),
    Field("due", N_("Promised for"), "date", half=True),
    Field("arrived_on", N_("Arrived on"), "date", past=True, half=True),
    Field("read_on", N_("Read on"), "date", past=True, half=True),
    Field("sent_how", N_("How it is sent"), placeholder=N_("Fax, portal, mail")),
    Field("note", N_("Note"), "text", placeholder=N_("What you were told, and by whom")),
)
MY_REPORT: Final = tuple(field for field in REPORT if field.name != "to_contact_id")

AFTER_VISIT: Final = (
    Field("doctors_talk", N_("Will the two doctors talk?"), "choice", choices=DoctorsTalk, half=True),
    Field("doctors_talk_on", N_("On which day"), "date", half=True),
    Field("doctors_talk_note", N_("What came of it"), "text", lines=1),
    Field("slides_back_on", N_("Slides and discs came back on"), "date", past=True),
)

DIFFERENCE: Final = (
    Field("why_differ", N_("Why they may differ"), "several", choices=why_differ),
    Field("question", N_("A question about it"), "text", lines=1, help=N_("It is put among your questions.")),
    Field("ask_whom", N_("Whom to ask")),
    Field("answer", N_("The answer"), "text", lines=1),
    Field("matters", N_("How much it matters to you"), "choice", choices=matters_options),
    Field("settled", N_("Settled for me"), "tick"),
)

OPTION: Final = (
    Field("name", N_("Name of the choice"), needed=True),
    Field("treatment", N_("Treatment"), "text", lines=1),
    Field("place", N_("Place"), placeholder=N_("Where the care would be")),
    Field("raised_by", N_("Who raised it")),
    Field("new_to_me", N_("New to me"), "tick"),
    Field("goal", N_("What it is meant to do"), placeholder=N_("Cure, control or comfort, in their words")),
    Field("benefits", N_("What may be good about it"), "text", lines=1),
    Field("risks", N_("What may be hard about it"), "text", lines=1),
    Field("alternatives", N_("Other ways"), "text", lines=1),
    Field("time", N_("Time"), half=True, placeholder=N_("Start, weeks, rounds")),
    Field("travel", N_("Travel"), half=True),
    Field("cost", N_("Cost"), "money", half=True),
    Field("is_trial", N_("Is it a trial?"), "yes3", half=True),
    Field("offered_there", N_("Where it is offered"), more=True),
    # About outlook: not in sight of those who want to be asked first (domain 7.5).
    Field("if_nothing", N_("If I wait, or have no treatment for now"), "text", lines=1, more=True),
)

POINT: Final = (
    Field("text", N_("Point"), "text", lines=1, needed=True),
    Field("side", N_("Is it good or hard?"), "choice", choices=Side),
    Field("source", N_("Who said it"), placeholder=N_("A doctor, or my own thought")),
    Field("matters", N_("How much it matters to you"), "choice", choices=matters_options),
)

RESULT: Final = Field("headline", N_("In short"), "choice", choices=VisitResult)

BREATH: Final = (
    Field("first_thoughts", N_("First thoughts"), "text", placeholder=N_("Whatever comes to mind")),
    Field("parked", N_("For later"), "text", placeholder=N_("What can rest until another day")),
)

WORKSHEET: Final = (
    Field("decision_text", N_("The choice I face"), "text", lines=1),
    Field("decide_by", N_("Decide by"), "date"),
    Field("decide_by_source", N_("Who gave you this date, and why")),
    Field("stage", N_("Where I am with it"), "choice", choices=StageOfChoice, half=True),
    Field("decide_style", N_("How I like to decide"), "choice", choices=DecideStyle, half=True),
    Field(
        "role_wanted",
        N_("Who decides, in my own words"),
        placeholder=N_("Such as: I decide, with my daughter beside me"),
    ),
    Field("helpers", N_("Who helps me, and what they prefer"), "text", lines=1),
    Field(
        "pressure_felt",
        N_("Do I feel pushed by anyone?"),
        "yes3",
        help=N_("For you alone. It is never printed."),
    ),
)

CONFIDENCE: Final = (
    Field("confidence.before", N_("How sure I felt before"), "choice", choices=Confidence, half=True),
    Field("confidence.now", N_("How sure I feel now"), "choice", choices=Confidence, half=True),
)
FEELING: Final = (
    Field("feeling.before", N_("How I felt before"), "choice", choices=Feeling, half=True),
    Field("feeling.now", N_("How I feel today"), "choice", choices=Feeling, half=True),
)


def heard_field(contact_id: str, name: str) -> Field:
    """Return the field for "I felt heard" by one doctor; `name` is the person's own word and stands as it is."""
    return Field(contact_id, _("Did you feel heard by {name}?").format(name=name), "choice", choices=Yes3)


DECISION: Final = (
    Field("leaning_id", N_("I lean toward"), "choice"),
    Field("text", N_("My decision, in my own words"), "text"),
    Field("decided_on", N_("Decided on"), "date", past=True, half=True),
    Field("decided_by", N_("Who decided"), half=True),
    Field("next_check", N_("Not yet? Look at it again on"), "date"),
    Field("care_by_id", N_("Who gives the care"), "contact", half=True),
    Field("care_where", N_("Where"), half=True),
)

HANDOVER: Final = (Field("handover", N_("What to think of"), "several", choices=handover),)

GUT: Final = (
    Field(
        "gut_note", N_("What my gut says"), "text", help=N_("For you alone. It is not printed unless you choose so.")
    ),
)

TERM: Final = (
    Field("word", N_("Word"), needed=True),
    Field("meaning", N_("What it means"), "text", lines=1),
    Field("source", N_("Who or what explained it")),
)
