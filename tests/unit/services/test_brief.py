"""The Brief: what a second doctor asks for first, on one page, and nothing that is not in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from secondopinion_desktop.model.choices import (
    AppointmentKind,
    AppointmentStatus,
    DecideStyle,
    HealthFactKind,
    InfoPreference,
    Side,
    TreatmentKind,
    WhereIAm,
    Yes3,
)
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.packets import MadeFor, usual_choice
from tests.helpers.files import new_file
from tests.helpers.paper import lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.packets import PaperSize

BRIEF = usual_choice(MadeFor.BRIEF)
ORDER = (
    "Second opinion visit",
    "Visit:",
    "Who:",
    "My one big question:",
    "Why I am here:",
    "My top questions:",
    "Dates that matter:",
    "Diagnosis, as written:",
    "Treatment so far:",
    "Plan I was offered:",
    "Other health:",
    "What I have sent:",
    "What matters most to me:",
    "How much I want to hear:",
    "Please send your notes to:",
)


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    opened = new_file(tmp_path)
    yield opened
    opened.close()


def long(word: str, letters: int = 2000) -> str:
    """Return a text of so many letters in which each piece can be told from all others."""
    pieces = (f"{word}{number}" for number in range(letters))
    text = ""
    while len(text) < letters:
        text += f"{next(pieces)} "
    return text.strip()


def fill(file: OpenFile, text: object = None) -> None:
    """Fill every fact of the Brief, with `text(name)` in the place of each free text."""
    say = text if callable(text) else str
    rao = file.contacts.add(name="Dr. Anita Rao", role="first_doctor", fax="555-0122")
    okafor = file.contacts.add(name="Dr. James Okafor", organization="Lakeside Cancer Center", role="second_doctor")
    file.contacts.add(name="Claire", role="helper", relation="daughter", phone="555-0133", may_get_info=Yes3.YES)
    file.contacts.add(name="Uncle Ben", role="helper")
    file.people.change_person(
        birth_date="1961-05-04", phone="555-0110", language="Polish", interpreter_needed=Yes3.YES,
        email="margaret@example.com", info_preference=InfoPreference.ALL, decide_style=DecideStyle.TOGETHER,
    )  # fmt: skip
    file.people.change_situation(
        decision_text=say("decision"), treatment_start="2026-03-23", treatment_start_firm=Yes3.YES,
        ok_until="2026-04-20", ok_until_words=say("waiting"), decide_by="2026-03-18", gut_note="private gut",
        where_i_am=WhereIAm.PLAN_OFFERED, reasons=["peace_of_mind", "other"],
        care_not_offered_here=["trial", "cell_or_targeted"],
    )  # fmt: skip
    visit = file.appointments.book(
        kind=AppointmentKind.SECOND_OPINION, day="2026-03-12", time="10:30", contact_id=okafor.id
    )
    for number in range(1, 6):
        question = file.questions.ask(say(f"question{number}"))
        if number != 2:
            file.questions.bring(question.id, visit.id, ticked=True)
    file.health.save_diagnosis(
        name=say("carcinoma"), stage="Stage II", grade="Grade 2", diagnosed_on="2026-02-10", site="Breast", side="Left",
        spread=say("spread"),
    )  # fmt: skip
    file.health.treatments.add(
        kind=TreatmentKind.SURGERY,
        name=say("lumpectomy"),
        started_on="2026-02-20",
        place="Riverside",
        effect="Margins clear",
    )
    for kind in (HealthFactKind.ALLERGY, HealthFactKind.MEDICINE, HealthFactKind.ILLNESS, HealthFactKind.ABILITY):
        file.health.facts.add(kind=kind, name=say(f"{kind}x"))
    first = file.opinions.add_opinion(contact_id=rao.id, day="2026-02-17")
    topic = next(one for one in file.opinions.topics.all() if one.key == "treatment")
    file.opinions.say(topic.id, first.id, say("offered"))
    file.records.add(name="Biopsy slides", sent_on="2026-02-26", arrived_on="2026-02-28")
    file.records.add(name="Old slides", sent_on="2026-02-26", arrived_on="2026-02-28")
    file.records.add(name="CT images", sent_on="2026-02-27")
    file.records.add(name="MRI images, Jan 30", sent_on="2026-02-26", arrived_on="2026-02-28")
    file.records.add(name="Back already", sent_on="2026-02-20", arrived_on="2026-02-21", returned_on="2026-02-26")
    file.records.add(name="Never sent")
    file.opinions.points.add_to(None, Side.GOOD, say("garden"))
    file.insurance.save_plan(1, carrier="Blue Ridge", member_id="BR 4410 0872 01")
    file.notes.add(title="Secret note", private=True, body=Document.from_plain("secret words").to_json())


def pages_of(file: OpenFile, paper: PaperSize = "letter") -> tuple[int, list[str], tuple[str, ...]]:
    """Return the number of pages, the words of each, and which blocks were too long."""
    pages = file.packets.pages(replace(BRIEF, paper=paper))
    words = [" ".join(" ".join(page).split()) for page in lines_of(pages.pdf)]
    return len(pypdfium2.PdfDocument(pages.pdf)), words, pages.over


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_all_of_it_is_on_one_page_in_its_order(file: OpenFile, paper: PaperSize) -> None:
    fill(file)
    count, (words,), over = pages_of(file, paper)
    assert (count, over) == (1, ())
    places = [words.index(name) for name in ORDER]
    assert places == sorted(places)
    for fact in (
        "Thursday, March 12, 2026, 10:30 AM; Dr. James Okafor; Lakeside Cancer Center",
        "Margaret Doyle, born May 4, 1961; phone 555-0110; language: Polish, interpreter needed",
        "helper: Claire, daughter, 555-0133, may be told about my care",
        "My one big question: decision",
        "1. question1 2. question3 3. question4",
        "Treatment start, firm",
        "Said about waiting: waiting",
        "carcinoma; Breast, Left; diagnosed Feb 10, 2026; stage: Stage II; grade: Grade 2; markers: not known yet",
        "lumpectomy, Feb 20, 2026, Riverside, effect: Margins clear",
        "offered; offered by Dr. Anita Rao, Feb 17, 2026; start: Mar 23",
        (
            "Why I am here: A plan is offered, not begun; I want peace of mind; "
            "care I want to ask about: A clinical trial, Cell treatment or targeted medicine"
        ),
        "How much I want to hear: All details; how I like to decide: We decide together",
        (
            "Sent Feb 26, arrived Feb 28: Biopsy slides; MRI images, Jan 30; Old slides. "
            "Sent Feb 27, arrival not known yet: CT images"
        ),
        "What matters most to me: garden",
        "Dr. Anita Rao, fax 555-0122, and a copy to me at margaret@example.com. I would be glad if you two could talk.",
    ):
        assert fact.replace(" ", "") in words.replace(" ", "")  # lines may end inside an address


def test_card_numbers_private_notes_and_strangers_are_never_on_it(file: OpenFile) -> None:
    fill(file)
    choice = replace(BRIEF, whole_member_id=True, private_notes=True, large_print=True)
    words = words_of(file.packets.pages(choice).pdf)
    for kept in (
        "4410",
        "Blue Ridge",
        "secret",
        "Secret note",
        "private gut",
        "Uncle Ben",
        "Never sent",
        "Back already",
        "question5",
    ):
        assert kept not in words


def test_the_birth_date_can_be_left_out(file: OpenFile) -> None:
    fill(file)
    words = words_of(file.packets.pages(replace(BRIEF, birth_date=False)).pdf)
    assert "1961" not in words
    assert "Who: Margaret Doyle; phone" in words


def test_an_empty_file_says_what_is_not_known_and_invents_nothing(file: OpenFile) -> None:
    count, (words,), over = pages_of(file)
    assert (count, over) == (1, ())
    places = [words.index(name) for name in ORDER if name != "My top questions:"]
    assert places == sorted(places)
    for name in (ORDER[1], ORDER[4], *ORDER[7:9], *ORDER[11:14]):
        assert words[words.index(name) :].startswith(f"{name} Not known yet")
    assert "Visit: Not known yet Who:" in words
    assert "My top questions: Not known yet" in words
    assert "Please send your notes to: my first doctor (name not known yet), fax not known yet" in words


def test_own_words_say_why_where_nothing_is_ticked(file: OpenFile) -> None:
    file.people.change_situation(reason_note="To hear it twice", care_not_offered_note="Beams of protons")
    _count, (words,), _over = pages_of(file)
    assert "Why I am here: To hear it twice; care I want to ask about: Beams of protons" in words


def test_points_that_matter_and_dates_stand_in_their_order(file: OpenFile) -> None:
    for name, side, text, matters in (
        ("Surgery", Side.HARD, "Larger surgery", 4),
        ("Medicine", Side.GOOD, "Close to home", 3),
        ("Medicine", Side.GOOD, "Smaller surgery", 5),
        ("Medicine", Side.HARD, "Not said how much", None),
    ):
        option = file.opinions.options.add(name=name)
        point = file.opinions.points.add_to(option.id, side, text)
        file.opinions.points.change(point.id, matters=matters)
    file.people.change_situation(treatment_start="2026-03-23", decide_by="2026-03-18")
    _count, (words,), _over = pages_of(file)
    assert (
        "What matters most to me: Good points: Smaller surgery; Close to home. Harder points: Larger surgery" in words
    )
    assert "Not said how much" not in words
    assert words.index("Decide by") < words.index("Treatment start") < words.index("Doctor said okay until")


def test_a_start_of_treatment_that_was_called_off_is_not_on_it(file: OpenFile) -> None:
    start = file.appointments.book(kind=AppointmentKind.TREATMENT_START, day="2026-03-23")
    file.people.change_situation(treatment_start="2026-04-06")
    assert "start: Mar 23" in pages_of(file)[1][0]
    file.appointments.change(start.id, status=AppointmentStatus.CANCELED)
    assert "start: Apr 6" in pages_of(file)[1][0]


def test_allergies_are_in_bold(file: OpenFile) -> None:
    fill(file)
    sections = {section.key: section for section in file.packets.summary(BRIEF).sections}
    (block,) = sections["health"].blocks
    bold = "".join(run.text for run in block.runs if run.strong)  # type: ignore[union-attr]
    assert "allergyx" in bold
    assert "medicinex" not in bold


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_what_is_too_long_goes_on_from_page_2_and_is_named(file: OpenFile, paper: PaperSize) -> None:
    fill(file)
    treatment = long("chemo")
    file.health.treatments.add(name=treatment)
    count, words, over = pages_of(file, paper)
    assert count == 2
    assert over == ("Treatment so far",)
    places = [words[0].index(name) for name in ORDER]
    assert places == sorted(places)
    assert words[0].count("See page 2") == 1
    assert words[1].startswith("Treatment so far ")
    both = words[0].replace(" … See page 2", "") + words[1].replace("Treatment so far", "")
    assert [piece for piece in treatment.split() if piece not in both.split()] == []


def test_two_thousand_letters_in_every_field_leave_every_block_on_the_first_page_and_lose_no_word(
    file: OpenFile,
) -> None:
    texts: dict[str, str] = {}

    def say(name: str) -> str:
        return texts.setdefault(name, long(name))

    fill(file, say)
    _count, words, over = pages_of(file)
    places = [words[0].index(name) for name in ORDER]
    assert places == sorted(places)
    assert "My top questions" in over
    assert "Other health" in over
    assert words[0].count("See page 2") == len(over)
    assert "allergyx0" in words[0]
    assert "Mar 23" in words[0][words[0].index("Dates that matter:") : words[0].index("Said about waiting:")]
    everything = " ".join(words).split()
    known = {piece.strip(";,.") for piece in everything}
    for name in ("decision", "question1", "waiting", "carcinoma", "lumpectomy", "medicinex", "offered", "garden"):
        assert [piece for piece in texts[name].split() if piece not in known] == []


@pytest.mark.parametrize(
    "text", ["W" * 2000, "\n".join("line" for _number in range(400)), "漢字" * 900, "a\u0301" * 900]
)
def test_words_of_any_shape_keep_every_block_on_the_first_page(file: OpenFile, text: str) -> None:
    file.people.change_situation(decision_text=text)
    file.opinions.points.add_to(None, Side.GOOD, text)
    _count, words, over = pages_of(file)
    assert over
    assert "Please send your notes to:" in words[0]
    assert "See page 2" in words[0]


def test_the_other_sheets_stay_as_they_are(file: OpenFile) -> None:
    fill(file)
    for reader in (MadeFor.DOCTOR, MadeFor.FAMILY, MadeFor.EVERYTHING):
        pages = file.packets.pages(usual_choice(reader))
        assert pages.over == ()
        assert "Second opinion summary" in words_of(pages.pdf)
