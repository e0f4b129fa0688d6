"""Words of insurance in one line each, and what is good to know, with who published each fact and whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services.timing import facts_are_old
from secondopinion_desktop.ui.widgets import Box, Column, Dialog, Line, PlainLabel

if TYPE_CHECKING:
    from secondopinion_desktop.guidance import InsuranceFact

_ASK: Final = {
    CallKind.PLAN: N_("Rules change. Ask your plan."),
    CallKind.CLINIC: N_("Rules change. Ask the clinic."),
    CallKind.DOCTOR: N_("Rules change. Ask your doctor's office."),
}


class FactLine(Box):
    """One fact, with its source and whom to ask; with the rule W27 where it was read too long ago."""

    def __init__(self, fact: InsuranceFact) -> None:
        super().__init__()
        column = Column(self, gap=0)
        column.addWidget(PlainLabel(fact.text))
        source = _("Source: {source}.").format(source=fact.source)
        old = facts_are_old(fact.noted)
        ask = f"{old.sees} {old.ask}" if old is not None else _(_ASK[CallKind(fact.ask)])
        column.addWidget(PlainLabel(f"{source} {ask}", "small", "muted"))


class InsuranceHelp(Dialog):
    """All facts, then all words."""

    def __init__(self) -> None:
        super().__init__(_("About insurance"), width=680)
        self.add(PlainLabel(_("Good to know"), "card-title"))
        for fact in guidance.insurance_facts():
            self.add(FactLine(fact))
        self.add(Line())
        self.add(PlainLabel(_("Words of insurance"), "card-title"))
        for word in guidance.insurance_words():
            line = Box()
            column = Column(line, gap=0)
            column.addWidget(PlainLabel(word.word, "strong"))
            column.addWidget(PlainLabel(word.meaning))
            self.add(line)
        close = self.add_button(_("Close"), "primary", default=True)
        close.clicked.connect(self.accept)
