"""The page of one step: what it is for, its checklist, and what helps with it."""

from secondopinion_desktop.ui.pages.step.page import StepPage

__all__ = ["StepPage"]
