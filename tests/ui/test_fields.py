"""Fields say what they are for, what is wrong, and grow with what is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QCompleter, QWidget

from secondopinion_desktop.base import clock
from secondopinion_desktop.ui.theme import Colors, Look
from secondopinion_desktop.ui.widgets import (
    ComboField,
    DateField,
    GrowingText,
    LineField,
    SearchEdit,
    TextField,
)
from tests.helpers.hands import click, focused, press, write

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme


Show = Callable[..., QWidget]


def test_a_field_has_a_label_a_name_and_its_help(show: Show) -> None:
    field = LineField("Member number", help_text="It stands on the card.", needed=True)
    show(field)
    assert field.label.buddy() is field.editor
    assert field.label.text() == "Member number (needed)"
    assert field.editor.accessibleName() == "Member number (needed)"
    assert field.editor.accessibleDescription() == "It stands on the card."
    assert field.label.geometry().bottom() < field.editor.geometry().top()


def test_an_error_stands_beside_the_field_and_goes_again(show: Show, look: Theme) -> None:
    field = LineField("Date", help_text="Such as Mar 12.")
    show(field)
    usual = field.sizeHint().height()
    field.set_error("Is that December 13?")
    assert field.error == "Is that December 13?"
    assert field.editor.accessibleDescription() == "Is that December 13? Such as Mar 12."
    assert field.sizeHint().height() > usual
    picture = field.editor.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 0).name().upper() == look.tokens.error_line
    field.clear_error()
    assert field.error == ""
    assert field.editor.accessibleDescription() == "Such as Mar 12."
    assert field.sizeHint().height() == usual


def test_the_wheel_over_a_choice_scrolls_the_page_and_changes_nothing(show: Show) -> None:
    field = ComboField("What is it?", (("visit", "Visit"), ("call", "Phone call")))
    show(field)
    field.editor.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.editor, wheel)
    assert field.editor.key() == "visit"
    field.editor.show_key("call")
    assert field.editor.currentText() == "Phone call"
    field.editor.show_key("unknown")
    assert field.editor.key() == ""


@pytest.mark.parametrize("percent", [100, 200])
def test_a_text_grows_until_every_line_is_seen_and_shrinks_again(
    show: Show, look: Theme, qtbot: QtBot, percent: int
) -> None:
    look.set_look(Look(Colors.LIGHT, text_percent=percent))
    text = GrowingText("", "Write the answer here")
    show(text)
    low = text.height()
    assert low >= 2 * text.fontMetrics().lineSpacing()
    text.setFocus()
    write("It has not been seen in the lymph nodes on the scan. " * 8)
    qtbot.waitUntil(lambda: text.height() > 2 * low)
    last = text.cursorRect().bottom()
    assert last <= text.viewport().height()
    assert text.verticalScrollBar().maximum() == 0
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: text.height() == low)


def test_tab_leaves_a_text(show: Show) -> None:
    text, line = TextField("Answer"), LineField("Next")
    show(text, line)
    text.editor.setFocus()
    left: list[bool] = []
    text.editor.left.connect(lambda: left.append(True))
    press(Qt.Key.Key_Tab)
    assert focused() is line.editor
    assert left == [True]


def test_loading_a_text_is_not_editing_it(show: Show) -> None:
    text = GrowingText()
    show(text)
    edits: list[str] = []
    text.edited.connect(lambda: edits.append(text.toPlainText()))
    text.show_text("Stage II")
    assert edits == []
    text.setFocus()
    write("!")
    assert edits == ["!Stage II"]


def _word(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"


def _read(words: str) -> date | None:
    return date(2026, 3, 12) if words == "Mar 12, 2026" else None


def _date_field(show: Show) -> DateField:
    field = DateField("Date", _word, _read)
    show(field)
    return field


def test_a_day_can_be_pointed_at(show: Show, a_tuesday: datetime) -> None:
    field = _date_field(show)
    edits: list[str] = []
    field.editor.textEdited.connect(edits.append)
    click(field.editor.opener)
    calendar = field.editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.selectedDate().toPython() == clock.today()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert field.editor.text() == "Mar 4, 2026"
    assert edits == ["Mar 4, 2026"]
    assert not calendar.isVisible()


def test_the_calendar_opens_at_the_day_written(show: Show) -> None:
    field = _date_field(show)
    field.editor.setFocus()
    write("Mar 12, 2026")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.editor.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toPython() == date(2026, 3, 12)
    press(Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert field.editor.text() == "Mar 12, 2026"


def test_escape_empties_a_search_first_and_leaves_it_second(show: Show, qtbot: QtBot) -> None:
    search = SearchEdit("Find a person", "Find a person")
    show(search)
    search.setFocus()
    write("Rao")
    with qtbot.assertNotEmitted(search.left):
        press(Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(search.left):
        press(Qt.Key.Key_Escape)


def test_a_list_of_choices_hangs_below_its_box_with_all_of_them_in_sight(show: Show) -> None:
    field = ComboField("What is it?", tuple((str(number), f"Choice {number}") for number in range(7)))
    show(field)
    field.editor.showPopup()
    view = field.editor.view()
    assert view.mapToGlobal(QPoint()).y() >= field.editor.mapToGlobal(QPoint(0, field.editor.height())).y() - 1
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().height() >= 7 * view.sizeHintForRow(0)
    field.editor.hidePopup()


@pytest.mark.parametrize("colors", [Colors.LIGHT, Colors.DARK])
def test_names_offered_while_one_types_stand_on_a_ground_of_their_own(show: Show, look: Theme, colors: Colors) -> None:
    look.set_look(Look(colors))
    field = LineField("With")
    completer = QCompleter(["Dr. Lee"], field.editor)
    field.editor.setCompleter(completer)
    show(field)
    field.editor.setFocus()
    write("Dr")
    offered = completer.popup()
    assert offered is not None
    assert offered.isVisible()
    picture = QImage(offered.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    offered.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)  # nothing is painted for it
    assert picture.pixelColor(picture.width() - 4, picture.height() - 4).name().upper() == look.tokens.card
    assert offered.sizeHintForRow(0) >= 32
    offered.hide()
