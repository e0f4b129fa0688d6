"""Words for a call, and the sheet to print for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.documents.packet import Prompt
from secondopinion_desktop.model.choices import CallKind, ContactRole, Coverage
from secondopinion_desktop.services import calling
from secondopinion_desktop.services.packets.callsheet import call_sheet, call_sheet_pages
from tests.helpers.files import new_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile

MEMBER = "BR 4410 0872 01"


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    file = new_file(tmp_path)
    file.insurance.save_plan(1, carrier="Blue Ridge Health", member_id=MEMBER, phone="555-0142")
    doctor = file.contacts.add(
        name="Dr. James Okafor", role=ContactRole.SECOND_DOCTOR, organization="Lakeside", phone="555-0178"
    )
    file.appointments.book(day="2026-03-12", contact_id=doctor.id)
    file.people.change_situation(treatment_start="2026-03-23")
    yield file
    file.close()


def said(file: OpenFile, kind: CallKind) -> str:
    return "\n".join(words for words, _hint in calling.script(file, kind))


def test_names_and_dates_of_the_file_are_put_in(file: OpenFile) -> None:
    words = said(file, CallKind.PLAN)
    assert "The doctor is Dr. James Okafor at Lakeside." in words
    assert "My visit is on Mar 12. Treatment may start on Mar 23." in words


def test_ones_own_words_are_said_and_stay_up_to_date(file: OpenFile) -> None:
    words = calling.words_to_change(file, CallKind.PLAN)
    assert "[visit date]" in words
    calling.keep_words(file, CallKind.PLAN, "Good morning from Margaret.\nI see [doctor] on [visit date].")
    assert said(file, CallKind.PLAN).splitlines()[1] == "I see Dr. James Okafor on Mar 12."
    visit = file.appointments.all()[0]
    file.appointments.change(visit.id, day="2026-03-19")
    assert "on Mar 19." in said(file, CallKind.PLAN)
    assert calling.has_own_words(file, CallKind.PLAN)
    calling.keep_words(file, CallKind.PLAN, "")
    assert "May I have your name" in said(file, CallKind.PLAN)


def test_keeping_the_first_words_unchanged_keeps_nothing(file: OpenFile) -> None:
    calling.keep_words(file, CallKind.CLINIC, calling.words_to_change(file, CallKind.CLINIC))
    assert not calling.has_own_words(file, CallKind.CLINIC)


@pytest.mark.parametrize(
    ("coverage", "kind"),
    [
        (Coverage.UNANSWERED, CallKind.PLAN),
        (Coverage.SELF_PAY, CallKind.CLINIC),
        (Coverage.PUBLIC, CallKind.DOCTOR),
    ],
)
def test_who_is_called_first_depends_on_who_pays(file: OpenFile, coverage: Coverage, kind: CallKind) -> None:
    file.people.change_situation(coverage=coverage)
    assert calling.usual_kind(file) is kind


def test_a_promise_is_told_before_the_next_call_to_the_same_place_until_it_is_settled(file: OpenFile) -> None:
    call = file.insurance.calls.add(day="2026-02-26", person="Renee", promised="A letter")
    assert calling.last_promise(file, CallKind.CLINIC) is None
    assert calling.last_promise(file, CallKind.PLAN) == file.insurance.calls.get(call.id)
    file.insurance.calls.change(call.id, follow_up_done=True)
    assert calling.last_promise(file, CallKind.PLAN) is None


@pytest.mark.parametrize("kind", list(CallKind))
def test_a_call_sheet_has_every_line_to_say_and_room_beside_it(file: OpenFile, kind: CallKind) -> None:
    packet = call_sheet(file, kind)
    prompts = [block for section in packet.sections for block in section.blocks if isinstance(block, Prompt)]
    assert [prompt.say for prompt in prompts][:3] == ["Date and time", "Who I speak to", "Number for this call"]
    pages = call_sheet_pages(packet, "letter")
    text = " ".join("".join(pages.page_text(number) for number in range(pages.page_count)).split())
    for words, _hint in calling.script(file, kind):
        assert words in text
    assert pages.page_count <= 2
    pages.close()


def test_card_numbers_are_on_a_call_sheet_only_if_asked_for(file: OpenFile) -> None:
    def printed(*, whole: bool) -> str:
        pages = call_sheet_pages(call_sheet(file, CallKind.PLAN, whole_numbers=whole), "a4", large_print=True)
        text = "".join(pages.page_text(number) for number in range(pages.page_count))
        pages.close()
        return text

    assert MEMBER not in printed(whole=False)
    assert "Ends in 7201" in printed(whole=False)
    assert MEMBER in printed(whole=True)
