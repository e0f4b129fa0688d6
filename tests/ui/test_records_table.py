"""The table of records: what each cell says, in which order, and how one gets about in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.model.choices import ContactRole, RecordStatus
from secondopinion_desktop.ui.models.records import Cell, Column, RecordLine, RecordsModel
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.fitting import does_not_fit
from tests.helpers.forms import NASTY, visible_words
from tests.helpers.hands import focused, press
from tests.helpers.records import RecordsDesk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


@pytest.fixture
def four(file: OpenFile, qtbot: QtBot) -> RecordsDesk:
    file.records.add_several(
        (
            {
                "name": "Pathology report",
                "holder": "Riverside",
                "asked_on": "2026-02-24",
                "received_on": "2026-02-26",
                "sent_on": "2026-02-27",
                "arrived_on": "2026-03-02",
            },
            {"name": "MRI images", "holder": "Imaging", "asked_on": "2026-02-24"},
            {"name": "Biopsy slides", "asked_on": "2026-02-20", "received_on": "2026-02-27", "sent_on": "2026-02-28"},
            {"name": "List of medicines", "holder": "Margaret", "asking_not_needed": True},
        )
    )
    return RecordsDesk(file, qtbot)


def line(record_id: str, name: str) -> RecordLine:
    return RecordLine(record_id, (Cell(name), *(Cell("x") for _column in range(len(Column) - 1))))


def test_the_model_keeps_its_word_to_qt_whatever_comes_and_goes() -> None:
    model = RecordsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    a, b, c, d = (line(letter, letter) for letter in "abcd")
    for lines in ([a, b, c], [c, b, a], [d, a], [], [a, b, c, d], [d, c, line("b", "new"), a]):
        model.show_lines(lines)
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == [one.cells[0].words for one in lines]
    assert tester.model() is model


def test_the_words_of_the_cells_say_how_far_a_record_is(four: RecordsDesk) -> None:
    way = (Column.ASKED, Column.RECEIVED, Column.SENT, Column.CONFIRMED)
    assert [four.cell("Pathology report", column) for column in way] == ["Feb 24", "Feb 26", "Feb 27", "Mar 2"]
    assert [four.cell("MRI images", column) for column in way] == ["Feb 24", "Waiting", "Not yet", "Not yet"]
    assert [four.cell("Biopsy slides", column) for column in way] == ["Feb 20", "Feb 27", "Feb 28", "Not yet"]
    assert [four.cell("List of medicines", column) for column in way] == ["Not needed", *["Not yet"] * 3]
    assert four.cell("MRI images", Column.HELD_BY) == "Imaging"


def test_a_problem_is_said_where_the_record_got_stuck_and_a_promise_with_its_day(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add_several(
        (
            {"name": "Disc", "asked_on": "2026-02-24", "received_on": "2026-02-26", "status": RecordStatus.PROBLEM},
            {"name": "Markers", "asked_on": "2026-02-24", "promised_by": "2026-03-06"},
        )
    )
    desk, way = RecordsDesk(file, qtbot), (Column.ASKED, Column.RECEIVED, Column.SENT, Column.CONFIRMED)
    assert [desk.cell("Disc", column) for column in way] == ["Feb 24", "Feb 26", "Problem", "Not yet"]
    assert [desk.cell("Markers", column) for column in way] == ["Feb 24", "by Mar 6", "Not yet", "Not yet"]


def test_a_screen_reader_hears_which_column_a_date_is_in(four: RecordsDesk) -> None:
    index = four.table.model().index(four.names.index("MRI images"), Column.RECEIVED)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Received: Waiting"


def test_what_is_not_finished_comes_first(four: RecordsDesk) -> None:
    assert four.names[-1] == "Pathology report"


def test_the_page_says_how_many_have_arrived_where(four: RecordsDesk) -> None:
    assert "1 of 4 have reached the second doctor." in visible_words(four.page)
    doctor = four.file.contacts.add(
        name="Dr. Okafor", role=ContactRole.SECOND_DOCTOR, organization="Lakeside Cancer Center"
    )
    four.file.appointments.book(day="2026-03-12", contact_id=doctor.id)
    assert "1 of 4 have reached Lakeside Cancer Center." in visible_words(four.page)
    four.file.records.change(four.file.records.all()[1].id, status=RecordStatus.NOT_NEEDED)
    assert " of 3 have reached" in visible_words(four.page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_any_column_can_be_sorted_by_with_keys(four: RecordsDesk, key: Qt.Key) -> None:
    usual = four.names
    four.sort_by(Column.RECORD, key)
    assert four.names == ["Biopsy slides", "List of medicines", "MRI images", "Pathology report"]
    four.sort_by(Column.RECORD, key)
    assert four.names == ["Pathology report", "MRI images", "List of medicines", "Biopsy slides"]
    four.sort_by(Column.RECORD, key)
    assert four.names == usual
    for column in (Column.HELD_BY, Column.ASKED, Column.RECEIVED, Column.SENT, Column.CONFIRMED, Column.FILES):
        four.sort_by(column, key)
    four.sort_by(Column.ASKED, key)
    assert four.column(Column.ASKED) == ["Feb 20", "Feb 24", "Feb 24", "Not needed"]


def test_sorting_keeps_the_chosen_record(four: RecordsDesk) -> None:
    four.click("MRI images")
    four.sort_by(Column.RECORD)
    assert four.chosen == "MRI images"
    assert four.names[four.table.currentIndex().row()] == "MRI images"


def test_arrows_go_from_record_to_record_and_the_card_follows(four: RecordsDesk) -> None:
    four.table.setFocus()
    press(Qt.Key.Key_Home)
    for name in four.names:
        assert four.chosen == name
        press(Qt.Key.Key_Down)


def test_enter_goes_to_the_dates_of_the_record(four: RecordsDesk) -> None:
    four.click("MRI images")
    press(Qt.Key.Key_Return, on=four.table)
    assert focused() is four.form.editor("Asked for")


def test_tab_leaves_the_table(four: RecordsDesk) -> None:
    four.table.setFocus()
    press(Qt.Key.Key_Tab)
    assert four.page.card.isAncestorOf(focused())
    four.table.setFocus()
    press(Qt.Key.Key_Backtab)
    assert focused() is four.table.head


def test_where_there_is_little_room_three_columns_become_one(four: RecordsDesk, qtbot: QtBot) -> None:
    assert four.heads == ["Record", "Held by", "Asked for", "Received", "Sent on", "Confirmed", "Files"]
    four.page.resize(700, 900)
    qtbot.waitUntil(lambda: "Where it is" in four.heads)
    assert four.heads == ["Record", "Held by", "Where it is", "Confirmed", "Files"]
    where = dict(zip(four.names, four.column(Column.WHERE), strict=True))
    assert where["MRI images"] == "Asked for Feb 24"
    assert where["Biopsy slides"] == "Sent Feb 28"
    assert where["List of medicines"] == "To ask for"
    four.sort_by(Column.WHERE)


@pytest.mark.parametrize(("percent", "width"), [(100, 815), (100, 1032), (150, 1040), (200, 1366), (200, 960)])
def test_nothing_is_cut_at_any_size(look: Theme, file: OpenFile, qtbot: QtBot, percent: int, width: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    for words in NASTY.values():
        file.records.add(name=words, holder=words, asked_on="2026-02-24", note=words)
    desk = RecordsDesk(file, qtbot, width=width)
    for name in desk.names:
        desk.table.choose(desk.table.ids[desk.names.index(name)])
        assert does_not_fit(desk.page) == []
    head = desk.table.head
    assert head.length() <= desk.table.viewport().width()
    for column in (Column.CONFIRMED, Column.WHERE, Column.RECEIVED):
        if not head.isSectionHidden(column):
            assert head.sectionSize(column) >= desk.table.sizeHintForColumn(column)


def test_two_hundred_records_are_scrolled_in_the_table(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add_several({"name": f"Record {number:03}"} for number in range(200))
    desk = RecordsDesk(file, qtbot)
    assert len(desk.names) == 200
    assert desk.table.height() < desk.page.height() * 0.6
    desk.table.setFocus()
    press(Qt.Key.Key_End)
    last = desk.names[-1]
    assert desk.chosen == last
    rect = desk.table.visualRect(desk.table.currentIndex())
    assert desk.table.viewport().rect().contains(rect.center())


def test_a_search_result_is_chosen_and_in_sight(file: OpenFile, qtbot: QtBot, tmp_path: Path) -> None:
    records = file.records.add_several({"name": f"Record {number:03}"} for number in range(60))
    paper = tmp_path / "paper.pdf"
    paper.write_text("paper")
    attachment = file.attachments.attach("record", records[50].id, paper)
    desk = RecordsDesk(file, qtbot)
    desk.page.open_item("record", records[40].id)
    assert desk.chosen == "Record 040"
    assert focused() is desk.table
    desk.page.open_item("attachment", attachment.id)
    assert desk.chosen == "Record 050"
    assert desk.page.current_item() == records[50].id
    desk.page.open_item("record", "nothing of the kind")
    assert desk.chosen == "Record 050"


def test_names_get_their_room_when_the_window_grows_with_large_letters(
    file: OpenFile, qtbot: QtBot, look: Theme
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    file.records.add(name="Biopsy slides (8)", holder="Riverside Hospital", asked_on="2026-02-24")
    desk = RecordsDesk(file, qtbot)
    for width in (700, 1580):
        desk.page.resize(width, 700)
        QApplication.processEvents()
    assert desk.table.columnWidth(Column.RECORD) >= desk.table.sizeHintForColumn(Column.RECORD)
    assert desk.table.columnWidth(Column.HELD_BY) >= desk.table.sizeHintForColumn(Column.HELD_BY)


def test_a_long_name_is_whole_where_the_holders_leave_room(file: OpenFile, qtbot: QtBot) -> None:
    name = "Treatment plan you were offered"
    file.records.add(name=name)
    desk = RecordsDesk(file, qtbot)
    desk.page.resize(815, 600)
    QApplication.processEvents()
    wanted = desk.table.sizeHintForColumn(Column.RECORD)
    assert desk.table.columnWidth(Column.RECORD) >= wanted
    file.records.change(file.records.all()[0].id, holder="A department with quite a long name of its own")
    assert desk.table.columnWidth(Column.RECORD) >= 0.5 * desk.table.columnWidth(Column.HELD_BY)
