"""Tab goes through the whole window and around, and nothing is harmed by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton

from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.editor.editor import NoteEditor
from secondopinion_desktop.ui.forms.specs import WRITER
from secondopinion_desktop.ui.widgets import Button
from tests.helpers.forms import shown
from tests.helpers.hands import focused, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.helpers.window import Window


def _go_round(window: Window) -> list[str]:
    start, names = focused(), []
    for _turn in range(40):
        window.keys(Qt.Key.Key_Tab)
        if focused() is start:
            break
        names.append(focused().accessibleName())
    assert focused() is start
    return names


def test_tab_leads_around_through_all_areas(window: Window) -> None:
    window.page.field.setFocus()
    names = _go_round(window)
    for name in ("Hide people and insurance", "Add insurance", "Steps", "Sections", "Find in this file", "Print list"):
        assert name in names


def test_a_note_lives_on_when_buttons_that_tab_went_over_are_gone(window: Window) -> None:
    editor = NoteEditor()
    passed_by = QPushButton("Gone soon")
    for widget in (passed_by, editor):
        window.page.body.addWidget(widget)
    document = editor.document()
    window.page.field.setFocus()
    _go_round(window)
    passed_by.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert shiboken6.isValid(document)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    dialog = RowDialog("Who is writing?", WRITER, {"name": "Anna"}, _must_not_save)
    shown(dialog, qtbot)
    cancel = next(button for button in dialog.findChildren(Button) if button.words == "Cancel")
    cancel.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert dialog.result() == RowDialog.DialogCode.Rejected


def _must_not_save(**_values: object) -> None:
    raise AssertionError
