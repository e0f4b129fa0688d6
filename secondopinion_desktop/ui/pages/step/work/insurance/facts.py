"""Good to know about paying: few facts, each with who says so and when it was read there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.insurance_help import FactLine, InsuranceHelp
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.widgets import Box, Column, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_FEW = 3


class FactsCard(FollowingCard):
    """The first facts for this person, and the way to all of them."""

    follows: ClassVar = frozenset({"situation"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Good to know about paying"))
        self._place = Column(gap=0)
        self.body.addLayout(self._place)
        self._shown: Box | None = None
        self._coverage_shown = ""
        self.all_button = quiet_button(_("All facts and words of insurance"), "bulb", self._show_all)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def refresh(self) -> None:
        """Show the facts for the answer of now."""
        if self.file.people.situation().coverage != self._coverage_shown:
            self._fill()

    def _fill(self) -> None:
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._coverage_shown = self.file.people.situation().coverage
        self._shown = Box()
        column = Column(self._shown, gap=8)
        for fact in guidance.insurance_facts(self._coverage_shown)[:_FEW]:
            column.addWidget(FactLine(fact))
        self._place.addWidget(self._shown)
        self._shown.show()

    def _show_all(self) -> None:
        self.messages.run(InsuranceHelp())
