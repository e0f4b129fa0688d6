"""What every row has in common: its id, who made and changed it, and when it was removed."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Dialect, String, TypeDecorator
from sqlmodel import Field, SQLModel

from secondopinion_desktop.model.choices import Choice
from secondopinion_desktop.model.fields import new_id


class Fields(SQLModel):
    """The rules of one table; `XFields` is checked before `X` is touched, since a table class checks nothing.

    The checks are put together when the first row is checked: at the start only tables are needed, and all of them.
    """

    model_config = {"defer_build": True}


class Row(SQLModel):
    """A row of the file. A table class is `class X(XFields, Row, table=True)`, with the rules in `XFields`."""

    model_config = {"defer_build": True}
    title_field: ClassVar[str] = ""
    """The field that names the row in search results and in "removed items"."""

    id: str = Field(default_factory=new_id, primary_key=True)
    created_at: datetime | None = None
    created_by: str = ""
    updated_at: datetime | None = None
    updated_by: str = ""
    removed_at: datetime | None = None


ROW_FIELDS = frozenset(Row.model_fields)
"""Names of the columns that the program keeps for itself; the journal does not record them."""


class ChoiceText(TypeDecorator[Choice]):
    """Keeps a `Choice` as its value, and gives the member back."""

    impl = String
    cache_ok = True

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: Choice | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what the file keeps."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Choice | None:  # noqa: ARG002
        """Return the member for what the file keeps."""
        return None if value is None else self.choices(value)


def choice(default: Choice) -> Any:
    """Return a column that keeps a `Choice` by its value."""
    return Field(default=default, sa_type=ChoiceText(type(default)))


def link(table: str) -> Any:
    """Return a column that points at a row of `table`, or at nothing."""
    return Field(default=None, foreign_key=f"{table}.id", index=True)


def rules_of(table: type[SQLModel]) -> type[SQLModel]:
    """Return the rules class (`XFields`) of a table class."""
    return table.__bases__[0]
