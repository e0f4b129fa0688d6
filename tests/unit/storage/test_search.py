"""Finding what was written, whatever is typed into the search field."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.note import Note
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.storage import indexing, search

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


def write(store: Store, text: str, title: str = "") -> str:
    with store.writing("Add note") as unit:
        return unit.add(Note(title=title, body=Document.from_plain(text).to_json())).id


def found(store: Store, query: str, *, ranked: bool = False) -> list[str]:
    with store.database.reading() as session:
        return [hit.row_id for hit in search.find(session, query, ranked=ranked)]


def test_the_beginning_of_a_word_is_enough(store: Store) -> None:
    note = write(store, "Ask about the lumpectomy")
    assert found(store, "lump") == [note]
    assert found(store, "about lump") == [note]
    assert found(store, "mpectomy") == []


def test_accents_and_capitals_do_not_matter(store: Store) -> None:
    note = write(store, "Rendez-vous chez Mme Lefèvre à Besançon")
    assert found(store, "LEFEVRE besancon") == [note]


def test_scripts_without_spaces_and_signs_are_found_too(store: Store) -> None:
    chinese, thai, face = write(store, "医生说手术在三月"), write(store, "หมอบอกว่า"), write(store, "feeling 🙂 today")
    assert found(store, "手术") == [chinese]
    assert found(store, "บอก") == [thai]
    assert found(store, "🙂") == [face]


def test_other_scripts_with_spaces_are_found(store: Store) -> None:
    russian, arabic = write(store, "Врач сказал подождать"), write(store, "قال الطبيب أن ننتظر")
    assert found(store, "врач") == [russian]
    assert found(store, "الطبيب") == [arabic]


def test_the_newest_stands_first_and_the_best_first_when_asked(store: Store) -> None:
    best = write(store, "slides slides slides")
    newest = write(store, "slides and " + "many other words " * 50)
    assert found(store, "slides") == [newest, best]
    assert found(store, "slides", ranked=True) == [best, newest]


def test_the_snippet_of_a_very_long_text_shows_the_word_too(store: Store) -> None:
    write(store, f"{'as pasted from a report ' * 5_000} the Slides were lent, {'and so on ' * 5_000}")
    with store.database.reading() as session:
        (hit,) = search.find(session, "slide")
    assert f"the {search.MARK_START}Slide{search.MARK_END}s were lent" in hit.snippet
    assert len(hit.snippet) < 200
    with store.database.reading() as session:
        (hit,) = search.find(session, "pâsted")
    assert hit.snippet.startswith("as pasted from")


def test_the_snippet_of_a_very_long_text_marks_the_right_letters_after_capitals_of_other_languages(
    store: Store,
) -> None:
    write(store, f"{'İstanbul İzmir ' * 5_000} the Slides were lent")
    with store.database.reading() as session:
        (hit,) = search.find(session, "slide")
    assert f"the {search.MARK_START}Slide{search.MARK_END}s were lent" in hit.snippet


def test_the_snippet_marks_the_word_that_was_found(store: Store) -> None:
    write(store, "The biopsy slides went to Lakeside by courier")
    with store.database.reading() as session:
        (hit,) = search.find(session, "slid")
    assert f"{search.MARK_START}slides{search.MARK_END}" in hit.snippet


def test_a_removed_note_is_not_found_until_it_comes_back(store: Store) -> None:
    note = write(store, "remove me")
    with store.writing("Remove") as unit:
        unit.remove(Note, note)
    assert found(store, "remove") == []
    with store.writing("Bring back") as unit:
        unit.restore(Note, note)
    assert found(store, "remove") == [note]


def test_changed_words_replace_the_old_ones(store: Store) -> None:
    note = write(store, "surgery in March")
    with store.writing("Write") as unit:
        unit.change(Note, note, body=Document.from_plain("surgery in April").to_json())
    assert (found(store, "march"), found(store, "april")) == ([], [note])


def test_a_word_across_title_and_text_is_found(store: Store) -> None:
    note = write(store, "her plan", title="Doctor Okafor")
    assert found(store, "okafor plan") == [note]


def test_the_index_can_be_written_anew(store: Store) -> None:
    note = write(store, "surgery")
    with store.database.writing() as session:
        indexing.rebuild(session)
        assert indexing.faults(session) == 0
    assert found(store, "surgery") == [note]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(max_size=60), st.text(alphabet="\"*-:^(){}+ '\\%_ANDORNEAR" + string.whitespace, max_size=30)))
def test_any_text_is_a_good_query(store: Store, query: str) -> None:
    found(store, query)
    found(store, query, ranked=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_word_that_was_typed_is_found_by_typing_it_again(store: Store, text: str) -> None:
    with store.writing("Add contact") as unit:
        contact = unit.add(Contact(name="x", note=text))
    with store.database.reading() as session:
        # What is typed with nothing visible in it (control characters only) is no query.
        wanted = search.find(session, text, limit=10_000)
    assert not search.has_query(text) or contact.id in [hit.row_id for hit in wanted]
    with store.writing("Remove") as unit:
        unit.remove(Contact, contact.id)
