"""Text and colors: every change shows straight away."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.base.settings import LOCK_MINUTES
from secondopinion_desktop.ui.theme import Colors, Letters, theme
from secondopinion_desktop.ui.widgets import (
    Breakpoints,
    Button,
    Card,
    CheckRow,
    ComboBox,
    Dialog,
    FieldFrame,
    PlainLabel,
    Row,
    announce,
)

if TYPE_CHECKING:
    from secondopinion_desktop.base.settings import SettingsStore

_TWO_LINES = 480  # under this effective width, what stands side by side goes one under the other


class TextAndColors(Dialog):
    """Sets the look of the program, and when a protected file locks, on this computer."""

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__(_("Text and colors"))
        self._settings = settings
        self._add_size()
        self._add_sample()
        self._add_colors()
        self._add_choices()
        self.add_note(PlainLabel(_("Changes show straight away."), "body", "muted", wrap=False))
        self.done_button = self.add_button(_("Done"), "primary", default=True)
        self.done_button.clicked.connect(self.accept)
        self._breakpoints = Breakpoints(self, (_TWO_LINES,))
        self._breakpoints.changed.connect(self._arrange)
        self._arrange()
        theme().changed.connect(self._looks_new)
        self._show()

    # The parts

    def _add_size(self) -> None:
        label = PlainLabel(_("Text size"), "small-strong")
        self.add(label)
        row = Row(gap=14)
        self.smaller = Button(_("Smaller"), icon_name="minus")
        self.larger = Button(_("Larger"), icon_name="plus")
        self.percent = PlainLabel("", "card-title", wrap=False)
        for button in (self.smaller, self.larger):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.smaller.clicked.connect(self._make_smaller)
        self.larger.clicked.connect(self._make_larger)
        row.addWidget(self.smaller)
        row.addWidget(self.percent)
        row.addWidget(self.larger)
        row.addStretch(1)
        self.body.addLayout(row)
        keys = _("Cmd and minus, Cmd and plus") if sys.platform == "darwin" else _("Ctrl and minus, Ctrl and plus")
        self.add(PlainLabel(keys, "small", "muted"))

    def _add_sample(self) -> None:
        card = Card()
        day = formats.day_full(date(2026, 3, 12)).rpartition(", 2026")[0] or formats.day_full(date(2026, 3, 12))
        when = _("{day}, {time}").format(day=day, time=formats.clock_time("10:30"))
        card.add(PlainLabel(when, "card-title"))
        card.add(PlainLabel(_("Bring the list of medicines and your five questions.")))
        self.add(card)

    def _add_colors(self) -> None:
        self.add(PlainLabel(_("Colors"), "small-strong"))
        self._color_row = Row(gap=24)
        group = QButtonGroup(self)
        self.colors = {
            Colors.COMPUTER: QRadioButton(_("Match this computer")),
            Colors.LIGHT: QRadioButton(_("Light")),
            Colors.DARK: QRadioButton(_("Dark")),
        }
        for button in self.colors.values():
            group.addButton(button)
            self._color_row.addWidget(button)
            button.clicked.connect(self._choose_colors)
        self._color_row.addStretch(1)
        self.body.addLayout(self._color_row)

    def _add_choices(self) -> None:
        self._choice_row = Row(gap=14)
        self.letters = _wide_choice(
            _("Letters"),
            (
                (Letters.STANDARD, _("Standard (Source Sans)")),
                (Letters.CLEAR, _("Extra clear (Atkinson)")),
                (Letters.COMPUTER, _("Same as this computer")),
            ),
        )
        self.letters.editor.activated.connect(self._choose_letters)
        self.minutes = _wide_choice(
            _("Lock after no use for"), tuple((str(minutes), _minutes_words(minutes)) for minutes in LOCK_MINUTES)
        )
        self.minutes.editor.activated.connect(self._choose_minutes)
        for field in (self.letters, self.minutes):
            self._choice_row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._choice_row)
        self.hide_name = CheckRow(_("Keep my name out of the window title while locked"))
        self.hide_name.ticked.connect(self._choose_name)
        self.add(self.hide_name)

    # What people do

    def _make_smaller(self) -> None:
        self._set_percent(theme().look.smaller())

    def _make_larger(self) -> None:
        self._set_percent(theme().look.larger())

    def _set_percent(self, percent: int) -> None:
        self._settings.change(text_percent=percent)
        theme().set_look(replace(theme().look, text_percent=percent))
        announce(self.percent, self.percent.text())

    def _choose_colors(self) -> None:
        chosen = next(colors for colors, button in self.colors.items() if button.isChecked())
        self._settings.change(colors=chosen.value)
        theme().set_look(replace(theme().look, colors=chosen))

    def _choose_letters(self) -> None:
        letters = Letters(self.letters.editor.key())
        self._settings.change(letters=letters.value)
        theme().set_look(replace(theme().look, letters=letters))

    def _choose_minutes(self) -> None:
        self._settings.change(lock_minutes=int(self.minutes.editor.key()))

    def _choose_name(self, hidden: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._settings.change(hide_name_when_locked=hidden)

    # What is shown

    def _looks_new(self) -> None:
        self._show()
        if self.isVisible():
            self._fit()

    def _show(self) -> None:
        look = theme().look
        words = _("{percent}%").format(percent=look.text_percent)
        self.percent.setText(words)
        self.smaller.setEnabled(look.smaller() != look.text_percent)
        self.larger.setEnabled(look.larger() != look.text_percent)
        for button in (self.smaller, self.larger):
            button.setAccessibleDescription(_("Text size is {percent}").format(percent=words))
        self.colors[look.colors].setChecked(True)
        self.letters.editor.show_key(look.letters)
        self.minutes.editor.show_key(str(self._settings.settings.lock_minutes))
        self.hide_name.set_ticked(ticked=self._settings.settings.hide_name_when_locked)

    def _arrange(self, _index: int = 0) -> None:
        narrow = self._breakpoints.index == 0
        for row in (self._color_row, self._choice_row):
            row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)


def _wide_choice(label: str, choices: tuple[tuple[str, str], ...]) -> FieldFrame[ComboBox]:
    box = ComboBox(choices)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return FieldFrame(label, box)


def _minutes_words(minutes: int) -> str:
    if not minutes:
        return _("Never lock by itself")
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
