from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop import guidance
from secondopinion_desktop.base.resources import resource
from tests.helpers.readability import MEDICAL_WORDS, complaint, grade

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS_NOT_SHOWN = {
    "id", "key", "owner", "related_to", "target", "group", "need", "visit", "shape", "goes", "ask", "number", "noted",
    "source", "call",
}  # fmt: skip


def shown_texts() -> Iterator[tuple[str, str]]:
    """Give every text a person can see, with where it stands."""
    for path in sorted(resource("guidance", "en").glob("*.toml")):
        yield from _texts(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            names_a_place = key == "related" and isinstance(inner, str)
            if key not in KEYS_NOT_SHOWN and not names_a_place:
                yield from _texts(inner, f"{place} {value.get('id') or value.get('key') or ''} {key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, place)
    elif isinstance(value, str) and not re.fullmatch(r"Q-[A-Z]\d+|R\d+|[a-z_]+|\W", value):
        yield place, value


TEXTS = list(shown_texts())


def test_there_are_texts_to_check() -> None:
    assert len(TEXTS) > 400
    assert any("Send medical records" in text for _, text in TEXTS)


def test_no_text_hurts_hurries_advises_or_is_hard_to_read() -> None:
    found = [f"{place}: {complaint(text)}: {text!r}" for place, text in TEXTS if complaint(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("slip", ["Just call them.", "You should go.", "It has failed", "Tom & Ann", "Good!", "Win it"])
def test_a_slip_of_the_tongue_is_found(slip: str) -> None:
    assert complaint(slip).startswith("says ")


def test_a_bad_text_in_any_file_would_be_found() -> None:
    """Every file of the shelf has texts here, and what is put into one of them is looked at."""
    names = {path.name for path in resource("guidance", "en").glob("*.toml")}
    assert {place.split()[0] for place, _text in TEXTS} == names
    tampered = {"step": [{"key": "report", "tips": ["Fine.", "You must call today."]}]}
    assert [text for place, text in _texts(tampered, "steps.toml") if complaint(text)] == ["You must call today."]


def test_a_step_as_a_whole_reads_easily() -> None:
    for step in guidance.steps():
        whole = " ".join([step.purpose, step.why, *step.tips, *(f"{task.text}." for task in step.tasks)])
        assert grade(whole, MEDICAL_WORDS) <= 6, step.key


def test_the_measure_tells_hard_from_easy() -> None:
    assert grade("Ask your doctor. Write it down.") < 3
    assert grade("Comprehensive interdisciplinary evaluation necessitates authorization prior to consultation.") > 15


def test_timing_never_says_to_wait_or_not_to_wait() -> None:
    timing = guidance.step("timing")
    texts = [timing.purpose, timing.why, *timing.tips, *(task.text for task in timing.tasks)]
    for text in texts:
        assert not re.search(
            r"\b(do not wait|don't wait|you can wait|may wait|no rush|too late|in time)\b", text, re.IGNORECASE
        )
        if re.search(r"\bsafe(ly)?\b", text):
            assert "Ask your doctor if waiting is safe for you" in text
