"""What is new: each person hears of what others wrote since they last looked, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.services.files import Files

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def claire(file: OpenFile) -> str:
    return file.people.authors.add(name="Claire", relation="daughter").id


def heard(file: OpenFile) -> list[tuple[str, str, str, str]]:
    return [(news.did, news.place, news.title, news.who) for news in file.news.since_last_look()]


def test_margaret_hears_of_what_claire_wrote(file: OpenFile, claire: str) -> None:
    margaret = file.people.authors.current
    note = file.notes.write_new("How I sleep")
    old = file.tasks.add_to("records", "Ask for the slides")
    file.write_as(claire)
    file.notes.save_body(note.id, Document.from_plain("Badly").to_json())
    file.contacts.add(name="Nadia Bell")
    file.tasks.remove(old.id)
    file.write_as(margaret)
    assert heard(file) == [
        ("Removed", "Task", "Ask for the slides", "Claire"),
        ("Added", "Contact", "Nadia Bell", "Claire"),
        ("Changed", "Note", "How I sleep", "Claire"),
    ]


def test_nobody_hears_of_their_own_words_or_of_the_time_before_they_came(file: OpenFile, claire: str) -> None:
    file.notes.write_new("How I sleep")
    assert heard(file) == []
    file.write_as(claire)
    assert heard(file) == []


def test_what_was_seen_is_not_told_again_also_tomorrow(file: OpenFile, claire: str) -> None:
    margaret = file.people.authors.current
    file.write_as(claire)
    file.contacts.add(name="Nadia Bell")
    file.write_as(margaret)
    file.news.look()
    assert heard(file) == []
    file.close()
    again = Files(unshared).open(file.path)
    assert heard(again) == []
    again.close()


def test_closing_the_file_counts_as_having_looked(file: OpenFile, claire: str) -> None:
    margaret = file.people.authors.current
    file.write_as(claire)
    file.contacts.add(name="Nadia Bell")
    file.write_as(margaret)
    file.close()
    again = Files(unshared).open(file.path)
    assert heard(again) == []
    again.close()


def test_private_notes_and_how_one_feels_are_nobodys_news(file: OpenFile, claire: str) -> None:
    margaret = file.people.authors.current
    file.write_as(claire)
    file.notes.add(title="My gut", kind=NoteKind.GUT, private=True)
    file.write_as(margaret)
    assert heard(file) == []


def test_an_answer_is_told_with_its_question_and_opens_its_visit(file: OpenFile, claire: str) -> None:
    margaret = file.people.authors.current
    visit = file.appointments.book(title="Second opinion", day=clock.today().isoformat())
    asked = file.questions.ask_at(visit.id, "What are all my options?")
    file.write_as(claire)
    file.questions.answer(asked.asking_id, "Three")
    file.write_as(margaret)
    [news] = file.news.since_last_look()
    assert (news.title, news.target) == ("What are all my options?", ("appointment", visit.id))
