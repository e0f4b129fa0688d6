"""One insurance plan: its card as on the plastic one, and the form that changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.bringback import BringBack
from secondopinion_desktop.ui.forms import specs
from secondopinion_desktop.ui.forms.specs_insurance import ANSWERS, COSTS
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.pane.parts import CopyButton, PaneCard, value_label
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import (
    Box,
    Column,
    Grid,
    IconButton,
    IconLabel,
    PlainLabel,
    Row,
    order_as_laid_out,
    quiet_button,
)

if TYPE_CHECKING:
    from secondopinion_desktop.model.insurance import Plan
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages

# field: (short label, what the copy button says, what is said after it)
_ROW = 37  # as high as a button that copies
_NUMBERS: Final = {
    "plan_name": (N_("Plan"), "", ""),
    "member_id": (N_("Member"), N_("Copy member number"), N_("Member number copied")),
    "group_number": (N_("Group"), N_("Copy group number"), N_("Group number copied")),
    "phone": (N_("Phone"), N_("Copy phone number"), N_("Phone number copied")),
}
_DETAILS: Final = (*(spec for spec in specs.PLAN if spec.more), *ANSWERS, *COSTS)
# What the first plan answered and what it costs is written on the page of its step.
_SECOND_PLAN: Final = (*specs.PLAN, *(replace(spec, more=True, half=False) for spec in (*ANSWERS, *COSTS)))


class PlanView(QWidget):
    """The card's words. `edit` is its pencil."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._messages = messages
        column = Column(self, gap=2)
        head = Row(gap=9)
        head.addWidget(IconLabel("shield", "accent_text", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        self.title = PlainLabel("", "strong")
        head.addWidget(self.title, 1)
        self.edit = IconButton("pencil", _("Change insurance"), size=17)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._place = Column(gap=0)
        column.addLayout(self._place)
        self._body: Box | None = None
        self.all_shown = False
        self._turn = quiet_button("", "", self._show_or_hide)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        self._plan: Plan | None = None
        self._case_manager = ""

    def show_plan(self, plan: Plan, case_manager: str) -> None:
        """Show the words of `plan`."""
        self._plan, self._case_manager = plan, case_manager
        self.title.setText(plan.carrier or plan.plan_name or _("Your plan"))
        self.edit.set_name(_("Change {name}").format(name=self.title.text()))
        self._fill()

    def _fill(self) -> None:
        plan = self._plan
        assert plan is not None
        if self._body is not None:
            self._place.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = Box()
        column = Column(self._body, gap=4)
        column.addLayout(self._numbers(plan))
        details = [(spec, words) for spec in _DETAILS if (words := self._words(plan, spec))]
        if self.all_shown:
            for spec, words in details:
                column.addWidget(PlainLabel(spec.label_words, "small", "muted"))
                column.addWidget(value_label(words))
        self._place.addWidget(self._body)
        self._body.show()
        self._turn.setVisible(bool(details))
        self._turn.set_words(_("Show less") if self.all_shown else _("Show all details"))
        order_as_laid_out(self)

    def _numbers(self, plan: Plan) -> Grid:
        grid = Grid(gap=0)
        grid.setColumnStretch(1, 1)
        for name, (label, copy, said) in _NUMBERS.items():
            words = getattr(plan, name)
            if not words or (name == "plan_name" and not plan.carrier):
                continue
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, theme().px(_ROW))  # also a line without a button beside it
            term = PlainLabel(_(label), "small", "muted", wrap=False)
            term.setContentsMargins(0, 0, theme().px(10), 0)
            term.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            value = value_label(words)
            value.setAccessibleName(f"{_(label)}: {words}")
            grid.addWidget(term, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignVCenter)
            if copy:
                button = CopyButton(words, _(copy), _(said), self._messages)
                grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _words(self, plan: Plan, spec: FieldSpec) -> str:
        value: Any = getattr(plan, spec.name)
        if not value:
            return ""
        if spec.kind == "contact":
            return self._case_manager
        if spec.kind == "date":
            return partial_date_words(PartialDate.from_text(value))
        if spec.kind in {"choice", "yes3"}:
            return str(value.words) if hasattr(value, "words") else dict(spec.option_words).get(value, value)
        return str(value)

    def _show_or_hide(self) -> None:
        self.all_shown = not self.all_shown
        self._fill()


class PlanSection(PaneCard):
    """The plan at `position`, to read or to change. `emptied`: it is not there; `closed`: editing is over."""

    emptied = Signal()
    closed = Signal()

    def __init__(self, file: OpenFile, messages: Messages, position: int) -> None:
        super().__init__()
        self._file, self._messages, self._position = file, messages, position
        self.view = PlanView(messages)
        self.view.edit.clicked.connect(self.edit)
        self.body.addWidget(self.view)
        self.editor: InPlace | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read the plan again."""
        plan = self._file.insurance.plans.card_at(self._position)
        if self.editor is not None:
            if plan is not None:
                self.editor.form.refresh(plan)
        elif plan is None:
            self.emptied.emit()
        else:
            self.view.show_plan(plan, self._file.contacts.name_of(plan.case_manager_id))

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to see: a plan, or the form for one."""
        return self.editor is not None or self._file.insurance.plans.card_at(self._position) is not None

    def edit(self) -> None:
        """Show the form, for a plan that is there or a new one."""
        if self.editor is None:
            plan = self._file.insurance.plans.at(self._position)
            title = _("Insurance") if self._position == 1 else _("Second insurance")
            remove = _("Remove") if plan else ""
            table = specs.PLAN if self._position == 1 else _SECOND_PLAN
            self.editor = InPlace(title, table, self._save, self._file.contacts, remove=remove)
            self.editor.closed.connect(self._close)
            self.editor.removed.connect(self._remove)
            self.view.hide()
            self.body.addWidget(self.editor)
            self.editor.show()
            order_as_laid_out(self)
            self.editor.load(plan or {}, draft="" if plan else f"new_plan_{self._position}")
        else:
            self.editor.form.focus_first()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.flush()

    def _save(self, **values: Any) -> None:
        self._file.insurance.save_plan(self._position, origin=self, **values)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self.view.show()
        self.refresh()
        if self.is_shown:
            self.view.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _remove(self) -> None:
        plan = self._file.insurance.plans.at(self._position)
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
        self.view.show()
        if plan is not None:
            self._file.insurance.plans.remove(plan.id)
            undo = BringBack(self._file.insurance.plans, plan.id)
            self._messages.toast(_("Insurance removed"), undo.now)
        self.closed.emit()
