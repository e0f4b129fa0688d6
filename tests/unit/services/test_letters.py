"""Request letters: filled from the file, and never more than is needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppointmentKind, DeliverTo, LetterKind, RecordStatus
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.letters import Letter

pytestmark = pytest.mark.usefixtures("a_tuesday")


@pytest.fixture
def filled(file: OpenFile, a_tuesday: datetime) -> OpenFile:
    assert a_tuesday
    file.people.change_person(birth_date="1961-05-04", phone="555-0110", former_names="Margaret Hale")
    file.insurance.plans.add(carrier="Blue Ridge", member_id="BR 4410 0872 01", position=1)
    riverside = file.contacts.add(name="Riverside Hospital", address="1 River Street", fax="555-0124")
    okafor = file.contacts.add(name="Dr. James Okafor", organization="Lakeside Cancer Center", address="20 Shore Rd")
    file.appointments.book(
        kind=AppointmentKind.SECOND_OPINION,
        day="2026-03-12",
        contact_id=okafor.id,
        records_needed_by="2026-03-09",
        intake_contact="Nadia Bell, 555-0179",
    )
    for name, kind in (("Pathology report", "R1"), ("Lab results", "R11"), ("Slides", "R2"), ("CT images", "R8")):
        file.records.add(name=name, kind=kind, holder_id=riverside.id, service_from="2026-01-30")
    file.records.add(name="Medicine list", kind="R20", asking_not_needed=True)
    return file


def record_id(file: OpenFile, name: str) -> str:
    return next(record.id for record in file.records.all() if record.name == name)


def words(file: OpenFile, letter: Letter) -> str:
    return words_of(file.letters.pages(letter).pdf)


def test_a_letter_asks_one_holder_for_all_that_is_still_to_ask_there(filled: OpenFile) -> None:
    letter = filled.letters.start(record_id(filled, "Pathology report"))
    assert letter.kind is LetterKind.COPIES
    assert set(letter.records) == {record_id(filled, "Pathology report"), record_id(filled, "Lab results")}
    said = words(filled, letter)
    for part in (
        "Request for copies of my health information",
        "Riverside Hospital",
        "1 River Street",
        "Fax 555-0124",
        "Margaret Hale",
        "Pathology report, Jan 30, 2026",
        "Lab results",
        "I need these by Mar 9, 2026",
        "My visit is on Mar 12, 2026",
        "Please tell me of any fee before you start.",
        "please tell me which part and why, in writing",
        "Signature",
    ):
        assert part in said, part
    assert "Medicine list" not in said
    assert "Slides" not in said


def test_no_letter_holds_a_number_of_a_card(filled: OpenFile) -> None:
    for kind in LetterKind:
        said = words(filled, replace(filled.letters.start(), kind=kind))
        assert "4410" not in said
        assert "Social Security" not in said


def test_the_right_of_access_is_named_only_where_it_is_law_and_can_be_left_out(
    filled: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = filled.letters.start(record_id(filled, "Pathology report"))
    assert letter.hipaa
    assert "45 CFR 164.524" in words(filled, letter)
    assert "45 CFR 164.524" not in words(filled, replace(letter, hipaa=False))
    monkeypatch.setattr("secondopinion_desktop.base.formats.territory", lambda: "GB")
    abroad = filled.letters.start(record_id(filled, "Pathology report"))
    assert (abroad.hipaa, abroad.paper) == (False, "a4")


def test_slides_are_asked_of_pathology_and_shipped_to_the_second_clinic(filled: OpenFile) -> None:
    letter = filled.letters.start(record_id(filled, "Slides"))
    assert (letter.kind, letter.deliver) == (LetterKind.SLIDES, DeliverTo.CLINIC)
    said = words(filled, replace(letter, case_number="S26-114", return_by="2026-04-10"))
    for part in (
        "Request to release pathology slides",
        "Pathology",
        "S26-114",
        "Lakeside Cancer Center",
        "Attention: Nadia Bell",
        "20 Shore Rd",
        "Please have them back by Apr 10, 2026",
        "if little tissue is left",
        "Doctor",
    ):
        assert part in said, part
    assert "164.524" not in said


def test_scans_are_asked_for_with_pictures_reports_and_earlier_ones(filled: OpenFile) -> None:
    letter = filled.letters.start(record_id(filled, "CT images"))
    assert letter.kind is LetterKind.SCANS
    said = words(filled, letter)
    assert "both the pictures and the written reports" in said
    assert "earlier scans" in said
    assert "earlier scans" not in words(filled, replace(letter, earlier_scans=False))


def test_someone_else_who_signs_says_who_they_are_and_by_what_right(filled: OpenFile) -> None:
    letter = replace(filled.letters.start(), other_signs=True, other_name="Claire Doyle", other_relation="daughter")
    said = words(filled, letter)
    for part in ("Claire Doyle", "daughter", "With the right to sign by", "Not known yet"):
        assert part in said, part


def test_a_letter_fits_on_one_page(filled: OpenFile) -> None:
    for name in ("Pathology report", "Slides", "CT images"):
        assert filled.letters.pages(filled.letters.start(record_id(filled, name))).page_count == 1


def test_the_day_of_the_letter_is_written_down_once_and_can_be_undone(filled: OpenFile) -> None:
    asked, fresh = record_id(filled, "Pathology report"), record_id(filled, "Lab results")
    filled.records.change(asked, asked_on="2026-02-20")
    assert filled.letters.mark_asked((asked, fresh), "2026-03-03") == 1
    assert filled.records.get(asked).asked_on == "2026-02-20"
    assert filled.records.get(fresh).status is RecordStatus.ASKED
    filled.history.undo()
    assert filled.records.get(fresh).asked_on == ""


def test_an_empty_file_has_a_letter_too(file: OpenFile) -> None:
    said = words(file, file.letters.start())
    assert "Not known yet" in said
    assert "Margaret Doyle" in said


def test_a_letter_names_no_address_above_where_there_is_none(filled: OpenFile) -> None:
    letter = replace(filled.letters.start(record_id(filled, "Pathology report")), deliver=DeliverTo.ME)
    said = words(filled, letter)
    assert "Me. Please ask me where to send them." in said
    assert "Not known yet" not in said.partition("Signature")[2]
    filled.people.change_person(address="14 Mill Lane, Riverside")
    assert "Me, at the address above" in words(filled, letter)
