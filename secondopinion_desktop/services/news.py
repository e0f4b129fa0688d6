"""What others wrote since somebody last looked: one line for each row, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.handles import HANDLES, Author, real
from secondopinion_desktop.services.finding import place_words
from secondopinion_desktop.storage import search
from secondopinion_desktop.storage.revisions import Mark, here, latest_by_others
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.services.filesettings import FileSettings
    from secondopinion_desktop.storage import Session
    from secondopinion_desktop.storage.store import Store

_LOOKED: Final = "looked:"
_LEFT_OUT: Final = frozenset({"author", "self_check"})  # how one feels is nobody's news
_MOST: Final = 200  # lines; nobody reads more
_ADDED, _CHANGED, _REMOVED = N_("Added"), N_("Changed"), N_("Removed")


@dataclass(frozen=True)
class News:
    """One row that somebody else wrote in.

    `place` and `title` name it, `did` says what was done ("Added"), `who` did it, `when` (UTC); `target` opens it.
    """

    place: str
    title: str
    did: str
    who: str
    when: datetime
    target: tuple[str, str]


class Newsreader:
    """Keeps, for each writer, when they last looked. Whoever looks for the first time has missed nothing yet."""

    def __init__(self, store: Store, settings: FileSettings) -> None:
        self._store, self._settings = store, settings

    def since_last_look(self) -> list[News]:
        """Return what others wrote since the one who writes now last looked, the latest first, 200 lines at most."""
        me = self._store.author
        looked = self._settings.get(_LOOKED + me)
        if not (me and looked):
            return []
        with self._store.database.reading() as session:
            return _news(session, me, _read(looked))

    def look(self) -> None:
        """Remember that the one who writes now has seen everything up to this moment."""
        if self._store.author:
            with self._store.database.reading() as session:
                mark = here(session)
            self._settings.set(_LOOKED + self._store.author, f"{mark.moment.isoformat()} {mark.stamp}")


def _read(looked: str) -> Mark:
    moment, _space, stamp = looked.partition(" ")
    return Mark(datetime.fromisoformat(moment), stamp)


def _news(session: Session, me: str, looked: Mark) -> list[News]:
    names = {author.id: author.name for author in rows(session, Author)}
    latest = latest_by_others(session, me, looked, HANDLES.keys() - _LEFT_OUT)[:_MOST]
    rows_of = ((one, session.get(HANDLES[one.tbl], one.row_id)) for one in latest if one.author_id in names)
    found = [(one, row) for one, row in rows_of if row is not None and not getattr(row, "private", False)]
    hits = {row.id: search.Hit(one.tbl, row.id, _title(one.tbl, row), "") for one, row in found}
    homes = search.homes(session, list(hits.values()))
    return [
        _line(hits[row.id], homes.get(row.id), _what_was_done(row, looked, me), names[one.author_id], one.wall_time)
        for one, row in found
    ]


def _title(table: str, row: Row) -> str:
    field = real(HANDLES[table]).title_field
    return str(getattr(row, field)) if field else ""


def _what_was_done(row: Row, looked: Mark, me: str) -> str:
    if row.removed_at is not None:
        return _REMOVED
    is_new = row.created_at is not None and row.created_at >= looked.moment and row.created_by != me
    return _ADDED if is_new else _CHANGED


def _line(hit: search.Hit, home: search.Home | None, did: str, who: str, when: datetime) -> News:
    target = (home.table, home.row_id) if home else (hit.table, hit.row_id)
    if did == _REMOVED:
        target = ("command", "removed")
    title = hit.title or (home.title if home else "")
    return News(place_words(hit.table), title, _(did), who, when, target)
