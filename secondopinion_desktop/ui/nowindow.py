"""Where no window can open, Qt ends the program at once: with a plain word about the cure instead of its own."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMessageLogContext


@contextmanager
def a_plain_word_if_no_window_can_open() -> Iterator[None]:
    """Make the application inside."""
    qInstallMessageHandler(_heard)
    try:
        yield
    finally:
        qInstallMessageHandler(None)


def why_no_window() -> str:
    """Return what is missing for a window, and the cure."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return _(
            "There is no display to open a window on. Start it in a desktop session, or over ssh with: ssh -X\n"
            "What it can do without a window: secondopinion --help"
        )
    return _(
        "The window cannot be opened: the display cannot be reached, or a library of the system is missing.\n"
        "Debian, Ubuntu: sudo apt install libxcb-cursor0 libegl1 libxkbcommon-x11-0\n"
        "Fedora: sudo dnf install xcb-util-cursor libglvnd-egl libxkbcommon-x11"
    )


def _heard(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if sys.stderr is None:  # a program with a window has none on Windows
        return
    if kind is not QtMsgType.QtFatalMsg:
        if not words.startswith(("could not connect", "From 6.5.0", "Could not load the Qt")):
            sys.stderr.write(words + "\n")
        return
    sys.stderr.write(why_no_window() + "\n")
    sys.stderr.flush()
    os._exit(1)  # Qt would abort, and the system would keep a picture of the memory
