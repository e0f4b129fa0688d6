"""Is a second opinion for me: where I am, why, which care I miss, what may be hard, and what I want."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.guidance.started import getting_started
from secondopinion_desktop.model.choices import PlanChoice
from secondopinion_desktop.ui.forms import specs_started
from secondopinion_desktop.ui.started.card import FileCard, SituationCard
from secondopinion_desktop.ui.widgets import Box, Button, CheckRow, PlainLabel, Row, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


class AboutCard(FileCard):
    """Who the person is, and the way to the health story and to what this program can and cannot do."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        for words, icon_name, slot in (
            (_("About you"), "person", self._open_person),
            (_("My health story"), "note", self._open_health),
            (_("What this program can and cannot do"), "info", self._open_can),
        ):
            button = quiet_button(words, icon_name, slot)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_person(self) -> None:
        self.open_requested.emit("command", "person")

    def _open_health(self) -> None:
        self.open_requested.emit("command", "health")

    def _open_can(self) -> None:
        self.open_requested.emit("command", "can")


# Where a reason leads: the words of the way, its icon, and what it opens (kind, id).
_LEADS: Final = (
    ("other_treatment", N_("Keep a list of treatments and trials you hear of"), "columns", ("page", "opinions")),
    ("expert", N_("Keep a list of doctors and centers to ask"), "people", ("candidate", "first")),
    ("peace_of_mind", N_("Mark how sure you feel now, for you alone"), "pencil", ("self_check", "feeling")),
)


class Lead(Box):
    """A way to where a reason is followed up, seen while the reason is ticked. `wanted` carries what to open."""

    wanted = Signal(str, str)

    def __init__(self, words: str, icon_name: str, opens: tuple[str, str]) -> None:
        super().__init__()
        self._opens = opens
        self.button = quiet_button(words, icon_name, self._want)
        Row(self).addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _want(self) -> None:
        self.wanted.emit(*self._opens)


class WhyCard(SituationCard):
    """Where I am, the choice I face, and my reasons; one calm line fits where I am, and reasons lead on."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.form = self.add_form(specs_started.WHY)
        self.line = PlainLabel("", "body", "muted")
        self.body.insertWidget(0, self.line)
        self.leads: dict[str, Lead] = {}
        for reason, words, icon_name, opens in _LEADS:
            lead = Lead(_(words), icon_name, opens)
            lead.wanted.connect(self.open_requested)
            self.leads[reason] = lead
            self.add(lead)
        self.show_line()
        self._show_leads()

    def refresh(self) -> None:
        super().refresh()
        self.show_line()
        self._show_leads()

    def _show_leads(self) -> None:
        reasons = self.file.people.situation().reasons
        for reason, lead in self.leads.items():
            lead.setVisible(reason in reasons)

    def show_line(self) -> None:
        """Say what fits where the person is."""
        words = getting_started().stages.get(self.file.people.situation().where_i_am, "")
        self.line.setText(words)
        self.line.setVisible(bool(words))


class CareCard(SituationCard):
    """What the person was told about how rare it is, and care that their own center does not offer."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.form = self.add_form(specs_started.CARE)


class QuestionsCard(FileCard):
    """Questions that fit what was ticked. Ticked ones are taken only when the person says so."""

    reads = ("situation", "question", "person")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file)
        self._messages = messages
        self.add(PlainLabel(_("They come from what you ticked. Take the ones you like."), "body", "muted"))
        self.rows: dict[str, CheckRow] = {}
        self.take = Button("", "secondary", "plus")
        self.take.clicked.connect(self._take)
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def refresh(self) -> None:
        self.offered = self.file.started.suggested()
        wanted = [one.bank_id for one in self.offered]
        for bank_id in [bank_id for bank_id in self.rows if bank_id not in wanted]:
            gone = self.rows.pop(bank_id)
            gone.hide()
            gone.deleteLater()
        for place, one in enumerate(self.offered):
            if one.bank_id not in self.rows:
                row = CheckRow(one.text, one.group)
                row.ticked.connect(self._count)
                self.rows[one.bank_id] = row
                self.body.insertWidget(1 + place, row)
        self._count()

    def _count(self) -> None:
        count = sum(row.is_ticked() for row in self.rows.values())
        words = ngettext("Add {count} question", "Add {count} questions", count).format(count=count)
        self.take.set_words(words if count else _("Add all of them"))

    def _take(self) -> None:
        ticked = [one for one in self.offered if self.rows[one.bank_id].is_ticked()] or self.offered
        self.file.started.ask(ticked)
        words = ngettext("Question added", "{count} questions added", len(ticked)).format(count=len(ticked))
        self._messages.toast(words, self.file.history.way_back().now)


class WorriesCard(SituationCard):
    """What may be hard about it; it gets as much room as the reasons."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self.add(PlainLabel(getting_started().doctors_are_used_to_it, "body", "muted"))
        self.form = self.add_form(specs_started.WORRIES)


class ChoiceCard(SituationCard):
    """Yes, not now, no, still thinking. A "no" puts the plan away kindly; everything stays."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file)
        self._messages = messages
        self.form = self.add_form(specs_started.CHOICE)
        self.line = PlainLabel("", "body", "muted")
        self.body.insertWidget(0, self.line)
        self.again = Button(_("Take it up again"), "secondary", "undo")
        self.again.clicked.connect(self._take_up)
        self.body.insertWidget(1, self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_line()

    def refresh(self) -> None:
        super().refresh()
        self.show_line()

    def save(self, **values: Any) -> None:
        super().save(**values)
        if values.get("plan_choice") == PlanChoice.NO:
            words = _("The steps are put away. Nothing was taken out.")
            self._messages.toast(words, self.file.history.way_back().now)

    def show_line(self) -> None:
        """Say that the answer is fine, whatever it is."""
        chosen, told = self.file.people.situation().plan_choice, getting_started()
        words = {
            PlanChoice.NO: told.not_wanted,
            PlanChoice.NOT_NOW: told.not_now,
            PlanChoice.THINKING: told.thinking,
        }.get(chosen, "")
        self.line.setText(words)
        self.line.setVisible(bool(words))
        self.again.setVisible(chosen is PlanChoice.NO)

    def _take_up(self) -> None:
        self.file.started.take_up_again()
        self.form.focus_first()
