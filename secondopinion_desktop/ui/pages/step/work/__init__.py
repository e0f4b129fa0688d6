"""What a step is worked on with, under its checklist: one module for each step that has forms or lists of its own."""

from secondopinion_desktop.ui.pages.step.work.area import WorkArea

__all__ = ["WorkArea"]
