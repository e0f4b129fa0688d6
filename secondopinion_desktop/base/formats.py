"""Dates, times and paper as people here write them.

The first window shows dates, so the common kinds of English are worded here in microseconds. Every other
locale goes through Babel, which is imported on first use (about 40 ms, and 20 ms more for its first date).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.i18n import _, current_locale, ngettext

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from babel import Locale

ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ENGLISH_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LOCALE: Final = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[_-][A-Za-z]{4})?(?:[_-](?P<territory>[A-Za-z]{2}))?")
# Unicode CLDR, "paperSize US-Letter"; everyone else uses A4.
_LETTER_PAPER: Final = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"),
)


class _English(NamedTuple):
    """How one kind of English writes a date (as `str.format` patterns) and an afternoon."""

    short: str
    weekday: str
    year: str
    weekday_year: str
    full: str
    month_day: str
    afternoon: str  # "" where the clock runs to 24


_MONTH_FIRST: Final = _English(
    short="{month:.3} {day}",
    weekday="{weekday:.3}, {month:.3} {day}",
    year="{month:.3} {day}, {year}",
    weekday_year="{weekday:.3}, {month:.3} {day}, {year}",
    full="{weekday}, {month} {day}, {year}",
    month_day="{month} {day}",
    afternoon="PM",
)
_DAY_FIRST: Final = _English(
    short="{day} {month:.3}",
    weekday="{weekday:.3}, {day} {month:.3}",
    year="{day} {month:.3} {year}",
    weekday_year="{weekday:.3}, {day} {month:.3} {year}",
    full="{weekday}, {day} {month} {year}",
    month_day="{day} {month}",
    afternoon="",
)
_KINDS: Final = {
    **dict.fromkeys(("US", "CA", "PH", "PR"), _MONTH_FIRST),
    **dict.fromkeys(("AU", "NZ", "IN"), _DAY_FIRST._replace(afternoon="pm")),
    **dict.fromkeys(("GB", "IE", "ZA"), _DAY_FIRST),
}


def language() -> str:
    """Return the language for dates, such as "en"."""
    found = _LOCALE.match(current_locale())
    return found["language"].lower() if found else "en"


def territory() -> str:
    """Return the country for dates and paper, such as "US"; "US" where the computer does not say."""
    found = _LOCALE.match(current_locale())
    return (found["territory"] or "US").upper() if found else "US"


def babel_locale() -> Locale:
    """Return Babel's locale for the current one; plain American English for one it does not know."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 25 ms that English never pays

    for name in (f"{language()}_{territory()}", language()):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_US")


def _english() -> _English | None:
    return _KINDS.get(territory()) if language() == "en" else None


def _worded(pattern: str, day: date) -> str:
    return pattern.format(
        month=ENGLISH_MONTHS[day.month - 1], weekday=ENGLISH_WEEKDAYS[day.weekday()], day=day.day, year=day.year
    )


def _by_babel(skeleton: str, day: date) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - only for locales that need it

    return str(format_skeleton(skeleton, day, locale=babel_locale()))


def day_short(day: date, today: date | None = None) -> str:
    """Return "Mar 12", with the year where it is not this one."""
    if day.year != (today or clock.today()).year:
        return day_year(day)
    english = _english()
    return _worded(english.short, day) if english else _by_babel("MMMd", day)


def day_weekday(day: date, today: date | None = None) -> str:
    """Return "Thu, Mar 12", with the year where it is not this one."""
    if day.year != (today or clock.today()).year:
        return day_weekday_year(day)
    english = _english()
    return _worded(english.weekday, day) if english else _by_babel("MMMEd", day)


def day_year(day: date) -> str:
    """Return "Mar 12, 2026"."""
    english = _english()
    return _worded(english.year, day) if english else _by_babel("yMMMd", day)


def day_weekday_year(day: date) -> str:
    """Return "Thu, Mar 12, 2026": how a date that was typed is shown back."""
    english = _english()
    return _worded(english.weekday_year, day) if english else _by_babel("yMMMEd", day)


def day_full(day: date) -> str:
    """Return "Thursday, March 12, 2026"."""
    english = _english()
    if english:
        return _worded(english.full, day)
    from babel.dates import format_date  # noqa: PLC0415

    return str(format_date(day, "full", locale=babel_locale()))


def weekday_name(day: date) -> str:
    """Return "Thursday"."""
    return _worded("{weekday}", day) if language() == "en" else _by_babel("EEEE", day)


def month_name(day: date) -> str:
    """Return "March"."""
    return _worded("{month}", day) if language() == "en" else _by_babel("MMMM", day)


def month_short(day: date) -> str:
    """Return "Mar"."""
    return _worded("{month:.3}", day) if language() == "en" else _by_babel("MMM", day)


def month_and_day(day: date) -> str:
    """Return "March 12"."""
    english = _english()
    return _worded(english.month_day, day) if english else _by_babel("MMMMd", day)


def month_year(day: date) -> str:
    """Return "March 2026"."""
    return _worded("{month} {year}", day) if language() == "en" else _by_babel("yMMMM", day)


def day_comes_first() -> bool:
    """Return True where people write 12/3 for the twelfth of March."""
    english = _english()
    if english:
        return english.short.startswith("{day}")
    pattern = str(babel_locale().date_formats["short"].pattern)
    return pattern.lower().find("d") < pattern.lower().find("m")


def _time_words(moment: time, *, marker: bool) -> str:
    english = _english()
    if english and not english.afternoon:
        return f"{moment:%H:%M}"
    if english:
        words = f"{moment.hour % 12 or 12}:{moment:%M}"
        half = english.afternoon if moment.hour >= 12 else english.afternoon.replace("P", "A").replace("p", "a")  # noqa: PLR2004 - noon
        return f"{words} {half}" if marker else words
    from babel.dates import format_time, get_time_format  # noqa: PLC0415

    pattern = str(get_time_format("short", locale=babel_locale()).pattern)
    if not marker:
        pattern = re.sub(r"\s*[abB]+\s*", "", pattern)
    # CLDR's narrow no-break space is missing in many typefaces, and nobody types it.
    return str(format_time(moment, pattern, locale=babel_locale())).replace("\u202f", " ").replace("\xa0", " ")


def clock_time(text: str) -> str:
    """Return "2:00 PM" for the stored "14:00". Raises ValueError for anything but hours and minutes."""
    from datetime import time  # noqa: PLC0415 - the name above is for types

    return _time_words(time.fromisoformat(text), marker=True)


def moment_time(moment: datetime) -> str:
    """Return "10:42" in the time here, for things that happened a short while ago; `moment` is aware."""
    return _time_words(moment.astimezone().time(), marker=False)


def uses_12_hours() -> bool:
    """Return True where half past two in the afternoon is 2:30."""
    english = _english()
    if english:
        return bool(english.afternoon)
    from babel.dates import get_time_format  # noqa: PLC0415

    return "h" in str(get_time_format("short", locale=babel_locale()).pattern)


def days_between_words(start: date, end: date) -> str:
    """Return "9 days" for the days from `start` to `end`, whichever comes first."""
    count = abs((end - start).days)
    return ngettext("{count} day", "{count} days", count).format(count=count)


def day_from_today(day: date, today: date | None = None) -> str:
    """Return "today", "tomorrow", "yesterday", "in 9 days" or "3 days ago"."""
    count = (day - (today or clock.today())).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if count in near:
        return near[count]
    if count > 0:
        return ngettext("in {count} day", "in {count} days", count).format(count=count)
    return ngettext("{count} day ago", "{count} days ago", -count).format(count=-count)


def beginning(words: str, letters: int) -> str:
    """Return `words`, or their first part of at most `letters` with an ellipsis, cut between words if that can be."""
    if len(words) <= letters:
        return words
    start = words[:letters]
    if not words[letters].isspace():
        head, _space, tail = start.rpartition(" ")
        start = head if head and len(tail) < letters // 4 else start
    return f"{start.rstrip(' ,;')}…"


def paper_size() -> str:
    """Return "letter" or "a4", as the printer here most likely holds."""
    return "letter" if territory() in _LETTER_PAPER else "a4"
