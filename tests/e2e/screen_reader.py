"""A screen reader's eyes and hands, through AT-SPI. Runs on the system's own Python, which has pyatspi.

`screen_reader.py PYTHON FILE` starts the program with FILE, then does what a blind person would: hears the steps, opens
the notes, writes, and listens for "Saved". Prints what it heard, a line each; exit code 1 if something was not there.
"""

import os
import subprocess
import sys
import threading
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 30.0
DEEPEST = 40
WORDS = "heard through the bus"
_pause = threading.Event()


def names(node, wanted, depth=0):
    """Yield every object below `node` whose role is one of `wanted` (all if empty)."""
    try:
        if not wanted or node.getRoleName() in wanted:
            yield node
        children = [node.getChildAtIndex(place) for place in range(node.childCount)]
    except (GLib.GError, AttributeError):  # what is gone by the time it is looked at
        return
    if depth < DEEPEST:
        for child in children:
            yield from names(child, wanted, depth + 1)


def until(what, looked_for):
    """Look again and again until `what` finds something, or patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        _pause.wait(0.1)
    print(f"not there: {looked_for}")
    sys.exit(1)


def window():
    for application in pyatspi.Registry.getDesktop(0):
        for frame in application or ():
            if frame is not None and frame.getRoleName() == "frame" and "Second Opinion" in frame.name:
                return frame
    return None


def name_of(node):
    try:
        return node.name or ""
    except GLib.GError:
        return ""


def first(frame, roles, name):
    return next((node for node in names(frame, roles) if name in name_of(node)), None)


def note_editor(frame):
    return next((node for node in names(frame, ("text",)) if name_of(node) == "Note"), None)


def main(python, path):
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
    program = subprocess.Popen([python, "-m", "secondopinion_desktop", path], env=environment)
    try:
        listen_and_write()
    finally:
        program.terminate()
        program.wait()


def listen_and_write():
    frame = until(window, "the window")
    print(f"window: {frame.name}")
    until(lambda: first(frame, ("list item",), "Weigh your options"), "the steps")
    for node in names(frame, ("list item",)):
        print(f"heard: {node.name}")
    first(frame, ("push button",), "treatment plan with Dr. Rao").queryAction().doAction(0)
    editor = until(lambda: note_editor(frame), "the note")
    print(f"note: {editor.name}")
    editor.queryComponent().grabFocus()
    editor.queryEditableText().insertText(0, WORDS, len(WORDS))
    saved = until(lambda: first(frame, (), "Saved"), "that it is saved")
    print(f"heard: {saved.name}")
    text = editor.queryText()
    print(f"text: {text.getText(0, text.characterCount)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
