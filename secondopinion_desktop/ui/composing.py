"""Letters that are still being composed, as with Japanese or an accent: they belong to what was typed.

Each of our editors tells `note` what is being composed in it, and that nothing is while it takes letters: what hears of
them and saves at once would hand over the same ones again. Whatever saves at once calls `finish` first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_composed: tuple[ref[QWidget], str] | None = None


def note(editor: QWidget, letters: str) -> None:
    """Hear what is being composed in `editor`; an empty text when it is finished."""
    global _composed  # noqa: PLW0603 - there is one keyboard
    _composed = (ref(editor), letters) if letters else None


def finish() -> None:
    """Take what is being composed for typed. Costs nothing while nothing is."""
    if _composed is not None:
        QGuiApplication.inputMethod().commit()
        _give()


def _give() -> None:
    """Hand over what the input method has kept to itself all the same."""
    global _composed
    if _composed is None:
        return
    (known, letters), _composed = _composed, None
    editor = known()
    if editor is not None and isValid(editor):
        event = QInputMethodEvent()
        event.setCommitString(letters)
        QApplication.sendEvent(editor, event)
