"""Overview: where things stand, in ten seconds."""

from secondopinion_desktop.ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
