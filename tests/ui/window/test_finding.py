"""Find in this file leads to the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.helpers.hands import CTRL, focused, press, write

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from tests.helpers.window import Window


def test_what_is_found_opens_where_it_is(window: Window, file: OpenFile) -> None:
    file.records.add(name="Pathology report")
    window.keys(Qt.Key.Key_F, CTRL)
    assert focused() is window.view.topbar.finder
    write("pathology rep")
    press(Qt.Key.Key_Return)
    assert window.title == "Records"
    assert [kind for kind, _item in window.page.opened] == ["record"]


def test_found_things_can_be_chosen_with_the_arrows(window: Window, file: OpenFile) -> None:
    file.records.add(name="Zebra one")
    file.records.add(name="Zebra two")
    window.keys(Qt.Key.Key_F, CTRL)
    write("zebra")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert window.title == "Records"


def test_nothing_found_is_said(window: Window) -> None:
    window.keys(Qt.Key.Key_F, CTRL)
    write("qqqq")
    assert window.says("Nothing found. Fewer letters find more.")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert window.area() == "page"
    assert not window.says("Nothing found. Fewer letters find more.")
