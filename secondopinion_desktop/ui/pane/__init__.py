"""The right pane: people and insurance. Imported when it is first shown."""

from secondopinion_desktop.ui.pane.pane import PeoplePane, usual_width

__all__ = ["PeoplePane", "usual_width"]
