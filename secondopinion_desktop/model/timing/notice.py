"""What a rule says: which dates it saw, how pressing it is, and what it is about. The words are in the guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secondopinion_desktop.base.i18n import N_
from secondopinion_desktop.model.choices import Choice

if TYPE_CHECKING:
    from secondopinion_desktop.model.dates import PartialDate


class Level(Choice):
    """How pressing a notice is: an icon and a word, never a color alone. Least pressing first."""

    NOTE = "note", N_("Note")
    CHECK = "check", N_("Check")
    CALL = "call", N_("Call")

    @property
    def rank(self) -> int:
        """0 for a note, 2 for a call."""
        return _ORDER.index(self)

    @property
    def lowered(self) -> Level:
        """The level below, for dates that are not firm."""
        return _ORDER[max(self.rank - 1, 0)]


_ORDER = tuple(Level)


class Seen(Choice):
    """What a date is, as it is named beside the notice that compared it."""

    VISIT = "visit", N_("Visit")
    TREATMENT = "treatment", N_("Treatment is planned to start")
    OK_UNTIL = "ok_until", N_("Your doctor said okay until")
    DECIDE_BY = "decide_by", N_("Decide by")
    REPORT = "report", N_("Report expected")
    RECORDS = "records", N_("Records needed by")
    ASKED = "asked", N_("Asked for")
    GOT_REQUEST = "got_request", N_("They got the request")
    GOOD_FROM = "good_from", N_("Good from")
    GOOD_UNTIL = "good_until", N_("Good until")
    DENIED = "denied", N_("The plan said no")
    APPEAL_BY = "appeal_by", N_("Last day to appeal")
    PLANNED = "planned", N_("Planned for")
    DIAGNOSED = "diagnosed", N_("Diagnosed")
    START = "start", N_("Start")
    END = "end", N_("End")


class Notice(NamedTuple):
    """One message. `target` is the row it is about (table, id), `names` what it is about in the person's words.

    `vague`: a date it compared is not firm, so the words say "may be".
    """

    rule: str
    level: Level
    target: tuple[str, str]
    dates: tuple[tuple[Seen, PartialDate], ...] = ()
    names: tuple[str, ...] = ()
    vague: bool = False
    subject: str = ""

    @property
    def facts(self) -> str:
        """What an answer is about: the thing and the dates compared. While this is the same, the answer holds."""
        days = (f"{seen}={day.to_text()}" for seen, day in self.dates)
        return ";".join((self.subject or self.target[1], *days))


def notice(
    rule: str,
    level: Level,
    target: tuple[str, str],
    *dates: tuple[Seen, PartialDate | None],
    names: tuple[str, ...] = (),
    firm: bool = True,
    lower: bool = True,
    subject: str = "",
) -> Notice:
    """Return a notice about the dates that are known; one that is not firm lowers the level by one.

    `firm=False` says that a date is known to be open although it is written as a day. `lower=False` is for rules that
    show dates without comparing them.
    """
    known = tuple((seen, day) for seen, day in dates if day is not None)
    vague = lower and (not firm or not all(day.is_firm for _seen, day in known))
    named = tuple(name for name in names if name)
    return Notice(rule, level.lowered if vague else level, target, known, named, vague, subject)


def may_be_after(one: PartialDate, other: PartialDate) -> bool:
    """Return whether `one` can lie after `other`; of two firm days, whether it does."""
    return one.latest > other.earliest


def may_be_on_or_after(one: PartialDate, other: PartialDate) -> bool:
    """Return whether `one` can lie on or after `other`; of two firm days, whether it does."""
    return one.latest >= other.earliest
