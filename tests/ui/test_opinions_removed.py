"""An opinion that is removed while somebody writes who gave it: no word of that is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.pages.opinions.reading import comparison
from tests.helpers.forms import field, text_of, visible_words
from tests.helpers.hands import click, focused, press
from tests.helpers.opinions import OpinionsDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def two(file: OpenFile, qtbot: QtBot) -> OpinionsDesk:
    file.opinions.add_opinion(doctor="Dr. Rao")
    file.opinions.add_opinion(doctor="Dr. Okafor")
    return OpinionsDesk(file, qtbot)


def test_a_form_about_an_opinion_that_is_gone_stays_in_sight_until_its_words_are_saved(
    two: OpinionsDesk, file: OpenFile
) -> None:
    gone = file.opinions.rows.all()[0].id
    two.form(0).type("Hospital or clinic", "quillwort")
    found = comparison(file)
    file.store.database.read_only = True
    two.page.card.show_comparison(found._replace(opinions=found.opinions[1:]))
    assert two.doctors == ["Dr. Okafor"]
    assert text_of(field(two.page, "Hospital or clinic")) == "quillwort"
    assert not two.page.flush()
    assert "nothing could be saved" in visible_words(two.page)
    file.store.database.read_only = False
    assert two.page.flush()
    assert file.opinions.rows.get(gone).place == "quillwort"


def test_words_in_the_form_of_an_opinion_removed_elsewhere_stay_until_they_were_read(
    two: OpinionsDesk, file: OpenFile
) -> None:
    gone = file.opinions.rows.all()[1].id
    two.form(1).type("Hospital or clinic", "quillwort")
    typing = focused()
    file.opinions.rows.remove(gone)
    assert two.doctors == ["Dr. Rao"]
    assert "What you wrote is kept with it." in visible_words(two.page)
    assert two.remove_buttons == []
    assert focused() is typing
    file.opinions.rows.restore(gone)
    again = field(two.page.card.heads[1], "Hospital or clinic")
    assert text_of(again) == "quillwort"
    assert len(two.remove_buttons) == 1
    press(Qt.Key.Key_Escape, on=again)
    assert two.doctors == ["Dr. Rao", "Dr. Okafor"]
    assert "quillwort" in visible_words(two.page.card.heads[1])


def test_removing_an_opinion_in_its_form_keeps_what_is_not_clear_and_leaves_nothing_open(two: OpinionsDesk) -> None:
    opinion = two.file.opinions.rows.all()[1].id
    form = two.form(1)
    form.type("Date", "in spring")
    click(two.remove_buttons[0])
    assert two.doctors == ["Dr. Rao"]
    assert "What you wrote" not in visible_words(two.page)
    assert "Date: in spring" in two.file.opinions.rows.get(opinion).summary


def test_where_the_first_opinion_was_removed_the_first_one_can_be_written_anew(
    two: OpinionsDesk, file: OpenFile
) -> None:
    first, second = file.opinions.rows.all()
    file.opinions.rows.change(second.id, day="2026-03-01")
    file.opinions.rows.remove(first.id)
    words = visible_words(two.page)
    assert words.count("Second opinion") == 1
    assert "First opinion" in words
    assert "First opinion" not in [date.words for date in file.timeline.key_dates()]
    click(two.page.card.next_head.button)
    assert [opinion.number for opinion in file.opinions.rows.all()] == [1, 2]
    assert two.doctors == ["Doctor not named yet", "Dr. Okafor"]


@pytest.mark.parametrize("way", ["undo", "removed items"])
def test_an_opinion_brought_back_makes_room_for_the_one_written_in_its_place(file: OpenFile, way: str) -> None:
    rows = file.opinions.rows
    first = file.opinions.add_opinion(doctor="Dr. Rao").id
    file.opinions.add_opinion(doctor="Dr. Okafor")
    rows.remove(first)
    file.opinions.add_opinion(doctor="Dr. Lee")
    for _twice in range(2):
        if way == "undo":
            BringBack(rows, first).now()
        elif file.removed.all():
            file.removed.restore(file.removed.all()[0])
    assert [(one.number, one.doctor) for one in rows.all()] == [(1, "Dr. Lee"), (2, "Dr. Okafor"), (3, "Dr. Rao")]
