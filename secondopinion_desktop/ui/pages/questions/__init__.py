"""Questions: what to ask first, what else, and ideas."""

from secondopinion_desktop.ui.pages.questions.page import QuestionsPage

__all__ = ["QuestionsPage"]
