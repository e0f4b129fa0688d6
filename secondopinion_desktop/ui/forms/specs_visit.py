"""Fields about the visit itself: who writes, and whether it may be recorded."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import TrialFit
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field

AT_THE_VISIT: Final = (
    Field("note_taker_id", N_("Who takes notes?"), "contact", half=True, placeholder=N_("Choose or type a name")),
    Field(
        "recording_ok",
        N_("May the talk be recorded?"),
        "yes3",
        half=True,
        help=N_("Always ask first. Second Opinion itself records nothing."),
    ),
    Field(
        "recording_where",
        N_("Where the recording is kept"),
        placeholder=N_("On whose phone, for example"),
        after=("recording_ok", "yes"),
    ),
)

TRIAL_FIT: Final = (Field("trial_fit", N_("Could a clinical trial fit you?"), "choice", choices=TrialFit),)

TERM: Final = (
    Field("word", N_("Word"), needed=True),
    Field("meaning", N_("What it means, in your words"), "text"),
    Field("source", N_("Who or what explained it"), placeholder=N_("A doctor, or a leaflet")),
)
