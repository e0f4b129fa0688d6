"""What the Opinions page reads of the open file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus, ContactRole
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.pages.opinions.difference import Followed

if TYPE_CHECKING:
    from collections.abc import Container

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.decision import Option, Point
    from secondopinion_desktop.model.opinion import Opinion, Topic
    from secondopinion_desktop.services.file import OpenFile

Hand = Literal["first", "second", "another"]
"""Whose colours: the first two opinions have their own, others share one."""

_ORDINALS: Final = (N_("First opinion"), N_("Second opinion"), N_("Third opinion"))
_AT_FIRST: Final = 40
_TWO: Final = 2
_NOT_TAKING_PLACE: Final = (AppointmentStatus.CANCELED, AppointmentStatus.ON_HOLD)


class Comparison(NamedTuple):
    """What stands in the table. `said` is by (topic id, opinion id)."""

    opinions: list[Opinion]
    topics: list[Topic]
    said: dict[tuple[str, str], str]
    agreement: tuple[int, int]
    followed: dict[str, Followed]


class Weighed(NamedTuple):
    """One choice with its points. `id` is empty for one that is not in the file yet.

    `is_loose`: these are points that belong to no choice.
    """

    id: str
    name: str
    hand: Hand
    points: list[Point]
    option: Option | None = None
    is_loose: bool = False


def comparison(file: OpenFile) -> Comparison:
    """Return opinions, shown topics block by block, statements, and what the topics led to."""
    opinions = file.opinions
    topics = opinions.topics.in_blocks(shown=True)
    return Comparison(opinions.rows.all(), topics, opinions.statements(), opinions.agreement(), _followed(file, topics))


def _followed(file: OpenFile, topics: list[Topic]) -> dict[str, Followed]:
    """Return for each topic its question as it stands among the questions, with the answers given at visits."""
    questions = file.opinions.questions()
    asked = {question.id for question in questions.values()}
    answers = [asking for asking in file.questions.answered() if asking.question_id in asked] if asked else []
    found = {}
    for topic in topics:
        question = questions.get(topic.id)
        given = tuple(one.answer for one in answers if question is not None and one.question_id == question.id)
        found[topic.id] = Followed(question.text if question else "", given)
    return found


def block_names() -> dict[str, str]:
    """Return the names of the blocks of the comparison, by key; "" stands for topics of the person's own."""
    return {**{block.key: block.name for block in guidance.comparison_blocks()}, "": _("Topics of your own")}


def ordinal(number: int) -> str:
    """Return "First opinion"."""
    if 1 <= number <= len(_ORDINALS):
        return _(_ORDINALS[number - 1])
    return _("Opinion {number}").format(number=number)


def hand(number: int) -> Hand:
    """Return whose colours an opinion or choice has."""
    return "first" if number == 1 else "second" if number == 2 else "another"  # noqa: PLR2004 - the second


def doctor_words(opinion: Opinion, names: dict[str, str]) -> str:
    """Return who gave an opinion, or an empty text."""
    return opinion.doctor or names.get(opinion.contact_id or "", "")


def facts_words(opinion: Opinion) -> str:
    """Return how they spoke and what the opinion rests on, as far as it was answered: "In person. Examined: yes"."""
    facts = (
        (_("Slides looked at again"), opinion.slides_reread),
        (_("Scans looked at again"), opinion.pictures_reread),
        (_("Examined"), opinion.exam_done),
        (_("Report in hand"), opinion.report_in_hand),
        (_("Team meeting"), opinion.team_meeting),
    )
    how = ", ".join(part for part in (opinion.specialty, opinion.how.words.lower() if opinion.how else "") if part)
    how = how[:1].upper() + how[1:]
    known = [_("{fact}: {answer}").format(fact=fact, answer=answer.words.lower()) for fact, answer in facts if answer]
    return "\n".join(part for part in (how, *known) if part)


def about_words(opinion: Opinion) -> str:
    """Return "Riverside Hospital, Feb 17"."""
    day = PartialDate.from_optional_text(opinion.day)
    return ", ".join(part for part in (one_line(opinion.place), day_words(day) if day else "") if part)


def day_words(day: PartialDate) -> str:
    """Return "Mar 12" in letters that stay on one line."""
    return partial_date_words(day).replace(" ", "\N{NO-BREAK SPACE}")


def one_line(text: str) -> str:
    """Return the first line of an address."""
    return text.strip().split("\n", 1)[0].rstrip(" ,")


def prompts() -> dict[str, str]:
    """Return what to write on each topic of the guidance, by the topic's key."""
    return {row.key: row.prompt for row in guidance.comparison_rows()}


def first_topics(found: Comparison, there: Container[str]) -> list[Topic]:
    """Return the topics that show before more are asked for: one opinion is not met by rows of empty fields.

    Those that are `there` already stay.
    """
    said = {topic_id for (topic_id, _opinion), words in found.said.items() if words}
    waits = {row.key for row in guidance.comparison_rows() if row.waits and len(found.opinions) < _TWO}
    kept = [topic for topic in found.topics if topic.key not in waits or topic.id in said or topic.id in there]
    return kept[:_AT_FIRST]


def second_visit(file: OpenFile) -> Appointment | None:
    """Return the second-opinion visit to come, else the last one that was, or None."""
    coming = file.appointments.next_second_opinion()
    if coming is not None:
        return coming
    visits = [
        a
        for a in file.appointments.in_order()
        if a.kind is AppointmentKind.SECOND_OPINION and a.status not in _NOT_TAKING_PLACE
    ]
    return visits[-1] if visits else None


def usual_values(file: OpenFile, number: int) -> dict[str, Any]:
    """Return what is known already of the opinion with this number: who, where, when."""
    if number == 1:
        doctor = next(iter(file.contacts.all(role=ContactRole.FIRST_DOCTOR)), None)
        return _of_contact(file, doctor.id if doctor else None)
    visit = second_visit(file) if number == 2 else None  # noqa: PLR2004 - the second
    if visit is None:
        return {}
    known = _of_contact(file, visit.contact_id)
    place = known.get("place") or one_line(visit.place)
    return {**known, "place": place, "day": visit.day, "how": visit.how}


def _of_contact(file: OpenFile, contact_id: str | None) -> dict[str, Any]:
    contact = next(iter(file.contacts.all(id=contact_id)), None) if contact_id else None
    if contact is None:
        return {}
    return {
        "contact_id": contact.id,
        "doctor": contact.name,
        "specialty": contact.specialty,
        "place": contact.organization,
    }


def weighed(file: OpenFile) -> list[Weighed]:
    """Return the choices with their points; before there are any, one for each opinion, two at least."""
    options: list[Option] = file.opinions.options.all()
    points = file.opinions.points.all()
    if not options:
        count = max(len(file.opinions.rows.all()), 2)
        found = [Weighed("", ordinal(number), hand(number), []) for number in range(1, count + 1)]
    else:
        found = [
            Weighed(option.id, option.name, hand(number), [p for p in points if p.option_id == option.id], option)
            for number, option in enumerate(options, start=1)
        ]
    loose = [point for point in points if point.option_id is None]
    return [*found, Weighed("", _("Anything else"), "another", loose, is_loose=True)] if loose else found
