"""A person who has a keyboard and nothing else: goes about with Tab, and hears the name of what has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QWidget

from tests.helpers.hands import NOTHING_HELD, SHIFT, focused, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QKeyCombination

MOST_STOPS = 80
_LOOK_MS = 20
PATIENCE_MS = 30_000


class StrayWindows(QObject):
    """Notices windows nobody asked for: parts shown before they had their place. They take the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() in {Qt.WindowType.Window, Qt.WindowType.Widget}
            if plain and not isinstance(watched, QMainWindow):
                self.seen.append(f"{type(watched).__name__} {heard(watched)!r}")
        return super().eventFilter(watched, event)


def heard(widget: QWidget | None = None) -> str:
    """Return what a screen reader calls a widget, or what has the keyboard.

    What it was named by us goes first: of a list, Qt gives the choice for its name on some systems.
    """
    widget = widget or focused()
    interface = QAccessible.queryAccessibleInterface(widget)
    spoken = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return widget.accessibleName() or spoken


def read_through(widget: QWidget) -> list[str]:
    """Return what a screen reader says that goes through all that is seen in a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    parts = [interface.child(number) for number in range(interface.childCount())]
    return [part.text(QAccessible.Text.Name) for part in parts if not part.state().invisible]


def keys(chord: str) -> None:
    """Press keys as a menu writes them: "Ctrl+Shift+N"."""
    sequence: Any = QKeySequence(chord)  # its stubs do not know that its keys can be asked for
    pressed: QKeyCombination = sequence[0]
    press(pressed.key(), pressed.keyboardModifiers())


def enter() -> None:
    """Press Enter."""
    press(Qt.Key.Key_Return)


def tab_to(name: str, *, back: bool = False, at_most: int = MOST_STOPS) -> list[str]:
    """Press Tab (with `back`, Shift+Tab) until what is called `name` has the keyboard; return the stops on the way.

    Fails if there is no such stop within `at_most`: it cannot be reached, or a stop before it does not let go.
    """
    stops: list[str] = []
    for _turn in range(at_most):
        press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NOTHING_HELD)
        stops.append(heard())
        if stops[-1] == name:
            return stops
    raise AssertionError(f"no way by Tab to {name!r}; there were {stops}")


def go_to(name: str) -> None:
    """Stay where this is what has the keyboard, or go there with Tab."""
    if heard() != name:
        tab_to(name)


def choose(words: str) -> None:
    """Choose from the list that has the keyboard, with the arrow keys."""
    combo = focused()
    assert isinstance(combo, QComboBox), f"{heard()!r} is no list"
    press(Qt.Key.Key_Home)
    for _step in range(combo.count()):
        if combo.currentText() == words:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"no {words!r} in {heard()!r}")


def until(what: Callable[[], object], looked_for: str) -> None:
    """Let the program work until `what` is true. Fails after half a minute, in the words of `looked_for`."""
    if what():
        return
    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    glance = QTimer(interval=_LOOK_MS)

    def look() -> None:
        if what():
            loop.quit()

    glance.timeout.connect(look)
    patience.start()
    glance.start()
    loop.exec()
    glance.stop()
    assert what(), f"{looked_for} did not come"
