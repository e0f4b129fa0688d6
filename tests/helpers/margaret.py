"""Margaret's file as the design pictures show it, on Tuesday, March 3, 2026."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    AuthorizationStatus,
    ContactRole,
    ReferralStatus,
    StepStatus,
    TaskStatus,
)
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.storage import casefile
from tests.helpers.files import new_file

RECORDS_TASKS = (
    ("Sign the release form at Riverside Hospital", "Margaret", "", "2026-02-20"),
    ("Ask for the pathology report and slides", "Claire", "", "2026-02-24"),
    ("Ask for the MRI and CT images on disc", "Claire", "", "2026-02-24"),
    ("Check that Lakeside received the slides", "Claire", "2026-03-05", ""),
    ("Call two days before the visit to check everything is there", "Margaret", "2026-03-10", ""),
)


def margarets_file(folder: Path) -> OpenFile:
    """Return Margaret's file, half way through: records on their way, the visit in nine days."""
    path = folder / "margaret.secondopinion"
    path.write_bytes(_filled())
    path.chmod(0o600)
    return OpenFile(casefile.open_file(path))


@cache
def _filled() -> bytes:
    """Fill the file once: every test gets a copy."""
    with TemporaryDirectory() as folder:
        file = new_file(Path(folder))
        _fill(file)
        file.close()
        return file.path.read_bytes()


def _fill(file: OpenFile) -> None:
    claire = file.people.authors.add(name="Claire", relation="daughter")
    _fill_steps(file)
    rao = file.contacts.add(name="Dr. Priya Rao", role=ContactRole.FIRST_DOCTOR, specialty="surgeon")
    okafor = file.contacts.add(name="Dr. James Okafor", role=ContactRole.SECOND_DOCTOR, specialty="oncologist")
    file.contacts.add(name="Nadia Bell", role=ContactRole.RECORDS_DESK, phone="555-0177")
    first = file.appointments.book(
        kind=AppointmentKind.OWN_DOCTOR, status=AppointmentStatus.HAPPENED, day="2026-02-17", contact_id=rao.id
    )
    visit = file.appointments.book(
        day="2026-03-12", time="10:30", contact_id=okafor.id, place="Lakeside Cancer Center,\nBuilding C, 2nd floor"
    )
    opinion = file.opinions.add_opinion()
    file.opinions.rows.change(opinion.id, day="2026-02-17", contact_id=rao.id)
    file.people.change_situation(decide_by="2026-03-18", treatment_start="2026-03-23")
    for number in range(1, 6):
        question = file.questions.ask(f"Question {number}?")
        file.questions.bring(question.id, visit.id, ticked=True)
    _fill_notes(file, first.id, claire.id)
    _fill_insurance(file)


def _fill_steps(file: OpenFile) -> None:
    for step in ("get_started", "insurance", "schedule"):
        file.steps.set_status(step, StepStatus.DONE)
    for step in ("records", "timing", "write_down"):
        for task in file.tasks.of_step(step):
            file.tasks.remove(task.id)
    for title, who, due, done_on in RECORDS_TASKS:
        task = file.tasks.add_to("records", title, who, due)
        if done_on:
            file.tasks.change(task.id, status=TaskStatus.DONE, done_on=done_on)
    done = file.tasks.add_to("timing", "Write the date your treatment is planned to start", "Margaret")
    file.tasks.change(done.id, status=TaskStatus.DONE, done_on="2026-02-26")
    file.tasks.add_to("timing", "Ask Dr. Rao if starting a week later is safe", "Margaret", "2026-03-06")
    file.tasks.add_to("timing", "Look at all your dates together")
    file.tasks.add_to("write_down", "Choose the five questions to bring", "Together", "2026-03-10")


def _fill_notes(file: OpenFile, first_visit: str, claire: str) -> None:
    note = file.notes.of_visit(first_visit)
    file.notes.change(note.id, title="First opinion: treatment plan with Dr. Rao", day="2026-02-17")
    text = "Surgery first, then radiation. Surgery planned for Monday, March 23, and nothing is decided yet."
    file.notes.save_body(note.id, Document.from_plain(text).to_json())
    margaret, file.store.author = file.store.author, claire
    text = "Send slides by courier, not by post. Ask for Nadia at the records desk. She is there until four."
    call = file.notes.add(
        title="Phone call with Lakeside intake nurse", day="2026-02-27", body=Document.from_plain(text).to_json()
    )
    file.store.author = margaret
    assert call.id


def _fill_insurance(file: OpenFile) -> None:
    file.insurance.save_plan(1, carrier="Blue Ridge Health", plan_name="Choice PPO")
    file.insurance.save_authorization(status=AuthorizationStatus.WAITING, asked_on="2026-02-26", reference="48-2217")
    file.insurance.save_referral(status=ReferralStatus.NOT_NEEDED)
    for number in range(1, 5):
        file.records.add(
            name=f"Record {number}", asked_on="2026-02-17", received_on="2026-02-20", arrived_on="2026-02-27"
        )
    file.records.add(name="MRI images on disc", asked_on="2026-02-24", holder="Riverside Hospital imaging desk")
    file.records.add(name="Operation report")
