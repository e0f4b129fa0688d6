"""The parts every screen is made of: how they look, and how hand, keyboard and screen reader use them. No data."""

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
from secondopinion_desktop.ui.widgets.portions import Portions, Still
from secondopinion_desktop.ui.widgets.rowbutton import RowButton
from secondopinion_desktop.ui.widgets.rows import CheckRow
from secondopinion_desktop.ui.widgets.scrolling import ScrollArea, bring_into_view, bring_keyboard_into_view
from secondopinion_desktop.ui.widgets.status import StatusIcon, status_icon
from secondopinion_desktop.ui.widgets.surfaces import Card, Chip, EmptyState
from secondopinion_desktop.ui.widgets.taborder import order_as_laid_out
from secondopinion_desktop.ui.widgets.tabs import TabBar
from secondopinion_desktop.ui.widgets.toast import MessageSlot, announce

__all__ = [
    "Banner",
    "BannerAction",
    "Box",
    "Breakpoints",
    "Button",
    "Card",
    "CheckRow",
    "Chip",
    "Column",
    "ComboBox",
    "ComboField",
    "DateEdit",
    "DateField",
    "Dialog",
    "ElidedLabel",
    "EmptyState",
    "FieldFrame",
    "FocusRing",
    "ForwardButton",
    "Grid",
    "GrowingText",
    "IconButton",
    "IconLabel",
    "Line",
    "LineEdit",
    "LineField",
    "MessageSlot",
    "PageFrame",
    "PaintedButton",
    "PlainLabel",
    "Portions",
    "Row",
    "RowButton",
    "ScrollArea",
    "SearchEdit",
    "StatusIcon",
    "Still",
    "TabBar",
    "TextField",
    "announce",
    "bring_into_view",
    "bring_keyboard_into_view",
    "button_text",
    "order_as_laid_out",
    "plain_tooltip",
    "press_by_enter",
    "quiet_button",
    "restyle",
    "status_icon",
]
