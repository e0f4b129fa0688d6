"""A note keeps every word and every format a person gave it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.model.richtext import Block, Document, DocumentError, Kind, Mark, Run, clean, visit_template
from secondopinion_desktop.model.richtext.build import (
    bullets,
    em,
    heading,
    important,
    note,
    numbers,
    paragraph,
    strong,
    tick,
)
from tests.helpers.documents import any_text, blocks, documents, typed_text


@given(documents)
def test_any_note_is_read_again_as_it_was_stored(document: Document) -> None:
    assert Document.from_json(document.to_json()) == document


@given(documents)
def test_equal_notes_are_stored_as_equal_text(document: Document) -> None:
    assert Document(tuple(document)).to_json() == document.to_json()
    assert Document.from_json(document.to_json()).to_json() == document.to_json()


@given(documents)
def test_plain_text_keeps_every_character(document: Document) -> None:
    assert document.plain_text() == "\n".join("".join(run.text for run in block.runs) for block in document)


@given(documents)
def test_a_stored_note_can_be_written_to_any_file(document: Document) -> None:
    document.to_json().encode("utf-8")
    document.plain_text().encode("utf-8")


@given(typed_text)
def test_typed_words_are_kept_letter_by_letter(text: str) -> None:
    document = Document((Block(Kind.PARAGRAPH, (Run(text, frozenset({Mark.STRONG})),)),))
    assert Document.from_json(document.to_json()).plain_text() == text


@given(typed_text)
def test_typed_words_need_no_replacement(text: str) -> None:
    assert clean(text) == (text, 0)


@given(any_text)
def test_nothing_is_left_out_when_characters_are_replaced(text: str) -> None:
    cleaned, count = clean(text)
    shown = [character for character in cleaned if character == "\ufffd" or "\u2400" <= character <= "\u2421"]
    assert len(shown) >= count
    assert clean(cleaned) == (cleaned, 0)


@given(any_text)
def test_plain_text_becomes_a_paragraph_for_each_line(text: str) -> None:
    document = Document.from_plain(text)
    assert document.plain_text() == clean(text)[0]
    assert {block.kind for block in document} == {Kind.PARAGRAPH}


@pytest.mark.parametrize(
    ("written", "kept", "count"),
    [
        ("half \ud83d of a face", "half \ufffd of a face", 1),
        ("a whole face in two halves \ud83d\ude00", "a whole face in two halves \U0001f600", 0),
        ("NUL \0 and escape \x1b", "NUL \u2400 and escape \u241b", 2),
        ("delete \x7f", "delete \u2421", 1),
        ("one\r\ntwo\rthree\vfour\x85five", "one\ntwo\nthree\nfour\nfive", 0),
        ("tab\tstays", "tab\tstays", 0),
        ("WBC < 4 & falling ~_`*", "WBC < 4 & falling ~_`*", 0),
    ],
)
def test_characters_that_cannot_be_kept_are_shown_and_counted(written: str, kept: str, count: int) -> None:
    assert clean(written) == (kept, count)


def test_a_note_is_stored_in_words_other_programs_know() -> None:
    document = note(
        heading("Plan"),
        paragraph(["Surgery on ", strong("March 23"), em("?\nOr later")]),
        *bullets("one", "two"),
        *numbers("first"),
        tick("ask Dr. Rao", checked=True),
        paragraph([important("Why?")]),
    )
    stored = json.loads(document.to_json())
    assert [node["type"] for node in stored["content"]] == [
        "heading",
        "paragraph",
        "bullet_list",
        "ordered_list",
        "task_list",
        "paragraph",
    ]
    assert stored["content"][0]["attrs"] == {"level": 1}
    assert stored["content"][1]["content"] == [
        {"type": "text", "text": "Surgery on "},
        {"type": "text", "text": "March 23", "marks": [{"type": "strong"}]},
        {"type": "text", "text": "?", "marks": [{"type": "em"}]},
        {"type": "hard_break", "marks": [{"type": "em"}]},
        {"type": "text", "text": "Or later", "marks": [{"type": "em"}]},
    ]
    assert len(stored["content"][2]["content"]) == 2
    assert stored["content"][4]["content"][0]["attrs"] == {"checked": True}


@pytest.mark.parametrize(
    "stored",
    [
        "not JSON",
        "null",
        "[]",
        "[" * 100_000,
        '{"type":"doc","content":[{"type":"table"}]}',
        '{"type":"doc","content":[{"type":"paragraph","color":"red"}]}',
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"image","src":"/etc/passwd"}]}]}',
        '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link"}]}]}]}',
        '{"type":"doc","content":[{"type":"heading","attrs":{"level":4}}]}',
        '{"type":"doc","content":[{"type":"heading","attrs":{"level":"1"}}]}',
        '{"type":"doc","content":[{"type":"bullet_list","content":[]}]}',
        '{"type":"doc","content":[{"type":"bullet_list","content":[{"type":"task_item","attrs":{"checked":true}}]}]}',
        '{"type":"doc","content":[],"version":2}',
        f'{{"type":"doc","content":[],"n":{"9" * 5000}}}',
    ],
)
def test_a_note_with_unknown_parts_is_refused_and_not_shortened(stored: str) -> None:
    with pytest.raises(DocumentError) as refused:
        Document.from_json(stored)
    assert refused.value.advice


def test_half_a_character_in_a_stored_note_does_not_lock_the_note() -> None:
    stored = r'{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a\ud83db"}]}]}'
    assert Document.from_json(stored).plain_text() == "a\ufffdb"


def test_numbered_items_count_within_their_own_list() -> None:
    document = note(*numbers("one", "two"), paragraph("between"), *numbers("one again"))
    assert [block.number for block in document] == [1, 2, 0, 1]


def test_neighbours_with_the_same_format_are_one_run() -> None:
    document = note(paragraph([strong("Mon"), strong("day"), "", " early"]))
    assert document.blocks[0].runs == (strong("Monday"), Run(" early"))


def test_a_note_nobody_has_written_yet_is_empty() -> None:
    assert Document.from_json("") == Document()


@pytest.mark.parametrize("document", [Document(), Document.from_plain(" \n\t"), note(tick(""))])
def test_a_note_without_words_is_empty(document: Document) -> None:
    assert document.is_empty
    assert len(document.blocks) >= 1


def test_a_visit_note_offers_headings_with_room_below() -> None:
    document = visit_template("What we heard", "What we did not understand", "What happens next")
    assert [block.kind for block in document] == [Kind.HEADING, Kind.PARAGRAPH] * 3
    assert not document.is_empty


@given(documents, st.lists(blocks), st.data())
def test_replacing_a_part_gives_the_same_note_as_writing_it_anew(
    document: Document, replaced: list[Block], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(document.blocks)))
    last = data.draw(st.integers(first, len(document.blocks)))
    anew = Document((*document.blocks[:first], *replaced, *document.blocks[last:]))
    assert document.spliced(first, last, replaced) == anew
