"""The fields of the schedule step: doctors and centers, and what was shared with the clinic before the visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import CenterType
from secondopinion_desktop.services.appointments import BACKGROUND_THINGS
from secondopinion_desktop.services.candidates import LISTED
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field

if TYPE_CHECKING:
    from collections.abc import Mapping

CARE: Final = "care:"
"""Before the key of a kind of care: the field that says whether it is offered there."""

_STATUSES: Final = tuple((str(status), status.source) for status in LISTED)
_FIRST: Final = (
    Field("candidate", N_("Where it stands"), "choice", choices=_STATUSES, half=True),
    Field("phone", N_("Phone"), "phone", half=True),
    Field("organization", N_("Hospital, clinic or center")),
    Field(
        "focus_on_my_cancer",
        N_("Do they focus on your kind of cancer?"),
        "yes3",
        half=True,
        group=N_("As you were told"),
    ),
    Field("cases_per_year_told", N_("How many they treat in a year"), half=True, placeholder=N_("About 60")),
    Field("center_type", N_("Kind of center"), "choice", choices=CenterType, half=True),
    Field("trials_told", N_("Clinical trials"), half=True),
)
_LAST: Final = (
    Field("offered_there", N_("What else they offer that you ask about"), "text", lines=1),
    Field("who_told_me", N_("Who told you"), half=True),
    Field("travel_time", N_("How far it is"), half=True, placeholder=N_("50 minutes by car")),
    Field("lodging", N_("A place to stay near there"), "text", lines=1),
)


def candidate_fields(care: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields about one of them, with one for each kind of care the person wants to ask about."""
    checks = tuple(
        Field(f"{CARE}{key}", words, "yes3", half=True, group=N_("Is it offered there?") if not number else "")
        for number, (key, words) in enumerate(care.items())
    )
    return (*_FIRST, *checks, *_LAST)


CLINIC_WANTS: Final = (
    Field("intake_contact", N_("Who to call at the clinic"), placeholder=N_("Name and direct number")),
    Field("records_wanted", N_("What they want, and in what form"), "text", lines=1),
    Field("records_needed_by", N_("They want it by"), "date", half=True),
    Field("background_sent_on", N_("You sent it on"), "date", past=True, half=True),
    Field("background_sent", N_("What you sent"), "several", choices=BACKGROUND_THINGS),
)
