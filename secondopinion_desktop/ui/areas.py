"""The keyboard's way through the window: F6 from area to area, Tab through all of them in one fixed order."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from secondopinion_desktop.ui.widgets.taborder import as_laid_out


class Areas(QObject):
    """Areas in their order for Tab. Pages are built late, and Qt would put them behind everything built before.

    F6 goes sidebar, page, right pane, top bar; Tab goes sidebar, top bar, page, right pane. Tab also goes through
    `passed_by`, which F6 takes for a part of the top bar.
    """

    def __init__(self, whole: QWidget, areas: tuple[QWidget, ...], *, passed_by: QWidget) -> None:
        super().__init__(whole)
        self._areas = list(areas)
        self._passed_by = passed_by
        self._last: dict[QWidget, QWidget] = {}
        QApplication.instance().focusChanged.connect(self._remember)  # type: ignore[union-attr]

    def add(self, area: QWidget) -> None:
        """Add the last area."""
        self._areas.append(area)

    def step(self, offset: int) -> None:
        """Move the keyboard to the next area in the order of F6, or the one before."""
        sidebar, topbar, *others = (area for area in self._areas if area is not self._passed_by)
        order = [area for area in (sidebar, *others, topbar) if area.isVisible()]
        here = self._area_of(QApplication.focusWidget())
        here = topbar if here is self._passed_by else here
        if not order:
            return
        place = order.index(here) if here in order else (-1 if offset > 0 else 0)
        self.enter(order[(place + offset) % len(order)])

    def enter(self, area: QWidget) -> None:
        """Put the keyboard into an area: where it was last, else where the area begins."""
        last = self._last.get(area)
        if last is not None and shiboken6.isValid(last) and area.isAncestorOf(last) and _takes_tab(last):
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        start = getattr(area, "focus_start", None) or getattr(getattr(area, "page", None), "focus_start", None)
        if start is not None:
            start()
            if self._area_of(QApplication.focusWidget()) is area:
                return
        first = next(iter(self._stops(area)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tab(self, *, forward: bool, only: QWidget | None = None) -> bool:
        """Move the keyboard one stop on or back, within `only` or through all areas and around."""
        areas = [only] if only is not None else [area for area in self._areas if area.isVisible()]
        here = QApplication.focusWidget()
        stops = [stop for area in areas for stop in self._stops(area, but_also=here)]
        usable = [stop for stop in stops if _takes_tab(stop)]
        if not usable:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        _next_of(stops, here, forward=forward).setFocus(reason)
        return True

    @staticmethod
    def _stops(area: QWidget, but_also: QWidget | None = None) -> list[QWidget]:
        """Return what Tab stops at in `area`, as it is laid out; also the widget that has the keyboard."""
        seen = as_laid_out(area, seen_only=True)
        return [widget for widget in seen if widget is but_also or _takes_tab(widget)]

    def _area_of(self, widget: QWidget | None) -> QWidget | None:
        if widget is None:
            return None
        return next((area for area in self._areas if area is widget or area.isAncestorOf(widget)), None)

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        area = self._area_of(now)
        if area is not None and now is not None:
            self._last[area] = now


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    takes = policy & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _next_of(stops: list[QWidget], here: QWidget | None, *, forward: bool) -> QWidget:
    usable = [stop for stop in stops if _takes_tab(stop)]
    if here not in stops:
        return usable[0] if forward else usable[-1]
    place = stops.index(here)
    behind = [stop for stop in stops[place + 1 :] if _takes_tab(stop)]
    before = [stop for stop in stops[:place] if _takes_tab(stop)]
    if forward:
        return behind[0] if behind else usable[0]
    return before[-1] if before else usable[-1]
