"""Opinions side by side: the same room for each, words that save themselves, and never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import ContactRole, Match, Side
from secondopinion_desktop.model.fields import stable_id
from secondopinion_desktop.ui.pages.opinions.reading import comparison
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY, visible_words
from tests.helpers.hands import CTRL, click, focused, press, write
from tests.helpers.opinions import OpinionsDesk, height_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme

FIRST, SECOND, THIRD = "First opinion", "Second opinion", "Third opinion"


@pytest.fixture
def two(file: OpenFile, qtbot: QtBot) -> OpinionsDesk:
    file.opinions.add_opinion(doctor="Dr. Rao", place="Riverside Hospital", day="2026-02-17")
    file.opinions.add_opinion(doctor="Dr. Okafor", place="Lakeside Cancer Center", day="2026-03-12")
    return OpinionsDesk(file, qtbot)


def said(file: OpenFile, topic: str, opinion: int) -> str:
    topic_id = next(one.id for one in file.opinions.topics.all() if one.name == topic)
    opinion_id = next(one.id for one in file.opinions.rows.all() if one.number == opinion)
    return file.opinions.statements().get((topic_id, opinion_id), "")


# Beginning


def test_an_empty_page_says_what_to_begin_with(file: OpenFile, qtbot: QtBot) -> None:
    doctor = file.contacts.add(name="Dr. Rao", role=ContactRole.FIRST_DOCTOR, organization="Riverside Hospital")
    desk = OpinionsDesk(file, qtbot)
    assert "Nothing to compare yet" in visible_words(desk.page)
    click(desk.page.first_button)
    assert desk.doctors == ["Dr. Rao"]
    assert "Riverside Hospital" in visible_words(desk.page)
    assert file.opinions.rows.all()[0].contact_id == doctor.id
    assert focused() is desk.box("Diagnosis", FIRST)


def test_an_opinion_of_nobody_asks_who_it_was(file: OpenFile, qtbot: QtBot) -> None:
    file.opinions.add_opinion()
    desk = OpinionsDesk(file, qtbot)
    click(desk.page.card.heads[0].name_button)
    write("Dr. Rao")
    assert desk.page.flush()
    assert file.opinions.rows.all()[0].doctor == "Dr. Rao"
    press(Qt.Key.Key_Escape)
    assert desk.doctors == ["Dr. Rao"]
    assert not desk.page.card.heads[0].name_button.isVisible()


def test_before_the_first_opinion_what_matters_waits_until_it_is_wanted(file: OpenFile, qtbot: QtBot) -> None:
    desk = OpinionsDesk(file, qtbot)
    assert "What matters to you" not in visible_words(desk.page)
    click(desk.page.weigh_button)
    assert "What matters to you" in visible_words(desk.page)
    assert focused() is desk.cards[0].blocks[Side.GOOD].add_button
    assert not desk.page.weigh_button.isVisible()


def test_with_one_opinion_the_second_is_to_be_filled_in_after_the_visit(file: OpenFile, qtbot: QtBot) -> None:
    file.opinions.add_opinion(doctor="Dr. Rao")
    doctor = file.contacts.add(name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR)
    file.appointments.book(day="2026-03-12", contact_id=doctor.id, place="Lakeside Cancer Center,\nBuilding C")
    desk = OpinionsDesk(file, qtbot)
    assert "Fill this in after the visit on Mar\N{NO-BREAK SPACE}12." in visible_words(desk.page)
    assert not desk.head("Diagnosis").marker.isVisible()
    assert "They agree" not in visible_words(desk.page)
    click(desk.page.card.next_head.button)
    assert desk.doctors == ["Dr. Rao", "Dr. Okafor"]
    added = file.opinions.rows.all()[1]
    assert (added.place, added.day, added.contact_id) == ("Lakeside Cancer Center", "2026-03-12", doctor.id)
    assert focused() is desk.box("Diagnosis", SECOND)
    assert desk.head("Diagnosis").marker.isVisible()


def test_a_first_opinion_begins_with_few_fields_and_hides_no_words(file: OpenFile, qtbot: QtBot) -> None:
    opinion = file.opinions.add_opinion(doctor="Dr. Rao")
    stage = next(topic.id for topic in file.opinions.topics.all() if topic.name == "Stage")
    desk = OpinionsDesk(file, qtbot)
    assert desk.topics == ["Diagnosis", "Treatment", "When to start"]
    assert "Good points" not in visible_words(desk.page)
    file.opinions.say(stage, opinion.id, "Stage II")
    assert desk.topics == ["Diagnosis", "Stage", "Treatment", "When to start"]
    more = desk.page.card.more_button
    assert more.accessibleName() == "More topics: Clinical trials, Side effects"
    more.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert focused() is desk.box("Clinical trials", FIRST)
    assert "Side effects" in desk.topics
    assert not more.isVisible()


def test_words_that_cannot_be_saved_stay_when_their_column_goes(two: OpinionsDesk, file: OpenFile) -> None:
    two.type("Diagnosis", SECOND, "quillwort")
    box = two.box("Diagnosis", SECOND)
    found = comparison(file)
    file.store.database.read_only = True
    two.page.card.show_comparison(found._replace(opinions=found.opinions[:1]))
    assert not box.isVisible()
    assert not two.page.flush()
    file.store.database.read_only = False
    assert two.page.flush()
    assert "quillwort" in said(file, "Diagnosis", 2)


def test_long_names_of_folded_topics_do_not_make_the_page_wider(file: OpenFile, qtbot: QtBot) -> None:
    file.opinions.add_opinion(doctor="Dr. Rao")
    desk = OpinionsDesk(file, qtbot)
    usual = desk.page.card.minimumSizeHint().width()
    for topic in file.opinions.topics.all():
        if topic.name in {"Stage", "Clinical trials"}:
            file.opinions.topics.change(topic.id, name=f"{topic.name}, and what each of them would ask of us " * 3)
    count = len([topic for topic in file.opinions.topics.all() if topic.shown])
    assert desk.page.card.more_button.accessibleName() == f"Show all {count} topics"
    assert desk.page.card.minimumSizeHint().width() == usual


def test_without_a_visit_the_prompt_names_no_day(file: OpenFile, qtbot: QtBot) -> None:
    file.opinions.add_opinion(doctor="Dr. Rao")
    assert "Fill this in after the visit." in visible_words(OpinionsDesk(file, qtbot).page)


# Writing


def test_what_is_typed_saves_itself(two: OpinionsDesk, qtbot: QtBot) -> None:
    two.type("Treatment", FIRST, "Surgery first")
    qtbot.waitUntil(lambda: said(two.file, "Treatment", 1) == "Surgery first", timeout=3000)
    assert said(two.file, "Treatment", 2) == ""


def test_leaving_a_cell_saves_it(two: OpinionsDesk) -> None:
    two.type("Treatment", SECOND, "Medicine first")
    press(Qt.Key.Key_Tab)
    assert said(two.file, "Treatment", 2) == "Medicine first"


def test_flushing_saves_what_is_being_typed(two: OpinionsDesk) -> None:
    two.type("Treatment", SECOND, "Medicine first")
    assert two.page.flush()
    assert said(two.file, "Treatment", 2) == "Medicine first"


def test_what_is_being_typed_stays_when_something_else_changes(two: OpinionsDesk) -> None:
    two.type("Treatment", FIRST, "Surgery first")
    box = two.box("Treatment", FIRST)
    opinions = two.file.opinions
    topic = next(one.id for one in opinions.topics.all() if one.name == "Treatment")
    opinions.say(topic, opinions.rows.all()[0].id, "From elsewhere")
    opinions.topics.move(topic, -1)
    opinions.mark(topic, Match.DIFFERENT)
    assert two.says("Treatment", FIRST) == "Surgery first"
    assert focused() is box
    assert two.page.flush()
    assert said(two.file, "Treatment", 1) == "Surgery first"


def test_a_change_from_elsewhere_shows(two: OpinionsDesk) -> None:
    opinions = two.file.opinions
    opinions.say(opinions.topics.all(shown=True)[0].id, opinions.rows.all()[0].id, "From elsewhere")
    assert two.says("Diagnosis", FIRST) == "From elsewhere"


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_any_words_are_kept(two: OpinionsDesk, words: str) -> None:
    two.type("Diagnosis", FIRST, words)
    press(Qt.Key.Key_Tab)
    assert said(two.file, "Diagnosis", 1) == words
    assert does_not_fit(two.page) == []


def test_the_cells_are_walked_topic_by_topic(two: OpinionsDesk) -> None:
    two.box("Diagnosis", FIRST).setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is two.box("Diagnosis", SECOND)
    press(Qt.Key.Key_Tab)
    assert focused() is two.head(two.topics[1]).marker


def test_an_empty_cell_says_what_belongs_there(two: OpinionsDesk) -> None:
    box = two.box("Diagnosis", FIRST)
    assert box.placeholderText() == "What do they call it? Copy the words of the report."
    assert box.accessibleName() == "Diagnosis, First opinion"
    needed = box.fontMetrics().boundingRect(
        0, 0, box.viewport().width() - 4, 1000, Qt.TextFlag.TextWordWrap.value, box.placeholderText()
    )
    assert needed.height() <= box.viewport().height()


# How they stand to each other


def test_the_person_says_how_the_opinions_stand_to_each_other(two: OpinionsDesk) -> None:
    two.mark("Diagnosis", "Agree")
    two.mark("Treatment", "Differ")
    two.mark("Stage", "Close")
    words = visible_words(two.page)
    assert "They agree on 1,\ndiffer on 1" in words
    assert two.head("Treatment").marker.accessibleName() == "Treatment: Differ"
    assert two.head("Stage").marker.match is Match.CLOSE
    assert two.head("Side effects").marker.match is Match.NOT_SURE
    two.mark("Treatment", "Not clear yet")
    assert "differ on 0" in visible_words(two.page)


def test_every_way_to_stand_to_each_other_is_offered(two: OpinionsDesk) -> None:
    click(two.head("Diagnosis").marker)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert {action.text() for action in menu.actions()} == {match.words for match in Match}
    menu.close()


# Who said it


def test_the_head_says_who_where_and_when_and_can_be_changed(two: OpinionsDesk) -> None:
    assert "Riverside Hospital, Feb\N{NO-BREAK SPACE}17" in visible_words(two.page)
    form = two.form(0)
    form.fill("Doctor", "Dr. Lin")
    form.fill("Date", "Feb 20")
    press(Qt.Key.Key_Escape)
    assert two.doctors == ["Dr. Lin", "Dr. Okafor"]
    assert "Riverside Hospital, Feb\N{NO-BREAK SPACE}20" in visible_words(two.page)
    assert focused() is two.page.card.heads[0].edit_button


def test_a_date_in_the_head_that_is_not_clear_is_asked_about(two: OpinionsDesk) -> None:
    form = two.form(0)
    form.fill("Date", "13/12/2025")
    press(Qt.Key.Key_Escape)
    assert "Is that Dec 13, 2025?" in visible_words(two.page)
    assert form.shows("Date") == "13/12/2025"
    assert two.file.opinions.rows.all()[0].day == "2026-02-17"


def test_a_doctor_who_is_a_contact_is_tied_to_it(two: OpinionsDesk) -> None:
    lin = two.file.contacts.add(name="Dr. Lin")
    two.form(0).fill("Doctor", "dr. lin")
    assert two.file.opinions.rows.all()[0].contact_id == lin.id


def test_an_opinion_is_removed_and_brought_back(two: OpinionsDesk) -> None:
    two.type("Diagnosis", SECOND, "The same")
    two.form(1)
    click(two.remove_buttons[0])
    assert two.doctors == ["Dr. Rao"]
    assert two.messages.toasts == ["Opinion removed"]
    assert two.messages.undo is not None
    two.messages.undo()
    assert two.doctors == ["Dr. Rao", "Dr. Okafor"]
    assert two.says("Diagnosis", SECOND) == "The same"


# A third


def test_a_third_opinion_is_nothing_special(two: OpinionsDesk) -> None:
    two.type("Diagnosis", SECOND, "The same")
    click(two.page.card.add_button)
    assert two.doctors == ["Dr. Rao", "Doctor not named yet"]
    assert focused() is two.box("Diagnosis", THIRD)
    picker = two.page.card.heads[0].picker
    assert [picker.itemText(number) for number in range(picker.count())] == [FIRST, SECOND, THIRD]
    picker.setFocus()
    press(Qt.Key.Key_Down, on=picker)
    assert two.doctors == ["Dr. Okafor", "Doctor not named yet"]
    assert two.says("Diagnosis", SECOND) == "The same"


def test_choosing_the_opinion_of_the_other_column_swaps_them(two: OpinionsDesk) -> None:
    two.file.opinions.add_opinion(doctor="Dr. Third")
    picker = two.page.card.heads[0].picker
    picker.setFocus()
    press(Qt.Key.Key_Down, on=picker)
    assert two.doctors == ["Dr. Okafor", "Dr. Rao"]
    picker.setFocus()
    press(Qt.Key.Key_End, on=picker)
    assert two.doctors == ["Dr. Third", "Dr. Rao"]


def test_what_is_typed_is_not_lost_by_looking_at_another_opinion(two: OpinionsDesk) -> None:
    two.file.opinions.add_opinion(doctor="Dr. Third")
    two.type("Diagnosis", SECOND, "Typed a moment ago")
    two.page.card.show_opinion(two.file.opinions.rows.all()[2].id)
    assert said(two.file, "Diagnosis", 2) == "Typed a moment ago"


# Finding, sizes


def test_a_search_result_is_brought_into_sight(two: OpinionsDesk) -> None:
    opinions = two.file.opinions
    opinions.add_opinion(doctor="Dr. Third")
    third = opinions.rows.all()[2].id
    topic = opinions.topics.all(shown=True)[-1]
    opinions.say(topic.id, third, "Found words")
    found = two.file.finder.find("Found")[0]
    two.page.open_item(*found.target)
    assert focused() is two.head(topic.name).marker
    two.page.open_item("statement", stable_id("statement", topic.id, third))
    assert focused() is two.box(topic.name, THIRD)
    two.page.open_item("opinion", opinions.rows.all()[0].id)
    assert two.doctors[0] == "Dr. Rao"


def test_a_found_topic_that_is_hidden_says_so(two: OpinionsDesk) -> None:
    hidden = two.file.opinions.topics.all(shown=False)[0]
    two.page.open_item("topic", hidden.id)
    assert two.messages.toasts == ["This topic is hidden. You can show it again."]


def test_where_there_is_little_room_the_columns_stand_below_each_other(two: OpinionsDesk, qtbot: QtBot) -> None:
    first, second = two.box("Diagnosis", FIRST), two.box("Diagnosis", SECOND)
    assert height_of(first, two.page) == height_of(second, two.page)
    two.type("Diagnosis", FIRST, "Typed before")
    two.page.resize(640, 900)
    qtbot.waitUntil(lambda: height_of(second, two.page) > height_of(first, two.page))
    assert two.says("Diagnosis", FIRST) == "Typed before"
    assert "Dr. Rao" in visible_words(two.page.card.cells[first.topic_id, first.opinion_id])
    two.page.resize(815, 900)
    qtbot.waitUntil(lambda: height_of(second, two.page) == height_of(first, two.page))


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 1032), (150, 1040), (200, 1366), (200, 960)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    for words in (NASTY["long"], NASTY["endless"], NASTY["scripts"]):
        opinion = file.opinions.add_opinion(doctor=words[:200], place=words[:200], day="~2026-03")
        for topic in file.opinions.topics.all(shown=True):
            file.opinions.say(topic.id, opinion.id, words)
    file.opinions.add_topic(NASTY["endless"][:300])
    file.opinions.options.add(name=NASTY["endless"])
    desk = OpinionsDesk(file, qtbot, width=width)
    assert does_not_fit(desk.page) == []


def test_two_hundred_topics_are_folded_until_asked_for(file: OpenFile, qtbot: QtBot) -> None:
    for number in range(200):
        file.opinions.add_topic(f"Topic {number}")
    for doctor in ("Dr. Rao", "Dr. Okafor"):
        file.opinions.add_opinion(doctor=doctor)
    two = OpinionsDesk(file, qtbot)
    assert len(two.topics) == 40
    press(Qt.Key.Key_Space, on=two.page.card.more_button)
    assert len(two.topics) > 200
    two.page.card.focus_cell(two.file.opinions.topics.all()[-1].id, two.file.opinions.rows.all()[0].id)
    assert focused() is two.box("Topic 199", FIRST)


def test_ctrl_tab_is_left_to_the_window(two: OpinionsDesk) -> None:
    two.type("Diagnosis", FIRST, "Words")
    press(Qt.Key.Key_Tab, CTRL)
    assert two.says("Diagnosis", FIRST) == "Words"


def test_a_hidden_page_reads_again_when_it_is_shown(two: OpinionsDesk) -> None:
    two.page.hide()
    two.file.opinions.rows.change(two.file.opinions.rows.all()[0].id, doctor="Dr. New")
    two.page.show()
    assert two.doctors[0] == "Dr. New"
