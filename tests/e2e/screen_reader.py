"""A screen reader's eyes and hands, through AT-SPI. Runs on the system's own Python, which has pyatspi.

`screen_reader.py PYTHON FILE` starts the program with FILE, then does what a blind person would: hears the steps, opens
a note, writes, and listens for "Saved". Prints what it heard, a line each; exit code 1 if something was not there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pyatspi
from gi.repository import GLib

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 30.0
DEEPEST = 40
WORDS = "heard through the bus"
_pause = threading.Event()


def below(node: Any, roles: tuple[str, ...], depth: int = 0) -> Iterator[Any]:
    """Yield every object below `node` with one of these roles (any, if there are none)."""
    try:
        if not roles or node.getRoleName() in roles:
            yield node
        children = [node.getChildAtIndex(place) for place in range(node.childCount)]
    except (GLib.GError, AttributeError):  # what is gone by the time it is looked at
        return
    if depth < DEEPEST:
        for child in children:
            yield from below(child, roles, depth + 1)


def name_of(node: Any) -> str:
    try:
        return node.name or ""
    except GLib.GError:
        return ""


def first(frame: Any, roles: tuple[str, ...], words: str) -> Any:
    return next((node for node in below(frame, roles) if words in name_of(node)), None)


def note_editor(frame: Any) -> Any:
    return next((node for node in below(frame, ("text",)) if name_of(node) == "Note"), None)


def until(what: Callable[[], Any], looked_for: str) -> Any:
    """Look again and again until `what` finds something, or patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        _pause.wait(0.1)
    print(f"not there: {looked_for}")
    sys.exit(1)


def window() -> Any:
    for application in pyatspi.Registry.getDesktop(0):
        for frame in below(application, ("frame",), DEEPEST - 1):
            if "Margaret" in name_of(frame):
                return frame
    return None


def listen_and_write() -> None:
    frame = until(window, "the window")
    print(f"window: {frame.name}")
    until(lambda: first(frame, ("list item",), "Weigh your options"), "the steps")
    for node in below(frame, ("list item",)):
        print(f"step: {name_of(node)}")
    first(frame, ("push button",), "treatment plan with Dr. Rao").queryAction().doAction(0)
    editor = until(lambda: note_editor(frame), "the note")
    before = editor.queryText().getText(0, -1)
    print(f"note: {before!r}")
    editor.queryComponent().grabFocus()
    editor.queryEditableText().insertText(0, WORDS, len(WORDS))
    _pause.wait(1.0)  # it said "Saved" of the words before; these are saved within half a second
    saved = until(lambda: first(frame, ("label",), "Saved"), "that it is saved")
    print(f"heard: {name_of(saved)}")


def main(python: str, path: str) -> None:
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
    with subprocess.Popen([python, "-m", "secondopinion_desktop", path], env=environment) as program:
        try:
            listen_and_write()
        finally:
            program.terminate()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
