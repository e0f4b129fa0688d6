"""Records: add them, keep their dates, attach files, and nothing is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog

from secondopinion_desktop import guidance
from secondopinion_desktop.model.choices import RecordStatus
from secondopinion_desktop.ui.attachedfiles import FileRow
from secondopinion_desktop.ui.models.records import Column
from secondopinion_desktop.ui.pages.records.adding import AddRecordsDialog
from tests.helpers.forms import NASTY, visible_words
from tests.helpers.hands import click, focused, press, write
from tests.helpers.records import RecordsDesk, drop_files

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def desk(file: OpenFile, qtbot: QtBot) -> RecordsDesk:
    file.records.add(name="MRI images", asked_on="2026-02-24")
    file.records.add(name="Pathology report")
    desk = RecordsDesk(file, qtbot)
    desk.click("MRI images")
    return desk


def record(file: OpenFile, name: str) -> Record:
    return next(one for one in file.records.all() if one.name == name)


# Adding


def test_an_empty_page_says_what_to_begin_with(file: OpenFile, qtbot: QtBot) -> None:
    desk = RecordsDesk(file, qtbot)
    assert "No records yet" in visible_words(desk.page)
    assert not desk.table.isVisible()
    assert not desk.page.card.isVisible()


def test_the_kinds_to_begin_with_are_offered_first_and_in_plain_words(file: OpenFile, qtbot: QtBot) -> None:
    dialog = AddRecordsDialog(file)
    qtbot.addWidget(dialog)
    names = [row.words.text() for row in dialog.ticks.values()]
    first = [kind.name for kind in guidance.first_records()]
    assert names[: len(first)] == first
    assert len(names) == len(guidance.record_kinds())
    assert dialog.ticks["R1"].meta.text() == "What was seen in the tissue under the microscope."
    press(Qt.Key.Key_Space, on=dialog.ticks["R1"].box)  # the rest is told of what is chosen
    assert dialog.ticks["R1"].meta.text().split("\n") == [
        "What was seen in the tissue under the microscope.",
        "Who has it: Pathology lab or hospital. How to ask: Patient portal or records office.",
        "It comes as: PDF or paper. Most clinics ask for it.",
    ]


def test_several_kinds_are_added_at_once_and_taken_back_at_once(file: OpenFile, qtbot: QtBot) -> None:
    desk = RecordsDesk(file, qtbot)

    def choose(dialog: QDialog) -> None:
        adding = cast("AddRecordsDialog", dialog)
        for kind in ("R1", "R20"):
            press(Qt.Key.Key_Space, on=adding.ticks[kind].box)
        assert adding.add_button_widget.words == "Add 2 records"
        press(Qt.Key.Key_Return, on=adding)

    desk.messages.will_meet(choose)
    click(desk.page.first_button)
    assert set(desk.names) == {"Pathology report", "Medicine list"}
    assert record(file, "Pathology report").must_have
    assert desk.cell("Medicine list", Column.ASKED) == "Not needed"
    assert focused() is desk.table
    assert desk.messages.toasts == ["2 records added"]
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert desk.names == []


def test_a_record_of_ones_own_is_added_by_its_name(file: OpenFile, qtbot: QtBot) -> None:
    desk = RecordsDesk(file, qtbot)

    def write_a_name(dialog: QDialog) -> None:
        write("CT images, Feb 2", on=cast("AddRecordsDialog", dialog).own.editor)
        press(Qt.Key.Key_Return, on=dialog)

    desk.messages.will_meet(write_a_name)
    click(desk.page.first_button)
    assert desk.names == ["CT images, Feb 2"]
    assert desk.chosen == "CT images, Feb 2"


def test_adding_nothing_is_asked_about(file: OpenFile, qtbot: QtBot) -> None:
    dialog = AddRecordsDialog(file)
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.add_button_widget)
    assert dialog.isVisible()
    assert dialog.own.error == "Tick a kind below, or write a name here."


def test_a_kind_that_is_in_the_list_says_so(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Pathology report", kind="R1")
    dialog = AddRecordsDialog(file)
    qtbot.addWidget(dialog)
    assert "Already in your list." in dialog.ticks["R1"].meta.text()
    assert "Already in your list." not in dialog.ticks["R2"].meta.text()


# The card


def test_a_date_is_typed_and_moves_the_record_along(desk: RecordsDesk) -> None:
    desk.form.fill("Received", "Feb 27")
    assert record(desk.file, "MRI images").received_on == "2026-02-27"
    assert desk.form.shows("Received") == "Feb 27, 2026"
    assert desk.cell("MRI images", Column.RECEIVED) == "Feb 27"
    assert desk.page.card.chip.text() == "I have it"


def test_a_date_that_is_not_clear_is_asked_about_beside_the_field(desk: RecordsDesk) -> None:
    desk.form.fill("Received", "13/12/2025")
    assert record(desk.file, "MRI images").received_on == ""
    assert "Dec 13, 2025?" in desk.page.card.form.fields["received_on"].error
    assert desk.form.shows("Received") == "13/12/2025"


def test_an_unclear_date_is_still_there_when_one_comes_back(desk: RecordsDesk) -> None:
    desk.form.fill("Received", "13/12/2025")
    desk.click("Pathology report")
    assert desk.form.shows("Received") == ""
    desk.click("MRI images")
    assert desk.form.shows("Received") == "13/12/2025"
    assert desk.page.card.form.fields["received_on"].error
    desk.form.fill("Received", "Dec 13")
    assert record(desk.file, "MRI images").received_on == "2025-12-13"


def test_unclear_dates_of_every_record_are_in_their_notes_when_the_page_is_left(desk: RecordsDesk) -> None:
    desk.form.fill("Received", "13/12/2025")
    desk.click("Pathology report")
    desk.form.fill("Asked for", "around Easter-ish")
    desk.page.hide()
    assert "Received: 13/12/2025" in record(desk.file, "MRI images").note
    assert "Asked for: around Easter-ish" in record(desk.file, "Pathology report").note


def test_the_next_empty_date_is_marked_with_one_press(desk: RecordsDesk) -> None:
    button = desk.page.card.mark_button
    for words, name in (
        ("Mark as received today", "received_on"),
        ("Mark as sent today", "sent_on"),
        ("Mark as arrived today", "arrived_on"),
    ):
        assert button.words == words
        click(button)
        assert getattr(record(desk.file, "MRI images"), name) == "2026-03-03"
    assert not button.isVisible()
    assert desk.page.card.chip.text() == "Arrived"
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert button.words == "Mark as arrived today"


def test_a_note_saves_itself_and_stays_when_somebody_else_changes_the_record(desk: RecordsDesk, qtbot: QtBot) -> None:
    desk.form.type("Note", "Ask for Nadia")
    qtbot.waitUntil(lambda: record(desk.file, "MRI images").note == "Ask for Nadia", timeout=3000)
    write(" at the desk")
    desk.file.records.change(record(desk.file, "MRI images").id, received_on="2026-02-27", note="Other words")
    assert desk.form.shows("Note") == "Ask for Nadia at the desk"
    assert desk.form.shows("Received") == "Feb 27, 2026"
    desk.form.leave()
    assert record(desk.file, "MRI images").note == "Ask for Nadia at the desk"


def test_what_is_typed_is_saved_when_another_record_is_chosen(desk: RecordsDesk) -> None:
    desk.form.type("Note", "Ask for Nadia")
    desk.click("Pathology report")
    assert record(desk.file, "MRI images").note == "Ask for Nadia"
    assert record(desk.file, "Pathology report").note == ""


def test_a_holder_who_is_a_contact_is_tied_to_it(desk: RecordsDesk) -> None:
    place = desk.file.contacts.add(name="Riverside Imaging")
    desk.form.fill("Held by", "riverside imaging")
    assert record(desk.file, "MRI images").holder_id == place.id
    desk.form.fill("Held by", "My sister")
    assert record(desk.file, "MRI images").holder_id is None
    assert desk.cell("MRI images", Column.HELD_BY) == "My sister"


def test_a_holder_known_only_as_a_contact_is_named(file: OpenFile, qtbot: QtBot) -> None:
    place = file.contacts.add(name="Riverside Imaging")
    file.records.add(name="MRI images", holder_id=place.id)
    desk = RecordsDesk(file, qtbot)
    assert desk.cell("MRI images", Column.HELD_BY) == "Riverside Imaging"
    assert desk.form.shows("Held by") == "Riverside Imaging"


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())
def test_any_words_are_kept(desk: RecordsDesk, words: str) -> None:
    for label in ("Record", "Held by", "Note"):
        desk.form.fill(label, words)
    desk.page.flush()
    found = next(one for one in desk.file.records.all() if one.asked_on)
    kept = " ".join(words.split()) if "\n" in words else words
    assert (found.name, found.holder, found.note) == (kept, kept, words)


def test_a_record_cannot_lose_its_name_by_a_slip(desk: RecordsDesk) -> None:
    desk.form.fill("Record", "")
    assert desk.page.card.form.fields["name"].error
    assert "MRI images" in desk.names


def test_by_hand_a_record_is_not_needed_and_goes_by_its_dates_again(desk: RecordsDesk) -> None:
    card = desk.page.card

    def choose(words: str) -> None:
        card.menu.aboutToShow.emit()
        next(action for action in card.menu.actions() if action.text() == words).trigger()

    choose("This record is not needed")
    assert record(desk.file, "MRI images").status is RecordStatus.NOT_NEEDED
    assert card.chip.text() == "Not needed"
    assert desk.cell("MRI images", Column.RECEIVED) == "Not needed"
    assert not card.mark_button.isVisible()
    choose("Go by the dates again")
    assert record(desk.file, "MRI images").status is RecordStatus.ASKED
    choose("It need not be asked for")
    assert record(desk.file, "MRI images").asking_not_needed


def test_more_details_are_folded_until_asked_for(desk: RecordsDesk) -> None:
    desk.file.records.change(record(desk.file, "MRI images").id, tracking="7741")
    desk.click("Pathology report")
    desk.click("MRI images")
    with pytest.raises(LookupError):
        desk.form.editor("Tracking number")
    opener = next(b for b in desk.page.findChildren(type(desk.page.add_button)) if b.words.startswith("More details"))
    assert opener.words == "More details, 1 filled in"
    click(opener)
    assert desk.form.shows("Tracking number") == "7741"


# Removing


def test_delete_removes_a_record_and_undo_brings_it_back(desk: RecordsDesk) -> None:
    desk.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.names == ["Pathology report"]
    assert desk.chosen == "Pathology report"
    assert focused() is desk.table
    assert desk.messages.toasts == ["Record removed"]
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert set(desk.names) == {"MRI images", "Pathology report"}


def test_the_last_record_leaves_the_keyboard_where_one_can_add(desk: RecordsDesk) -> None:
    click(desk.page.card.remove_button)
    click(desk.page.card.remove_button)
    assert desk.names == []
    assert focused() is desk.page.first_button


# Files


def test_a_file_is_attached_saved_elsewhere_and_removed(desk: RecordsDesk, tmp_path: Path) -> None:
    paper, copy = tmp_path / "report.pdf", tmp_path / "copy.pdf"
    paper.write_bytes(b"%PDF report")
    desk.messages.will_choose(paper, copy)
    click(desk.page.card.attach_button)
    assert desk.cell("MRI images", Column.FILES) == "1"
    row = desk.page.findChild(FileRow)
    assert row is not None
    assert row.name.text() == "report.pdf"
    assert row.size_words.text() == "1 KB"
    click(row.copy_button)
    assert copy.read_bytes() == b"%PDF report"
    click(row.remove_button)
    assert desk.cell("MRI images", Column.FILES) == ""
    assert desk.messages.toasts == ["A copy is kept here now", "Copy saved", "File removed"]
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert desk.cell("MRI images", Column.FILES) == "1"


def test_files_dropped_on_a_row_are_kept_with_that_record(desk: RecordsDesk, tmp_path: Path) -> None:
    papers = [tmp_path / "one.pdf", tmp_path / "two & three <b>.pdf"]
    for paper in papers:
        paper.write_text(paper.name)
    desk.drop("Pathology report", *papers)
    assert desk.chosen == "Pathology report"
    assert desk.cell("Pathology report", Column.FILES) == "2"
    assert {row.name.text() for row in desk.page.findChildren(FileRow)} == {paper.name for paper in papers}


def test_what_is_no_file_is_not_taken(desk: RecordsDesk, tmp_path: Path) -> None:
    desk.drop("Pathology report", tmp_path)
    below = QPoint(10, desk.table.viewport().height() + 50)
    paper = tmp_path / "one.pdf"
    paper.write_text("x")
    assert not drop_files(desk.table.viewport(), below, paper)
    assert desk.file.attachments.counts("record") == {}


def test_a_file_that_cannot_be_kept_is_said_calmly(desk: RecordsDesk, tmp_path: Path) -> None:
    desk.messages.will_choose(tmp_path / "gone.pdf")
    click(desk.page.card.attach_button)
    assert desk.messages.told == [
        "gone.pdf: This file could not be read. Check that it is still there, then try again."
    ]
    assert QApplication.overrideCursor() is None


def test_a_copy_that_cannot_be_written_is_said_calmly(desk: RecordsDesk, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    paper.write_text("x")
    desk.messages.will_choose(paper, tmp_path / "no such folder" / "copy.pdf")
    click(desk.page.card.attach_button)
    row = desk.page.findChild(FileRow)
    assert row is not None
    click(row.copy_button)
    assert desk.messages.told[-1].startswith("The copy could not be written there.")


def test_a_hidden_page_reads_again_when_it_is_shown(desk: RecordsDesk) -> None:
    desk.page.hide()
    desk.file.records.add(name="New one")
    desk.page.show()
    assert "New one" in desk.names
