"""Whatever a person types fits where it is shown, however long its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.ui.widgets import PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ENDLESS = {
    "letters": "W" * 2000,
    "address": "https://" + "lakeside" * 30 + ".example/visit?id=12",
    "accents": "e\u0301" * 500,
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 200,
    "arabic": "\u0645\u0633\u062a\u0634\u0641\u0649" * 100,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_word_wraps_instead_of_being_cut(qtbot: QtBot, text: str) -> None:
    label = PlainLabel(text)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 220
    assert label.heightForWidth(220) > 3 * label.fontMetrics().lineSpacing()


def test_a_screen_reader_hears_a_long_word_as_it_was_typed(qtbot: QtBot) -> None:
    label = PlainLabel("Donaudampfschifffahrtsgesellschaft")
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == "Donaudampfschifffahrtsgesellschaft"
    label.setText("Clinic")
    assert label.text() == "Clinic"
    assert not label.accessibleName()


def test_words_that_can_be_copied_are_not_changed(qtbot: QtBot) -> None:
    number = "BR44100872010000000000000"
    label = PlainLabel(number, selectable=True)
    qtbot.addWidget(label)
    label.setSelection(0, len(number))
    assert label.selectedText() == number
