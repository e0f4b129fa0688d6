"""HTML from other programs is read for its words and structure, quickly, whatever it is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.model.richtext.build import bullets, heading, note, numbers, paragraph, strong
from secondopinion_desktop.model.richtext.html_in import from_html
from secondopinion_desktop.model.richtext.html_out import to_html, to_text
from tests.helpers.documents import documents

if TYPE_CHECKING:
    from secondopinion_desktop.model.richtext import Document

pieces = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<li>",
        "<ul>",
        "</ul>",
        "<br>",
        "<!--",
        "-->",
        "<a_href='",
        '"',
        "'",
        "=",
        "/",
        "&lt;",
        "&#0;",
        "&",
        "<script>",
        "</script>",
        "<td>",
        "<pre>",
        "</pre>",
        "<style",
        "words",
        "\x00",
    ]
).map(lambda piece: piece.replace("_", " "))


def read(html: str) -> Document:
    found = from_html(html)
    assert found is not None
    return found[0]


@given(st.lists(pieces).map("".join))
def test_any_html_is_read_without_trouble(html: str) -> None:
    found = from_html(html)
    assert found is None or found[0].blocks


@given(documents)
def test_what_we_write_for_others_is_read_as_the_same_words(document: Document) -> None:
    html = to_html(document)
    found = from_html(html)
    # Tick boxes are letters for other programs, and HTML itself has no room for several spaces in a row.
    words = "".join("".join(block.text for block in found[0]).split()) if found else ""
    expected = "".join("".join(block.text for block in document).split())
    assert words.replace("\u2610", "").replace("\u2611", "") == expected.replace("\u2610", "").replace("\u2611", "")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><p><br></p><p>b</p>", note(paragraph("a"), paragraph(), paragraph("b"))),
        ("one<br>two", note(paragraph("one\ntwo"))),
        ("<ul><li>a<ul><li>inner</li></ul></li></ul>", note(*bullets("a", "inner"))),
        ("<ol><li><p>b</p><p>c</p></li><li>d</li></ol>", note(*numbers("b\nc", "d"))),
        ("<b style='font-weight:normal'><p>not <span style='font-weight:700'>bold</span></p></b>",
         note(paragraph(["not ", strong("bold")]))),
        ("<table><tr><td>Dose</td><td>5 mg</td></tr></table>", note(paragraph("Dose\t5 mg"))),
        ("<pre>a\n  b</pre>", note(paragraph("a\n  b"))),
        ("<h1>Plan</h1>text", note(heading("Plan"), paragraph("text"))),
        ("WBC < 4 &lt; 5 &amp; &nbsp;x", note(paragraph("WBC < 4 < 5 & \xa0x"))),
        ("a <img src='x' alt='b > c'> d", note(paragraph("a d"))),
        ("<p>  a\n  b  </p>", note(paragraph("a b"))),
    ],
)  # fmt: skip
def test_structure_is_read_like_a_browser_does(html: str, expected: Document) -> None:
    assert read(html) == expected


@pytest.mark.parametrize("html", ["", "<p></p>", "<style>p {}</style>", "<!-- nothing -->", "<img src=x>"])
def test_html_without_words_is_nothing(html: str) -> None:
    assert from_html(html) is None


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", "<!", "<!--", "<?", "</", "<a x='", "<a x=\"'", "<b>", "&", "<li><p>a", "<script>", "<b> </b>"],
)
def test_reading_takes_time_in_proportion_to_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()  # what else the computer does is not counted
        from_html(piece * times)
        return time.process_time() - begin

    small = min(seconds(2_000) for _ in range(3))
    large = min(seconds(32_000) for _ in range(2))
    # 16 times the text: a reader that looks back over it would take 256 times as long.
    assert large < small * 16 * 8 + 0.05


def test_plain_text_for_others_shows_bullets_and_numbers() -> None:
    document = note(heading("Plan"), *bullets("a"), *numbers("b", "c"))
    assert to_text(document) == "Plan\n\u2022 a\n1. b\n2. c"
