"""The fields of the insurance step: what the plan answered, what it costs, its "no", and what was paid."""

from __future__ import annotations

from typing import Final

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import AppealLevel, CoverageAnswer, Network
from secondopinion_desktop.ui.forms.spec import FieldSpec as Field

ANSWERS: Final = (
    Field("pays_second_opinion", N_("Does it pay for a second opinion?"), "choice", choices=CoverageAnswer, half=True),
    Field("requires_second_opinion", N_("Does it ask for one first?"), "yes3", half=True),
    Field("must_choose_from_list", N_("Must you choose from its list?"), "yes3", half=True),
    Field("video_counts", N_("Does a video visit count?"), "yes3", half=True),
    Field("third_if_differ", N_("Does it pay for a third if two differ?"), "yes3", half=True),
)

PLAN_COSTS: Final = (
    Field("copay", N_("Copay"), "money", explains="copay", half=True),
    Field("coinsurance", N_("Coinsurance"), "money", explains="coinsurance", half=True),
    Field("deductible_left", N_("Deductible still to pay"), "money", explains="deductible", half=True),
    Field("out_of_pocket_left", N_("Left until the yearly limit"), "money", explains="out_of_pocket_limit", half=True),
)
ESTIMATES: Final = (
    Field("visit_estimate", N_("What the visit may cost"), "money", half=True),
    Field("pathology_estimate", N_("What the slide review may cost"), "money", half=True),
    Field("scan_estimate", N_("What the scan review may cost"), "money", half=True),
    Field("estimate_on", N_("Date of the written estimate"), "date", past=True, half=True),
)
COSTS: Final = (*PLAN_COSTS, *ESTIMATES)
PRICE: Final = (
    Field("self_pay_quote", N_("Price if you pay yourself"), "money", explains="good_faith_estimate"),
    *ESTIMATES,
)

NETWORK: Final = (
    Field("status", N_("What they said"), "choice", choices=Network, half=True),
    Field("checked_on", N_("Asked on"), "date", past=True, half=True),
    Field("checked_with", N_("Who told you"), placeholder=N_("First name, and which office")),
    Field("contact_id", N_("Which one"), "contact"),
)

DENIAL: Final = (
    Field("what", N_("What did the plan say no to?"), placeholder=N_("The new look at the slides")),
    Field("denied_on", N_("Date of the letter"), "date", past=True, half=True),
    Field("appeal_by", N_("Last day to appeal"), "date", explains="appeal", half=True),
    Field("reason", N_("Their reason, in their own words"), "text"),
    Field("letter_where", N_("Where the letter is"), placeholder=N_("Blue folder, or attach a copy below")),
    Field("level", N_("Who looks at it again?"), "choice", choices=AppealLevel, half=True, group=N_("The appeal")),
    Field("filed_on", N_("Sent on"), "date", past=True, half=True),
    Field("filed_how", N_("How it was sent"), half=True, placeholder=N_("By fax, with a letter")),
    Field("help_from", N_("Who helps you"), half=True),
    Field("result", N_("What came of it"), half=True),
    Field("result_on", N_("Answer came on"), "date", past=True, half=True),
)

EXPENSE: Final = (
    Field("what", N_("What was it for?"), needed=True, placeholder=N_("Garage, courier, copies")),
    Field("day", N_("Date"), "date", past=True, half=True),
    Field("amount", N_("Amount"), "money", half=True, placeholder=N_("Like $12.50")),
    Field("paid_by", N_("Who paid")),
    Field("note", N_("Note"), "text", lines=1, placeholder=N_("Where the receipt is")),
)
