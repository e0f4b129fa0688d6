"""The bookshelf: shipped knowledge as frozen dataclasses, read on first use, in the person's language."""

from secondopinion_desktop.guidance.shelf import GuidanceError
from secondopinion_desktop.guidance.steps import STEP_KEYS, GuideTask, Owner, Related, Step, Target, step, steps

__all__ = ["STEP_KEYS", "GuidanceError", "GuideTask", "Owner", "Related", "Step", "Target", "step", "steps"]
