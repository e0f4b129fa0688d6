"""The line of key dates: which points it shows, and how it is drawn and read out."""

from secondopinion_desktop.ui.keydates.points import Missing, Point, missing, nearest, points
from secondopinion_desktop.ui.keydates.slim import SlimDates
from secondopinion_desktop.ui.keydates.strip import KeyDateStrip
from secondopinion_desktop.ui.keydates.tile import DateTile

__all__ = ["DateTile", "KeyDateStrip", "Missing", "Point", "SlimDates", "missing", "nearest", "points"]
