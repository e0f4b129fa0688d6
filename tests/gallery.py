"""Draws every part on one sheet, for the eye: `python -m tests.gallery OUT.png [dark] [200] [clear]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget

from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.theme import Colors, Letters, Look, install_theme, theme
from secondopinion_desktop.ui.theme.tokens import contrast
from secondopinion_desktop.ui.widgets import (
    Banner,
    BannerAction,
    Box,
    Button,
    CheckRow,
    Chip,
    Column,
    ComboField,
    FocusRing,
    Grid,
    IconButton,
    IconLabel,
    LineEdit,
    LineField,
    MessageSlot,
    PlainLabel,
    Row,
    StatusIcon,
    TabBar,
    TextField,
)

PAIRS = (
    ("page", "text"), ("chrome", "text"), ("card", "text"), ("hover", "text"), ("accent_soft", "sel_text"),
    ("accent", "on_accent"), ("prog_soft", "prog"), ("done_soft", "done"), ("first_soft", "first"),
    ("caution_bg", "caution_title"), ("error_bg", "error_title"), ("info_bg", "info_title"), ("second_soft", "second"),
    ("page", "muted"), ("card", "accent_text"), ("card", "faint"), ("card", "control"), ("page", "focus"),
)  # fmt: skip


def _nothing() -> None:
    """Stand in for what a button would do."""


def _swatches() -> Grid:
    grid = Grid(gap=8)
    tokens = theme().tokens
    for number, (ground, ink) in enumerate(PAIRS):
        label = PlainLabel(
            f"{ground} {tokens.color(ground)}\n{ink} {contrast(tokens.color(ground), tokens.color(ink)):.1f}:1", "small"
        )
        label.setStyleSheet(
            f"background:{tokens.color(ground)};color:{tokens.color(ink)};border:1px solid {tokens.line};"
            "border-radius:6px;padding:3px 8px"
        )
        grid.addWidget(label, number // 9, number % 9)
    return grid


def _row(*widgets: QWidget) -> Row:
    row = Row(gap=12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _fields() -> Row:
    wrong = LineField("Date")
    wrong.editor.setText("13/12/2026")
    wrong.set_error("Is that December 13? Please write the month as a word, like Dec 13.")
    ticked = QCheckBox("Ticked")
    ticked.setChecked(True)
    one = QRadioButton("One choice")
    one.setChecked(True)
    row = Row(gap=12)
    for widget in (
        LineField("Text field", help_text="Help stands here."),
        wrong,
        ComboField("Choice list", (("a", "Second opinion"), ("b", "Scan"))),
        TextField("Answer", placeholder="Write the answer here"),
        ticked,
        QCheckBox("Not ticked"),
        one,
        QRadioButton("Another"),
    ):
        row.addWidget(widget, 1 if isinstance(widget, LineField | TextField) else 0, Qt.AlignmentFlag.AlignTop)
    return row


def _banners(column: Column) -> None:
    column.addWidget(
        Banner(
            "info",
            "You are looking at sample data",
            "Nothing you change here is kept.",
            (BannerAction("Start my own file", _nothing),),
        )
    )
    column.addWidget(
        Banner(
            "caution",
            "The second-opinion visit is 3 days after treatment is planned to start",
            "You may want to ask for an earlier visit, or ask whether treatment can safely wait a few days.",
            (BannerAction("Change dates", _nothing), BannerAction("See who to call", _nothing)),
        )
    )
    column.addWidget(Banner("error", "We could not save your last change", "Your words are still here."))


def _icons() -> Grid:
    grid = Grid(gap=10)
    for number, path in enumerate(sorted(resource("icons").glob("*.svg"))):
        grid.addWidget(IconLabel(path.stem, "text", 20), number // 36, number % 36)
    return grid


def sheet() -> QWidget:
    """Return the sheet with every part."""
    page = Box(ground="page")
    column = Column(page, gap=12, margins=(24, 18, 24, 18))
    column.addWidget(PlainLabel("Parts", "page-title"))
    column.addLayout(_swatches())
    column.addLayout(
        _row(
            PlainLabel("Page title 21", "page-title", wrap=False),
            PlainLabel("Card title 15", "card-title", wrap=False),
            PlainLabel("Strong 12.7", "strong", wrap=False),
            PlainLabel("Body 12.7 pt", wrap=False),
            PlainLabel("Small 11.7 pt", "small", "muted", wrap=False),
        )
    )
    statuses = [part for status in StepStatus for part in (StatusIcon(status), PlainLabel(status.words, wrap=False))]
    chips = (
        Chip("Done", "done"), Chip("Waiting", "waiting"), Chip("Not needed"), Chip("First opinion", "first"),
        Chip("Second opinion", "second"), Chip("Main", "accent"),
    )  # fmt: skip
    column.addLayout(_row(*statuses, *chips))
    off = Button("Not available")
    off.setEnabled(False)
    focused = Button("Primary, focused", "primary")
    focused.setObjectName("focused")
    column.addLayout(
        _row(
            Button("Primary", "primary", "printer"),
            Button("Secondary", icon_name="plus"),
            Button("Quiet", "quiet", "plus"),
            Button("Delete file", "danger"),
            off,
            focused,
            IconButton("more", "More"),
            IconButton("people", "People and insurance", framed=True),
            TabBar("Panes", ("Insurance", "Contacts")),
        )
    )
    column.addLayout(_fields())
    column.addWidget(CheckRow("Check that Lakeside received the biopsy slides", "Claire, by Thu, Mar 5"))
    _banners(column)
    slot = MessageSlot()
    column.addLayout(_row(slot))
    slot.show_message("Question removed", _nothing)
    column.addLayout(_row(LineEdit("A bare line")))
    column.addLayout(_icons())
    column.addStretch(1)
    return page


def _press_tab() -> None:
    """Move the keyboard to the button that shows the ring."""
    button = next(
        (one for window in QApplication.topLevelWidgets() for one in window.findChildren(Button, "focused")), None
    )
    if button is not None:
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)


def main() -> None:
    """Draw the sheet into the file named first."""
    app = QApplication(sys.argv[:1])
    words = sys.argv[2:]
    percent = next((int(word) for word in words if word.isdigit()), 100)
    letters = Letters.CLEAR if "clear" in words else Letters.STANDARD
    install_theme(app, Look(Colors.DARK if "dark" in words else Colors.LIGHT, letters, percent))
    page = sheet()
    FocusRing(page)
    page.resize(1600 * (1 if percent == 100 else 2), 1000)
    page.show()
    page.activateWindow()
    QTimer.singleShot(100, _press_tab)

    def take() -> None:
        page.grab().save(str(Path(sys.argv[1])))
        app.quit()

    QTimer.singleShot(300, take)
    app.exec()


if __name__ == "__main__":
    main()
