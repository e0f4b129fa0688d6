"""The made-up case that people look at first: Margaret Doyle, two weeks after her first opinion, as of today."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.guidance.shelf import file_for
from secondopinion_desktop.model.choices import AnswerStatus, Match, StepStatus, TaskStatus
from secondopinion_desktop.model.handles import (
    Appointment,
    Asking,
    Author,
    Authorization,
    Call,
    Contact,
    Decision,
    Denial,
    Diagnosis,
    Expense,
    HealthFact,
    KeyPoint,
    Marker,
    NetworkCheck,
    Note,
    Opinion,
    Option,
    Person,
    Plan,
    Point,
    Question,
    Record,
    Referral,
    ReminderAnswer,
    SelfCheck,
    Situation,
    Statement,
    StepState,
    Task,
    Term,
    Topic,
    Treatment,
)
from secondopinion_desktop.model.ids import ONLY, stable_id
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.opinions import after_group, question_about
from secondopinion_desktop.services.records import status_from_dates
from secondopinion_desktop.services.sample_words import Reader
from secondopinion_desktop.services.seeding import seed
from secondopinion_desktop.storage import attachments, casefile, erasing
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from secondopinion_desktop.model.row import Row
    from secondopinion_desktop.storage.unit import Unit

# Sections that are rows as they stand, in an order in which links point back.
_PLAIN: Final[tuple[tuple[str, type[Row]], ...]] = (
    ("contact", Contact),
    ("plan", Plan),
    ("referral", Referral),
    ("authorization", Authorization),
    ("network_check", NetworkCheck),
    ("denial", Denial),
    ("expense", Expense),
    ("call", Call),
    ("appointment", Appointment),
    ("note", Note),
    ("key_point", KeyPoint),
    ("question", Question),
    ("term", Term),
    ("record", Record),
    ("topic", Topic),
    ("opinion", Opinion),
    ("option", Option),
    ("point", Point),
    ("decision", Decision),
    ("self_check", SelfCheck),
    ("diagnosis", Diagnosis),
    ("marker", Marker),
    ("treatment", Treatment),
    ("health_fact", HealthFact),
    ("reminder_answer", ReminderAnswer),
)
_CASE: Final = "case.toml"
_OURS: Final = frozenset({"key", "by", "body", "visits", "files", "says"})


def write_sample(path: Path) -> None:
    """Write the made-up case into a new file at `path`. Raises FileTrouble; a file that is there is left as it is."""
    case = _read_case()
    file = OpenFile(casefile.create(path, None).file)
    try:
        seed(file.store, case["person"]["name"])
        file.start_writing()
        with tempfile.TemporaryDirectory() as folder, file.store.writing(_("Start file"), undoable=False) as unit:
            _Writer(unit, case, Path(folder)).write()
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    file.close()


def _read_case() -> dict[str, Any]:
    """Return the case: `case.toml` with the rows and values of the files beside it added, one file for each part."""
    folder = file_for(_CASE, root=resource("sample")).parent
    case: dict[str, Any] = {}
    for path in sorted(folder.glob("*.toml"), key=_case_first):
        for name, part in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(part, list):
                case.setdefault(name, []).extend(part)
            else:
                case.setdefault(name, {}).update(part)
    return case


def _case_first(path: Path) -> tuple[bool, str]:
    return path.name != _CASE, path.name


class _Writer:
    """Writes one case in one transaction."""

    def __init__(self, unit: Unit, case: dict[str, Any], folder: Path) -> None:
        self._unit = unit
        self._case = case
        self._folder = folder
        self._reader = Reader(clock.today())
        self._person = unit.author

    def write(self) -> None:
        """Write every section."""
        for section in self._case["author"]:
            self._add(Author, section)
        for name, table in _PLAIN:
            for number, section in enumerate(self._case.get(name, ()), start=1):
                self._write_as(section.get("by"))
                self._add(table, section, number)
        self._write_as(None)
        self._unit.change(Person, ONLY, **self._values(self._case["person"]))
        self._unit.change(Situation, ONLY, **self._values(self._case["situation"]))
        self._mark_topics()
        for section in self._case.get("difference", ()):
            self._write_difference(section)
        for section in self._case["step"]:
            self._write_step(section)

    def _write_as(self, key: str | None) -> None:
        author = self._reader.ids[key] if key else self._person
        self._unit.author = self._unit.journal.author = author

    def _values(self, section: dict[str, Any]) -> dict[str, Any]:
        return {name: self._reader.value(value) for name, value in section.items() if name not in _OURS}

    def _add(self, table: type[Row], section: dict[str, Any], number: int = 0) -> None:
        values = self._values(section)
        if table is Note:
            values["body"] = self._reader.note(section["body"])
        if table is Question:
            values |= {"position": float(number), "bring": "second" in section.get("visits", {})}
        if table is Record:
            values.setdefault("status", status_from_dates(Record(**values)))
        row = self._unit.add(table(**values))
        if "key" in section:
            self._reader.ids[section["key"]] = row.id
        self._add_around(row, section, number)

    def _add_around(self, row: Row, section: dict[str, Any], number: int) -> None:
        """Add what hangs on a row: answers at visits, copies of papers, what an opinion says."""
        for visit, answer in section.get("visits", {}).items():
            self._bring(row.id, self._reader.ids[visit], self._reader.words(answer), number)
        for name in section.get("files", ()):
            paper = self._folder / f"{name}.txt"
            paper.write_text(_("This is a made-up paper of the sample.") + "\n", encoding="utf-8")
            attachments.keep(self._unit, "record", row.id, paper)
        for key, text in section.get("says", {}).items():
            topic_id = self._topic_id(key)
            statement_id = stable_id("statement", topic_id, row.id)
            words = self._reader.words(text)
            self._unit.add(Statement(id=statement_id, topic_id=topic_id, opinion_id=row.id, text=words))

    def _bring(self, question_id: str, visit_id: str, answer: str, number: int) -> None:
        asking = Asking(question_id=question_id, appointment_id=visit_id, position=float(number))
        if answer:
            asking.answer, asking.status = answer, AnswerStatus.ANSWERED
        self._unit.add(asking)

    def _topic_id(self, key: str) -> str:
        return self._reader.ids.get(key) or stable_id("topic", key)

    def _mark_topics(self) -> None:
        marks = {self._topic_id(key): Match(match) for key, match in self._case["topics"].items()}
        places = {topic_id: float(number) for number, topic_id in enumerate(marks, start=1)}
        for topic in rows(self._unit.session, Topic):
            shown = topic.id in marks
            values = {"match": marks[topic.id], "position": places[topic.id]} if shown else {}
            self._unit.change(Topic, topic.id, shown=shown, **values)

    def _write_difference(self, section: dict[str, Any]) -> None:
        topic_id = self._topic_id(section["topic"])
        values = {name: value for name, value in self._values(section).items() if name != "topic"}
        self._unit.change(Topic, topic_id, **values)
        last = max(question.position for question in rows(self._unit.session, Question))
        asked = Question(id=question_about(topic_id), text=values["question"], group=after_group(), position=last + 1)
        self._unit.add(asked)

    def _write_step(self, section: dict[str, Any]) -> None:
        step = section["key"]
        if "status" in section:
            self._unit.add(StepState(id=step, status=StepStatus(section["status"])))
        mine = {self._write_task(step, number, told) for number, told in enumerate(section["tasks"], start=1)}
        for task in rows(self._unit.session, Task, step=step) if section.get("only_these") else ():
            if task.id not in mine:
                erasing.erase(self._unit.session, Task, task.id)

    def _write_task(self, step: str, number: int, told: dict[str, str]) -> str:
        values: dict[str, Any] = {"who": told.get("who", ""), "position": float(number)}
        if "text" in told:
            values["title"] = told["text"]
        if "done" in told:
            values |= {"status": TaskStatus.DONE, "done_on": self._reader.value(told["done"])}
        if "due" in told:
            values["due"] = self._reader.value(told["due"])
        if "id" not in told:
            return self._unit.add(Task(step=step, **values)).id
        task_id = stable_id("task", told["id"])
        self._unit.change(Task, task_id, **values)
        return task_id
