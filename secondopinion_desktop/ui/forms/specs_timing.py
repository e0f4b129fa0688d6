"""The fields of the timing step: the dates with who gave them, and the answer to a notice."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field

TIMING: Final = (
    Field(
        "treatment_start",
        N_("Treatment is planned to start"),
        "date",
        half=True,
        placeholder=N_("Mar 12, or about May"),
    ),
    Field("treatment_start_firm", N_("Is that day firm?"), "yes3", half=True),
    Field("told_urgent", N_("Were you told that treatment must start right away?"), "yes3"),
    Field("ok_until", N_("Your doctor said okay until"), "date", half=True),
    Field("ok_until_by", N_("Who said so"), half=True),
    Field(
        "ok_until_words",
        N_("How long you can take, in your doctor's own words"),
        "text",
        placeholder=N_("As they said it, with the day"),
    ),
    Field("report_expected", N_("Report is expected"), "date", half=True),
    Field("decide_by", N_("Decide by"), "date", half=True),
    Field("decide_by_source", N_("Who gave you the day to decide, and why")),
)

ANSWER: Final = (
    Field("day", N_("When did you ask?"), "date", past=True),
    Field("note", N_("What did they say?"), "text", placeholder=N_("In their own words, and who said it")),
)
