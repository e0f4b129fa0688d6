"""The talk with one's own doctor, how long one can take, whom they suggest, and how it is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.model.choices import RequestRoute
from secondopinion_desktop.ui.forms import specs_started
from secondopinion_desktop.ui.started.card import FileCard, SituationCard
from secondopinion_desktop.ui.widgets import Box, Button, Column, ComboBox, PlainLabel, Row, RowButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.started import HelpAsked
    from secondopinion_desktop.ui.messages import Messages


class Opener(RowButton):
    """A sentence to begin with; pressing it writes it into the field below."""

    wanted = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        column = Column(self, gap=0, margins=(6, 5, 6, 5))
        column.addWidget(PlainLabel(_("“{sentence}”").format(sentence=words)))
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("Press Enter to take these words"))
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._words)


class TalkCard(SituationCard):
    """Openers to choose from, then what was said."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.add(PlainLabel(_("Press a sentence to take it, then change it as you like."), tone="muted"))
        self.openers: list[Opener] = []
        for told in guidance.question_bank().openers:
            opener = Opener(told.text)
            opener.wanted.connect(self._take)
            self.openers.append(opener)
            self.add(opener)
        calm = getting_started().hurt
        words = _("If they seem hurt, you could say: “{sentence}”").format(sentence=calm)
        self.add(PlainLabel(words, "small", "muted"))
        self.form = self.add_form(specs_started.TALK)

    def _take(self, words: str) -> None:
        """Write these words into the field, in place of another sentence to begin with; own words stay above them."""
        self.form.flush()
        own = self.file.people.situation().opener.strip()
        kept = "" if own in {told.text for told in guidance.question_bank().openers} else own
        self.save(opener="\n".join(part for part in (kept, words) if part))
        self.form.focus_field("opener")


class TimeCard(SituationCard):
    """How long one can take, in the doctor's words, and when treatment starts."""

    reads = ("situation", "appointment")

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.add(PlainLabel(_("Only your care team can say this. Write down their words."), tone="muted"))
        self.form = self.add_form(specs_started.TIME)

    def values(self) -> Any:
        row = self.file.people.situation()
        known = {spec.name: getattr(row, spec.name) for spec in specs_started.TIME}
        return known | {"treatment_start": self.file.started.treatment_start()}


class RouteCard(SituationCard):
    """My doctor asks, I contact them, or both; the fields of each way."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.route = self.add_form(specs_started.ROUTE)
        self.doctor_words = PlainLabel(_("Your doctor asks"), "strong")
        self.add(self.doctor_words)
        self.doctor = self.add_form(specs_started.DOCTOR_ASKS)
        self.own_words = PlainLabel(_("You contact them"), "strong")
        self.add(self.own_words)
        self.own = self.add_form(specs_started.I_ASK)
        self._show_ways()

    def refresh(self) -> None:
        super().refresh()
        self._show_ways()

    def _show_ways(self) -> None:
        """Put away the way that is not taken, and both until one is; what is written stays in sight."""
        route = self.file.people.situation().request_route
        for other, form, words in (
            (RequestRoute.I_ASK, self.doctor, self.doctor_words),
            (RequestRoute.DOCTOR_ASKS, self.own, self.own_words),
        ):
            shown = (bool(route) and route is not other) or not form.is_empty
            form.setVisible(shown)
            words.setVisible(shown)


class HelpLine(Box):
    """One thing to ask help with: who does it, and the button that puts it on the list of its step."""

    wanted = Signal(str, str)
    opened = Signal(str)

    def __init__(self, key: str, owners: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._key, self._task = key, ""
        column = Column(self, gap=4, margins=(0, 4, 0, 6))
        self.words = PlainLabel()
        column.addWidget(self.words)
        row = Row(gap=8)
        self.owner = ComboBox(tuple(owners))
        self.owner.setAccessibleName(_("Who does it"))
        row.addWidget(self.owner)
        self.button = Button("", "secondary")
        self.button.clicked.connect(self._press)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)

    def show_line(self, asked: HelpAsked) -> None:
        """Show whether it is on a list, and whose it is."""
        step = guidance.step(asked.told.step).name
        self._task = asked.task_id
        on_list = _("{what}: on the list of “{step}”, {who}").format(
            what=asked.told.text, step=step, who=asked.who or _("Me")
        )
        self.words.setText(on_list if asked.task_id else asked.told.text)
        self.owner.setVisible(not asked.task_id)
        self.owner.setAccessibleDescription(asked.told.text)
        self.button.set_words(_("Open it") if asked.task_id else _("Add as a task"))
        self.button.setAccessibleDescription(asked.told.text)

    def _press(self) -> None:
        if self._task:
            self.opened.emit(self._task)
        else:
            self.wanted.emit(self._key, self.owner.currentText())


class HelpCard(FileCard):
    """Names, referral, records, timing: each becomes a task with somebody's name on it."""

    reads = ("task",)

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file)
        self._messages = messages
        self.lines: dict[str, HelpLine] = {}
        owners = tuple((owner.value, owner.words) for owner in guidance.Owner)
        for told in getting_started().help:
            line = HelpLine(told.key, owners)
            line.owner.show_key(told.owner.value)
            line.wanted.connect(self._ask)
            line.opened.connect(self._open)
            self.lines[told.key] = line
            self.add(line)
        self.refresh()

    def refresh(self) -> None:
        for asked in self.file.started.help_asked():
            self.lines[asked.told.key].show_line(asked)

    def _ask(self, key: str, who: str) -> None:
        self.file.started.ask_help(key, who)
        self._messages.toast(_("Task added"), self.file.history.way_back().now)
        self.lines[key].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, task_id: str) -> None:
        self.open_requested.emit("task", task_id)
