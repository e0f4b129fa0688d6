"""How a document falls into pages, and what the file says about itself."""

from __future__ import annotations

import ctypes
import threading
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from secondopinion_desktop.documents.packet import (
    Block,
    DatePoint,
    DatesStrip,
    Entry,
    Fields,
    Item,
    Paragraph,
    Question,
    Section,
    Table,
    plain,
)
from secondopinion_desktop.documents.pdf import render
from secondopinion_desktop.documents.pdf.pages import lay_out
from secondopinion_desktop.documents.pdf.strips import Keep, Strip
from tests.helpers.paper import FOOT_SAYS, feet_of, lines_of, packet

WORDS = "Some words that fill a line or two on the paper, so that there is something to break. "


def questions(count: int) -> list[Question]:
    return [Question(str(number), f"Question {number}?", ruled=4) for number in range(1, count + 1)]


def test_each_page_says_whose_it_is_when_it_was_printed_which_page_and_what_it_is_not() -> None:
    feet = feet_of(render(packet(*questions(12))))
    assert len(feet) > 1
    for number, foot in enumerate(feet, start=1):
        assert " ".join(foot.split()) == (
            f"Margaret Doyle, born May 4, 1961. Printed March 3, 2026 Page {number} of {len(feet)} {FOOT_SAYS}"
        )


def test_a_name_that_does_not_fit_the_foot_is_cut_there_and_nowhere_else() -> None:
    name = "Margaret " * 60
    pdf = render(packet(Paragraph(plain(name)), person=name))
    foot = feet_of(pdf)[0]
    assert foot.startswith("Margaret Margaret")
    assert "…" in foot
    assert sum(line.count("Margaret") for page in lines_of(pdf) for line in page) >= 60


@pytest.mark.parametrize("size", ["normal", "large"])
def test_a_question_and_its_answer_lines_are_never_on_two_pages(size: str) -> None:
    pdf = render(packet(*questions(30)), "letter", size)  # type: ignore[arg-type]
    asked = [line for page in lines_of(pdf) for line in page if line.startswith("Question")]
    assert len(asked) == 30
    room = {"normal": 16, "large": 19}[size] + 4 * 27
    for page in _pages(pdf):
        lowest = min(_tops(page, "Question"))
        assert lowest - room > 60


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for filler in range(20, 60, 3):
        blocks: list[Block] = [
            *(Paragraph(plain("one line")) for _ in range(filler)),
            Entry("Heading", "about", (_words(6),)),
        ]
        for page in lines_of(render(packet(*blocks))):
            assert page[-1] not in {"Heading", "about"}


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    rows = tuple((f"Record {number}", "Riverside", "Feb 27", "Not yet") for number in range(80))
    pages = lines_of(render(packet(Table(("Record", "Held by", "Sent", "Confirmed"), rows, (3, 3, 2, 2)))))
    assert len(pages) > 2
    assert all("Held by" in [line.strip() for line in page] for page in pages)


def test_a_row_with_endless_words_is_read_from_side_to_side_after_the_name_of_each_column() -> None:
    (page, *_more) = lines_of(render(packet(Table(("Task", "Who"), (("Call", WORDS * 20), ("Ask", "Claire")), (3, 1)))))
    said = " ".join(" ".join(page).split())
    assert "Task Who Task: Call Who: Some words" in said
    assert said.count("Some words") == 20
    assert said.endswith("Ask Claire")


def test_no_row_of_a_table_is_on_two_pages() -> None:
    rows = tuple((f"Row {number}", WORDS * 3) for number in range(40))
    for page in lines_of(render(packet(Table((), rows, (1, 2))))):
        starts = [place for place, line in enumerate(page) if line.startswith("Row ")]
        rest = page[starts[0] :]
        assert page[: starts[0]] in ([], ["Second opinion summary", "Margaret Doyle", "Part one"])
        assert "".join(rest).count("Some words") == 3 * len(starts)


def test_a_table_of_one_row_does_not_drag_what_follows_to_the_next_page() -> None:
    """The first row stands with the second; the only row has nothing to stand with."""
    table = Table(("Topic", "Said"), (("Stage", "Two"),), (1, 1))
    after = tuple(Question(str(number), "Why?", ruled=6) for number in (1, 2))
    ends = []
    for filler in range(12, 20):
        blocks: list[Block] = [*(_words(1) for _ in range(filler)), table, *after]
        ends.append(lines_of(render(packet(*blocks)))[0][-1])
    assert ends.count("Two") >= 2  # the page ends below the table where the first question has no room


def test_a_sum_stands_on_one_page_with_the_last_row_it_adds_up() -> None:
    rows = tuple((f"Row {number}", "$1") for number in range(60))
    table = Table(("What", "Amount"), rows, (2, 1), lead=True)
    for count in range(20, 60):
        part = replace(table, rows=rows[:count])
        last = lines_of(render(packet(part, Paragraph(plain("Together")))))[-1]
        assert any(f"Row {count - 1}" in words for words in last)


def test_what_stands_under_a_row_goes_with_it_from_side_to_side() -> None:
    rows = tuple((f"Row {number}", "Riverside") for number in range(30))
    under = tuple(f"Note {number} " + WORDS for number in range(30))
    pages = lines_of(render(packet(Table((), rows, (1, 1), under))))
    assert len(pages) > 1
    for page in pages:
        said = [line.split()[1] for line in page if line.startswith(("Row", "Note"))]
        assert said[::2] == said[1::2]
    with pytest.raises(ValueError, match="under each"):
        Table((), rows, (1, 1), under[:1])


def test_the_empty_corner_of_a_table_stays_empty() -> None:
    (page,) = lines_of(render(packet(Table(("", "Date"), (("Patient", ""),), (1, 1)))))
    assert [cell.strip() for cell in page[-3:]] == ["Date", "Patient", "Not known yet"]


def test_no_last_line_of_facts_or_of_a_note_stands_alone_on_a_page() -> None:
    for filler in range(20, 40):
        facts = Fields(tuple((f"Label {number}", "value") for number in range(4)))
        note = Entry("A note", "", tuple(Item(plain(f"Point {number}")) for number in range(4)))
        before = tuple(Paragraph(plain("one line")) for _ in range(filler))
        for page in lines_of(render(packet(*before, facts, note)))[1:]:
            assert page[0].strip() != "Label 3"
            assert [word.strip() for word in page[:2]] != ["\N{BULLET}", "Point 3"]


def test_a_section_that_fits_on_one_page_is_not_torn_for_a_few_lines() -> None:
    first = Section("a", "First", tuple(_words(1) for _ in range(23)))
    second = Section("b", "Second", tuple(_words(1) for _ in range(8)))
    pages = lines_of(render(packet(sections=(first, second))))
    assert len(pages) == 2
    assert pages[1][0] == "Second"


def test_a_section_may_ask_for_a_page_of_its_own() -> None:
    parts = (Section("a", "First", (_words(1),)), Section("b", "Second", (_words(1),), new_page=True))
    assert [page[0] for page in lines_of(render(packet(sections=parts)))] == ["Second opinion summary", "Second"]


def test_dates_stand_side_by_side_where_there_is_room_and_below_each_other_where_not() -> None:
    points = (DatePoint("Diagnosed", "February 6", past=True), DatePoint("Visit", "March 12"))
    side = _tops(_pages(render(packet(DatesStrip(points))))[0], ("February 6", "March 12"))
    assert side[0] == side[1]
    many = tuple(DatePoint(f"Date {number}", "March 12") for number in range(8))
    below = _tops(_pages(render(packet(DatesStrip(many))))[0], "Date")
    assert below == sorted(below, reverse=True)
    assert len(set(below)) == 8


def test_an_empty_document_is_one_page_with_its_title() -> None:
    pages = lines_of(render(packet(sections=())))
    assert pages == [["Second opinion summary", "Margaret Doyle"]]


def test_the_same_packet_gives_the_same_bytes() -> None:
    made = packet(*questions(3), made_on=date(2026, 3, 3))
    assert render(made) == render(made)
    assert render(made) != render(packet(*questions(4), made_on=date(2026, 3, 3)))


def test_documents_may_be_made_on_several_threads() -> None:
    made = [packet(Paragraph(plain(f"Thread {number} " + WORDS * 200))) for number in range(4)]
    alone = [render(one) for one in made]
    together: dict[int, bytes] = {}

    def work(number: int) -> None:
        together[number] = render(made[number])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[number] for number in range(4)] == alone


@pytest.mark.parametrize(("paper", "points"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_paper_has_the_size_that_was_chosen(paper: str, points: tuple[int, int]) -> None:
    page = _pages(render(packet(), paper))[0]  # type: ignore[arg-type]
    assert tuple(round(side) for side in page.get_size()) == points


def test_large_print_is_18_points_and_normal_print_is_what_the_reader_needs() -> None:
    def size_of(pdf: bytes) -> float:
        page = _pages(pdf)[0]
        letters = page.get_textpage()
        place = letters.get_text_range().index("the body")
        return float(raw.FPDFText_GetFontSize(letters.raw, place))

    body = Paragraph(plain("the body"))
    assert size_of(render(packet(body))) == 14
    assert size_of(render(packet(body, body_points=12.0))) == 12
    assert size_of(render(packet(body, body_points=12.0), "a4", "large")) == 18


def test_the_file_knows_its_title_author_subject_day_and_language() -> None:
    pdf = render(packet(author="Margaret Doyle 你", subject="Summary", made_on=date(2026, 3, 3)))
    document = pypdfium2.PdfDocument(pdf)
    about = document.get_metadata_dict()
    assert about["Title"] == "Second opinion summary"
    assert about["Author"] == "Margaret Doyle 你"
    assert about["Subject"] == "Summary"
    assert about["CreationDate"] == "D:20260303"
    assert b"/Lang (en-US)" in pdf


def test_each_section_has_a_bookmark_that_leads_to_its_page() -> None:
    parts = tuple(Section(f"s{number}", f"Part {number} é", tuple(questions(5))) for number in range(4))
    pdf = render(packet(sections=parts))
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in pypdfium2.PdfDocument(pdf).get_toc()]
    pages = lines_of(pdf)
    assert [title for title, _page in marks] == [f"Part {number} é" for number in range(4)]
    assert all(title in pages[page] for title, page in marks)


def test_a_screen_reader_is_told_what_is_a_heading_a_list_a_table() -> None:
    table = Table(("Record", "Held by"), (("Slides", "Riverside"),), (1, 1))
    pdf = render(packet(Paragraph(plain("words")), table, *questions(1)))
    roles = _roles(_pages(pdf)[0])
    for role in ("H1", "H2", "P", "Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody"):
        assert role in roles, role


def test_tables_on_paper_have_at_most_four_columns_and_full_rows() -> None:
    with pytest.raises(ValueError, match="four columns"):
        Table((), (), (1, 1, 1, 1, 1))
    with pytest.raises(ValueError, match="as many cells"):
        Table(("a",), (("b", "c"),), (1, 1))


keeps = st.sampled_from(Keep)
strips = st.builds(
    Strip, st.floats(1, 80), keep=keeps, gap=st.floats(0, 20), new_page=st.sampled_from([False] * 9 + [True])
)


@given(st.lists(strips, max_size=40), st.booleans())
def test_nothing_is_lost_or_laid_twice_or_over_the_edge(parts: list[Strip], has_head: bool) -> None:
    head = (Strip(15.0),)
    if has_head:
        for part in parts[::2]:
            part.header = head
    pages = lay_out(parts, 120)
    laid = [placed.strip for page in pages for placed in page.placed if placed.strip is not head[0]]
    assert laid == parts
    for page in pages:
        edge = 0.0
        for placed in page.placed:
            assert placed.top >= edge
            edge = placed.top + placed.strip.height
        assert edge <= 120 + 0.001


def _words(times: int) -> Paragraph:
    return Paragraph(plain(WORDS * times))


def _pages(pdf: bytes) -> list[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[number] for number in range(len(document))]


def _tops(page: pypdfium2.PdfPage, begins: str | tuple[str, ...]) -> list[float]:
    """Return how high the stretches that begin so stand on the page."""
    letters = page.get_textpage()
    tops = []
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = part.get_bounds()
        if letters.get_text_bounded(left, bottom, right, top).startswith(begins):
            tops.append(round(part.get_matrix().f, 1))
    return tops


def _roles(page: pypdfium2.PdfPage) -> set[str]:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    found: set[str] = set()

    def walk(element: object) -> None:
        buffer = ctypes.create_string_buffer(64)
        size = raw.FPDF_StructElement_GetType(element, buffer, 64)
        found.add(buffer.raw[: size - 2].decode("utf-16-le"))
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            inside = raw.FPDF_StructElement_GetChildAtIndex(element, number)
            if inside:
                walk(inside)

    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        walk(raw.FPDF_StructTree_GetChildAtIndex(tree, number))
    raw.FPDF_StructTree_Close(tree)
    return found
