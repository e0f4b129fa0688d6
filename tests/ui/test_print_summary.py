"""Print or save summary: what is chosen is seen, and what is seen is saved and printed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from secondopinion_desktop.base import i18n
from secondopinion_desktop.services.packets import MadeFor, Part
from secondopinion_desktop.ui.dialogs.print_summary import PrintSummary
from secondopinion_desktop.ui.theme import Colors, Look, Theme
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.files import new_file
from tests.helpers.hands import press
from tests.helpers.messages import FakeMessages
from tests.helpers.paper import words_of
from tests.helpers.summary import SummaryPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    opened = new_file(tmp_path)
    for number in range(1, 13):
        opened.questions.ask(f"Question number {number}?")
    opened.insurance.save_plan(1, carrier="Blue Ridge Health", member_id="BR 4410 0872 01")
    opened.notes.add(title="Phone call", day="2026-02-27")
    yield opened
    opened.close()


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    assert made.finish()


@pytest.fixture
def messages(qtbot: QtBot) -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def page(file: OpenFile, workers: Workers, messages: FakeMessages, qtbot: QtBot) -> Iterator[SummaryPage]:
    dialog = PrintSummary(file, workers, messages)
    qtbot.addWidget(dialog)
    shown = SummaryPage(dialog, qtbot)
    shown.wait_for_pages()
    yield shown
    dialog.reject()


def test_the_pages_for_a_doctor_are_shown_at_once(page: SummaryPage) -> None:
    assert page.place.startswith("Page 1 of ")
    assert "Second opinion summary" in page.words
    assert Part.INSURANCE not in page.ticked()


def test_the_brief_is_one_page_with_nothing_to_choose_but_the_birth_date(page: SummaryPage) -> None:
    page.choose_reader(MadeFor.BRIEF)
    page.wait_for_pages()
    assert page.place == "Page 1 of 1"
    assert "My one big question" in page.words
    choices = page.dialog.choices
    assert not any(row.isVisible() for row in (*choices.parts.values(), choices.print_size, choices.too_long))
    assert choices.birth_date.isVisible()
    page.choose_reader(MadeFor.DOCTOR)
    assert all(row.isVisible() for row in (*choices.parts.values(), choices.print_size))


def test_the_dialog_says_which_part_of_the_brief_is_too_long(page: SummaryPage, file: OpenFile) -> None:
    file.people.change_situation(decision_text="Surgery first, or medicine first? " * 150)
    page.choose_reader(MadeFor.BRIEF)
    page.wait_for_pages()
    assert page.dialog.choices.too_long.text() == ("Too long for one page: My one big question. The rest is on page 2.")
    assert page.dialog.choices.too_long.isVisible()
    assert "See page 2" in page.words
    page.next_page()
    assert page.words.startswith("My one big question")


def test_a_short_copy_for_the_family_is_one_tick(page: SummaryPage) -> None:
    page.choose_reader(MadeFor.FAMILY)
    page.tick_row(page.dialog.choices.short)
    assert page.ticked() == {Part.DATES, Part.NEXT, Part.PEOPLE}
    page.tick_row(page.dialog.choices.short)
    assert Part.QUESTIONS in page.ticked()
    page.choose_reader(MadeFor.DOCTOR)
    assert not page.dialog.choices.short.isVisible()


def test_choosing_a_reader_ticks_what_that_reader_needs_and_shows_it(page: SummaryPage) -> None:
    page.choose_reader(MadeFor.FAMILY)
    assert Part.INSURANCE in page.ticked()
    page.choose_reader(MadeFor.EVERYTHING)
    assert page.ticked() == set(Part)
    page.wait_for_pages()
    assert "Born" in page.words


def test_a_part_that_is_unticked_leaves_the_pages(page: SummaryPage) -> None:
    assert "Dates that matter" in page.words
    page.tick(Part.DATES)
    page.wait_for_pages()
    assert "Dates that matter" not in page.words


def test_private_notes_and_card_numbers_are_offered_under_their_part_and_are_off(page: SummaryPage) -> None:
    choices = page.dialog.choices
    assert not choices.private_notes.isVisible()
    page.tick(Part.NOTES)
    page.tick(Part.INSURANCE)
    assert choices.private_notes.isVisible()
    assert not choices.private_notes.is_ticked()
    assert not choices.whole_member_id.is_ticked()
    page.tick_row(choices.whole_member_id)
    assert choices.choice.whole_member_id


def test_the_list_says_how_many_notes_there_are(page: SummaryPage) -> None:
    assert page.dialog.choices.parts[Part.NOTES].words.text() == "All my notes (1)"


def test_pages_turn_by_button_and_by_key_and_stop_at_the_ends(page: SummaryPage) -> None:
    page.choose_reader(MadeFor.EVERYTHING)
    page.choose_size("large")
    page.wait_for_pages()
    first, count = page.place, int(page.place.split()[-1])
    assert count > 2
    page.next_page()
    assert page.place == f"Page 2 of {count}"
    page.press_on_page(Qt.Key.Key_PageDown)
    assert page.place == f"Page 3 of {count}"
    page.press_on_page(Qt.Key.Key_PageUp)
    page.page_before()
    page.press_on_page(Qt.Key.Key_PageUp)
    assert page.place == first
    assert not page.dialog.preview.back.isEnabled()


def test_looking_closer_makes_the_page_wider_and_again_whole(page: SummaryPage) -> None:
    whole = page.page_width
    page.look_closer()
    assert page.page_width > whole * 1.2
    page.look_closer()
    assert page.page_width == whole


def test_pages_that_take_long_are_announced(page: SummaryPage, workers: Workers, qtbot: QtBot) -> None:
    let_go = threading.Event()
    for _thread in range(2):
        workers.start(let_go.wait, bool)  # no thread is free
    page.tick(Part.DATES)
    qtbot.waitUntil(page.dialog.preview.words.isVisible, timeout=10_000)
    assert page.dialog.preview.words.text() == "Making pages…"
    let_go.set()
    page.wait_for_pages()
    assert not page.dialog.preview.words.isVisible()


def test_large_print_makes_more_pages(page: SummaryPage) -> None:
    before = int(page.place.split()[-1])
    page.choose_size("large")
    page.wait_for_pages()
    assert int(page.place.split()[-1]) > before


def test_the_page_has_the_shape_of_the_paper(page: SummaryPage) -> None:
    paper = page.dialog.preview.paper
    assert paper.height() / paper.width() == pytest.approx(11 / 8.5, abs=0.01)
    page.choose_paper("a4")
    page.wait_for_pages()
    assert paper.height() / paper.width() == pytest.approx(297 / 210, abs=0.01)


def test_the_paper_is_the_one_of_the_country(
    file: OpenFile, workers: Workers, messages: FakeMessages, qtbot: QtBot
) -> None:
    i18n.use_language("en_GB")
    dialog = PrintSummary(file, workers, messages)
    qtbot.addWidget(dialog)
    assert dialog.choices.paper.editor.key() == "a4"
    dialog.reject()


def test_saving_writes_exactly_the_pages_that_were_seen(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path
) -> None:
    target = tmp_path / "for Dr. Okafor.pdf"
    messages.will_choose(target)
    seen = page.words.split()
    page.save()
    assert page.dialog.result() == QDialog.DialogCode.Accepted
    assert messages.toasts == ["Saved as for Dr. Okafor.pdf"]
    first = pypdfium2.PdfDocument(target.read_bytes())[0].get_textpage().get_text_bounded().split()
    assert first == seen


def test_saving_at_once_after_a_change_saves_the_change(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "summary.pdf"
    messages.will_choose(target)
    page.tick(Part.INSURANCE)
    page.save()
    qtbot.waitUntil(target.exists, timeout=30_000)
    assert "Blue Ridge Health" in words_of(target.read_bytes())


def test_a_name_without_ending_gets_one_and_never_replaces_another_file(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path
) -> None:
    (tmp_path / "summary.pdf").write_bytes(b"something else")
    messages.will_choose(tmp_path / "summary")
    page.save()
    assert (tmp_path / "summary.pdf").read_bytes() == b"something else"
    assert messages.told == [
        "There is already a file with this name. Choose another name. The file that is there was left as it is."
    ]
    assert page.dialog.isVisible()


def test_changing_ones_mind_about_saving_leaves_the_dialog_as_it_is(page: SummaryPage, messages: FakeMessages) -> None:
    messages.will_choose(None)
    page.save()
    assert page.dialog.isVisible()
    assert messages.toasts == []


def test_a_place_that_cannot_be_written_to_is_said_calmly(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path
) -> None:
    messages.will_choose(tmp_path / "gone" / "summary.pdf")
    page.save()
    assert len(messages.told) == 1
    assert page.dialog.isVisible()


def test_without_a_printer_saving_is_offered_instead(
    page: SummaryPage, messages: FakeMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondopinion_desktop.ui.printing.QPrinterInfo.availablePrinterNames", staticmethod(list))
    page.print()
    assert messages.told == [
        "No printer is set up on this computer. You can save a PDF, and print it on another computer."
    ]
    assert page.dialog.isVisible()


def test_printing_sends_the_pages_that_were_seen(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A printer that writes to a file stands in for one on the desk."""
    target = tmp_path / "printed.pdf"
    monkeypatch.setattr(
        "secondopinion_desktop.ui.printing.QPrinterInfo.availablePrinterNames", staticmethod(lambda: ["Desk"])
    )
    count = int(page.place.split()[-1])

    def choose_printer(dialog: QDialog) -> None:
        dialog.accept()
        printer = dialog.printer()  # type: ignore[attr-defined]
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))

    messages.will_meet(choose_printer)
    page.print()
    assert page.dialog.result() == QDialog.DialogCode.Accepted
    qtbot.waitUntil(lambda: messages.toasts == ["Sent to the printer"], timeout=60_000)
    assert len(pypdfium2.PdfDocument(target.read_bytes())) == count


def test_printing_to_a_file_never_takes_the_place_of_notes(
    page: SummaryPage, messages: FakeMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = tmp_path / "Maria.secondopinion"
    notes.write_bytes(b"the notes of somebody")
    monkeypatch.setattr(
        "secondopinion_desktop.ui.printing.QPrinterInfo.availablePrinterNames", staticmethod(lambda: ["Desk"])
    )

    def choose_file(dialog: QDialog) -> None:
        dialog.accept()
        dialog.printer().setOutputFileName(str(notes))  # type: ignore[attr-defined]

    messages.will_meet(choose_file)
    page.print()
    assert messages.told[0].startswith("This name belongs to a Second Opinion file.")
    assert page.dialog.isVisible()
    assert notes.read_bytes() == b"the notes of somebody"


def test_all_of_it_can_be_reached_by_keys_and_escape_leaves(page: SummaryPage) -> None:
    page.dialog.choices.made_for.editor.setFocus()
    met = set()
    for _step in range(40):
        met.add(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    dialog = page.dialog
    for widget in (dialog.choices.paper.editor, dialog.preview.paper, dialog.cancel, dialog.save, dialog.print):
        assert widget in met
    press(Qt.Key.Key_Escape, on=dialog)
    assert not dialog.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_words_are_cut_at_any_size_of_text(
    file: OpenFile, workers: Workers, messages: FakeMessages, qtbot: QtBot, look: Theme, percent: int
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    dialog = PrintSummary(file, workers, messages)
    qtbot.addWidget(dialog)
    shown = SummaryPage(dialog, qtbot)
    dialog.resize(1318, 644)
    choices = dialog.choices
    assert choices.content.width() <= choices.viewport().width()
    for button in (dialog.cancel, dialog.save, dialog.print):
        assert button.width() >= button.minimumSizeHint().width()
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
    shown.wait_for_pages()
    dialog.reject()


def test_a_dialog_that_is_closed_early_leaves_nothing_behind(
    file: OpenFile, workers: Workers, messages: FakeMessages, qtbot: QtBot
) -> None:
    dialog = PrintSummary(file, workers, messages)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    qtbot.waitUntil(lambda: not workers.is_busy, timeout=30_000)
    assert dialog.shown_pages is None


def test_the_questions_sheet_of_any_visit_can_be_chosen(file: OpenFile, page: SummaryPage) -> None:
    choices = page.dialog.choices
    assert not choices.visit.isVisible()
    page.choose_reader(MadeFor.VISIT)
    page.wait_for_pages()
    assert "To the doctor: please look at this list with me" in page.words
    assert choices.visit.isVisible()
    assert not choices.parts[Part.INSURANCE].isVisible()
    assert not choices.if_i_wait.isVisible()
    page.tick_row(choices.each_choice)
    page.tick_row(choices.if_i_wait)
    page.wait_for_pages()
    page.next_page()
    assert "If I wait, or have no treatment for now" in " ".join(page.words.split())
    page.choose_reader(MadeFor.DOCTOR)
    page.wait_for_pages()
    assert choices.parts[Part.INSURANCE].isVisible()


def test_printing_from_a_visit_begins_with_its_sheet(
    file: OpenFile, workers: Workers, messages: FakeMessages, qtbot: QtBot
) -> None:
    visit = file.appointments.book(day="2026-02-17", title="First opinion")
    file.appointments.book(day="2026-03-12", title="Second opinion")
    file.questions.ask_at(visit.id, "What stage?")
    dialog = PrintSummary(file, workers, messages, visit_id=visit.id)
    qtbot.addWidget(dialog)
    page = SummaryPage(dialog, qtbot)
    page.wait_for_pages()
    assert "My questions for First opinion" in page.words
    assert "What stage?" in page.words
    dialog.reject()
