"""What a new file starts with: the person, their tasks and topics in the words of the guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.handles import Author, Person, Situation, Topic
from secondopinion_desktop.model.ids import ONLY, stable_id
from secondopinion_desktop.services.coverage import guide_tasks

if TYPE_CHECKING:
    from secondopinion_desktop.storage.store import Store


def seed(store: Store, name: str, *, kept_by_helper: bool = False) -> None:
    """Fill a new, empty file for the person called `name`. Raises FieldError if the name is empty."""
    with store.writing(_("Start file"), undoable=False) as unit:
        author = Author(name=name, is_person=True)
        unit.author = unit.journal.author = author.id
        unit.add(Person(id=ONLY, name=name, kept_by_helper=kept_by_helper))
        unit.add(Situation(id=ONLY))
        unit.add(author)
        for task in guide_tasks(""):
            unit.add(task)
        for position, row in enumerate(guidance.comparison_rows(), start=1):
            unit.add(
                Topic(
                    id=stable_id("topic", row.key),
                    key=row.key,
                    block=row.block,
                    name=row.name,
                    position=float(position),
                    shown=row.at_first,
                    private=row.private,
                )
            )
    store.author = author.id
