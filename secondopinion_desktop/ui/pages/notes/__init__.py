"""Appointments and notes: one list by date, the text, and the questions of the visit beside it."""

from secondopinion_desktop.ui.pages.notes.page import NotesPage

__all__ = ["NotesPage"]
