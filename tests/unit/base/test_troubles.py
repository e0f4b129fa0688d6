"""The words for what can stand between a person and their file."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from secondopinion_desktop.base.troubles import AlreadyOpen, NewerFile


@pytest.mark.parametrize(
    ("earlier", "words"),
    [(timedelta(hours=1), "since 9:42."), (timedelta(days=1), "since Mon, Mar 2, 10:42."), (None, "on this computer.")],
)
def test_a_file_open_in_another_window_says_since_when(
    earlier: timedelta | None, words: str, a_tuesday: datetime
) -> None:
    trouble = AlreadyOpen("laptop", a_tuesday - earlier if earlier else None, here=True)
    assert trouble.message.endswith(words)
    assert "laptop" not in trouble.message


def test_a_file_open_elsewhere_names_the_computer(a_tuesday: datetime) -> None:
    trouble = AlreadyOpen("Marias-MacBook", a_tuesday, here=False)
    assert "on the computer “Marias-MacBook”, since 10:42." in trouble.message
    assert "open the file here all the same" in trouble.advice


@pytest.mark.parametrize(
    ("version", "words"), [("7.2.1", "newer Second Opinion (7.2.1)."), ("", "newer Second Opinion.")]
)
def test_a_newer_file_names_the_program_if_it_says(version: str, words: str) -> None:
    assert NewerFile(version).message.endswith(words)
