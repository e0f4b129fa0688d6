"""Get started: thinking it over, talking with one's own doctor, and arranging it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms import specs_started
from secondopinion_desktop.ui.pages.step.work.elsewhere import ElsewhereCard
from secondopinion_desktop.ui.started import saying
from secondopinion_desktop.ui.started.fold import FoldedPart
from secondopinion_desktop.ui.started.talking import HelpCard, RouteCard, TalkCard, TimeCard
from secondopinion_desktop.ui.started.thinking import (
    AboutCard,
    CareCard,
    ChoiceCard,
    QuestionsCard,
    WhyCard,
    WorriesCard,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages

_STORY = ("person", "diagnosis", "marker", "treatment", "health_fact")


def make(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    """Return the cards, in the order in which most people come to them; any order will do."""
    route = (*specs_started.ROUTE, *specs_started.DOCTOR_ASKS, *specs_started.I_ASK)
    yield from _thinking(file, messages)
    yield FoldedPart(
        file,
        messages,
        _("Talk with your doctor"),
        saying.talk,
        partial(TalkCard, file),
        reads=("situation", "contact"),
        fields=_names(specs_started.TALK),
    )
    yield FoldedPart(
        file,
        messages,
        _("How long you can take"),
        saying.time,
        partial(TimeCard, file),
        reads=("situation", "appointment"),
        fields=_names(specs_started.TIME),
    )
    yield ElsewhereCard(
        file, _("Doctors and centers to ask"), saying.names, ("contact",), "schedule", ("candidate", "first")
    )
    yield FoldedPart(
        file, messages, _("How it is arranged"), saying.route, partial(RouteCard, file), fields=_names(route)
    )
    yield FoldedPart(
        file, messages, _("Ask for help with"), saying.helping, partial(HelpCard, file, messages), reads=("task",)
    )


def _thinking(file: OpenFile, messages: Messages) -> Iterator[QWidget]:
    yield FoldedPart(
        file, messages, _("About you and your health story"), saying.about, partial(AboutCard, file), reads=_STORY
    )
    yield FoldedPart(
        file,
        messages,
        _("Where you are, and why you ask"),
        saying.why,
        partial(WhyCard, file),
        fields=_names(specs_started.WHY),
    )
    yield FoldedPart(
        file,
        messages,
        _("Care you want to ask about"),
        saying.care,
        partial(CareCard, file),
        fields=_names(specs_started.CARE),
    )
    yield FoldedPart(
        file,
        messages,
        _("Questions that fit"),
        saying.questions,
        partial(QuestionsCard, file, messages),
        reads=QuestionsCard.reads,
        hides_when_empty=True,
    )
    yield FoldedPart(
        file,
        messages,
        _("What may be hard about it"),
        saying.worries,
        partial(WorriesCard, file),
        fields=_names(specs_started.WORRIES),
    )
    yield FoldedPart(
        file,
        messages,
        _("Is this for me?"),
        saying.choice,
        partial(ChoiceCard, file, messages),
        fields=_names(specs_started.CHOICE),
    )


def _names(specs: Sequence[FieldSpec]) -> tuple[str, ...]:
    return tuple(spec.name for spec in specs)
