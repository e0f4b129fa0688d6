"""Tasks as rows: the words about each, and the row one ticks. Used by Overview, the step pages and the task list."""

from secondopinion_desktop.ui.checklist.line import TaskLine
from secondopinion_desktop.ui.checklist.ticking import Ticking
from secondopinion_desktop.ui.checklist.words import When, meta_words, when_words

__all__ = ["TaskLine", "Ticking", "When", "meta_words", "when_words"]
