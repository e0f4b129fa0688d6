"""Dialogs: what needs more input than a page asks for."""
