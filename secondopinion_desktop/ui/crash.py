"""What happens when the program itself made a mistake: words are saved, then a calm page says so."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from secondopinion_desktop import __version__
from secondopinion_desktop.base.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from secondopinion_desktop.ui.messages import Messages

_log = logging.getLogger(__name__)


def details_of(error: BaseException) -> str:
    """Return what helps to find the mistake: kinds of errors and places in our code, never a person's words."""
    import platform  # noqa: PLC0415 - for a day that seldom comes

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
        from secondopinion_desktop.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - for a day that seldom comes

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
