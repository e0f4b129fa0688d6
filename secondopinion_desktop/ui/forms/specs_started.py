"""The fields of the first step, of the person, and of the health story."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import (
    DecideStyle,
    InfoPreference,
    PlanChoice,
    RequestRoute,
    StageKind,
    TalkHow,
    TreatmentKind,
    TrialFit,
    WhereIAm,
)
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field
from secondopinion_desktop.ui.forms.spec import Options


def reasons() -> Options:
    """Return the reasons of the guidance."""
    from secondopinion_desktop import guidance  # noqa: PLC0415 - read when the form is opened

    return tuple((reason.key, reason.text) for reason in guidance.reasons())


def care() -> Options:
    """Return the kinds of care people ask about."""
    from secondopinion_desktop.guidance.started import getting_started  # noqa: PLC0415

    return tuple((one.key, one.text) for one in getting_started().care)


def worries() -> Options:
    """Return what can be hard about asking."""
    from secondopinion_desktop.guidance.started import getting_started  # noqa: PLC0415

    return tuple((one.key, one.text) for one in getting_started().worries)


WHY: Final = (
    Field("where_i_am", N_("Where are you now?"), "choice", choices=WhereIAm),
    Field("decision_text", N_("The choice you face, in one sentence"), "text", lines=1),
    Field("decide_by", N_("Decide by"), "date"),
    Field("decide_by_source", N_("Who gave you this date, and why")),
    Field("reasons", N_("Why do you want another opinion? Tick what fits."), "several", choices=reasons),
    Field("reason_note", N_("In your own words"), "text", lines=1),
)
CARE: Final = (
    Field("told_it_is_rare", N_("Were you told that your cancer is rare?"), "yes3"),
    Field("care_not_offered_here", N_("Care that your own center does not offer"), "several", choices=care),
    Field("care_not_offered_note", N_("What it is, as you were told"), "text", lines=1),
)
WORRIES: Final = (
    Field("worry_kinds", N_("What may be hard about it? Tick what fits."), "several", choices=worries),
    Field("worries", N_("In your own words"), "text", lines=1),
)
CHOICE: Final = (
    Field("plan_choice", N_("Do you want a second opinion?"), "choice", choices=PlanChoice),
    Field(
        "gut_note",
        N_("What your gut says"),
        "text",
        help=N_("Private. It stays off paper unless you choose to print private notes."),
        lines=1,
    ),
)
TALK: Final = (
    Field("opener", N_("What you want to say first"), "text", lines=1),
    Field("talk_date", N_("When you talked"), "date", half=True),
    Field("talk_how", N_("How"), "choice", choices=TalkHow, half=True),
    Field("talked_with_id", N_("With whom"), "contact", half=True),
    Field("supports_it", N_("Are they fine with it?"), "yes3", half=True),
    Field("talk_said", N_("What they said"), "text"),
    Field("trial_fit", N_("Might a clinical trial fit you?"), "choice", choices=TrialFit, half=True),
    Field("other_places", N_("Another treatment elsewhere?"), half=True),
    Field("office_sends", N_("Who sends the referral and the records"), placeholder=N_("A name, or an office")),
)
TIME: Final = (
    Field("ok_until", N_("Doctor said waiting is okay until"), "date", half=True),
    Field("ok_until_by", N_("Who said so"), half=True),
    Field("ok_until_words", N_("In what words"), "text", lines=1, placeholder=N_("A few weeks is fine, she said")),
    Field("treatment_start", N_("Treatment is planned to start"), "date", half=True),
    Field("treatment_start_firm", N_("Is that day firm?"), "yes3", half=True),
)
ROUTE: Final = (Field("request_route", N_("Who asks for it?"), "choice", choices=RequestRoute),)
DOCTOR_ASKS: Final = (
    Field("office_contact", N_("Who in the office, and the phone number")),
    Field("request_asked_on", N_("You asked them on"), "date", past=True, half=True),
    Field("request_sent_on", N_("They sent it on"), "date", past=True, half=True),
    Field("request_confirmed_by", N_("Who at the second clinic said it is there")),
)
I_ASK: Final = (
    Field("intake_phone", N_("Phone for new patients"), "phone", half=True),
    Field("intake_person", N_("Who you spoke to"), half=True),
    Field("intake_called_on", N_("You called on"), "date", past=True, half=True),
    Field("intake_forms_sent_on", N_("Forms sent on"), "date", past=True, half=True),
)

PERSON: Final = (
    Field("name", N_("Name"), needed=True, half=True),
    Field("call_me", N_("Name you like to be called"), half=True),
    Field("birth_date", N_("Birth date"), "date", past=True, half=True),
    Field("phone", N_("Phone"), "phone", half=True),
    Field("language", N_("Language you like to speak"), half=True),
    Field("interpreter_needed", N_("Do you need an interpreter?"), "yes3", half=True),
    Field("access_needs", N_("What helps you at visits"), "text", lines=1, placeholder=N_("Hearing, wheelchair, rest")),
    Field("info_preference", N_("How much do you want to hear?"), "choice", choices=InfoPreference, half=True),
    Field("decide_style", N_("How do you like to decide?"), "choice", choices=DecideStyle, half=True),
    Field("email", N_("E-mail"), more=True),
    Field("address", N_("Address"), "text", more=True),
    Field("former_names", N_("Former names"), more=True, help=N_("Old records may be kept under another name.")),
)
HELPS_WITH: Final = (
    ("phone calls", N_("Phone calls")),
    ("driving", N_("Driving")),
    ("notes", N_("Taking notes")),
    ("paperwork", N_("Papers and forms")),
    ("company", N_("Coming along")),
    ("portal", N_("Looking into my patient portal")),
    ("decides", N_("Deciding if I cannot")),
)
HELPER: Final = (
    Field("name", N_("Name"), needed=True, half=True),
    Field("relation", N_("How they are related to you"), half=True, placeholder=N_("Daughter, friend")),
    Field("phone", N_("Phone"), "phone", half=True),
    Field("email", N_("E-mail"), half=True),
    Field(
        "may_get_info",
        N_("May the clinic talk to them about you?"),
        "yes3",
        help=N_("Clinics often want a form for this, signed by you."),
    ),
    Field("helps_with", N_("What they help with"), "several", choices=HELPS_WITH),
    Field("note", N_("Note"), "text", lines=1),
)

DIAGNOSIS: Final = (
    Field("name", N_("Diagnosis"), "text", lines=1, help=N_("Copy the words of the report or the doctor.")),
    Field("site", N_("Place in the body"), half=True),
    Field("diagnosed_on", N_("Diagnosed on"), "date", past=True, half=True),
    Field("stage", N_("Stage, as written")),
    Field("stage_kind", N_("When was that stage given?"), "choice", choices=StageKind, half=True, more=True),
    Field("grade", N_("Grade, as written"), half=True, more=True),
    Field("side", N_("Side"), half=True, more=True),
    Field("spread", N_("Has it spread? In their words"), "text", lines=1, more=True),
    Field("told_by_id", N_("Who told you"), "contact", half=True, more=True),
    Field("told_on", N_("Told you on"), "date", past=True, half=True, more=True),
    Field("note", N_("Note"), "text", lines=1, more=True),
)
MARKER: Final = (
    Field("name", N_("Marker or gene test"), needed=True, placeholder=N_("As it stands in the report")),
    Field("result", N_("Result, as written"), half=True),
    Field("tested_on", N_("Date of the test"), "date", past=True, half=True),
)
TREATMENT: Final = (
    Field("name", N_("What it was"), needed=True),
    Field("kind", N_("Kind"), "choice", choices=TreatmentKind),
    Field("started_on", N_("Started"), "date", half=True),
    Field("ended_on", N_("Ended"), "date", half=True),
    Field("place", N_("Where"), half=True),
    Field("contact_id", N_("With which doctor"), "contact", half=True),
    Field("dose", N_("How much, or how many rounds, as written")),
    Field("effect", N_("What it did"), "text", lines=1),
    Field("side_effects", N_("Side effects"), "text", lines=1),
    Field("why_stopped", N_("Why it ended"), "text", lines=1),
)
FACT: Final = (
    Field("name", N_("What it is"), needed=True),
    Field("detail", N_("More about it"), "text", lines=1, placeholder=N_("How much, how often, what happened")),
    Field("since", N_("Since when"), "date", past=True),
)
