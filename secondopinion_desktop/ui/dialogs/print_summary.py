"""Print or save summary: choose at the left, see the real pages at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.pages_dialog import PagesDialog
from secondopinion_desktop.ui.dialogs.print_summary_choices import SummaryChoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.packets import Part
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers


class PrintSummary(PagesDialog):
    """The summary. `only` ticks these parts alone at first; `visit_id` begins with that visit's questions."""

    def __init__(
        self,
        file: OpenFile,
        workers: Workers,
        messages: Messages,
        *,
        only: frozenset[Part] | None = None,
        visit_id: str | None = None,
    ) -> None:
        asks_first = file.timing.outlook() is not None
        self.choices = SummaryChoices(
            file.packets.counts(), only, file.packets.visits(), visit_id, asks_first=asks_first
        )
        title = _("Print or save summary")
        super().__init__(file, workers, messages, title, self.choices, self.choices.content)
        self.choices.chosen.connect(self.choose)
        self.make()

    def work(self) -> Callable[[], PrintedPages]:
        return partial(self._file.packets.pages, self.choices.choice)

    def shown(self, pages: PrintedPages) -> None:
        self.choices.show_too_long(pages.over)

    def print_name(self) -> str:
        return _("Summary")
