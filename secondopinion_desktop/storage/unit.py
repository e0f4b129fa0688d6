"""The changes of one transaction: row, journal and search index together. Imported with SQLModel, when one is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.handles import real
from secondopinion_desktop.model.row import ROW_FIELDS, Row, rules_of
from secondopinion_desktop.model.tables import BY_NAME
from secondopinion_desktop.storage import indexing, standing
from secondopinion_desktop.storage.store import NewerWords, RowGone, Step

if TYPE_CHECKING:
    from sqlmodel import Session

    from secondopinion_desktop.storage.journal import Journal

R = TypeVar("R", bound=Row)


@dataclass
class Unit:
    """The changes of one transaction. Made by `Store.writing`."""

    session: Session
    journal: Journal
    author: str
    touched: list[tuple[str, str]] = field(default_factory=list)
    inverse: list[Step] = field(default_factory=list)
    kept_aside: set[tuple[str, object]] = field(default_factory=set)
    """Rows that were written in although they were removed, each with when it was."""

    def get(self, table: type[R], row_id: str) -> R | None:
        """Return one row as this transaction sees it, removed or not, or None."""
        return self.session.get(real(table), row_id)

    def get_one(self, table: type[R], row_id: str) -> R:
        """Return one row as this transaction sees it, removed or not. Raises SQLAlchemy's NoResultFound."""
        return self.session.get_one(real(table), row_id)

    def add(self, row: R) -> R:
        """Insert `row`. Raises FieldError if it breaks a rule of its table."""
        table = type(row)
        given = {name: getattr(row, name) for name in table.model_fields}
        values = {**given, **checked(table, {name: v for name, v in given.items() if name not in ROW_FIELDS})}
        moment = clock.tick()
        values |= {"created_at": moment, "updated_at": moment, "created_by": self.author, "updated_by": self.author}
        self.session.execute(_columns(table).insert().values(values))
        self.journal.made(table, values)
        indexing.keep(self.session, table, values)
        self._note(table, row.id, Step("remove", _name(table), row.id, left=standing.alone(values)))
        for name, value in values.items():
            setattr(row, name, value)
        return row

    def change(self, table: type[Row], row_id: str, **values: Any) -> bool:
        """Set fields of a row; return whether anything is different now. Raises FieldError, RowGone.

        What is written in a row that was removed meanwhile is kept in it: no word is lost, and leaving says so.
        """
        table = real(table)
        before = self._values(table, row_id)
        kept = {name: value for name, value in before.items() if name not in ROW_FIELDS}
        after = checked(table, {**kept, **values})
        changed = {name: after[name] for name in values if after[name] != before[name]}
        if not changed:
            return False
        self._update(table, before, changed)
        self.journal.changed(table, row_id, changed)
        if before["removed_at"] is not None:
            self.kept_aside.add((row_id, before["removed_at"]))
            return True
        old = tuple((name, before[name]) for name in changed)
        self._note(table, row_id, Step("change", _name(table), row_id, old, tuple(changed.items())))
        return True

    def remove(self, table: type[Row], row_id: str) -> None:
        """Hide a row; it can be restored."""
        table = real(table)
        before = self._values(table, row_id)
        if before["removed_at"] is not None:
            return
        moment = clock.now()
        self._update(table, before, {"removed_at": moment})
        self.journal.removed(table, row_id, moment)
        self._note(table, row_id, Step("restore", _name(table), row_id))

    def restore(self, table: type[Row], row_id: str) -> None:
        """Bring a removed row back."""
        table = real(table)
        before = self._values(table, row_id)
        if before["removed_at"] is None:
            return
        self._update(table, before, {"removed_at": None})
        self.journal.changed(table, row_id, {"removed_at": None})
        left = standing.of(self.session, table, before)
        self._note(table, row_id, Step("remove", _name(table), row_id, left=left))

    def take_back(self, step: Step) -> bool:
        """Do what an earlier transaction said would take it back; return whether all of it was as that had left it.

        A field that holds something newer stays as it is. Raises NewerWords for a row to be removed that does, or that
        something newer belongs to; RowGone.
        """
        table = BY_NAME[step.table]
        before = self._values(table, step.row_id)
        if step.verb == "restore":
            self.restore(table, step.row_id)
        elif before["removed_at"] is not None:
            return step.verb == "remove"
        elif step.verb == "remove":
            if standing.of(self.session, table, before) != step.left:
                raise NewerWords
            self.remove(table, step.row_id)
        else:
            return self._change_back(table, before, step)
        return True

    def _change_back(self, table: type[Row], before: dict[str, Any], step: Step) -> bool:
        left = dict(step.left)
        untouched = {name: value for name, value in step.values if before[name] == left[name]}
        try:
            self.change(table, step.row_id, **untouched)
        except FieldError:  # it does not go together with what is newer
            return False
        return len(untouched) == len(step.values)

    def _values(self, table: type[Row], row_id: str) -> dict[str, Any]:
        columns = _columns(table)
        row = self.session.execute(columns.select().where(columns.c.id == row_id)).mappings().first()
        if row is None:
            raise RowGone(_("This is no longer in the file."), _("Close the page and open it again."))
        return dict(row)

    def _update(self, table: type[Row], before: dict[str, Any], changed: dict[str, Any]) -> None:
        columns = _columns(table)
        stamp = {"updated_at": clock.now(), "updated_by": self.author}
        self.session.execute(columns.update().where(columns.c.id == before["id"]).values(**changed, **stamp))
        indexing.keep(self.session, table, {**before, **changed})

    def _note(self, table: type[Row], row_id: str, inverse: Step) -> None:
        self.touched.append((_name(table), row_id))
        self.inverse.insert(0, inverse)


def checked(table: type[Row], values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` after the rules of `table`. Raises FieldError for the first field that breaks one."""
    try:
        rules = rules_of(real(table)).model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        cause = first.get("ctx", {}).get("error")
        sentence = str(cause) if isinstance(cause, ValueError) else _("This cannot be kept as it is. Please check it.")
        raise FieldError(str(first["loc"][0]) if first["loc"] else "", sentence) from None
    return {name: getattr(rules, name) for name in type(rules).model_fields}


def _columns(table: type[Row]) -> Any:
    return table.__table__  # type: ignore[attr-defined]


def _name(table: type[Row]) -> str:
    return str(table.__tablename__)
