"""Every closed list of answers a person can pick from, with the words shown for each.

Where a person may leave a list unanswered, the first member is UNANSWERED and its value is the empty text.
"Not sure" is an answer of its own everywhere.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from secondopinion_desktop.base.i18n import N_, _


class Choice(StrEnum):
    """One answer: its value is what the file keeps, `words` is what a person sees."""

    source: str

    def __new__(cls, value: str, words: str = "") -> Self:
        """Keep `value` in the file and `words` (English, marked for translation) beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.source = words
        return member

    @property
    def words(self) -> str:
        """Return the words shown for this answer, in the person's language."""
        return _(self.source) if self.source else ""


class StepStatus(Choice):
    NOT_STARTED = "not_started", N_("Not started")
    IN_PROGRESS = "in_progress", N_("In progress")
    WAITING = "waiting", N_("Waiting")
    DONE = "done", N_("Done")
    NOT_NEEDED = "not_needed", N_("Not needed")


class TaskStatus(Choice):
    OPEN = "open", N_("Open")
    WAITING = "waiting", N_("Waiting")
    DONE = "done", N_("Done")
    SKIPPED = "skipped", N_("Not needed")


class Yes3(Choice):
    UNANSWERED = "", N_("Not answered")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")
    NOT_SURE = "not_sure", N_("Not sure")


class WhereIAm(Choice):
    UNANSWERED = "", N_("Not answered")
    WAITING_FOR_DIAGNOSIS = "waiting_for_diagnosis", N_("Waiting for a clear diagnosis")
    JUST_DIAGNOSED = "just_diagnosed", N_("Just diagnosed")
    PLAN_OFFERED = "plan_offered", N_("A plan is offered, not begun")
    IN_TREATMENT = "in_treatment", N_("In treatment")
    NOT_WORKING = "not_working", N_("Treatment not working as hoped")
    AFTER_TREATMENT = "after_treatment", N_("Done with treatment")
    CAME_BACK = "came_back", N_("Cancer came back")
    NOT_SURE = "not_sure", N_("Not sure")


class PlanChoice(Choice):
    UNANSWERED = "", N_("Not answered")
    YES = "yes", N_("Yes, I want one")
    NOT_NOW = "not_now", N_("Not now")
    NO = "no", N_("No")
    THINKING = "thinking", N_("Still thinking")


class Coverage(Choice):
    UNANSWERED = "", N_("Not answered")
    INSURED = "insured", N_("A health plan pays")
    MEDICARE = "medicare", N_("Medicare")
    PUBLIC = "public", N_("A public health system")
    SELF_PAY = "self_pay", N_("I pay myself")
    OTHER = "other", N_("Something else")
    NOT_SURE = "not_sure", N_("Not sure")


class InfoPreference(Choice):
    UNANSWERED = "", N_("Not answered")
    ALL = "all", N_("All details")
    MAIN_POINTS = "main_points", N_("The main points")
    ASK_FIRST = "ask_first", N_("Ask me first")
    TELL_HELPER = "tell_helper", N_("Tell my helper")


class DecideStyle(Choice):
    UNANSWERED = "", N_("Not answered")
    MYSELF = "myself", N_("I decide after hearing advice")
    TOGETHER = "together", N_("We decide together")
    OTHERS = "others", N_("My doctor or family leads")


class RequestRoute(Choice):
    UNANSWERED = "", N_("Not answered")
    DOCTOR_ASKS = "doctor_asks", N_("My doctor asks for it")
    I_ASK = "i_ask", N_("I contact them")
    BOTH = "both", N_("Both")


class TalkHow(Choice):
    UNANSWERED = "", N_("Not answered")
    VISIT = "visit", N_("At a visit")
    PHONE = "phone", N_("By phone")
    PORTAL = "portal", N_("By portal message")


class TrialFit(Choice):
    UNANSWERED = "", N_("Not answered")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")
    MAYBE = "maybe", N_("Maybe")
    TESTS_NEEDED = "tests_needed", N_("Tests are needed first")


class ContactRole(Choice):
    OTHER = "other", N_("Other")
    FIRST_DOCTOR = "first_doctor", N_("First opinion")
    SECOND_DOCTOR = "second_doctor", N_("Second opinion")
    THIRD_DOCTOR = "third_doctor", N_("Another opinion")
    FAMILY_DOCTOR = "family_doctor", N_("Family doctor")
    NURSE = "nurse", N_("Nurse or navigator")
    PATHOLOGIST = "pathologist", N_("Pathologist")
    RECORDS_DESK = "records_desk", N_("Records desk")
    INSURER = "insurer", N_("Insurance")
    HELPER = "helper", N_("Family or friend")
    PLACE = "place", N_("Hospital or clinic")


class Network(Choice):
    UNANSWERED = "", N_("Not answered")
    IN = "in", N_("In the network")
    OUT = "out", N_("Outside the network")
    NOT_SURE = "not_sure", N_("Not sure")


class CandidateStatus(Choice):
    UNANSWERED = "", N_("Not on the list")
    IDEA = "idea", N_("Idea")
    CALLED = "called", N_("Called")
    WAITING = "waiting", N_("Waiting")
    BOOKED = "booked", N_("Booked")
    NO = "no", N_("Not this one")


class CenterType(Choice):
    UNANSWERED = "", N_("Not answered")
    NCI = "nci", N_("NCI-designated center")
    TEACHING = "teaching", N_("Teaching hospital")
    COMMUNITY = "community", N_("Community hospital")
    OTHER = "other", N_("Other")
    NOT_SURE = "not_sure", N_("Not sure")


class AppointmentKind(Choice):
    SECOND_OPINION = "second_opinion", N_("Second opinion")
    OWN_DOCTOR = "own_doctor", N_("Visit with my own doctor")
    TEST = "test", N_("Test or scan")
    TREATMENT_START = "treatment_start", N_("Start of treatment")
    CALL = "call", N_("Phone call")
    OTHER = "other", N_("Other")


class AppointmentStatus(Choice):
    WANTED = "wanted", N_("I want to make it")
    PLANNED = "planned", N_("Planned")
    HAPPENED = "happened", N_("It took place")
    ON_HOLD = "on_hold", N_("On hold")
    CANCELED = "canceled", N_("Canceled")


class VisitHow(Choice):
    UNANSWERED = "", N_("Not answered")
    IN_PERSON = "in_person", N_("In person")
    VIDEO = "video", N_("By video")
    PHONE = "phone", N_("By phone")
    RECORDS_ONLY = "records_only", N_("From my records only")


class AnswerStatus(Choice):
    OPEN = "open", N_("Not asked yet")
    ANSWERED = "answered", N_("Answered")
    PARTLY = "partly", N_("Partly answered")
    NOT_ASKED = "not_asked", N_("Not asked")
    ASK_LATER = "ask_later", N_("Ask later")


class NoteKind(Choice):
    NOTE = "note", N_("Note")
    VISIT = "visit", N_("Visit note")
    LEARNED = "learned", N_("What I learned")
    GUT = "gut", N_("What my gut says")


class RecordStatus(Choice):
    """Where a record is; section 4.3 of the domain notes, one value per record."""

    TO_ASK = "to_ask", N_("To ask for")
    ASKED = "asked", N_("Asked for")
    PROMISED = "promised", N_("Promised")
    HAVE = "have", N_("I have it")
    SENT = "sent", N_("Sent")
    ARRIVED = "arrived", N_("Arrived")
    PROBLEM = "problem", N_("There is a problem")
    NOT_NEEDED = "not_needed", N_("Not needed")
    TO_COME_BACK = "to_come_back", N_("To come back")
    CAME_BACK = "came_back", N_("Came back")


class AskedHow(Choice):
    UNANSWERED = "", N_("Not answered")
    PORTAL = "portal", N_("Portal")
    FORM = "form", N_("Form")
    LETTER = "letter", N_("Letter")
    PHONE = "phone", N_("Phone")
    CLINIC = "clinic", N_("The clinic asks for me")


class CopyForm(Choice):
    UNANSWERED = "", N_("Not answered")
    PAPER = "paper", N_("Paper")
    PDF = "pdf", N_("PDF")
    DISC = "disc", N_("Disc")
    LINK = "link", N_("Link")
    SLIDES = "slides", N_("Slides")
    BLOCKS = "blocks", N_("Tissue blocks")


class CopyKind(Choice):
    """What a copy is of: the words about a scan and the scan itself are two things."""

    UNANSWERED = "", N_("Not answered")
    REPORT = "report", N_("The written report")
    PICTURES = "pictures", N_("The pictures themselves")
    SLIDES = "slides", N_("The slides themselves")
    BLOCK = "block", N_("The tissue block")


class LetterKind(Choice):
    """What a request letter asks for. Copies of papers, slides, and scans are asked for in three ways."""

    COPIES = "copies", N_("Copies of records")
    SLIDES = "slides", N_("Slides and tissue from a lab")
    SCANS = "scans", N_("Scan pictures")


class DeliverTo(Choice):
    """Where the copies go."""

    ME = "me", N_("To me")
    BOTH = "both", N_("To me, and to the second clinic too")
    CLINIC = "clinic", N_("To the second clinic")


class ReferralStatus(Choice):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    ASKED = "asked", N_("Waiting")
    SENT = "sent", N_("Sent")
    APPROVED = "approved", N_("Approved")
    DENIED = "denied", N_("Said no")
    ENDED = "ended", N_("Dates have passed")
    NOT_NEEDED = "not_needed", N_("Not needed")


class AuthorizationStatus(Choice):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    WAITING = "waiting", N_("Waiting")
    APPROVED = "approved", N_("Approved")
    DENIED = "denied", N_("Said no")
    ENDED = "ended", N_("Dates have passed")
    NOT_NEEDED = "not_needed", N_("Not needed")


class CoverageAnswer(Choice):
    UNANSWERED = "", N_("Not answered")
    YES = "yes", N_("Yes")
    PARTLY = "partly", N_("Partly")
    NO = "no", N_("No")
    NOT_SURE = "not_sure", N_("Not sure")


class CallKind(Choice):
    """Whom a call was to; the words to say follow it."""

    PLAN = "plan", N_("My health plan")
    CLINIC = "clinic", N_("The second clinic")
    DOCTOR = "doctor", N_("My own doctor's office")


class AppealLevel(Choice):
    UNANSWERED = "", N_("Not answered")
    INTERNAL = "internal", N_("Inside the plan")
    EXTERNAL = "external", N_("Outside reviewer")
    STATE = "state", N_("State fair hearing")
    MEDICARE = "medicare", N_("Medicare")


class Match(Choice):
    """How two opinions stand to each other on one topic. Never better or worse."""

    NOT_SURE = "not_sure", N_("Not clear yet")
    SAME = "same", N_("Agree")
    CLOSE = "close", N_("Close")
    DIFFERENT = "different", N_("Differ")
    ONLY_FIRST = "only_first", N_("Only the first said")
    ONLY_SECOND = "only_second", N_("Only the second said")
    NOT_DISCUSSED = "not_discussed", N_("Not discussed")


class VisitResult(Choice):
    UNANSWERED = "", N_("Not answered")
    AGREES = "agrees", N_("Agrees")
    AGREES_WITH_CHANGES = "agrees_with_changes", N_("Agrees, with changes")
    DIFFERENT = "different", N_("Different")
    NEEDS_TESTS = "needs_tests", N_("Needs more tests first")
    COULD_NOT_SAY = "could_not_say", N_("Could not say")


class StageKind(Choice):
    UNANSWERED = "", N_("Not answered")
    CLINICAL = "clinical", N_("Before surgery")
    AFTER_SURGERY = "after_surgery", N_("After surgery")
    NOT_SURE = "not_sure", N_("Not sure")


class TreatmentKind(Choice):
    OTHER = "other", N_("Other")
    SURGERY = "surgery", N_("Surgery")
    DRUG = "drug", N_("Medicine")
    RADIATION = "radiation", N_("Radiation")
    TRANSPLANT = "transplant", N_("Transplant or cell treatment")


class HealthFactKind(Choice):
    ILLNESS = "illness", N_("Other illness")
    OPERATION = "operation", N_("Operation")
    MEDICINE = "medicine", N_("Medicine")
    ALLERGY = "allergy", N_("Allergy or reaction")
    FAMILY = "family", N_("Family history of cancer")
    ABILITY = "ability", N_("What I can do in a day")


class DoctorsTalk(Choice):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    ASKED = "asked", N_("Asked")
    PLANNED = "planned", N_("Planned")
    DONE = "done", N_("They have talked")
    DECLINED = "declined", N_("Will not talk")


class StageOfChoice(Choice):
    UNANSWERED = "", N_("Not answered")
    STARTING = "starting", N_("I have just started")
    LOOKING = "looking", N_("I am looking at options")
    LEANING = "leaning", N_("I lean one way")
    CHOSEN = "chosen", N_("I have chosen")
    NOT_NOW = "not_now", N_("Not now")


class Confidence(Choice):
    """How sure a person feels, in words only; nothing is worked out from it."""

    UNANSWERED = "", N_("Not answered")
    NOT_AT_ALL = "1", N_("Not sure at all")
    UNSURE = "2", N_("A little unsure")
    BETWEEN = "3", N_("In between")
    FAIRLY = "4", N_("Fairly sure")
    VERY = "5", N_("Very sure")


class Feeling(Choice):
    """How a person feels on a day, for themselves alone."""

    UNANSWERED = "", N_("Not answered")
    HEAVY = "heavy", N_("Heavy")
    WORRIED = "worried", N_("Worried")
    MIXED = "mixed", N_("Some of everything")
    CALM = "calm", N_("Calm")
    LIGHT = "light", N_("Light")
    NOT_SURE = "not_sure", N_("Not sure")


class Side(Choice):
    GOOD = "good", N_("Good point")
    HARD = "hard", N_("Hard point")


class RuleAnswer(Choice):
    ASKED = "asked", N_("I asked my care team")
    LATER = "later", N_("Remind me in 2 days")
    DOES_NOT_APPLY = "does_not_apply", N_("Does not apply")
    SEEN = "seen", N_("Okay")
