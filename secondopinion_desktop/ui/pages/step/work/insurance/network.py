"""Doctor, hospital, lab and scans: four answers, each changed where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import Network
from secondopinion_desktop.ui.forms.spec import meaning_of
from secondopinion_desktop.ui.forms.specs_insurance import NETWORK
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard
from secondopinion_desktop.ui.pages.step.work.insurance.saying import SUBJECTS
from secondopinion_desktop.ui.pane.approvals import ApprovalBlock
from secondopinion_desktop.ui.pane.facts import day_words
from secondopinion_desktop.ui.widgets import Line, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.model.insurance import NetworkCheck
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

_TONES: Final[dict[Network, ChipTone]] = {Network.IN: "done"}


class NetworkCard(FollowingCard):
    """One line for each of the four."""

    follows: ClassVar = frozenset({"network_check", "contact"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("In the network?"))
        self.add(PlainLabel(meaning_of("network"), tone="muted"))
        self.add(PlainLabel(_("One of them can be in it while another is not. Ask about all four."), tone="muted"))
        insurance = file.insurance
        self.lines: dict[str, ApprovalBlock] = {}
        for subject, words in SUBJECTS.items():
            if self.lines:
                self.add(Line())
            self.lines[subject] = line = ApprovalBlock(
                file,
                _(words),
                "",
                NETWORK,
                partial(insurance.network_check, subject),
                partial(insurance.save_network_check, subject),
                network_words,
                chip=_chip,
                start={},
                wide=True,
            )
            self.add(line)

    def refresh(self) -> None:
        """Read all four again."""
        for line in self.lines.values():
            line.refresh()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        saved = [line.flush() for line in self.lines.values()]
        return all(saved)

    def open_item(self, kind: str, item: str) -> bool:
        """Put the keyboard on one of the four, by the id of its row, else on the first."""
        if kind != "network_check" or self.isHidden():
            return False
        found = self.file.insurance.network.all(id=item)
        subject = found[0].subject if found and found[0].subject in self.lines else next(iter(self.lines))
        self.lines[subject].edit_button.setFocus()
        return True


def network_words(check: NetworkCheck | None, name_of: Callable[[str | None], str]) -> str:
    """Return which one, and who said so and when: "Dr. James Okafor. Told by Tom, Feb 19."."""
    if check is None:
        return _("Ask, and write down who told you.")
    name = name_of(check.contact_id)
    day = day_words(check.checked_on) if check.checked_on else ""
    told = ", ".join(part for part in (check.checked_with, day) if part)
    said = _("Told by {whom}.") if check.checked_with else _("Asked {whom}.")
    return " ".join(part for part in (f"{name}." if name else "", said.format(whom=told) if told else "") if part)


def _chip(check: NetworkCheck | None) -> tuple[str, ChipTone]:
    if check is None or check.status is Network.UNANSWERED:
        return _("Not checked yet"), "neutral"
    return check.status.words, _TONES.get(check.status, "neutral")
