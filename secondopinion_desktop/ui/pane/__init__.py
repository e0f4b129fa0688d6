"""The right pane: people and insurance. Imported when it is first shown."""

from secondopinion_desktop.ui.pane.pane import PeoplePane

__all__ = ["PeoplePane"]
