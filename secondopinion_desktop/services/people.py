"""The person the file is about, where they stand, and who writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.handles import Author, Person, Situation
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.coverage import fit_tasks
from secondopinion_desktop.services.rows import Rows

if TYPE_CHECKING:
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.storage.store import Store

R = TypeVar("R", bound="Row")


class Authors(Rows[Author]):
    """The people who write in this file."""

    table = Author
    adding = N_("Add a writer")
    changing = N_("Change a writer")
    removing = N_("Remove a writer")

    @property
    def current(self) -> str:
        """The id of whoever writes now."""
        return self.store.author

    def write_as(self, author_id: str) -> None:
        """Let `author_id` stand on every change from now on."""
        self.store.author = author_id

    def named(self, author_id: str) -> str:
        """Return a writer's name, or an empty text."""
        author = self.store.get(Author, author_id) if author_id else None
        return author.name if author else ""

    def label(self, author: Author) -> str:
        """Return "Claire (daughter)" or "Margaret"."""
        return f"{author.name} ({author.relation})" if author.relation else author.name


class People:
    """Rows a file has exactly once, and its authors."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.authors = Authors(store)

    def person(self) -> Person:
        """Return the person the file is about."""
        return self._only(Person)

    def situation(self) -> Situation:
        """Return where the person stands and which dates they were given."""
        return self._only(Situation)

    def change_person(self, *, origin: object | None = None, **values: Any) -> bool:
        """Set facts about the person. Raises FieldError."""
        with self._store.writing(_("Change personal details"), origin=origin) as unit:
            return unit.change(Person, ONLY, **values)

    def change_situation(self, *, origin: object | None = None, **values: Any) -> bool:
        """Set dates or answers about where the person stands. Raises FieldError."""
        before = self.situation().coverage
        with self._store.writing(_("Change dates and answers"), origin=origin) as unit:
            changed = unit.change(Situation, ONLY, **values)
            if values.get("coverage", before) != before:
                fit_tasks(unit, before, str(values["coverage"]))
            return changed

    def _only(self, table: type[R]) -> R:
        row = self._store.get(table, ONLY)
        if row is None:
            message = f"the file has no {table.__name__}"
            raise LookupError(message)
        return row
