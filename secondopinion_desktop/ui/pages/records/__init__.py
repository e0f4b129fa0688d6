"""Records: who holds each, and whether it has reached the second doctor."""

from secondopinion_desktop.ui.pages.records.page import RecordsPage

__all__ = ["RecordsPage"]
