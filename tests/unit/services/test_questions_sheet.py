"""The questions sheet: one sheet of paper to take to a visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.documents.packet import Question, Ruled
from secondopinion_desktop.model.choices import InfoPreference
from secondopinion_desktop.services.packets import MadeFor, PaperSize, usual_choice
from tests.helpers.paper import lines_of, words_of

if TYPE_CHECKING:
    from datetime import datetime

    from secondopinion_desktop.services.file import OpenFile

SHEET = usual_choice(MadeFor.VISIT)


@pytest.fixture(autouse=True)
def on_a_tuesday(a_tuesday: datetime) -> datetime:
    """March 3: the visit on March 12 is still to come."""
    return a_tuesday


@pytest.fixture
def visit(file: OpenFile) -> str:
    file.contacts.add(name="Dr. Rao", role="first_doctor", fax="555-0122")
    okafor = file.contacts.add(name="Dr. Okafor", role="second_doctor")
    claire = file.contacts.add(name="Claire")
    made = file.appointments.book(day="2026-03-12", time="10:30", contact_id=okafor.id, note_taker_id=claire.id)
    return made.id


def ask(file: OpenFile, visit: str, count: int) -> None:
    for number in range(1, count + 1):
        file.questions.ask_at(visit, f"Question number {number}?")


def test_it_holds_all_one_needs_at_a_visit_in_the_order_to_ask(file: OpenFile, visit: str) -> None:
    ask(file, visit, 5)
    text = words_of(file.packets.pages(SHEET).pdf)
    wanted = (
        "My questions for Dr. Okafor",
        "Thursday, March 12, 2026, 10:30 AM. Claire takes notes.",
        "To the doctor: please look at this list with me before we start.",
        "I could say: I have three main questions. May I start with them?",
        *(f"{n} Question number {n}?" for n in range(1, 4)),
        "If there is time",
        *(f"{n} Question number {n}?" for n in range(4, 6)),
        "Say it back Let me check that I got this right:",
        "What happens next Who calls whom, and by when:",
        "Send the report to Dr. Rao Fax 555-0122 A copy for me",
    )
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    places = [text.find(words) for words in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("count", [0, 1, 3, 5, 8, 14])
def test_it_is_one_sheet_of_paper(file: OpenFile, visit: str, count: int, paper: PaperSize, large: bool) -> None:
    ask(file, visit, count)
    pages = file.packets.pages(replace(SHEET, paper=paper, large_print=large))
    assert 1 <= pages.page_count <= 2
    pages.close()


def test_the_first_three_get_six_lines_and_the_others_three(file: OpenFile, visit: str) -> None:
    ask(file, visit, 5)
    most = file.packets.summary(SHEET)
    assert [block.ruled for part in most.sections for block in part.blocks if isinstance(block, Question)] == [
        *(8, 8, 8),
        *(3, 3),
    ]
    assert most.body_points == 14
    assert [block.count for block in most.sections[-1].blocks if isinstance(block, Ruled)] == [4]
    first_page = " ".join(lines_of(file.packets.pages(SHEET).pdf)[0])
    assert "Question number 3?" in first_page
    assert "Question number 4?" not in first_page  # three times six lines fill the first side


def test_what_has_no_room_is_at_home_and_says_so(file: OpenFile, visit: str) -> None:
    ask(file, visit, 10)
    text = words_of(file.packets.pages(SHEET).pdf)
    assert "Question number 8?" in text
    assert "Question number 9?" not in text
    assert "2 more are on my list at home." in text


def test_any_visit_can_be_chosen_and_an_answer_stands_in_place_of_lines(file: OpenFile, visit: str) -> None:
    before = file.appointments.book(day="2026-02-17", title="First opinion")
    asked = file.questions.ask_at(before.id, "What stage?")
    file.questions.answer(asked.asking_id, "Stage II")
    text = words_of(file.packets.pages(replace(SHEET, visit_id=before.id)).pdf)
    assert "My questions for First opinion" in text
    assert "1 What stage? Stage II" in text
    assert [words for _id, words in file.packets.visits()] == [
        "Dr. Okafor, Mar\N{NO-BREAK SPACE}12",
        "First opinion, Feb\N{NO-BREAK SPACE}17",
    ]


def test_without_a_visit_the_top_questions_are_printed(file: OpenFile) -> None:
    file.questions.ask("What are all my options?")
    text = words_of(file.packets.pages(SHEET).pdf)
    assert "My questions" in text
    assert "I have one main question. May I start with it?" in text
    assert "What are all my options?" in text


def test_long_questions_are_printed_whole(file: OpenFile, visit: str) -> None:
    for number in range(8):
        file.questions.ask_at(visit, f"{number} " + "Could you say that in other words, please? " * 12)
    text = words_of(file.packets.pages(SHEET).pdf)
    assert text.count("in other words, please?") == 8 * 12


def test_lines_for_each_choice_are_on_it_only_where_that_was_asked_for(file: OpenFile, visit: str) -> None:
    ask(file, visit, 5)
    file.opinions.options.add(name="Surgery first", risks="A larger surgery", if_nothing="Ask again in May", position=1)
    file.opinions.options.add(name="Medicine first", position=2)
    on_request = replace(SHEET, each_choice=True)
    assert "Surgery first" not in words_of(file.packets.pages(SHEET).pdf)
    text = words_of(file.packets.pages(on_request).pdf)
    assert "About each choice Surgery first Medicine first What may be good What may be hard A larger surgery" in text
    assert "May" not in text.partition("About each choice")[2]  # what waiting may mean is asked about first
    waiting = "Other ways If I wait, or have no treatment for now Ask again in May"
    assert waiting in words_of(file.packets.pages(replace(on_request, if_i_wait=True)).pdf)
    file.people.change_person(info_preference=InfoPreference.ALL)
    assert waiting in words_of(file.packets.pages(on_request).pdf)


@pytest.mark.parametrize(("count", "large"), [(5, False), (2, True), (5, True)])
def test_with_lines_for_each_choice_it_is_still_one_sheet(file: OpenFile, visit: str, count: int, large: bool) -> None:
    ask(file, visit, 8)
    for number in range(count):
        file.opinions.options.add(name=f"Choice {number}", position=number)
    pages = file.packets.pages(replace(SHEET, each_choice=True, if_i_wait=True, large_print=large))
    assert pages.page_count <= 2
    said = words_of(pages.pdf)
    assert all(f"Choice {number}" in said for number in range(count)) or "more choices are in my file." in said
    pages.close()


def test_long_words_about_a_choice_are_printed_whole(file: OpenFile, visit: str) -> None:
    file.opinions.options.add(name="Surgery first", risks="It may take me a long time to heal. " * 60)
    text = words_of(file.packets.pages(replace(SHEET, each_choice=True)).pdf)
    assert text.count("It may take me a long time to heal.") == 60
    assert "Other ways" in text
