"""What every aggregate can do with its rows: read, add, change, remove, bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import N_, _

if TYPE_CHECKING:
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.storage.store import Store

R = TypeVar("R", bound="Row")


class Rows(Generic[R]):
    """One table of the open file. Subclasses set `table`, its order, and the names of the changes for "Undo ..."."""

    table: type[R]
    order: ClassVar[tuple[str, ...]] = ()
    adding: ClassVar[str] = N_("Add")
    changing: ClassVar[str] = N_("Change")
    removing: ClassVar[str] = N_("Remove")

    def __init__(self, store: Store) -> None:
        self.store = store

    def get(self, row_id: str) -> R:
        """Return one row. Raises UserError if the file does not have it."""
        row = self.store.get(self.table, row_id)
        if row is None:
            raise UserError(_("This is no longer in the file."))
        return row

    def all(self, **equal: Any) -> list[R]:
        """Return the rows that are not removed, in their order; `equal` narrows by field values."""
        return self.store.rows(self.table, *self.order, **equal)

    def are_any(self) -> bool:
        """Return whether there is a row that is not removed, without reading it."""
        return self.store.are_any(self.table)

    def add(self, *, origin: object | None = None, **values: Any) -> R:
        """Add a row. Raises FieldError for a field that cannot be kept."""
        with self.store.writing(_(self.adding), origin=origin) as unit:
            return unit.add(self.table(**values))

    def change(self, row_id: str, *, origin: object | None = None, undoable: bool = True, **values: Any) -> bool:
        """Set fields of a row; return whether anything is different now. Raises FieldError.

        With `undoable=False` it is no step of the file's undo: for what is saved letter by letter in a field that has
        an undo of its own.
        """
        with self.store.writing(_(self.changing), origin=origin, undoable=undoable) as unit:
            return unit.change(self.table, row_id, **values)

    def remove(self, row_id: str, *, origin: object | None = None) -> None:
        """Remove a row; undo and "Removed items" bring it back."""
        with self.store.writing(_(self.removing), origin=origin) as unit:
            unit.remove(self.table, row_id)

    def restore(self, row_id: str) -> None:
        """Bring a removed row back."""
        with self.store.writing(_(N_("Bring back"))) as unit:
            unit.restore(self.table, row_id)


class Placed(Rows[R]):
    """Rows with a place of their own in a list, kept in `position`."""

    order: ClassVar[tuple[str, ...]] = ("position",)
    moving: ClassVar[str] = N_("Move")

    def _last_position(self, **equal: Any) -> float:
        rows: list[Any] = list(self.all(**equal))
        return max((row.position for row in rows), default=0.0)

    def _move(self, row_id: str, offset: int, among: list[R]) -> None:
        """Move a row `offset` places among its neighbours; at the end of the list it stays."""
        rows: list[Any] = list(among)
        place = next(number for number, row in enumerate(rows) if row.id == row_id)
        moved = rows.pop(place)
        rows.insert(max(0, min(len(rows), place + offset)), moved)
        with self.store.writing(_(self.moving)) as unit:
            for number, row in enumerate(rows, start=1):
                if row.position != number:
                    unit.change(self.table, row.id, position=float(number))
