"""Files opened before, with where they lie and when they were changed, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    Column,
    ElidedLabel,
    IconButton,
    IconLabel,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHOWN_AT_FIRST: Final = 3


def last_changes(paths: Iterable[Path]) -> dict[Path, datetime | None]:
    """Return when each file was changed last (UTC), None for one that is not there. May wait for a slow drive."""
    found: dict[Path, datetime | None] = {}
    for path in paths:
        try:
            found[path] = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            found[path] = None
    return found


def where_and_when(path: Path, changed: datetime | None) -> str:
    """Return "Documents, changed yesterday at 4:15 PM"; `changed` is aware, None for a file that is not there."""
    folder = path.parent.name or str(path.parent)
    if changed is None:
        return _("{folder}, not found at the moment").format(folder=folder)
    here = changed.astimezone()
    day, today = here.date(), clock.today()
    if 0 <= (today - day).days <= 1:
        time = formats.clock_time(f"{here:%H:%M}")
        words = formats.day_from_today(day, today)
        return _("{folder}, changed {day} at {time}").format(folder=folder, day=words, time=time)
    return _("{folder}, changed on {day}").format(folder=folder, day=formats.day_short(day, today))


class RecentRow(QWidget):
    """One file: name, where and when, open, and take it off the list."""

    open_requested = Signal(Path)
    forget_requested = Signal(Path)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        row = Row(self, gap=10, margins=(0, 4, 0, 4))
        row.addWidget(IconLabel("file", "muted", 20))
        words = Column(gap=0)
        self.name = ElidedLabel(path.stem, middle=True)
        self.where = PlainLabel(path.parent.name or str(path.parent), "small", "muted")
        words.addWidget(self.name)
        words.addWidget(self.where)
        row.addLayout(words, 1)
        self.opener = Button(_("Open"))
        self.opener.setAccessibleName(_("Open {name}").format(name=path.stem))
        self.opener.clicked.connect(self._open)
        row.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignVCenter)
        self.forgetter = IconButton("close", _("Take {name} off this list").format(name=path.stem), ink="muted")
        self.forgetter.clicked.connect(self._forget)
        row.addWidget(self.forgetter, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_change(self, changed: datetime | None) -> None:
        """Say when it was changed, or that it is not there."""
        self.where.setText(where_and_when(self.path, changed))
        self.opener.setAccessibleDescription(self.where.text())

    def _open(self) -> None:
        self.open_requested.emit(self.path)

    def _forget(self) -> None:
        self.forget_requested.emit(self.path)


class RecentFiles(Box):
    """The list under the choices; hidden while it is empty."""

    open_requested = Signal(Path)
    forget_requested = Signal(Path)

    def __init__(self, paths: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=2)
        column.addWidget(PlainLabel(_("Opened before"), "small-strong"))
        self.rows = [RecentRow(path) for path in paths]
        for row in self.rows:
            row.open_requested.connect(self.open_requested)
            row.forget_requested.connect(self._forget)
            column.addWidget(row)
        self.all_button = Button(_("Show all {count}").format(count=len(paths)), "quiet")
        self.all_button.clicked.connect(self._show_all)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_some()

    def show_changes(self, changes: Mapping[Path, datetime | None]) -> None:
        """Say of each file when it was changed."""
        for row in self.rows:
            if row.path in changes:
                row.show_change(changes[row.path])

    def _show_some(self) -> None:
        for row in self.rows[_SHOWN_AT_FIRST:]:
            row.hide()
        # Nothing is shown here: what has no parent yet would become a window.
        if len(self.rows) <= _SHOWN_AT_FIRST:
            self.all_button.hide()
        if not self.rows:
            self.hide()

    def _show_all(self) -> None:
        self.all_button.hide()
        for row in self.rows:
            row.show()
        self.rows[_SHOWN_AT_FIRST].opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, path: Path) -> None:
        number = next(number for number, row in enumerate(self.rows) if row.path == path)
        gone = self.rows.pop(number)
        gone.hide()
        gone.deleteLater()
        self.setVisible(bool(self.rows))
        visible = [row for row in self.rows if row.isVisibleTo(self)]
        if visible:
            visible[min(number, len(visible) - 1)].opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.forget_requested.emit(path)
