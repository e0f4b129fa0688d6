"""The paper that opens a file."""

from __future__ import annotations

from datetime import date

import pytest

from secondopinion_desktop.documents.pdf import render
from secondopinion_desktop.documents.recovery_sheet import recovery_sheet
from tests.helpers.paper import lines_of, words_of

CODE = "7K3M-9QXR-T2VB-8HNC-4WDE-6FGJ-5PYZ-1ASX-M0Q4"
DAY = date(2026, 3, 3)


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_sheet_is_one_page_with_the_whole_key(paper: str, size: str) -> None:
    pages = lines_of(render(recovery_sheet(CODE, DAY, "Margaret Doyle", "Margaret.secondopinion"), paper, size))  # type: ignore[arg-type]
    assert len(pages) == 1
    assert " ".join(" ".join(pages[0]).split()).count(CODE.replace("-", " ")) == 1


def test_the_sheet_says_what_it_opens_how_to_use_it_and_who_could() -> None:
    text = words_of(render(recovery_sheet(CODE, DAY, "Margaret Doyle", "Margaret.secondopinion")))
    assert "Margaret Doyle, Margaret.secondopinion, Tuesday, March 3, 2026" in text
    assert "Anyone with this paper can open the file." in text
    assert "I forgot my passphrase" in text


def test_the_sheet_may_leave_off_whose_file_it_opens() -> None:
    text = words_of(render(recovery_sheet(CODE.lower().replace("-", " "), DAY)))
    assert "Margaret" not in text
    assert CODE.lower().replace("-", " ") in text
