"""Margaret's file on a Tuesday in March: a visit two weeks ago, and a free note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import AppointmentKind
from secondopinion_desktop.model.richtext import Document

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def rao(file: OpenFile) -> str:
    """Return the id of a visit two weeks ago that nobody has written about."""
    doctor = file.contacts.add(name="Dr. Anita Rao")
    return file.appointments.book(
        title="First opinion", kind=AppointmentKind.OWN_DOCTOR, day="2026-02-17", time="14:00", contact_id=doctor.id,
        place="Riverside\nHospital",
    ).id  # fmt: skip


@pytest.fixture
def sleep(file: OpenFile) -> str:
    """Return the id of a free note."""
    return file.notes.add(title="How I sleep", day="2026-01-26", body=Document.from_plain("Badly").to_json()).id
