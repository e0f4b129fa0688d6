"""Find in this file: what was found, under the field, while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Column, PlainLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.services.finding import Finder, Found
    from secondopinion_desktop.ui.widgets import SearchEdit

Index = QModelIndex | QPersistentModelIndex
_RESTS_MS = 250
_ROWS_SEEN = 7
_PAD = 6
_FOUND_ROLE = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def show(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (found.title, found.place, plain(found.snippet)) if part)
        return found if role == _FOUND_ROLE else None


def plain(snippet: str) -> str:
    """Return a snippet without the marks around the words found."""
    from secondopinion_desktop.services.finding import MARK_END, MARK_START  # noqa: PLC0415 - the window paints first

    return " ".join(snippet.replace(MARK_START, "").replace(MARK_END, "").split())


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme()
        found: Found = index.data(_FOUND_ROLE)
        lines = QFontMetrics(look.font("strong")).height()
        if found.snippet:
            lines += QFontMetrics(look.font("small")).height()
        return QSize(option.rect.width(), lines + 2 * look.px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - enums the first page spares

        look = theme()
        found: Found = index.data(_FOUND_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(option.rect, look.color("accent_soft"))
        pad = look.px(_PAD)
        inner = option.rect.adjusted(2 * pad, pad, -2 * pad, -pad)
        body, small = look.font("strong"), look.font("small")
        place_width = QFontMetrics(small).horizontalAdvance(found.place)
        line = QFontMetrics(body).height()
        painter.setFont(small)
        painter.setPen(look.color("muted"))
        above = QRect(inner.left(), inner.top(), inner.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, found.place)
        words = QFontMetrics(small).elidedText(plain(found.snippet), Qt.TextElideMode.ElideRight, inner.width())
        below = QRect(inner.left(), inner.top() + line, inner.width(), inner.height() - line)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter.value, words)
        painter.setFont(body)
        painter.setPen(look.color("sel_text" if selected else "text"))
        room = above.width() - place_width - 2 * pad
        title = QFontMetrics(body).elidedText(found.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter.value, title)
        painter.restore()


class Finding(QFrame):
    """The list under the find field. `chosen` carries (kind, id).

    While one types it shows the newest first, which is quick; when typing rests, the best first.
    """

    chosen = Signal(str, str)

    def __init__(self, field: SearchEdit, over: QWidget, finder: Finder) -> None:
        super().__init__(over)
        self._field, self._over, self._finder = field, over, finder
        self.setProperty("kind", "popup")
        self.setAccessibleName(_("What was found"))
        column = Column(self, gap=0, margins=(1, 1, 1, 1))
        self.count = PlainLabel("", "small", "muted")
        self.count.setContentsMargins(12, 6, 12, 6)
        self.list = QListView()
        self.list.setAccessibleName(_("What was found"))
        self.list.setItemDelegate(_Delegate(self.list))
        self._model = _Model(self)
        self.list.setModel(self._model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        column.addWidget(self.count)
        column.addWidget(self.list)
        self._rest = QTimer(self, singleShot=True, interval=_RESTS_MS)
        self._rest.timeout.connect(self._rank)
        field.textEdited.connect(self._typed)
        field.returnPressed.connect(self._open_first)
        field.left.connect(self.leave)
        field.installEventFilter(self)
        self.list.installEventFilter(self)
        over.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._look_after_focus)  # type: ignore[union-attr]
        self.hide()

    def leave(self) -> None:
        """Close the list; the words stay in the field."""
        self._rest.stop()
        self.hide()

    def _typed(self, words: str) -> None:
        if not words.strip():
            self.leave()
            return
        self._show(self._finder.find(words))
        self._rest.start()

    def _rank(self) -> None:
        if self.isVisible():
            self._show(self._finder.find(self._field.text(), ranked=True))
            announce(self, self.count.text())

    def _show(self, found: Sequence[Found]) -> None:
        self._model.show(found)
        self.list.setVisible(bool(found))
        words = ngettext("{count} place", "{count} places", len(found)).format(count=len(found))
        self.count.setText(words if found else _("Nothing found. Fewer letters find more."))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        corner = self._field.mapTo(self._over, QPoint(0, self._field.height() + 4))
        width = min(max(self._field.width(), theme().text_px(420)), self._over.width() - corner.x() - 8)
        rows = min(self._model.rowCount(), _ROWS_SEEN)
        height = sum(self.list.sizeHintForRow(row) for row in range(rows)) + 4
        self.list.setFixedHeight(min(height, self._over.height() - corner.y() - 60))
        self.layout().activate()  # type: ignore[union-attr]
        self.setGeometry(corner.x(), corner.y(), width, self.sizeHint().height())

    def _choose(self, index: Index) -> None:
        found: Found | None = index.data(_FOUND_ROLE)
        if found is not None:
            self.leave()
            self.chosen.emit(*found.target)

    def _open_first(self) -> None:
        if self.isVisible() and self._model.rowCount():
            self._choose(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            if watched is self._field and event.key() == Qt.Key.Key_Down and self._model.rowCount():
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.list.setCurrentIndex(self._model.index(0))
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Escape:
                self.leave()
                self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            at_top = self.list.currentIndex().row() == 0
            if watched is self.list and event.key() == Qt.Key.Key_Up and at_top:
                self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        elif watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _look_after_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now not in {self._field, self.list}:
            self.leave()
