"""The open file: its aggregates, its feed of changes, its history. Pages get this one object."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Generic, TypeVar

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.services.appointments import Appointments, KeyPoints
from secondopinion_desktop.services.changes import Change, Feed
from secondopinion_desktop.services.contacts import Contacts
from secondopinion_desktop.services.filesettings import FileSettings
from secondopinion_desktop.services.history import History
from secondopinion_desktop.services.insurance import Insurance
from secondopinion_desktop.services.news import Newsreader
from secondopinion_desktop.services.notes import Notes, Terms
from secondopinion_desktop.services.people import People
from secondopinion_desktop.services.questions import Questions
from secondopinion_desktop.services.steps import Steps
from secondopinion_desktop.services.tasks import Tasks
from secondopinion_desktop.services.timeline import Timeline
from secondopinion_desktop.services.timing import Timing
from secondopinion_desktop.storage.store import Store

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.services.askings import Askings
    from secondopinion_desktop.services.attachments import Attachments
    from secondopinion_desktop.services.bank import Bank
    from secondopinion_desktop.services.finding import Finder
    from secondopinion_desktop.services.health import Health
    from secondopinion_desktop.services.letters import Letters
    from secondopinion_desktop.services.opinions import Opinions
    from secondopinion_desktop.services.packets import Packets
    from secondopinion_desktop.services.records import Records
    from secondopinion_desktop.services.removed import RemovedItems
    from secondopinion_desktop.services.reports import Reports
    from secondopinion_desktop.services.started import Started
    from secondopinion_desktop.storage.casefile import CaseFile
    from secondopinion_desktop.storage.store import Written

S = TypeVar("S")
_WRITER = "last_author"


class Later(Generic[S]):
    """A service that is imported and made when it is first asked for: the first page needs half of them."""

    def __init__(self, module: str, service: str) -> None:
        self._module, self._service = module, service

    def __set_name__(self, _file: type[OpenFile], name: str) -> None:
        self._name = name

    def __get__(self, file: OpenFile, _owner: type[OpenFile]) -> S:
        service = getattr(import_module(f"secondopinion_desktop.services.{self._module}"), self._service)
        made: S = service(file.store)
        vars(file)[self._name] = made  # Python looks there first from now on
        return made


class OpenFile:
    """One `*.secondopinion` file, open for reading and writing. `saved_at` is the moment of the last commit (UTC)."""

    askings: Later[Askings] = Later("askings", "Askings")
    attachments: Later[Attachments] = Later("attachments", "Attachments")
    bank: Later[Bank] = Later("bank", "Bank")
    finder: Later[Finder] = Later("finding", "Finder")
    health: Later[Health] = Later("health", "Health")
    letters: Later[Letters] = Later("letters", "Letters")
    opinions: Later[Opinions] = Later("opinions", "Opinions")
    packets: Later[Packets] = Later("packets", "Packets")
    records: Later[Records] = Later("records", "Records")
    removed: Later[RemovedItems] = Later("removed", "RemovedItems")
    reports: Later[Reports] = Later("reports", "Reports")
    started: Later[Started] = Later("started", "Started")

    def __init__(self, case_file: CaseFile) -> None:
        self.case_file = case_file
        self.feed = Feed()
        self.is_open = True
        self.saved_at: datetime | None = None
        self.store = Store(case_file.database, case_file.device_id)
        self.history = History(self.store)
        self.store.when_written(self._publish)
        self.people = People(self.store)
        self.settings = FileSettings(self.store)
        self.tasks = Tasks(self.store)
        self.steps = Steps(self.store)
        self.contacts = Contacts(self.store)
        self.appointments = Appointments(self.store)
        self.key_points = KeyPoints(self.store)
        self.notes = Notes(self.store)
        self.terms = Terms(self.store)
        self.questions = Questions(self.store)
        self.insurance = Insurance(self.store)
        self.timeline = Timeline(self.store)
        self.timing = Timing(self.store)
        self.news = Newsreader(self.store, self.settings)
        self.start_writing()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.case_file.path

    @property
    def is_protected(self) -> bool:
        """Whether a passphrase is needed to open it."""
        return self.case_file.is_protected

    def write_as(self, author_id: str) -> None:
        """Let an author stand on every change from now on, also next time the file is opened.

        Whoever wrote until now has seen what there is.
        """
        if author_id == self.store.author:
            return
        self.news.look()
        self.people.authors.write_as(author_id)
        self.settings.set(_WRITER, author_id)
        self.feed.publish(Change(frozenset({"author"}), frozenset({author_id})))

    def check(self) -> None:
        """Read what opening did not wait for. Raises DamagedFile. Call it from a worker.

        Nothing is written before it is done, unless the file is large.
        """
        self.case_file.database.check()

    def stop_checking(self) -> None:
        """Break a check off whose answer nobody waits for: a large file takes seconds."""
        self.case_file.database.stop_checking()

    def save_copy(self, target: Path) -> None:
        """Write a verified copy to `target`, where no file of notes may be yet; it opens with the same passphrase.

        Raises FileTrouble.
        """
        self.case_file.save_copy(target)

    @property
    def is_in_place(self) -> bool:
        """Whether the file is still where it was opened: a stick can be pulled out, a file moved away."""
        return self.case_file.database.is_in_place()

    def close(self) -> None:
        """Close the file; afterwards nothing of it is open. Closing twice is no mistake."""
        if self.is_open:
            with suppress(UserError):  # a file that cannot be written is closed all the same
                self.news.look()
            self.is_open = False
            self.case_file.close()

    def start_writing(self) -> None:
        """Let whoever wrote last time write again, else the first known writer."""
        known = [author.id for author in self.people.authors.all()]
        last = self.settings.get(_WRITER)
        self.store.author = last if last in known else next(iter(known), "")

    def _publish(self, written: Written) -> None:
        self.saved_at = clock.now()
        kinds = frozenset(table for table, _row_id in written.touched)
        ids = frozenset(row_id for _table, row_id in written.touched)
        self.feed.publish(Change(kinds, ids, written.label, written.origin))
