"""What happens when the program itself made a mistake: words are saved, then a calm page says so."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from secondopinion_desktop import __version__
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Dialog, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from secondopinion_desktop.ui.messages import Messages

_log = logging.getLogger(__name__)


def details_of(error: BaseException) -> str:
    """Return what helps to find the mistake: kinds of errors and places in our code, never a person's words."""
    lines = [f"Second Opinion {__version__}, Python {platform.python_version()}, {platform.system()}"]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__qualname__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)


class CrashGuard(QObject):
    """Catches what nobody caught, on every thread, and shows one page at a time on the main one."""

    _caught = Signal(str)
    _met = Signal(object)  # trouble of the world, which nobody on the way told

    def __init__(self, messages: Messages, flush: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages, self._flush = messages, flush
        self._showing = False
        self._caught.connect(self._show)
        self._met.connect(self._report)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Take one error that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserError):
            self._met.emit(error)
            return
        details = details_of(error)
        _log.error("unexpected error\n%s", details)
        self._caught.emit(details)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _show(self, details: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            saved = self._flush() is not False
        except Exception:  # noqa: BLE001 - one mistake is being told already
            saved = False
            _log.error("could not save after an unexpected error")
        try:
            self._messages.run(CrashDialog(details, saved=saved))
        finally:
            self._showing = False

    def _report(self, trouble: UserError) -> None:
        self._messages.report(trouble)


class CrashDialog(Dialog):
    """Says that it was our mistake, that nothing is lost, and what can be copied for whoever mends it."""

    def __init__(self, details: str, *, saved: bool = True) -> None:
        super().__init__(_("Something went wrong"), width=560)
        self._details = details
        self.add(PlainLabel(_("Something went wrong in the program"), "card-title"))
        kept = _("What you wrote is saved.") if saved else _("Your last words are not saved yet: copy them first.")
        go_on = _("You can go on, or close and open the program.")
        self.add(PlainLabel(f"{_('It was not your mistake.')} {kept} {go_on}"))
        self.add(
            PlainLabel(
                _("These details hold nothing you wrote. You can send them to whoever looks after it:"),
                "small",
                "muted",
            )
        )
        box = QPlainTextEdit(details)
        box.setReadOnly(True)
        box.setAccessibleName(_("Details"))
        box.setTabChangesFocus(True)
        self.add(box)
        copy = self.add_button(_("Copy details"), icon_name="copy")
        copy.clicked.connect(self._copy)
        close = self.add_button(_("Go on"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
