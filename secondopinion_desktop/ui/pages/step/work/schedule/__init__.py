"""What the schedule step is worked on with: whom one may go to, the visit, how it is arranged, what is shared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms import specs_started
from secondopinion_desktop.ui.pages.step.work.folded import FoldedCard
from secondopinion_desktop.ui.pages.step.work.schedule.background import BackgroundCard, background
from secondopinion_desktop.ui.pages.step.work.schedule.candidates import CandidatesCard
from secondopinion_desktop.ui.pages.step.work.schedule.visit import VisitCard
from secondopinion_desktop.ui.started import saying
from secondopinion_desktop.ui.started.fold import FoldedPart
from secondopinion_desktop.ui.started.talking import RouteCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards, in the order in which most people come to them."""
    route = (*specs_started.ROUTE, *specs_started.DOCTOR_ASKS, *specs_started.I_ASK)
    yield CandidatesCard(file, messages)
    yield VisitCard(file, messages)
    yield FoldedPart(
        file,
        messages,
        _("How it is arranged"),
        saying.route,
        partial(RouteCard, file),
        fields=tuple(spec.name for spec in route),
    )
    yield FoldedCard(
        file,
        messages,
        _("Background to share"),
        BackgroundCard,
        background,
        ("appointment",),
        place="background",
    )
