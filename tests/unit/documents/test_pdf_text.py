"""Every word a person typed is on the paper."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondopinion_desktop.documents.notes import blocks_of_note
from secondopinion_desktop.documents.packet import Entry, Fields, Item, Paragraph, Question, Run, Table, plain
from secondopinion_desktop.documents.pdf import render
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.richtext import build as write
from tests.helpers.documents import documents
from tests.helpers.paper import letters_of, lines_of, packet, words_of

TOP = ["Second opinion summary", "Margaret Doyle", "Part one"]
# Letters of the languages the typeface knows: Latin with accents, Greek, Cyrillic, Vietnamese, and signs.
KNOWN = st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.sampled_from(
    "àéîõüÿßøåçñœłžšğİıőțĐđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệÆÑΑάβγδΩώЖжйёЇїґ€£¥°±÷—“”…•→≤≥½²µ™"
)


def body_of(pdf: bytes) -> list[str]:
    """Return the stretches of text under the title lines."""
    lines = [line for page in lines_of(pdf) for line in page]
    assert lines[: len(TOP)] == TOP
    return lines[len(TOP) :]


def as_printed(note: Document) -> str:
    marks = {"bullet": "•", "tick": "☐"}
    words = []
    for block in note:
        mark = f"{block.number}." if block.number else "☑" if block.checked else marks.get(block.kind, "")
        words.append(mark + block.text)
    text = unicodedata.normalize("NFC", "".join(words)).replace("\t", "    ").replace("\n", "")
    return re.sub(r"[^\S\u2009\u200a\u2007\u202f]", " ", text)  # spaces the typeface lacks are printed as plain ones


@given(documents)
@example(Document.from_plain("<nausea> <img src='/etc/passwd'> dose <b and more &lt; &amp; &"))
@example(Document.from_plain("\0\x1b NUL and escape"))
@settings(max_examples=300)
def test_what_a_note_says_is_what_its_page_says(note: Document) -> None:
    begin, end = "(begin)", "(end)"
    printed = letters_of(render(packet(Paragraph(plain(begin)), *blocks_of_note(note), Paragraph(plain(end)))))
    said = printed.partition(begin)[2].rpartition(end)[0]
    assert unicodedata.normalize("NFC", said) == as_printed(note)


@given(st.text(KNOWN, max_size=200), st.sampled_from(["letter", "a4"]), st.sampled_from(["normal", "large"]))
def test_letters_of_european_languages_and_vietnamese_are_never_boxes(text: str, paper: str, size: str) -> None:
    pdf = render(packet(Paragraph(plain(text))), paper, size)  # type: ignore[arg-type]
    assert "".join(body_of(pdf)).split() == text.split()


def test_words_keep_their_order_through_bold_and_italic_parts() -> None:
    note = write.note(write.paragraph(["Take ", write.strong("half"), "-a-", write.em("tablet"), write.important("!")]))
    assert words_of(render(packet(*blocks_of_note(note)))).endswith("Take half -a- tablet !")


def test_lists_show_their_marks() -> None:
    note = write.note(
        *write.bullets("first"), *write.numbers("one", "two"), write.tick("done", checked=True), write.tick("open")
    )
    assert words_of(render(packet(*blocks_of_note(note)))).endswith("• first 1. one 2. two ☑ done ☐ open")


def test_a_letter_the_typeface_lacks_can_still_be_copied_and_is_named_on_the_last_page() -> None:
    text = words_of(render(packet(Paragraph(plain("Thank you 你 😀")))))
    assert "Thank you 你 😀" in text
    assert "2 letters could not be printed. A box stands in the place of each:" in text
    assert text.endswith("grinning face.")


def test_nothing_is_said_about_boxes_where_there_are_none() -> None:
    assert "could not be printed" not in words_of(render(packet(Paragraph(plain("Zoë")))))


def test_many_strange_letters_are_counted_and_only_some_are_named() -> None:
    text = words_of(render(packet(Paragraph(plain("".join(chr(0x4E00 + number) for number in range(50)))))))
    assert "50 letters could not be printed." in text
    assert text.endswith("and others.")


def test_an_accent_typed_by_itself_is_joined_to_its_letter() -> None:
    assert words_of(render(packet(Paragraph(plain("cafe\u0301"))))).endswith("café")


def test_spaces_that_were_typed_take_room_on_the_paper() -> None:
    one = render(packet(Paragraph(plain("x " * 80))))
    three = render(packet(Paragraph(plain("x   " * 80))))
    assert len(body_of(three)) > len(body_of(one))


def test_a_line_break_inside_a_paragraph_begins_a_new_line() -> None:
    assert body_of(render(packet(Paragraph(plain("one\ntwo\r\nthree"))))) == ["one", "two", "three"]


@pytest.mark.parametrize("letters", [300, 5_000])
def test_a_word_without_end_runs_over_many_lines_and_stays_whole(letters: int) -> None:
    word = "Ab1-" * (letters // 4)
    lines = body_of(render(packet(Paragraph(plain(word)))))
    assert "".join(lines) == word
    assert len(lines) > 1


def test_a_word_of_200000_letters_takes_about_as_long_as_200000_letters_in_words() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()  # of this process only: other work on the computer does not count
        render(packet(Paragraph(plain(text))))
        return time.process_time() - start

    seconds("warm up")
    in_words = min(seconds("abcdefg " * 25_000) for _ in range(3))
    in_one = min(seconds("abcdefgh" * 25_000) for _ in range(3))
    assert in_one < in_words * 8  # about the same; a word that is measured again for each line takes a hundred times


LONG = "A very long answer that goes on and on, " * 50


@pytest.mark.parametrize(
    "block",
    [
        Fields((("Name", LONG), ("Label " * 30, "value"))),
        Table(("Record", "Held by"), ((LONG, "Riverside"), ("Slides", LONG * 3)), (1, 1)),
        Table((), ((LONG, LONG, LONG, LONG),), (1, 1, 1, 1)),
        Question("1", LONG, about=LONG, answer=plain(LONG * 3)),
        Entry(LONG, LONG, (Paragraph(plain(LONG)),)),
        Item(plain(LONG), "12."),
        Paragraph((Run(LONG, highlight=True), Run(LONG, strong=True))),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("size", ["normal", "large"])
def test_long_texts_are_printed_to_their_last_word(block: object, size: str) -> None:
    pdf = render(packet(block, Paragraph(plain("the end"))), "letter", size)  # type: ignore[arg-type]
    printed = "".join(body_of(pdf)).replace(" ", "")
    wanted = str(block).count(LONG.strip()) * LONG.replace(" ", "").count("on,")
    assert printed.count("on,") >= wanted
    assert printed.endswith("theend")


def test_unknown_things_are_said_to_be_unknown() -> None:
    pdf = render(packet(Fields((("Phone", ""),)), Table((), (("Slides", ""),), (1, 1))))
    assert words_of(pdf).endswith("Phone Not known yet Slides Not known yet")
