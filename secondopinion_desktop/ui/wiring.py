"""Which page stands behind each key of the window. A page is imported when it is first visited."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from secondopinion_desktop.ui.navigation import step_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

_PAGES = "secondopinion_desktop.ui.pages"
_BY_KEY = {
    "overview": ("overview", "OverviewPage"),
    "notes": ("notes", "NotesPage"),
    "questions": ("questions", "QuestionsPage"),
    "records": ("records", "RecordsPage"),
    "opinions": ("opinions", "OpinionsPage"),
}


def page_factories(file: OpenFile, messages: Messages) -> dict[str, Callable[[QWidget], QWidget]]:
    """Return what makes each page of an open file, by its key."""
    factories: dict[str, Callable[[QWidget], QWidget]] = {
        key: partial(_page, module, name, file, messages) for key, (module, name) in _BY_KEY.items()
    }
    for key, _name in file.steps.names():
        factories[step_page(key)] = partial(_step_page, key, file, messages)
    return factories


def make_pane(file: OpenFile, messages: Messages) -> QWidget:
    """Make the right pane."""
    from secondopinion_desktop.ui.pane import PeoplePane  # noqa: PLC0415 - not needed for the first picture

    return PeoplePane(file, messages)


def _page(module: str, name: str, file: OpenFile, messages: Messages, parent: QWidget) -> QWidget:
    page: QWidget = getattr(import_module(f"{_PAGES}.{module}"), name)(file, messages, parent)
    return page


def _step_page(key: str, file: OpenFile, messages: Messages, parent: QWidget) -> QWidget:
    from secondopinion_desktop.ui.pages.step import StepPage  # noqa: PLC0415

    page = StepPage(file, messages, parent)
    page.show_step(key)
    return page
