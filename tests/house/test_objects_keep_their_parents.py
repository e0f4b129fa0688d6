"""PySide takes what some methods of a widget return for a child of that widget, and lets it go with it.

`shiboken6.dump` shows it: after `a.nextInFocusChain()` the next widget is a child of `a` for Python. When `a` goes,
the next is "already deleted" while Qt still uses it; the window crashed that way. For Tab see ui/widgets/taborder.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from tests.house.sources import last_name, modules

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ADOPTING = {
    "buddy", "findChild", "findChildren", "nextInFocusChain", "previousInFocusChain", "splitter", "topLevelWidget",
}  # fmt: skip


def test_nobody_asks_a_widget_for_what_it_would_adopt() -> None:
    found = [module.at(call) for module in modules() for call in module.calls() if last_name(call.func) in ADOPTING]
    assert found == []


def test_asking_for_the_next_in_the_focus_chain_still_adopts_it(qtbot: QtBot) -> None:
    """When this fails, PySide was mended, and this file can go."""
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton(window), QPushButton(window)
    first.nextInFocusChain()
    assert f"parent............ {first!r}".split("(")[0] in shiboken6.dump(second)


def test_a_handle_still_adopts_the_splitter_it_is_asked_for(qtbot: QtBot) -> None:
    """The editor of the notes was "already deleted" that way, once a pane had left its splitter with its handle."""
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    handle = splitter.handle(1)
    handle.splitter()
    assert f"parent............ {handle!r}".split("(")[0] in shiboken6.dump(splitter)
