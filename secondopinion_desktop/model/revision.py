"""The journal: who wrote what, when, and what they had seen. Every change stands here and in its row."""

from datetime import datetime

from sqlmodel import Field, Index, SQLModel


class Revision(SQLModel, table=True):
    """One value of one field.

    `value` is JSON, or None once a later version of the same ten minutes took its place (`pruned`). `parents` is a
    JSON list of the revisions this one has seen; `head` says that none has seen this one yet. `hlc` only orders.
    An empty `field` marks the making of the row.
    """

    __table_args__ = (Index("revision_heads", "row_id", "field", "head"), Index("revision_times", "wall_time"))

    rid: str = Field(primary_key=True)
    tbl: str
    row_id: str
    field: str
    value: str | None = None
    hlc: str
    device_id: str
    author_id: str = ""
    wall_time: datetime
    parents: str = "[]"
    pruned: bool = False
    head: bool = True


class Device(SQLModel, table=True):
    """A computer this file was written on."""

    id: str = Field(primary_key=True)
    name: str = ""
    last_hlc: str = ""


class MergeEntry(SQLModel, table=True):
    """One hand-over copy that was brought in."""

    __tablename__ = "merge_entry"

    copy_id: str = Field(primary_key=True)
    from_device: str = ""
    revision_count: int = 0
    merged_at: datetime


class Setting(SQLModel, table=True):
    """Facts about the file itself, such as the program version that last changed its shape."""

    __tablename__ = "file_setting"

    name: str = Field(primary_key=True)
    value: str = ""
