"""The left side of the window."""

from secondopinion_desktop.ui.sidebar.sidebar import Sidebar

__all__ = ["Sidebar"]
