"""What a note said before can be read and brought back, however long ago it was written over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from secondopinion_desktop.base import clock
from secondopinion_desktop.ui.dialogs.earlier import EarlierTexts
from tests.helpers import hands
from tests.helpers.fitting import does_not_fit
from tests.helpers.notespage import Notes
from tests.helpers.stage import button

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


def write_over(notes: Notes, words: str) -> None:
    """Put other words in place of all that the note says."""
    notes.editor.setFocus()
    notes.editor.selectAll()
    hands.write(words, notes.editor)
    assert notes.page.flush()


def test_words_written_over_are_read_again_and_brought_back(
    qtbot: QtBot, file: OpenFile, sleep: str, a_tuesday: datetime
) -> None:
    notes = Notes(qtbot, file)
    notes.page.open_item("note", sleep)
    notes.write(", for three nights")
    notes.page.flush()
    with clock.standing_at(a_tuesday + timedelta(minutes=20)):
        write_over(notes, "Oops")
        seen = []

        def bring_back(dialog: QDialog) -> None:
            assert isinstance(dialog, EarlierTexts)
            seen.append((dialog.which.currentText(), dialog.text.note().plain_text()))
            assert does_not_fit(dialog) == []
            hands.click(dialog.bring_back)

        notes.messages.will_meet(bring_back)
        hands.click(notes.page.sheet.frame.earlier)
    assert seen == [("Tue, Mar 3, 10:42 AM, written by Margaret Doyle", "Badly, for three nights")]
    assert notes.text == "Badly, for three nights"
    assert notes.messages.toasts[-1] == "The earlier version is back"
    assert notes.messages.undo is not None
    notes.messages.undo()
    assert notes.text == "Oops"


def test_reading_an_earlier_version_changes_nothing(
    qtbot: QtBot, file: OpenFile, sleep: str, a_tuesday: datetime
) -> None:
    notes = Notes(qtbot, file)
    notes.page.open_item("note", sleep)
    with clock.standing_at(a_tuesday + timedelta(minutes=20)):
        write_over(notes, "Better")
        notes.messages.will_meet(lambda dialog: hands.click(button(dialog, "Leave the note as it is")))
        assert notes.page.do_command("earlier_texts")
    assert notes.text == "Better"


def test_a_note_that_was_never_written_over_says_so(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    dialog = EarlierTexts(file, sleep)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.which.isVisible()
    hands.click(button(dialog, "Close"))


def test_a_new_note_has_no_past(qtbot: QtBot, file: OpenFile) -> None:
    notes = Notes(qtbot, file)
    notes.page.new_note()
    assert not notes.page.sheet.frame.earlier.isVisible()
    assert not notes.page.do_command("earlier_texts")
