"""What the button of a notice leads to, where it is more than a phone number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.model.choices import ContactRole, Match
from secondopinion_desktop.ui.dialogs.who_to_call import WhoToCallDialog
from tests.helpers.files import new_file
from tests.helpers.hands import click
from tests.helpers.overview import OverviewHands
from tests.helpers.stage import button, texts

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

pytestmark = pytest.mark.usefixtures("a_tuesday")  # March 3, 2026


@pytest.fixture
def file(tmp_path: Path) -> OpenFile:
    return new_file(tmp_path)


def test_near_the_last_day_to_appeal_helplines_stand_beside_whom_to_call(qtbot: QtBot, file: OpenFile) -> None:
    file.contacts.add(name="Dr. Anita Rao", role=ContactRole.FIRST_DOCTOR, phone="555-0121")
    file.insurance.denials.add(what="The slides", appeal_by="2026-03-10")
    overview = OverviewHands(qtbot, file)
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, WhoToCallDialog)
        seen.extend(texts(dialog))
        click(button(dialog, "Close"))

    overview.messages.will_meet(look)
    click(button(overview.page, "Who to call"))
    assert {"The last day to appeal is near.", "Dr. Anita Rao", "Patient Advocate Foundation"} <= set(seen)
    assert "1-800-532-5274" in seen


def test_asking_why_they_differ_ties_the_question_to_the_point_and_is_said(qtbot: QtBot, file: OpenFile) -> None:
    topic = next(one for one in file.opinions.topics.all() if one.key == "stage")
    file.opinions.mark(topic.id, Match.DIFFERENT)
    overview = OverviewHands(qtbot, file)
    assert "The two doctors see this point in a different way." in texts(overview.page)
    click(button(overview.page, "Add this question"))
    (question,) = file.questions.all()
    assert question.text == "What led you to a different view? Did you see the same records?"
    assert overview.message == "Question added"
    assert file.opinions.topics.get(topic.id).question == question.text
    assert file.timing.open() == []
