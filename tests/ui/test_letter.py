"""The request letter in its dialog: filled in, changed, seen, saved, and then the day is written down if one likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from secondopinion_desktop.model.choices import AskedHow, RecordStatus
from secondopinion_desktop.services.letterdraft import begun
from secondopinion_desktop.ui.dialogs.letter import LetterDialog
from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.files import new_file
from tests.helpers.forms import FormPage
from tests.helpers.hands import click, press
from tests.helpers.messages import FakeMessages
from tests.helpers.paper import words_of
from tests.helpers.stage import cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.theme import Theme


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[OpenFile]:
    assert a_tuesday
    opened = new_file(tmp_path)
    riverside = opened.contacts.add(name="Riverside Hospital", fax="555-0124")
    for name, kind in (("Pathology report", "R1"), ("Lab results", "R11"), ("Slides", "R2")):
        opened.records.add(name=name, kind=kind, holder_id=riverside.id)
    yield opened
    opened.close()


class LetterPage:
    """The dialog as a person uses it."""

    def __init__(self, file: OpenFile, qtbot: QtBot, about: str = "Pathology report") -> None:
        self.file, self.qtbot = file, qtbot
        self.messages = FakeMessages()
        qtbot.addWidget(self.messages._window)
        self.workers = Workers()
        self.dialog = LetterDialog(file, self.workers, self.messages, about=about and self.id(about))
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.form = FormPage(self.dialog, qtbot)
        self.later: list[LetterPage] = []

    def opened_again(self) -> LetterPage:
        """Return the dialog opened once more."""
        self.later.append(LetterPage(self.file, self.qtbot))
        return self.later[-1]

    def id(self, name: str) -> str:
        return next(record.id for record in self.file.records.all() if record.name == name)

    def words(self) -> str:
        """Return what stands on the page that is shown."""
        self.qtbot.waitUntil(lambda: self.dialog.shown_pages is not None, timeout=20_000)
        return self.dialog.preview.paper.accessibleDescription()

    def save(self, path: Path) -> str:
        """Save it; return its words."""
        self.words()
        self.messages.will_choose(path)
        click(self.dialog.save)
        self.qtbot.waitUntil(path.exists, timeout=20_000)
        return words_of(path.read_bytes())


@pytest.fixture
def page(file: OpenFile, qtbot: QtBot) -> Iterator[LetterPage]:
    made = LetterPage(file, qtbot)
    yield made
    made.dialog.close()
    made.workers.finish()


def test_the_letter_is_filled_in_from_the_file(page: LetterPage) -> None:
    assert page.form.shows("To which hospital, lab or office?") == "Riverside Hospital"
    assert page.form.shows("Their fax") == "555-0124"
    said = page.words()
    assert "Pathology report" in said
    assert "Lab results" in said
    assert "Slides" not in said


def test_every_change_shows_on_the_page(page: LetterPage) -> None:
    page.words()
    press(Qt.Key.Key_Space, on=page.dialog.choices.ticks[page.id("Lab results")].box)
    page.form.fill("Their address", "1 River Street")
    page.form.fill("You need it by", "Mar 9")
    page.form.tick("Name the right of access (United States law)")
    page.form.tick("Someone else signs for you")
    page.form.fill("Who signs", "Claire Doyle")
    said = page.words()
    assert "Lab results" not in said
    assert "164.524" not in said
    for words in ("1 River Street", "I need these by", "Mar 9, 2026", "Claire Doyle"):
        assert words in said, words


def test_another_kind_of_letter_asks_other_things(page: LetterPage) -> None:
    assert "Case number on the pathology report" not in page.form.words()
    page.form.choose("What do you ask for?", "Slides and tissue from a lab")
    press(Qt.Key.Key_Return)
    page.form.fill("Case number on the pathology report", "S26-114")
    assert "S26-114" in page.words()
    assert "Name the right of access" not in page.form.words()


def test_after_saving_one_may_write_down_the_day(page: LetterPage, tmp_path: Path) -> None:
    page.messages.will_answer(True)
    assert "Request for copies" in page.save(tmp_path / "letter.pdf")
    asked = page.file.records.get(page.id("Pathology report"))
    assert (asked.asked_on, asked.asked_how, asked.status) == ("2026-03-03", AskedHow.LETTER, RecordStatus.ASKED)
    assert page.file.records.get(page.id("Slides")).asked_on == ""
    assert page.messages.toasts[-1] == "Today is written down"


def test_not_yet_leaves_the_records_alone(page: LetterPage, tmp_path: Path) -> None:
    page.messages.will_answer(False)
    page.save(tmp_path / "letter.pdf")
    assert page.file.records.get(page.id("Pathology report")).asked_on == ""


@pytest.mark.parametrize("way", ["lock", "cancel", "kill"])
def test_a_letter_that_was_begun_stands_there_again(page: LetterPage, qtbot: QtBot, way: str) -> None:
    page.words()
    page.form.type("Their address", "1 River Street")
    press(Qt.Key.Key_Space, on=page.dialog.choices.ticks[page.id("Slides")].box)
    if way == "lock":
        assert page.dialog.flush()
    elif way == "cancel":
        click(page.dialog.cancel)
    else:  # half a second after the last key it is on the disk, whoever looks
        kept = partial(page.file.settings.get, f"letter_draft:{page.id('Pathology report')}")
        qtbot.waitUntil(lambda: "River" in kept(), timeout=2000)
    page.dialog.close()
    page.workers.finish()
    again = page.opened_again()
    assert "1 River Street" in again.words()
    assert again.form.shows("Their fax") == "555-0124"
    assert again.dialog.choices.ticks[page.id("Slides")].is_ticked()
    assert "What you wrote here last time is back." in again.form.words()
    click(again.dialog.choices.anew)
    assert again.form.shows("Their address") == ""
    assert not again.dialog.choices.ticks[page.id("Slides")].is_ticked()
    assert "last time" not in again.form.words()
    assert "River Street" not in again.words()
    again.dialog.close()
    again.workers.finish()


@pytest.mark.parametrize("how", ["the next one is due", "somebody else has it"])
def test_what_was_written_to_one_place_never_goes_to_another(file: OpenFile, qtbot: QtBot, how: str) -> None:
    about = "" if how == "the next one is due" else "Pathology report"
    page = LetterPage(file, qtbot, about)
    page.words()
    page.form.type("Their address", "1 River Street")
    assert page.dialog.flush()
    page.dialog.close()
    page.workers.finish()
    city = file.contacts.add(name="City Hospital", fax="555-0177")
    file.records.change(page.id("Pathology report"), holder_id=city.id)
    for name in ("Pathology report", "Lab results") if not about else ():
        file.records.change(page.id(name), status=RecordStatus.ARRIVED)
    again = LetterPage(file, qtbot, about)

    assert again.form.shows("Their address") == ""
    again.dialog.close()
    again.workers.finish()


def test_a_record_that_nobody_is_asked_for_any_more_is_in_no_letter(page: LetterPage) -> None:
    press(Qt.Key.Key_Space, on=page.dialog.choices.ticks[page.id("Slides")].box)
    page.file.records.change(page.id("Slides"), status=RecordStatus.NOT_NEEDED)
    again = page.opened_again()
    assert "Lab results" in again.words()
    assert "Slides" not in again.words()
    again.dialog.close()
    again.workers.finish()


def test_a_letter_begun_with_another_edition_of_the_program_starts_anew(file: OpenFile) -> None:
    fresh = file.letters.start()
    file.settings.set("letter_draft:", '{"kind": "by pigeon", "to_address": "1 River Street"}')
    assert begun(file.settings, "", fresh) == fresh
    file.settings.set("letter_draft:", '{"to_address": "1 River Street", "scent": "roses"}')
    assert begun(file.settings, "", fresh).to_address == "1 River Street"


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_beside_the_letter(page: LetterPage, qtbot: QtBot, look: Theme, percent: int) -> None:
    page.words()
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    qtbot.waitUntil(lambda: not cut_words(page.dialog.choices), timeout=3000)
