"""Opinions side by side: what each doctor says on each topic, and what matters to the person. Never a score."""

from secondopinion_desktop.ui.pages.opinions.page import OpinionsPage

__all__ = ["OpinionsPage"]
