"""Insurance and the way to the visit on paper: for the family and for everything, never for a doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppealLevel, CandidateStatus, CenterType, Network, RequestRoute, Yes3
from secondopinion_desktop.services.packets import MadeFor, Packets, usual_choice
from tests.helpers.files import new_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    insurance = file.insurance
    insurance.save_first_plan(carrier="Blue Ridge Health", member_id="BR 4410 0872 01", visit_estimate="$310")
    insurance.save_network_check("lab", status=Network.OUT, checked_with="Tom", checked_on="2026-02-19")
    insurance.save_authorization(for_what=["visit", "pathology"])
    insurance.denials.add(
        what="Reading the MRI again",
        reason="Read once already",
        appeal_by="2026-08-26",
        level=AppealLevel.INTERNAL,
        letter_where="Blue folder",
    )
    insurance.expenses.add(what="Courier", amount="$38.00", day="2026-02-27", paid_by="Margaret")
    insurance.expenses.add(what="Parking", amount="$6.50")
    insurance.calls.add(day="2026-02-26", person="Renee", answer="It needs approval first.", reference="48-2217")
    file.people.change_situation(
        request_route=RequestRoute.DOCTOR_ASKS,
        request_asked_on="2026-02-17",
        request_sent_on="2026-02-20",
        request_confirmed_by="Nadia",
        care_not_offered_here=["trial"],
    )
    marsh = file.contacts.add(
        name="Dr. Helen Marsh",
        candidate=CandidateStatus.WAITING,
        center_type=CenterType.TEACHING,
        cases_per_year_told="About 200",
        focus_on_my_cancer=Yes3.NOT_SURE,
        who_told_me="Front desk",
        offered_checks={"trial": "yes"},
    )
    file.appointments.book(
        day="2026-03-12", contact_id=marsh.id, arrive_by="10:00", records_wanted="Slides", background_sent=["summary"]
    )
    yield file
    file.close()


def words(file: OpenFile, made_for: MadeFor) -> str:
    packet = Packets(file.store).summary(usual_choice(made_for))
    return "\n".join(f"{section.title}\n{section.blocks!r}" for section in packet.sections)


def test_the_family_reads_in_short_who_pays_and_what_was_said(file: OpenFile) -> None:
    printed = words(file, MadeFor.FAMILY)
    for told in (
        "Blue Ridge Health", "$310", "Outside the network", "Reading the MRI again", "Aug\\xa026,\\xa02026", "Courier",
        "Together $44.50", "48-2217", "Renee", "It needs approval first.",
    ):  # fmt: skip
        assert told in printed
    assert "BR 4410 0872 01" not in printed
    assert "The file holds more on: the visit, doctors and centers I asked, people" in printed


def test_everything_tells_all_about_insurance(file: OpenFile) -> None:
    printed = words(file, MadeFor.EVERYTHING)
    for told in (
        "Blue Ridge Health", "$310", "Outside the network", "The visit, New review of slides", "Reading the MRI again",
        "Read once already", "Aug\\xa026,\\xa02026", "Blue folder", "Courier", "Together $44.50", "48-2217", "Renee",
    ):  # fmt: skip
        assert told in printed
    assert "BR 4410 0872 01" not in printed


def test_the_family_reads_what_to_prepare_for_a_visit(file: OpenFile) -> None:
    printed = words(file, MadeFor.FAMILY)
    assert "('Be there at', '10:00')" in printed
    assert "Doctors and centers" not in printed  # a visit is booked


def test_everything_tells_which_centers_there_are_and_how_the_visit_is_arranged(file: OpenFile) -> None:
    printed = words(file, MadeFor.EVERYTHING)
    for told in (
        "Doctors and centers", "Dr. Helen Marsh", "Teaching hospital", "About 200", "Front desk", "A clinical trial",
        "The second-opinion visit", "How it was arranged", "My doctor asks for it", "Nadia", "10:00", "Slides",
        "My summary for the doctor",
    ):  # fmt: skip
        assert told in printed


def test_a_doctor_gets_nothing_of_insurance_and_no_list_of_other_doctors(file: OpenFile) -> None:
    printed = words(file, MadeFor.DOCTOR)
    for kept_back in ("BR 4410", "Blue Ridge Health", "Ends in", "Courier", "Doctors and centers", "Renee"):
        assert kept_back not in printed


def test_one_amount_that_cannot_be_read_and_no_sum_is_printed(file: OpenFile) -> None:
    file.insurance.expenses.add(what="Lunch", amount="about ten")
    assert "Together" not in words(file, MadeFor.FAMILY)
