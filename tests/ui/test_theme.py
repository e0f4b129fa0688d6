"""Colours, letters and text size change at once, everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.ui.theme import Colors, Letters, Look, icon, pixmap
from secondopinion_desktop.ui.theme.palette import tokens_of
from secondopinion_desktop.ui.theme.tokens import contrast
from secondopinion_desktop.ui.widgets import Box, Button, Chip, Column, IconLabel, PlainLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.ui.theme import Theme


def test_dark_colors_reach_windows_and_icons(look: Theme, qtbot: QtBot) -> None:
    button = Button("Print", icon_name="printer")
    qtbot.addWidget(button)
    button.show()
    light = button.grab().toImage()
    look.set_look(Look(Colors.DARK))
    dark = button.grab().toImage()
    assert light.pixelColor(4, 18).lightness() > 200
    assert dark.pixelColor(4, 18).lightness() < 100
    ink = icon("printer").pixmap(24, 24).toImage()
    assert max(ink.pixelColor(x, 12).lightness() for x in range(24) if ink.pixelColor(x, 12).alpha()) > 200


def test_larger_text_makes_buttons_larger(look: Theme, qtbot: QtBot) -> None:
    button = Button("Print")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    assert before.height() >= 36
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert button.sizeHint().height() > before.height() * 1.4
    assert button.sizeHint().width() > before.width() * 1.6


def test_larger_text_gives_more_room_and_larger_icons_to_what_is_there_and_forgets_what_is_not(
    look: Theme, qtbot: QtBot
) -> None:
    box, icon = Box(), IconLabel("heart", size=20)
    qtbot.addWidget(box)
    column, gone = Column(box, gap=10, margins=(0, 8, 0, 0)), Column(gap=10)
    column.addWidget(icon)
    shiboken6.delete(gone)
    look.set_look(Look(Colors.LIGHT, text_percent=200))
    assert (column.spacing(), column.contentsMargins().top()) == (look.px(10), look.px(8)) > (10, 8)
    assert icon.size() == QSize(40, 40)


def test_text_grows_in_six_steps_and_stays_in_them() -> None:
    look = Look()
    sizes = [look.text_percent]
    while look.larger() != look.text_percent:
        look = Look(text_percent=look.larger())
        sizes.append(look.text_percent)
    assert sizes == [100, 110, 125, 150, 175, 200]
    assert look.larger() == 200
    assert Look(text_percent=110).smaller() == 100
    assert Look().smaller() == 100


@pytest.mark.parametrize(
    ("letters", "family"),
    [(Letters.STANDARD, "Source Sans 3"), (Letters.CLEAR, "Atkinson Hyperlegible Next")],
)
def test_the_letters_chosen_are_shown(look: Theme, qtbot: QtBot, letters: Letters, family: str) -> None:
    look.set_look(Look(Colors.LIGHT, letters))
    label = PlainLabel("Dr. Rao", "card-title")
    qtbot.addWidget(label)
    label.show()
    assert label.fontInfo().family() == family
    assert label.fontInfo().weight() == 600


def test_every_bundled_typeface_comes_with_its_license() -> None:
    faces = {path.name.partition("-")[0] for path in resource("fonts").glob("*.ttf")}
    assert faces
    for face in faces:
        assert "SIL Open Font License" in resource("fonts", f"{face}-OFL.txt").read_text(encoding="utf-8")


def test_the_letters_of_the_computer_can_be_used(look: Theme) -> None:
    look.set_look(Look(Colors.LIGHT, Letters.COMPUTER))
    assert look.font().family() == QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def test_disabled_words_are_still_readable_words(look: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Continue")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    assert button.palette().color(QPalette.ColorRole.ButtonText).name().upper() == look.tokens.faint


def test_a_chip_changes_its_words_and_its_color_together(look: Theme, qtbot: QtBot) -> None:
    chip = Chip("Waiting", "waiting")
    qtbot.addWidget(chip)
    chip.show()
    chip.show_state("Done", "done")
    assert chip.text() == "Done"
    assert chip.grab().toImage().pixelColor(5, chip.height() // 2).name().upper() == look.tokens.done_soft


def _lean(name: str) -> float:
    """Return how much more ink the right half of an icon has than the left."""
    drawn = pixmap(name, "text", 24, 1).toImage()
    ink = [[drawn.pixelColor(x, y).alpha() for x in range(24)] for y in range(24)]
    return sum(sum(row[12:]) - sum(row[:12]) for row in ink)


def test_icons_that_point_follow_the_direction_of_words(qapp: QApplication) -> None:
    arrow, phone = _lean("arrow-right"), _lean("phone")
    assert arrow > 100
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert _lean("arrow-right") < -100
        assert _lean("phone") == phone
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_high_contrast_takes_only_the_colors_of_the_computer() -> None:
    system = QPalette(QColor("#000000"))
    for role, color in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.WindowText, "#FFFFFF"),
        (QPalette.ColorRole.Highlight, "#FFFF00"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):
        system.setColor(role, QColor(color))
    tokens = tokens_of(system)
    assert set(tokens) == {"#000000", "#FFFFFF", "#FFFF00"}
    for ink, ground in (("text", "page"), ("muted", "card"), ("sel_text", "accent_soft"), ("prog", "prog_soft")):
        assert contrast(tokens.color(ink), tokens.color(ground)) > 15


def test_letters_the_desktop_tells_of_later_do_not_replace_ours(look: Theme, qtbot: QtBot) -> None:
    ours = look.font().family()
    QApplication.setFont(QFont("DejaVu Sans"), "QLabel")  # type: ignore[arg-type] # as Qt does on GNOME
    look.keep_letters()
    label = PlainLabel("Margaret")
    qtbot.addWidget(label)
    label.show()
    assert label.fontInfo().family() == ours
