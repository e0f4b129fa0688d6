"""A note that changes elsewhere, and who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.model.richtext.build import bullets, note, paragraph
from tests.helpers import hands
from tests.helpers.notespage import Notes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


def saved(file: OpenFile, note_id: str) -> Document:
    return Document.from_json(file.notes.get(note_id).body)


def visit_note(file: OpenFile, appointment_id: str) -> Document:
    (found,) = file.notes.all(appointment_id=appointment_id)
    return Document.from_json(found.body)


def test_what_changes_elsewhere_is_shown(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    file.notes.save_body(sleep, note(paragraph("Better"), *bullets("tea")).to_json())
    file.notes.change(sleep, title="Sleep")
    assert notes.text == "Better\ntea"
    assert notes.title == "Sleep"
    assert notes.listed == ["Mon, Jan 26, Sleep, Margaret Doyle"]


def test_what_is_being_typed_is_not_overwritten_from_elsewhere(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.write(" at night")
    file.notes.save_body(sleep, Document.from_plain("Better").to_json())
    assert notes.text == "Badly at night"
    notes.page.flush()
    assert saved(file, sleep).plain_text() == "Badly at night"


def test_a_removed_note_goes_and_undo_brings_it_back(qtbot: QtBot, file: OpenFile, rao: str, sleep: str) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.page.parts.entries.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert notes.messages.toasts == ["Note removed."]
    assert notes.title == "First opinion"
    assert notes.messages.undo is not None
    notes.messages.undo()
    assert any("How I sleep" in said for said in notes.listed)


def test_what_was_written_at_a_removed_visit_stays_as_a_note(qtbot: QtBot, file: OpenFile, rao: str) -> None:
    notes = Notes(qtbot, file)
    notes.write("Stage II")
    notes.page.flush()
    notes.page.parts.entries.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert "Stage II" in notes.text
    assert not notes.page.questions.isVisible()


def test_written_by_sets_who_stands_on_new_words(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    claire = file.people.authors.add(name="Claire", relation="daughter")
    notes = Notes(qtbot, file)
    notes.write(" before")
    writer = notes.page.sheet.frame.writer
    writer.setFocus()
    hands.write("Claire")
    assert file.notes.get(sleep).updated_by != claire.id
    notes.write(" after")
    notes.page.flush()
    assert file.notes.get(sleep).updated_by == claire.id
    file.notes.change(sleep, day="2026-01-27")
    assert notes.page.sheet.frame.signature.text() == "Begun by Margaret Doyle, last written by Claire"


def test_somebody_new_can_write(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    notes = Notes(qtbot, file)

    def fill(dialog: QDialog) -> None:
        hands.write("Claire", dialog.form.fields["name"].editor)  # type: ignore[attr-defined]
        hands.click(dialog.save_button)  # type: ignore[attr-defined]

    notes.messages.will_meet(fill)
    writer = notes.page.sheet.frame.writer
    writer.setFocus()
    hands.press(Qt.Key.Key_End)
    assert writer.currentText() == "Claire"
    assert file.people.authors.named(file.people.authors.current) == "Claire"


def test_words_typed_last_in_a_note_removed_elsewhere_are_kept_with_it_and_said(
    qtbot: QtBot, file: OpenFile, rao: str, sleep: str
) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.write("Half a sen")
    file.notes.remove(sleep)
    assert notes.title != "How I sleep"
    assert notes.messages.toasts[-1].startswith("This was removed. What you wrote is kept with it.")
    file.notes.restore(sleep)
    assert "Half a sen" in Document.from_json(file.notes.get(sleep).body).plain_text()
    assert notes.page.flush()


def test_words_typed_last_at_a_visit_removed_elsewhere_stay_as_a_note(qtbot: QtBot, file: OpenFile, sleep: str) -> None:
    visit = file.appointments.book(title="Second opinion", day="2099-03-12").id
    notes = Notes(qtbot, file)
    notes.open("Second opinion")
    notes.write("Half a sen")
    file.appointments.remove(visit)
    kept = file.notes.all(appointment_id=visit)
    assert ["Half a sen" in Document.from_json(one.body).plain_text() for one in kept] == [True]
    notes.open("How I sleep")
    notes.write("Other words")
    assert notes.page.flush()
    assert "Other words" not in file.notes.get(kept[0].id).body
    assert "Other words" in file.notes.get(sleep).body


def test_a_note_that_goes_while_the_disk_is_gone_keeps_its_words_in_sight(
    qtbot: QtBot, file: OpenFile, sleep: str
) -> None:
    notes = Notes(qtbot, file)
    notes.open("How I sleep")
    notes.write("Half a sen")
    file.notes.remove(sleep)
    assert notes.page.flush()
    file.notes.restore(sleep)
    notes.open("How I sleep")
    notes.write(" and more")
    moved = file.path.with_name("moved")
    file.path.rename(moved)
    assert not notes.page.flush()
    assert "and more" in notes.text
    moved.rename(file.path)
    assert notes.page.flush()
