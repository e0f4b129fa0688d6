"""Copying what nobody else should read: marked as secret for the system, and taken back after a minute."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

STAYS_MS: Final = 60_000
# What the clipboard histories of KDE, Windows and macOS look for.
_MARKS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    "application/x-nspasteboard-concealed-type": b"",
}


class SecretClipboard(QObject):
    """Copies one secret at a time; after a minute, or by `clear`, it is taken back if it is still there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.clear)

    def copy(self, secret: str) -> None:
        """Put `secret` on the clipboard."""
        data = QMimeData()
        data.setText(secret)
        for kind, value in _MARKS.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied = secret
        self._timer.start()

    def clear(self) -> None:
        """Take the secret back if nothing else was copied since."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""
