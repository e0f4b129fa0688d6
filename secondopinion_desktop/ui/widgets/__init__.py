"""The parts every screen is made of: how they look, and how hand, keyboard and screen reader use them. No data.

Each is imported when it is first asked for: the first picture is made of a few. What is imported below, for type
checkers, stands in `_HOMES` too.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondopinion_desktop.ui.widgets.banner import Banner, BannerAction
    from secondopinion_desktop.ui.widgets.breakpoints import Breakpoints
    from secondopinion_desktop.ui.widgets.buttons import (
        Button,
        ForwardButton,
        IconButton,
        button_text,
        press_by_enter,
        quiet_button,
    )
    from secondopinion_desktop.ui.widgets.dialog import Dialog
    from secondopinion_desktop.ui.widgets.editors import ComboBox, DateEdit, GrowingText, LineEdit, SearchEdit
    from secondopinion_desktop.ui.widgets.fields import ComboField, DateField, FieldFrame, LineField, TextField
    from secondopinion_desktop.ui.widgets.focusring import FocusRing
    from secondopinion_desktop.ui.widgets.labels import ElidedLabel, IconLabel, PlainLabel, plain_tooltip, restyle
    from secondopinion_desktop.ui.widgets.layouts import Box, Column, Grid, Line, Row
    from secondopinion_desktop.ui.widgets.page import PageFrame
    from secondopinion_desktop.ui.widgets.paintedbutton import PaintedButton
    from secondopinion_desktop.ui.widgets.portions import Portions, Still, let_be_seen
    from secondopinion_desktop.ui.widgets.rowbutton import RowButton
    from secondopinion_desktop.ui.widgets.rows import CheckRow, TickBox
    from secondopinion_desktop.ui.widgets.scrolling import ScrollArea, bring_into_view, bring_keyboard_into_view
    from secondopinion_desktop.ui.widgets.status import StatusIcon, status_icon
    from secondopinion_desktop.ui.widgets.surfaces import Card, Chip, EmptyState
    from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out
    from secondopinion_desktop.ui.widgets.tabs import TabBar
    from secondopinion_desktop.ui.widgets.toast import MessageSlot, announce

_HOMES = {
    "banner": "Banner BannerAction",
    "breakpoints": "Breakpoints",
    "buttons": "Button ForwardButton IconButton button_text press_by_enter quiet_button",
    "dialog": "Dialog",
    "editors": "ComboBox DateEdit GrowingText LineEdit SearchEdit",
    "fields": "ComboField DateField FieldFrame LineField TextField",
    "focusring": "FocusRing",
    "labels": "ElidedLabel IconLabel PlainLabel plain_tooltip restyle",
    "layouts": "Box Column Grid Line Row",
    "page": "PageFrame",
    "paintedbutton": "PaintedButton",
    "portions": "Portions Still let_be_seen",
    "rowbutton": "RowButton",
    "rows": "CheckRow TickBox",
    "scrolling": "ScrollArea bring_into_view bring_keyboard_into_view",
    "status": "StatusIcon status_icon",
    "surfaces": "Card Chip EmptyState",
    "taborder": "order_as_laid_out",
    "tabs": "TabBar",
    "toast": "MessageSlot announce",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


if not TYPE_CHECKING:  # else a type checker would believe in every name

    def __getattr__(name: str) -> object:
        if name not in _HOME_OF:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        part = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        globals()[name] = part  # asked for once
        return part
