"""Records on their way: where to begin, the board, the call, what the clinic asks for, and what must come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from sqlalchemy import event

from secondopinion_desktop import guidance
from secondopinion_desktop.model.choices import AppointmentKind, CopyKind, RecordStatus
from secondopinion_desktop.ui.pages.records import RecordsPage
from secondopinion_desktop.ui.recordway.confirming import ConfirmDialog
from secondopinion_desktop.ui.theme import Colors, Look
from tests.helpers.forms import shown, visible_words
from tests.helpers.hands import CTRL, SHIFT, click, focused, press, write
from tests.helpers.messages import FakeMessages
from tests.helpers.records import RecordsDesk
from tests.helpers.stage import button, cut_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.records.board import RecordsBoard, RecordTile
    from secondopinion_desktop.ui.theme import Theme


def record(file: OpenFile, name: str) -> Record:
    return next(one for one in file.records.all() if one.name == name)


def book(file: OpenFile, **values: Any) -> None:
    okafor = file.contacts.add(name="Dr. Okafor", organization="Lakeside")
    file.appointments.book(kind=AppointmentKind.SECOND_OPINION, day="2026-03-12", contact_id=okafor.id, **values)


class Board(RecordsDesk):
    """The page with its board."""

    def __init__(self, file: OpenFile, qtbot: QtBot, width: int = 1100) -> None:
        super().__init__(file, qtbot, width)
        self.page.views.setFocus(Qt.FocusReason.TabFocusReason)
        press(Qt.Key.Key_Right, on=self.page.views)

    @property
    def board(self) -> RecordsBoard:
        assert self.page.board is not None
        return self.page.board

    def names_in(self, title: str) -> list[str]:
        column = next(one for one in (*self.board.columns, self.board.beside) if one.title.text() == title)
        return [tile.name.text() for tile in column.list.rows.values()]

    def tile(self, name: str) -> RecordTile:
        found = self.board.tile(record(self.file, name).id)
        assert found is not None
        return found


# Where to begin


def test_the_first_records_are_added_in_one_press_and_taken_back_in_one(file: OpenFile, qtbot: QtBot) -> None:
    desk = RecordsDesk(file, qtbot)
    assert "Where do I begin?" in visible_words(desk.page)
    click(desk.page.begin_button)
    assert {one.kind for one in file.records.all()} == {kind.id for kind in guidance.first_records()}
    assert all(one.must_have for one in file.records.all())
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert file.records.all() == []


def test_every_kind_of_the_list_says_who_has_it_and_how_to_ask(file: OpenFile) -> None:
    assert len(guidance.record_kinds()) == 30
    for kind in guidance.record_kinds():
        assert kind.plain
        assert kind.holder
        assert kind.asked
        assert kind.form


def test_must_have_records_are_counted_in_words_and_all_where_that_says_more(file: OpenFile, qtbot: QtBot) -> None:
    book(file)
    file.records.add(name="Pathology report", must_have=True, arrived_on="2026-03-01")
    file.records.add(name="Lab results", must_have=True)
    desk = RecordsDesk(file, qtbot)
    assert "1 of 2 must-have records have arrived at Lakeside." in visible_words(desk.page)
    assert "in all" not in visible_words(desk.page)
    file.records.add(name="Photo ID")
    assert "1 of 2 must-have records have arrived at Lakeside. 1 of 3 in all." in visible_words(desk.page)


def test_what_the_second_clinic_asks_for_stands_on_top(file: OpenFile, qtbot: QtBot) -> None:
    book(file, records_wanted="Slides by courier", records_needed_by="2026-03-09", intake_contact="Nadia")
    desk = RecordsDesk(file, qtbot)
    said = visible_words(desk.page)
    assert "Lakeside asks for: Slides by courier" in said
    assert "Needed by Mar 9. Ask for Nadia" in said
    opened = []
    desk.page.open_requested.connect(lambda *wish: opened.append(wish))
    click(desk.page.wanted.button)
    assert opened == [("appointment", file.appointments.all()[0].id)]


def test_a_visit_without_a_list_says_what_to_ask(file: OpenFile, qtbot: QtBot) -> None:
    book(file)
    said = visible_words(RecordsDesk(file, qtbot).page)
    assert "Ask Lakeside which records they want, in what form, and by what day." in said


# The board


def test_the_board_shows_each_record_where_it_is(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report", asked_on="2026-02-24")
    file.records.add(name="Slides", sent_on="2026-02-28")
    file.records.add(name="Gene tests", status=RecordStatus.NOT_NEEDED)
    desk = Board(file, qtbot)
    assert not desk.table.isVisible()
    assert desk.names_in("Asked for") == ["Report"]
    assert desk.names_in("Sent") == ["Slides"]
    assert desk.names_in("Problem, or not needed") == ["Gene tests"]


def test_the_board_is_still_there_next_time(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report")
    Board(file, qtbot)
    again = RecordsDesk(file, qtbot)
    assert again.page.board is not None
    assert again.page.board.isVisible()


def test_keys_move_a_record_on_and_its_day_is_today(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report")
    desk = Board(file, qtbot)
    desk.tile("Report").opener.setFocus()
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    assert record(file, "Report").asked_on == "2026-03-03"
    assert desk.names_in("Asked for") == ["Report"]
    assert focused() is desk.tile("Report").opener
    press(Qt.Key.Key_Left, CTRL | SHIFT)
    assert record(file, "Report").asked_on == ""
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert record(file, "Report").asked_on == "2026-03-03"


def test_buttons_move_a_record_and_say_where_to(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Slides", sent_on="2026-02-28")
    desk = Board(file, qtbot)
    assert desk.tile("Slides").on.accessibleName() == "Move Slides to “Arrived”"
    click(desk.tile("Slides").on)
    assert record(file, "Slides").status is RecordStatus.ARRIVED
    assert not desk.tile("Slides").on.isEnabled()


def test_a_tile_opens_the_card_below(file: OpenFile, qtbot: QtBot) -> None:
    for name in ("Report", "Slides"):
        file.records.add(name=name)
    desk = Board(file, qtbot)
    desk.tile("Slides").opener.setFocus()
    press(Qt.Key.Key_Return)
    assert desk.chosen == "Slides"
    assert desk.page.current_item() == record(file, "Slides").id


@pytest.mark.parametrize(("width", "percent"), [(815, 100), (1366, 200), (500, 100)])
def test_nothing_is_cut_on_the_board(file: OpenFile, qtbot: QtBot, look: Theme, width: int, percent: int) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    file.records.add(name="Pathology report of the biopsy of the left breast", holder="Riverside Hospital, Pathology")
    file.records.add(name="MRI images", asked_on="2026-02-24")
    desk = Board(file, qtbot, width)
    qtbot.waitUntil(lambda: not cut_words(desk.board), timeout=3000)
    assert cut_words(desk.board) == []


# On the phone


def test_on_the_phone_what_they_have_is_ticked_and_who_said_so_is_kept(file: OpenFile, qtbot: QtBot) -> None:
    book(file, intake_contact="Nadia Bell, 555-0179")
    for name in ("Report", "Slides", "Scans"):
        file.records.add(name=name, sent_on="2026-02-28", tracking="7741")
    file.records.add(name="Lab results")
    desk = RecordsDesk(file, qtbot)

    def call(dialog: QDialog) -> None:
        told = cast("ConfirmDialog", dialog)
        assert told.who.editor.text() == "Nadia Bell"
        assert "tracking 7741" in visible_words(told)
        assert len(told.ticks) == 3
        for name in ("Report", "Scans"):
            press(Qt.Key.Key_Space, on=told.ticks[record(file, name).id].box)
        click(told.save_button)

    desk.messages.will_meet(call)
    click(desk.page.call_button)
    assert record(file, "Report").status is RecordStatus.ARRIVED
    assert (record(file, "Scans").arrived_on, record(file, "Scans").confirmed_by) == ("2026-03-03", "Nadia Bell")
    assert record(file, "Slides").status is RecordStatus.SENT
    assert desk.messages.toasts == ["2 records confirmed"]
    assert desk.messages.undo is not None
    desk.messages.undo()
    assert record(file, "Report").status is RecordStatus.SENT


def test_ticks_of_a_call_are_kept_when_the_file_is_locked(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report", sent_on="2026-02-28")
    dialog = ConfirmDialog(file, "")
    qtbot.addWidget(dialog)
    dialog.ticks[record(file, "Report").id].set_ticked(ticked=True)
    dialog.flush()
    assert record(file, "Report").status is RecordStatus.ARRIVED


def test_the_name_of_who_told_it_is_not_thrown_away_by_a_key_while_nothing_is_ticked(
    file: OpenFile, qtbot: QtBot
) -> None:
    file.records.add(name="Report", sent_on="2026-02-28")
    dialog = ConfirmDialog(file, "")
    shown(dialog, qtbot)
    write("Nadia", dialog.who.editor)
    press(Qt.Key.Key_Escape, on=dialog.who.editor)
    assert dialog.isVisible()
    click(dialog.save_button)
    assert dialog.isVisible()
    assert "Tick what they have" in visible_words(dialog)
    assert dialog.who.editor.text() == "Nadia"
    dialog.ticks[record(file, "Report").id].set_ticked(ticked=True)
    click(dialog.save_button)
    assert record(file, "Report").confirmed_by == "Nadia"


# The card


def test_another_kind_of_copy_than_was_needed_is_said_calmly(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="CT of the chest", wanted=CopyKind.PICTURES, came=CopyKind.REPORT)
    said = visible_words(RecordsDesk(file, qtbot).page.card)
    assert "You need: the pictures themselves. What came: the written report." in said


def test_slides_that_must_come_back_are_waited_for_until_they_came_back(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Slides", kind="R2", arrived_on="2026-03-01")
    desk = RecordsDesk(file, qtbot)
    assert "These are lent." in visible_words(desk.page.card)
    file.records.change(record(file, "Slides").id, return_by="2026-04-01")
    assert desk.page.card.chip.text() == "To come back"
    assert desk.page.card.mark_button.words == "Mark as come back today"
    click(desk.page.card.mark_button)
    assert record(file, "Slides").returned_on == "2026-03-03"
    assert desk.page.card.chip.text() == "Came back"


def test_the_card_leads_to_the_letter_and_to_the_holder(file: OpenFile, qtbot: QtBot) -> None:
    riverside = file.contacts.add(name="Riverside Hospital", phone="555-0120")
    file.records.add(name="Report", holder_id=riverside.id)
    desk = RecordsDesk(file, qtbot)
    opened = []
    desk.page.open_requested.connect(lambda *wish: opened.append(wish))
    click(button(desk.page.card, "Request letter"))
    click(desk.page.card.holder_button)
    click(button(desk.page, "Print request letter"))
    letter = ("command", f"letter:{record(file, 'Report').id}")
    assert opened == [letter, ("contact", riverside.id), letter]


def test_every_field_of_a_record_can_be_filled_in(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report")
    desk = RecordsDesk(file, qtbot)
    click(button(desk.page.card, "More details"))
    for label, text in (
        ("Whom to ask there", "Ann"),
        ("They got your request on", "Mar 1"),
        ("Promised for", "Mar 8"),
        ("Tracking number", "7741-0923"),
        ("Who confirmed it", "Nadia"),
        ("What it cost", "$10"),
        ("Must be back by", "Apr 1"),
    ):
        desk.form.fill(label, text)
    desk.form.choose("What you need", "The slides themselves")
    press(Qt.Key.Key_Return)
    desk.form.tick("The second doctor must have it")
    kept = record(file, "Report")
    assert (kept.holder_contact, kept.received_by_holder_on, kept.promised_by) == ("Ann", "2026-03-01", "2026-03-08")
    assert (kept.tracking, kept.confirmed_by, kept.cost) == ("7741-0923", "Nadia", "$10")
    assert (kept.return_by, kept.wanted, kept.must_have) == ("2026-04-01", CopyKind.SLIDES, True)


def test_a_step_that_is_earlier_than_the_one_before_it_is_asked_about(file: OpenFile, qtbot: QtBot) -> None:
    file.records.add(name="Report", asked_on="2026-02-24", received_on="2026-02-20")
    desk = RecordsDesk(file, qtbot)
    assert "earlier than the step before it" in visible_words(desk.page)
    file.records.change(record(file, "Report").id, received_on="2026-02-26")
    assert "earlier than the step before it" not in visible_words(desk.page)


def test_nobody_is_asked_to_call_before_anything_is_on_its_way(file: OpenFile, qtbot: QtBot) -> None:
    report = file.records.add(name="Report")
    desk = RecordsDesk(file, qtbot)
    assert not desk.page.call_button.isVisible()
    file.records.change(report.id, sent_on="2026-02-28", status=RecordStatus.SENT)
    assert desk.page.call_button.isVisible()


# Many


def test_two_hundred_records_take_no_more_questions_to_the_file_than_two(file: OpenFile, qtbot: QtBot) -> None:
    book(file)
    file.records.add_several({"name": f"Record {number}", "must_have": True} for number in range(2))
    few = asked_by_page(file, qtbot)
    file.records.add_several({"name": f"Scan {number}", "asked_on": "2026-02-01"} for number in range(198))
    assert asked_by_page(file, qtbot) == few


def asked_by_page(file: OpenFile, qtbot: QtBot) -> int:
    """Return how many statements making and showing the page takes."""
    statements: list[str] = []

    def note(*about: object) -> None:
        statements.append(str(about[2]))

    engine = file.store.database._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        messages = FakeMessages()
        qtbot.addWidget(messages._window)
        page = RecordsPage(file, messages)
        qtbot.addWidget(page)
        page.show()
        QApplication.sendPostedEvents()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(statements)
