"""What does not fit: words that are cut, and pages that would have to be pushed sideways.

Words shortened with "…" are well if the tooltip has all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QScrollArea, QStyle, QStyleOptionComboBox

from secondopinion_desktop.ui.widgets import ElidedLabel, PageFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROUNDING = 2  # pixels
_TURNS = 8  # a long page of large letters takes six until every label has the height for its width


def does_not_fit(root: QWidget) -> list[str]:
    """Return what is cut or too wide in `root`, in words; nothing where all is well."""
    for page in root.findChildren(PageFrame):
        page.complete()
    found = []
    for _turn in range(_TURNS):  # a label that grows moves what stands around it, also one that gets its letters late
        QCoreApplication.sendPostedEvents()
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
            room = label.contentsRect()
            words = QLabel.text(label)  # with the places to break inside long words
            needed = label.fontMetrics().boundingRect(0, 0, room.width() + 1, 100_000, flags, words)
            if needed.width() > room.width() + _ROUNDING or needed.height() > room.height() + _ROUNDING:
                found.append(f"label cut: {label.text()[:60]} {needed.size()} {room.size()}")
    for button in root.findChildren(QAbstractButton):
        hint = button.sizeHint()
        shortened = button.text().endswith("…") and button.toolTip()
        if button.isVisible() and button.text() and button.width() < hint.width() and not shortened:
            found.append(f"button cut: {button.text()[:60]}")
    found += [f"choice cut: {c.currentText()[:60]}" for c in root.findChildren(QComboBox) if c.isVisible() and _cut(c)]
    found += [fault for area in root.findChildren(QScrollArea) for fault in _too_wide(area)]
    return found


def _too_wide(area: QScrollArea) -> list[str]:
    inside = area.widget()
    if inside is None or not area.isVisible():
        return []
    needed, seen = max(inside.width(), inside.minimumSizeHint().width()), area.viewport().width()
    return [f"too wide: {needed} in {seen}"] if needed > seen else []


def _cut(combo: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    too_long = combo.fontMetrics().horizontalAdvance(combo.currentText()) > room.width() + _ROUNDING
    return too_long and not combo.toolTip()
