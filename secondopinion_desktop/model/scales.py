"""Scales that people answer in words. Nothing is ever added up."""

from secondopinion_desktop.base.i18n import N_

MATTERS = (
    N_("not at all"),
    N_("a little"),
    N_("some"),
    N_("quite a bit"),
    N_("a lot"),
    N_("most of all"),
)
"""How much something matters to a person, 0 to 5, in words. Never added up."""
