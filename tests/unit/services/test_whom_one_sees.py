"""Whom one sees for a second opinion is known as one who gives it, however they came into the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppointmentKind, ContactRole

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")
SECOND = AppointmentKind.SECOND_OPINION


def test_a_doctor_who_was_only_a_name_gives_the_second_opinion_once_visited(file: OpenFile) -> None:
    okafor = file.started.add_candidate("Dr. Okafor")
    assert file.contacts.get(okafor).role is ContactRole.OTHER
    file.appointments.book(kind=SECOND, day="2026-03-12", contact_id=okafor)
    assert file.contacts.get(okafor).role is ContactRole.SECOND_DOCTOR
    file.history.undo()
    assert file.contacts.get(okafor).role is ContactRole.OTHER


def test_naming_the_doctor_of_a_visit_later_says_it_too(file: OpenFile) -> None:
    okafor = file.contacts.add(name="Dr. Okafor").id
    visit = file.appointments.book(kind=SECOND, day="2026-03-12")
    file.appointments.change(visit.id, contact_id=okafor)
    assert file.contacts.get(okafor).role is ContactRole.SECOND_DOCTOR


def test_who_comes_after_a_second_doctor_gives_another_opinion(file: OpenFile) -> None:
    file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    marsh = file.contacts.add(name="Dr. Marsh").id
    file.appointments.book(kind=SECOND, contact_id=marsh)
    assert file.contacts.get(marsh).role is ContactRole.THIRD_DOCTOR


def test_what_the_person_said_of_somebody_stays(file: OpenFile) -> None:
    rao = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR).id
    desk = file.contacts.add(name="Ana", role_note="The front desk").id
    for contact in (rao, desk):
        file.appointments.book(kind=SECOND, contact_id=contact)
    assert file.contacts.get(rao).role is ContactRole.FIRST_DOCTOR
    assert file.contacts.get(desk).role is ContactRole.OTHER


def test_a_scan_makes_nobody_a_second_doctor(file: OpenFile) -> None:
    imaging = file.contacts.add(name="Riverside Imaging").id
    file.appointments.book(kind=AppointmentKind.TEST, contact_id=imaging)
    assert file.contacts.get(imaging).role is ContactRole.OTHER
