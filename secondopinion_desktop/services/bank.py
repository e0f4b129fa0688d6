"""Questions of the bank in this file: which were taken over, which are not for this person, and which may fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import AppointmentKind, InfoPreference, Yes3
from secondopinion_desktop.model.handles import Appointment, Person, Question, Situation
from secondopinion_desktop.model.ids import ONLY
from secondopinion_desktop.services.askings import bring
from secondopinion_desktop.services.questions import TOP
from secondopinion_desktop.storage.store import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.guidance import Suggestion, Visit
    from secondopinion_desktop.storage.store import Store

_RARE, _NOT_OFFERED = "rare", "not_offered"
_KINDS: Final = {
    guidance.Visit.CURRENT: AppointmentKind.OWN_DOCTOR,
    guidance.Visit.AFTER: AppointmentKind.OWN_DOCTOR,
    guidance.Visit.INSURER: AppointmentKind.CALL,
    guidance.Visit.SECOND: AppointmentKind.SECOND_OPINION,
}


class Bank:
    def __init__(self, store: Store) -> None:
        self._store = store

    def taken(self) -> frozenset[str]:
        """Return the ids in the bank of the questions that are in the file already."""
        return frozenset(q.bank_id for q in self._store.rows(Question, hidden=False) if q.bank_id)

    def hidden(self) -> frozenset[str]:
        """Return the ids of the questions that are not for this person."""
        return frozenset(q.bank_id for q in self._store.rows(Question, hidden=True) if q.bank_id)

    @property
    def shows_outlook(self) -> bool:
        """Whether questions about outlook are shown unasked: only to people who want all details."""
        person = self._store.get(Person, ONLY)
        return person is not None and person.info_preference is InfoPreference.ALL

    def reasons(self) -> tuple[str, ...]:
        """Return the keys of the reasons this person gave, also by what they told elsewhere."""
        situation = self._store.get(Situation, ONLY)
        if situation is None:
            return ()
        told = list(situation.reasons)
        told += [_RARE] if situation.told_it_is_rare is Yes3.YES else []
        told += [_NOT_OFFERED] if situation.care_not_offered_here or situation.care_not_offered_note else []
        return tuple(dict.fromkeys(told))

    def suggestions(self, *, step: str = "", visit: Visit | None = None) -> tuple[Suggestion, ...]:
        """Return up to eight questions that fit this person now, each with the reason why."""
        return guidance.suggestions(
            self.reasons(),
            step=step,
            visit=visit,
            with_outlook=self.shows_outlook,
            leave_out=self.taken() | self.hidden(),
        )

    def take(self, bank_ids: Sequence[str], visit: Visit | None = None, appointment_id: str = "") -> int:
        """Copy questions into the file, in one step; return how many are new.

        They are brought to the appointment, the ones taken before too; with `visit`, only where it is such a talk.
        """
        names = {group.key: group.name for group in guidance.question_bank().groups}
        with self._store.writing(_("Add question") if len(bank_ids) == 1 else _("Add questions")) as unit:
            there = rows(unit.session, Question, "position", hidden=False)
            by_bank = {question.bank_id: question.id for question in there if question.bank_id}
            free = TOP - sum(question.top for question in there)
            last = max((question.position for question in there), default=0.0)
            fits = appointment_id and (visit is None or self._fits(appointment_id, visit))
            new = [bank_id for bank_id in bank_ids if bank_id not in by_bank]
            for number, bank_id in enumerate(new):
                told = guidance.question(bank_id)
                row = Question(text=told.text, group=names[told.group], bank_id=bank_id, position=last + number + 1)
                row.top, row.bring = number < free, bool(fits)
                by_bank[bank_id] = unit.add(row).id
            for bank_id in bank_ids if fits else ():
                bring(unit, by_bank[bank_id], appointment_id)
            for hidden in rows(unit.session, Question, hidden=True, bank_id=tuple(new)) if new else ():
                unit.remove(Question, hidden.id)
        return len(new)

    def hide(self, bank_id: str) -> None:
        """Never suggest this question again."""
        if bank_id not in self.hidden():
            with self._store.writing(_("Not for me")) as unit:
                unit.add(Question(text=guidance.question(bank_id).text, bank_id=bank_id, hidden=True))

    def bring_back(self, bank_id: str) -> None:
        """Let a question that was not for this person be suggested again."""
        with self._store.writing(_("Suggest question again")) as unit:
            for question in rows(unit.session, Question, hidden=True, bank_id=bank_id):
                unit.remove(Question, question.id)

    def _fits(self, appointment_id: str, visit: Visit) -> bool:
        appointment = self._store.get(Appointment, appointment_id)
        return appointment is not None and appointment.kind is _KINDS[visit]


def talk_at(kind: AppointmentKind) -> Visit | None:
    """Return which talk of the bank an appointment of this kind is; None where any question may fit."""
    talks = {kind: visit for visit, kind in reversed(_KINDS.items())}
    return talks.get(kind)
