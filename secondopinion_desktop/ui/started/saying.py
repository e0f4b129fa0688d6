"""What each card of the first step says in one line while it is closed: what is in it, else what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop import guidance
from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.forms import specs_started

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secondopinion_desktop.services.file import OpenFile

_MOST_LETTERS = 140


def about(file: OpenFile) -> str:
    """Return the diagnosis and how much is written of the health story."""
    told = file.health.diagnosis()
    treatments, lines = len(file.health.treatments.all()), len(file.health.facts.all())
    parts = (
        told.name.strip().split("\n")[0] if told is not None else "",
        ngettext("{count} treatment", "{count} treatments", treatments).format(count=treatments) if treatments else "",
        ngettext("{count} line on other health", "{count} lines on other health", lines).format(count=lines)
        if lines
        else "",
    )
    return _joined(parts) or _("Write once what every clinic asks. A name is enough to begin with.")


def why(file: OpenFile) -> str:
    """Return where the person is, the choice, and how many reasons."""
    row = file.people.situation()
    count = len(row.reasons)
    reasons = ngettext("{count} reason", "{count} reasons", count).format(count=count) if count else ""
    told = _joined((row.where_i_am.words if row.where_i_am else "", row.decision_text, reasons or row.reason_note))
    return told or _("The choice you face, and your reasons.")


def care(file: OpenFile) -> str:
    """Return the care asked about."""
    row = file.people.situation()
    names = dict(specs_started.care())
    told = _joined((*(names[key] for key in row.care_not_offered_here if key in names), row.care_not_offered_note))
    return told or _("What your own center may not have, such as a trial.")


def questions(file: OpenFile) -> str:
    """Return how many questions fit and are not taken yet; nothing where there are none."""
    count = len(file.started.suggested())
    if not count:
        return ""
    return ngettext("{count} fits what you ticked", "{count} fit what you ticked", count).format(count=count)


def worries(file: OpenFile) -> str:
    """Return what may be hard."""
    row = file.people.situation()
    names = dict(specs_started.worries())
    told = _joined((*(names[key] for key in row.worry_kinds if key in names), row.worries))
    return told or _("What worries you about asking.")


def choice(file: OpenFile) -> str:
    """Return the answer, else what the answers are."""
    chosen = file.people.situation().plan_choice
    return chosen.words if chosen else _("Yes, not now, no, or still thinking. You can change it at any time.")


def talk(file: OpenFile) -> str:
    """Return when, with whom and what was said."""
    row = file.people.situation()
    when = partial_date_words(PartialDate.from_text(row.talk_date)) if row.talk_date else ""
    told = _joined((when, file.contacts.name_of(row.talked_with_id), row.talk_said or row.opener))
    return told or _("Words to begin with, and what your doctor said.")


def time(file: OpenFile) -> str:
    """Return until when waiting is okay, in the doctor's words, and when treatment starts."""
    row = file.people.situation()
    until = _("Okay until {day}").format(day=_day(row.ok_until)) if row.ok_until else ""
    start = file.started.treatment_start()
    starts = _("Treatment starts {day}").format(day=_day(start)) if start else ""
    told = _joined((until, row.ok_until_words, starts))
    return _first_large(told) or _("What your doctor says about waiting, in their words.")


def names(file: OpenFile) -> str:
    """Return the doctors and centers on the list."""
    told = _joined(contact.name for contact in file.started.candidates())
    return told or _("Names your doctor or others give you.")


def route(file: OpenFile) -> str:
    """Return which way it is asked for, and how far that is."""
    row = file.people.situation()
    asked = _("Asked {day}").format(day=_day(row.request_asked_on)) if row.request_asked_on else ""
    sent = _("Sent {day}").format(day=_day(row.request_sent_on)) if row.request_sent_on else ""
    called = _("Called {day}").format(day=_day(row.intake_called_on)) if row.intake_called_on else ""
    told = _joined((row.request_route.words if row.request_route else "", asked, sent, called))
    return told or _("Your doctor asks for it, or you call. Both are fine.")


def helping(file: OpenFile) -> str:
    """Return what is on a list already, else what there is to ask."""
    on_lists = [asked.told.text for asked in file.started.help_asked() if asked.task_id]
    if on_lists:
        return _("On your lists: {what}").format(what=_joined(on_lists))
    return _("Names, the referral, the records and the timing: who does what.")


def reasons_in_words(keys: Iterable[str]) -> list[str]:
    """Return the chosen reasons in words, in the order of the guidance."""
    chosen = set(keys)
    return [reason.text for reason in guidance.reasons() if reason.key in chosen]


def _day(stored: str) -> str:
    return partial_date_words(PartialDate.from_text(stored))


def _joined(parts: Iterable[str]) -> str:
    kept = [" ".join(part.split()) for part in parts if part.strip()]
    ended = [part if part.endswith((".", "?", "…")) else f"{part}." for part in kept[:-1]]
    words = " ".join([*ended, *(part.rstrip(".") for part in kept[-1:])])
    return formats.beginning(words, _MOST_LETTERS)


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]
