"""The line of a note that lists show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from secondopinion_desktop.model.richtext import Document, Kind
from secondopinion_desktop.model.richtext.build import heading, note, paragraph
from secondopinion_desktop.model.richtext.preview import first_line
from tests.helpers.documents import documents

if TYPE_CHECKING:
    from secondopinion_desktop.model.richtext import Block


@given(documents)
def test_it_is_the_first_line_with_words(document: Document) -> None:
    written = [block for block in document if block.text.strip()]
    first: Block | None = next(
        (block for block in written if block.kind is not Kind.HEADING), written[0] if written else None
    )
    assert first_line(document.to_json()) == (first.text.strip() if first else "")


def test_a_heading_is_shown_only_if_nothing_else_is_written() -> None:
    assert first_line(note(heading("What we heard"), paragraph("")).to_json()) == "What we heard"


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", "null", '"doc"', "{}", '{"content": 3}', '{"content": [{"type": "table", "content": []}]}'],
)
def test_a_note_this_program_cannot_read_shows_nothing(stored: str) -> None:
    assert first_line(stored) == ""
