"""The fields of every form, one line each. A new field of the model needs one line here and nothing else in ui."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AskedHow,
    AuthorizationStatus,
    ContactRole,
    CopyForm,
    CopyKind,
    NoteKind,
    ReferralStatus,
    VisitHow,
    VisitResult,
    Yes3,
)
from secondopinion_desktop.services.insurance import APPROVED_THINGS
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field
from secondopinion_desktop.ui.forms.spec import Options


def plan_types() -> Options:
    """Return the kinds of health plans the guidance knows, and "not answered"."""
    from secondopinion_desktop import guidance  # noqa: PLC0415 - read when the form is opened

    return (("", Yes3.UNANSWERED.words), *((kind.key, kind.name) for kind in guidance.plan_types()))


PLAN: Final = (
    Field("carrier", N_("Insurance company"), placeholder=N_("As it stands on the card")),
    Field("plan_name", N_("Plan")),
    Field("member_id", N_("Member number")),
    Field("group_number", N_("Group number")),
    Field("phone", N_("Phone number on the card"), "phone"),
    Field("plan_type", N_("Kind of plan"), "choice", choices=plan_types, more=True),
    Field("holder_name", N_("Who holds the plan"), more=True),
    Field("holder_relation", N_("How they are related to you"), more=True, placeholder=N_("Husband, parent")),
    Field("plan_year_ends", N_("Plan year ends"), "date", more=True),
    Field("nurse_line", N_("Nurse line"), "phone", more=True),
    Field("case_manager_id", N_("Case manager"), "contact", explains="case_manager", more=True),
    Field("note", N_("Note"), "text", more=True),
)

REFERRAL: Final = (
    Field("needed", N_("Is one needed?"), "yes3"),
    Field("status", N_("Where it stands"), "choice", choices=ReferralStatus),
    Field("from_id", N_("From which doctor"), "contact"),
    Field("to_id", N_("To which doctor"), "contact"),
    Field("asked_on", N_("Asked on"), "date", past=True, half=True),
    Field("sent_on", N_("Sent on"), "date", past=True, half=True),
    Field("number", N_("Referral number")),
    Field("valid_from", N_("Good from"), "date", half=True),
    Field("valid_to", N_("Good until"), "date", half=True),
    Field("visits_allowed", N_("Visits allowed"), "number"),
    Field("note", N_("Note"), "text", placeholder=N_("What you were told, and by whom")),
)

AUTHORIZATION: Final = (
    Field("needed", N_("Is one needed?"), "yes3"),
    Field("status", N_("Where it stands"), "choice", choices=AuthorizationStatus),
    Field("for_what", N_("For what?"), "several", choices=APPROVED_THINGS),
    Field("asked_by_id", N_("Who asks for it"), "contact"),
    Field("asked_on", N_("Asked on"), "date", past=True, half=True),
    Field("decision_due", N_("Answer expected by"), "date", half=True),
    Field("urgent", N_("Asked for as urgent"), "tick"),
    Field("reference", N_("Reference number")),
    Field("number", N_("Approval number")),
    Field("approved_for", N_("What is approved")),
    Field("valid_from", N_("Good from"), "date", half=True),
    Field("valid_to", N_("Good until"), "date", half=True),
    Field("note", N_("Note"), "text", placeholder=N_("What you were told, and by whom")),
)

CALL: Final = (
    Field("person", N_("Who did you speak to?"), placeholder=N_("First name is enough")),
    Field("day", N_("Date"), "date", past=True, half=True),
    Field("time", N_("Time"), "time", half=True),
    Field("called", N_("Which company or office?"), half=True),
    Field("number_called", N_("Number you called"), "phone", half=True),
    Field("reference", N_("Reference number for this call")),
    Field("answer", N_("What did they say?"), "text"),
    Field("promised", N_("What did they promise?"), "text"),
    Field("follow_up_on", N_("Call back on"), "date"),
    Field("who_called", N_("Who made the call"), more=True),
    Field("their_id", N_("Their staff number"), more=True),
    Field("asked", N_("What did you ask?"), "text", more=True),
    Field("contact_id", N_("Belongs to contact"), "contact", more=True),
)

CONTACT: Final = (
    Field("name", N_("Name"), needed=True, placeholder=N_("Person or place")),
    Field("role", N_("Who is this for you?"), "choice", choices=ContactRole),
    Field("specialty", N_("Specialty or job"), placeholder=N_("Oncologist, nurse")),
    Field("organization", N_("Hospital, clinic or company")),
    Field("phone", N_("Phone"), "phone"),
    Field("email", N_("E-mail")),
    Field("address", N_("Address"), "text"),
    Field("relation", N_("How they are related to you"), more=True, placeholder=N_("Daughter, friend")),
    Field("role_note", N_("Who they are, in your own words"), more=True),
    Field("best_contact", N_("Best way to reach them"), more=True),
    Field("fax", N_("Fax"), "phone", more=True),
    Field("portal_note", N_("Patient portal"), more=True),
    Field("may_get_info", N_("May the clinic talk to them about you?"), "yes3", more=True),
    Field("note", N_("Note"), "text", more=True),
)

NEW_CONTACT: Final = tuple(field for field in CONTACT if not field.more)

APPOINTMENT: Final = (
    Field("kind", N_("What is it?"), "choice", choices=AppointmentKind),
    Field("day", N_("Date"), "date", half=True, placeholder=N_("Like Mar 12, or tomorrow")),
    Field("time", N_("Time (if you know it)"), "time", half=True),
    Field("contact_id", N_("With"), "contact"),
    Field("place", N_("Where")),
    Field("how", N_("How"), "choice", choices=VisitHow, half=True, more=True),
    Field("status", N_("Where it stands"), "choice", choices=AppointmentStatus, half=True, more=True),
    Field("title", N_("What you call it"), placeholder=N_("Second opinion in the city"), more=True),
    Field(
        "said_second_opinion", N_("I said that it is for a second opinion"), "tick", more=True, group=N_("Booking it")
    ),
    Field("cancel_list", N_("On the list for early openings?"), "yes3", half=True, more=True),
    Field("interpreter", N_("Is an interpreter booked?"), "yes3", half=True, more=True),
    Field("intake_contact", N_("Who to call at the clinic"), placeholder=N_("Name and direct number"), more=True),
    Field("records_wanted", N_("Which records they want, and in what form"), "text", lines=1, more=True),
    Field("records_needed_by", N_("Records there by"), "date", half=True, more=True),
    Field("self_pay_quote", N_("Price if you pay yourself"), "money", half=True, more=True),
    Field(
        "arrive_by",
        N_("Be there at"),
        half=True,
        more=True,
        group=N_("The day itself"),
        placeholder=N_("10:00, for forms"),
    ),
    Field("length_minutes", N_("How long, in minutes"), "number", half=True, more=True),
    Field("companion_id", N_("Who comes with you"), "contact", more=True),
    Field("travel_note", N_("How you get there"), "text", lines=1, more=True),
    Field("bring", N_("What to bring"), "text", lines=1, more=True),
)
NEW_APPOINTMENT: Final = (
    *(field for field in APPOINTMENT if field.name != "status"),
    Field("bring_questions", N_("Bring my top 5 questions"), "tick"),
)

NOTE: Final = (
    Field("day", N_("Date"), "date"),
    Field("kind", N_("What is it?"), "choice", choices=NoteKind),
    Field("source", N_("Where you learned it"), placeholder=N_("A doctor, a leaflet, a website")),
    Field(
        "private",
        N_("Keep it private"),
        "tick",
        help=N_("It is left out of what you print for a doctor."),
    ),
)

WRITER: Final = (
    Field("name", N_("Name"), needed=True, placeholder=N_("First name is enough")),
    Field("relation", N_("How they are related to you"), placeholder=N_("Daughter, friend")),
)

KEY_DATES: Final = (
    Field(
        "first_opinion_on",
        N_("First opinion"),
        "date",
        past=True,
        help=N_("The day your first doctor told you their view."),
    ),
    Field("treatment_start", N_("Treatment is planned to start"), "date", half=True),
    Field("treatment_start_firm", N_("Is that day firm?"), "yes3", half=True),
    Field("ok_until", N_("Doctor said waiting is okay until"), "date", half=True),
    Field("ok_until_by", N_("Who said so"), half=True),
    Field("ok_until_words", N_("In what words"), "text"),
    Field("decide_by", N_("Decide by"), "date"),
    Field("decide_by_source", N_("Who gave you this date, and why")),
)

RECORD: Final = (
    Field("asked_on", N_("Asked for"), "date", past=True, short=True, placeholder=N_("Not yet")),
    Field("received_on", N_("Received"), "date", past=True, short=True, placeholder=N_("Not yet")),
    Field("sent_on", N_("Sent on"), "date", past=True, short=True, placeholder=N_("Not yet")),
    Field("arrived_on", N_("Confirmed"), "date", past=True, short=True, placeholder=N_("Not yet")),
    Field("note", N_("Note"), "text", lines=1),
    Field("name", N_("Record"), half=True),
    Field("holder", N_("Held by"), half=True, placeholder=N_("Hospital, lab or person")),
    Field("must_have", N_("The second doctor must have it"), "tick"),
    Field("details", N_("What it is exactly"), more=True, placeholder=N_("CT of the chest")),
    Field("service_from", N_("From the time of"), "date", past=True, half=True, more=True),
    Field("service_to", N_("until"), "date", past=True, half=True, more=True),
    Field("asked_how", N_("How it was asked for"), "choice", choices=AskedHow, half=True, more=True),
    Field("asked_by", N_("Who asked"), half=True, more=True),
    Field("holder_contact", N_("Whom to ask there"), half=True, more=True, placeholder=N_("A name, or a phone number")),
    Field("received_by_holder_on", N_("They got your request on"), "date", past=True, half=True, more=True),
    Field("promised_by", N_("Promised for"), "date", half=True, more=True),
    Field("cost", N_("What it cost"), "money", half=True, more=True),
    Field("wanted", N_("What you need"), "choice", choices=CopyKind, half=True, more=True),
    Field("came", N_("What came"), "choice", choices=CopyKind, half=True, more=True),
    Field("form", N_("In which form it came"), "choice", choices=CopyForm, half=True, more=True),
    Field("sent_how", N_("How it was sent"), half=True, more=True),
    Field("sent_by", N_("Who sent it"), half=True, more=True),
    Field("tracking", N_("Tracking number"), half=True, more=True),
    Field("confirmed_by", N_("Who confirmed it"), half=True, more=True),
    Field("return_by", N_("Must be back by"), "date", half=True, more=True),
    Field("returned_on", N_("Came back on"), "date", past=True, half=True, more=True),
    Field("kept_where", N_("Where your own copy is"), half=True, more=True),
)

OPINION: Final = (
    Field("doctor", N_("Doctor")),
    Field("place", N_("Hospital or clinic")),
    Field("day", N_("Date"), "date"),
    Field("specialty", N_("Specialty"), more=True),
    Field("how", N_("How you spoke"), "choice", choices=VisitHow, more=True),
    Field("headline", N_("In short, compared with the first"), "choice", choices=VisitResult, more=True),
    Field("summary", N_("In a few words"), "text", more=True),
    Field("slides_reread", N_("Did they look at the slides again?"), "yes3", more=True),
    Field("pictures_reread", N_("Did they look at the scans again?"), "yes3", more=True),
    Field("exam_done", N_("Did they examine you?"), "yes3", more=True),
    Field("report_in_hand", N_("Do you have the written report?"), "yes3", more=True),
    Field("team_meeting", N_("Did a team talk it over?"), "yes3", more=True),
)
