"""Records: what is typed is not lost when another record is looked at, and nothing waits for the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.troubles import DiskFull
from secondopinion_desktop.ui.pages.records import RecordsPage
from tests.helpers.hands import click
from tests.helpers.messages import FakeMessages
from tests.helpers.records import RecordsDesk, two_records

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def desk(file: OpenFile, qtbot: QtBot) -> RecordsDesk:
    return two_records(file, qtbot)


def test_a_letter_can_be_asked_for_before_the_page_is_all_there(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="MRI images")
    page = RecordsPage(file, FakeMessages())
    qtbot.addWidget(page)
    page.fill(600)
    assert page.flush()
    asked: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, item: asked.append((kind, item)))
    click(page.letter_button)
    assert asked == [("command", f"letter:{file.records.all()[0].id}")]


def test_a_note_that_cannot_be_saved_is_not_lost_when_another_record_is_looked_at(
    desk: RecordsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object, **_more: object) -> None:
        raise DiskFull

    with monkeypatch.context() as trouble:
        trouble.setattr(desk.file.records, "change", full)
        desk.form.type("Note", "Ask for Ms. Bell")
        desk.click("Pathology report")
        assert not desk.page.flush()
    assert desk.page.flush()
    assert desk.record("MRI images").note == "Ask for Ms. Bell"
    assert desk.record("Pathology report").note == ""
    desk.click("MRI images")
    assert desk.form.shows("Note") == "Ask for Ms. Bell"


def test_what_could_not_be_saved_stands_there_again(desk: RecordsDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_values: object, **_more: object) -> None:
        raise DiskFull

    with monkeypatch.context() as trouble:
        trouble.setattr(desk.file.records, "change", full)
        desk.form.type("Note", "Ask for Ms. Bell")
        desk.click("Pathology report")
        desk.click("MRI images")
        assert desk.form.shows("Note") == "Ask for Ms. Bell"
    assert desk.page.flush()
    assert desk.record("MRI images").note == "Ask for Ms. Bell"
