"""The Brief: one page for the second doctor, in the order of domain part 8.2. Facts of the file, and nothing else.

Each block begins with its name in bold. What nobody has written down yet says so, so that no gap is taken for a no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.documents.packet import DatePoint, DatesStrip, Item, Paragraph, Run, Section, plain
from secondopinion_desktop.model.choices import (
    AppointmentKind,
    ContactRole,
    HealthFactKind,
    RecordStatus,
    Side,
    TreatmentKind,
    Yes3,
)
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.services.appointments import treatment_start
from secondopinion_desktop.services.packets.why import care_in_words, reasons_in_words
from secondopinion_desktop.services.packets.words import (
    chosen,
    day,
    doctor_of,
    full_day,
    joined,
    said_by,
    sentence,
    short_day,
    span,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from secondopinion_desktop.documents.packet import Block
    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.decision import Point
    from secondopinion_desktop.model.health import Diagnosis, Treatment
    from secondopinion_desktop.model.record import Record
    from secondopinion_desktop.services.packets.choice import PacketChoice
    from secondopinion_desktop.services.packets.reading import Case

TOP_QUESTIONS: Final = 3
_MOST_POINTS: Final = 5
_NOT_THERE: Final = (RecordStatus.NOT_NEEDED, RecordStatus.CAME_BACK)


def brief(case: Case, choice: PacketChoice) -> tuple[Section, ...]:
    """Return the blocks of the Brief under its title."""
    makers: tuple[tuple[str, str, Callable[[Case, PacketChoice], Iterable[Block]]], ...] = (
        ("visit", _("Visit"), _visit),
        ("who", _("Who"), _who),
        ("question", _("My one big question"), _big_question),
        ("why", _("Why I am here"), _why),
        ("questions", _("My top questions"), _questions),
        ("dates", _("Dates that matter"), _dates),
        ("waiting", _("Said about waiting"), _waiting),
        ("diagnosis", _("Diagnosis, as written"), _diagnosis),
        ("treatment", _("Treatment so far"), _treatment),
        ("plan", _("Plan I was offered"), _plan),
        ("health", _("Other health"), _health),
        ("sent", _("What I have sent"), _sent),
        ("matters", _("What matters most to me"), _matters),
        ("detail", _("How much I want to hear"), _detail),
        ("after", _("After the visit"), _after),
    )
    found = ((key, title, tuple(make(case, choice))) for key, title, make in makers)
    return tuple(Section(key, title, blocks, run_in=True) for key, title, blocks in found if blocks)


def _line(name: str, *words: Run | str) -> Paragraph:
    """Return a paragraph that begins with its name; without any words, they are not known yet."""
    runs = tuple(word if isinstance(word, Run) else Run(word) for word in words if word)
    return Paragraph((Run(f"{name}: ", strong=True), *(runs or plain(_("Not known yet")))))


def _unknown(words: str) -> str:
    return words or _("not known yet")


def _one_line(words: str) -> str:
    """Return `words` without line breaks, which would waste the page."""
    return ", ".join(part for part in (line.strip().rstrip(",") for line in words.splitlines()) if part)


# The visit and the person


def _second_visit(case: Case) -> Appointment | None:
    """Return the next second-opinion visit; else one that has no day yet."""
    waiting = (visit for visit in case.appointments if visit.kind is AppointmentKind.SECOND_OPINION and not visit.day)
    return case.next_visit or next(waiting, None)


def _visit(case: Case, _choice: PacketChoice) -> list[Block]:
    visit = _second_visit(case)
    if visit is None:
        return [_line(_("Visit"))]
    contact = next((one for one in case.contacts if one.id == visit.contact_id), None)
    center = (contact.organization if contact else "") or _one_line(visit.place)
    when = full_day(visit.day, visit.time) or _("day not known yet")
    doctor = case.name(visit.contact_id) or _("doctor not known yet")
    return [_line(_("Visit"), "; ".join((when, doctor, center or _("center not known yet"))))]


def _who(case: Case, choice: PacketChoice) -> list[Block]:
    person = case.person
    born = _("born {date}").format(date=_unknown(day(person.birth_date))) if choice.birth_date else ""
    interpreter = _("interpreter needed") if person.interpreter_needed is Yes3.YES else ""
    facts = [
        joined(person.name, born),
        _("phone {number}").format(number=_unknown(person.phone)),
        joined(_("language: {language}").format(language=_unknown(person.language)), interpreter),
        *(
            joined(_("helper: {name}").format(name=one.name), one.relation, one.phone, _("may be told about my care"))
            for one in case.contacts
            if one.role is ContactRole.HELPER and one.may_get_info is Yes3.YES
        ),
        _referred(case),
    ]
    return [_line(_("Who"), "; ".join(facts))]


def _referred(case: Case) -> str:
    referral = next((one for one in case.referrals if case.name(one.from_id)), None)
    if referral is not None:
        return _("referral from {doctor}").format(doctor=case.name(referral.from_id))
    if any(one.needed is Yes3.NO for one in case.referrals):
        return _("no referral needed")
    return _("referral: {known}").format(known=_unknown(""))


# What the person asks


def _big_question(case: Case, _choice: PacketChoice) -> list[Block]:
    return [_line(_("My one big question"), _one_line(case.situation.decision_text))]


def _why(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return where the person is now, why they ask, and the care they ask about; own words where nothing is ticked."""
    row = case.situation
    care = _one_line(row.care_not_offered_note) or joined(*care_in_words(case))
    facts = (
        chosen(row.where_i_am),
        *(reasons_in_words(case) or [_one_line(row.reason_note)]),
        _("care I want to ask about: {care}").format(care=care) if care else "",
    )
    return [_line(_("Why I am here"), "; ".join(fact for fact in facts if fact))]


def _questions(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return the first questions on the list of the visit, or the first of all where there is no such list."""
    visit = _second_visit(case)
    texts = {question.id: question.text for question in case.questions}
    brought = [asking.question_id for asking in case.askings if visit and asking.appointment_id == visit.id]
    asked = [texts[question_id] for question_id in brought if question_id in texts]
    first = (asked or list(texts.values()))[:TOP_QUESTIONS]
    if not first:
        return [_line(_("My top questions"))]
    title = Paragraph((Run(_("My top questions:"), strong=True),), lead=True)
    return [title, *(Item(plain(_one_line(text)), f"{number}.") for number, text in enumerate(first, start=1))]


# Dates


def _dates(case: Case, _choice: PacketChoice) -> list[Block]:
    situation = case.situation
    diagnosed = next((one.diagnosed_on for one in case.diagnoses if one.diagnosed_on), "")
    firm = {Yes3.YES: _("firm"), Yes3.NO: _("not firm")}.get(situation.treatment_start_firm, _("firm? not known yet"))
    treatment = treatment_start(case.appointments, case.situation)
    wanted = (
        (_("Diagnosed"), diagnosed),
        (_("Treatment start, {firm}").format(firm=firm), treatment),
        (_("Doctor said okay until"), situation.ok_until),
        (_("Decide by"), situation.decide_by),
    )
    unknown = [DatePoint(label, "") for label, stored in wanted if not stored]
    points = [
        DatePoint(label, short_day(stored), past=PartialDate.from_text(stored).latest < case.today)
        for label, stored in sorted((point for point in wanted if point[1]), key=_in_time)
    ]
    return [Paragraph((Run(_("Dates that matter:"), strong=True),), lead=True), DatesStrip((*points, *unknown))]


def _in_time(point: tuple[str, str]) -> tuple[date, int]:
    return PartialDate.from_text(point[1]).sort_key


def _waiting(case: Case, _choice: PacketChoice) -> list[Block]:
    said = said_by(_one_line(case.situation.ok_until_words), _one_line(case.situation.ok_until_by))
    return [_line(_("Said about waiting"), said)] if said else []


# The story


def _diagnosis(case: Case, _choice: PacketChoice) -> list[Block]:
    if not case.diagnoses:
        return [_line(_("Diagnosis, as written"))]
    return [
        _line(_("Diagnosis, as written") if not number else _("And"), _told(case, told))
        for number, told in enumerate(case.diagnoses)
    ]


def _told(case: Case, told: Diagnosis) -> str:
    markers = joined(
        *(
            _one_line(f"{one.name}: {one.result}" if one.result else one.name)
            for one in case.markers
            if one.diagnosis_id in {told.id, None}
        )
    )
    stage = joined(told.stage, chosen(told.stage_kind)) if told.stage else ""
    facts = (
        _unknown(_one_line(told.name)),
        joined(told.site, told.side),
        _("diagnosed {date}").format(date=_unknown(day(told.diagnosed_on))),
        _("stage: {stage}").format(stage=_unknown(_one_line(stage))),
        _("grade: {grade}").format(grade=_unknown(_one_line(told.grade))),
        _("markers: {markers}").format(markers=_unknown(markers)),
        _("spread: {spread}").format(spread=_unknown(_one_line(told.spread))),
    )
    return "; ".join(fact for fact in facts if fact)


def _treatment(case: Case, _choice: PacketChoice) -> list[Block]:
    if not case.treatments:
        return [_line(_("Treatment so far"))]
    title = Paragraph((Run(_("Treatment so far:"), strong=True),), lead=True)
    return [title, *(Item(plain(_given(case, one))) for one in case.treatments)]


def _given(case: Case, treatment: Treatment) -> str:
    when = span(treatment.started_on, treatment.ended_on, lasts=treatment.kind is not TreatmentKind.SURGERY)
    where = treatment.place or doctor_of(case, treatment.contact_id)
    effect = _("effect: {effect}").format(effect=_one_line(treatment.effect)) if treatment.effect else ""
    return joined(_one_line(treatment.name), _one_line(treatment.dose), when, _one_line(where), effect)


def _plan(case: Case, _choice: PacketChoice) -> list[Block]:
    first = next(iter(case.opinions), None)
    start = _("start: {date}").format(date=_unknown(short_day(treatment_start(case.appointments, case.situation))))
    if first is None:
        return [_line(_("Plan I was offered"), "; ".join((_unknown(""), start)))]
    topic = next((one for one in case.topics if one.key == "treatment"), None)
    said = case.statements.get((topic.id, first.id), "") if topic is not None else ""
    by = doctor_of(case, first.contact_id, first.doctor)
    facts = (
        _unknown(_one_line(said or first.summary)),
        _("offered by {doctor}").format(doctor=joined(_unknown(by), day(first.day))),
        start,
    )
    return [_line(_("Plan I was offered"), "; ".join(facts))]


_KINDS: Final = (
    HealthFactKind.ALLERGY,
    HealthFactKind.MEDICINE,
    HealthFactKind.ILLNESS,
    HealthFactKind.OPERATION,
    HealthFactKind.ABILITY,
)


def _health(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return the allergies first and in bold: when the block is cut, they are the last to go."""
    runs: list[Run] = []
    for kind in _KINDS:
        found = "; ".join(joined(_one_line(one.name), _one_line(one.detail)) for one in case.facts if one.kind is kind)
        words = f"{kind.words}: {_unknown(found)}. "
        runs.append(Run(words, strong=kind is HealthFactKind.ALLERGY))
    return [_line(_("Other health"), *runs)]


def _sent(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return what is on its way or there, by the days on which it was sent and arrived; not what came back."""
    by_days: dict[tuple[str, str], list[str]] = {}
    for record in sorted(case.records, key=_when_sent):
        if (record.sent_on or record.arrived_on) and record.status not in _NOT_THERE:
            by_days.setdefault((record.sent_on, record.arrived_on), []).append(_one_line(record.name))
    return [_line(_("What I have sent"), ". ".join(_on_days(*days, names) for days, names in by_days.items()))]


def _on_days(sent_on: str, arrived_on: str, names: list[str]) -> str:
    when = sentence(
        _("sent {date}").format(date=short_day(sent_on)) if sent_on else "",
        _("arrived {date}").format(date=short_day(arrived_on)) if arrived_on else _("arrival not known yet"),
    )
    return _("{label}: {words}").format(label=when, words="; ".join(names))


def _when_sent(record: Record) -> tuple[str, str, str]:
    return record.sent_on.lstrip("~"), record.arrived_on.lstrip("~"), record.name


def _matters(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return what belongs to no choice, and of the points of the choices those that were said to matter, most first."""
    found = [point for point in case.points if point.option_id is None]
    found.sort(key=_weight)
    rated = sorted((point for point in case.points if point.option_id and point.matters), key=_weight)[:_MOST_POINTS]
    sides = (
        (_("Good points"), [point for point in rated if point.side is Side.GOOD]),
        (_("Harder points"), [point for point in rated if point.side is Side.HARD]),
    )
    said = [
        _listed(found),
        *(_("{label}: {words}").format(label=label, words=_listed(of)) for label, of in sides if of),
    ]
    return [_line(_("What matters most to me"), ". ".join(words for words in said if words))]


def _listed(points: Iterable[Point]) -> str:
    return "; ".join(_one_line(point.text) for point in points)


def _weight(point: Point) -> tuple[int, float]:
    return -(point.matters or 0), point.position


def _detail(case: Case, _choice: PacketChoice) -> list[Block]:
    """Return how much the person wants to hear and, if they said so, how they like to decide."""
    style = chosen(case.person.decide_style)
    decides = _("how I like to decide: {style}").format(style=style) if style else ""
    heard = chosen(case.person.info_preference) or (_unknown("") if decides else "")
    return [_line(_("How much I want to hear"), "; ".join(words for words in (heard, decides) if words))]


def _after(case: Case, _choice: PacketChoice) -> list[Block]:
    first = next((contact for contact in case.contacts if contact.role is ContactRole.FIRST_DOCTOR), None)
    fax = _("fax {number}").format(number=_unknown(first.fax if first else ""))
    mine = case.person.email or _one_line(case.person.address) or case.person.phone
    wish = _("Please send your notes to: {doctor}, and a copy to me at {place}. I would be glad if you two could talk.")
    words = wish.format(
        doctor=joined(first.name if first else _("my first doctor (name not known yet)"), fax), place=_unknown(mine)
    )
    return [Paragraph((Run(words, strong=True),))]
