"""The composition root of the window: puts the parts together, and paints before it loads anything heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from secondopinion_desktop.base import i18n, paths
from secondopinion_desktop.base.process import harden_process
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.ui.application import Application
from secondopinion_desktop.ui.crash import CrashGuard
from secondopinion_desktop.ui.nowindow import a_plain_word_if_no_window_can_open
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.theme import Colors, Letters, Look, install_theme

if TYPE_CHECKING:
    from pathlib import Path


def run(argv: list[str], file: Path | None, make_program: type[Program] = Program) -> int:
    """Show the window, with `file` open if one was named; return the exit code when it was closed.

    A measurement passes a `make_program` of its own, which watches.
    """
    harden_process()
    settings = SettingsStore(paths.settings_dir() / "settings.json")
    i18n.use_language(settings.settings.language or QLocale.system().name())
    with a_plain_word_if_no_window_can_open():
        application = Application(argv)
    application.desktop_changed.connect(install_theme(application, look_of(settings)).keep_letters)
    program = make_program(settings)
    CrashGuard(program.window.messages, program.window.flush, program).install()
    application.file_asked.connect(program.open_named)
    program.start(file)
    code = application.exec()
    program.end()
    return code


def look_of(settings: SettingsStore) -> Look:
    """Return the look a person chose on this computer."""
    chosen = settings.settings
    return Look(Colors(chosen.colors), Letters(chosen.letters), chosen.text_percent)
