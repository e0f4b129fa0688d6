"""Reading a typed date: part it into words and figures, then let each kind of date try."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from secondopinion_desktop.model.dates import questions
from secondopinion_desktop.model.dates.figures import read_figures
from secondopinion_desktop.model.dates.loose import (
    read_day_of_month,
    read_from,
    read_part_of_month,
    without_week_of,
)
from secondopinion_desktop.model.dates.mending import mended
from secondopinion_desktop.model.dates.partial import PartialDate, Precision
from secondopinion_desktop.model.dates.relative import read_day, read_season, read_span, read_weekday
from secondopinion_desktop.model.dates.words import DateWords, plain, words
from secondopinion_desktop.model.dates.written import read_written
from secondopinion_desktop.model.dates.years import Here

if TYPE_CHECKING:
    from datetime import date

OLDEST_YEAR: Final = 1900
YEARS_AHEAD: Final = 20
_LAST_DAY: Final = 31
_LONGEST: Final = 80  # letters; a date is never longer
_SPACED_FIGURES: Final = re.compile(r"(?<=\d)\s*([-/.])\s*(?=\d)")
_PIECE: Final = re.compile(r"'?\d+(?:([-/.])\d+(?:\1\d+)?)?|[^\W\d_]+(?:'[^\W\d_]+)*")
_BETWEEN: Final = re.compile(r"[\s,.()/-]*")
_GUESS_MARKS: Final = re.compile(r"^\s*~|\?+$")


def read(text: str, today: date, *, day_first: bool, past: bool) -> PartialDate:
    """Return the date a text means. Raises UnclearDate; see `dates.parse`."""
    here = Here(today, day_first, past, words())
    if len(text) > _LONGEST:
        raise questions.not_understood(today)
    told = plain(text)
    about = bool(_GUESS_MARKS.search(told))
    pieces = _pieces(_GUESS_MARKS.sub("", told), here.words) or ()
    sure = tuple(piece for piece in pieces if piece not in here.words.about)
    found = read_day_of_month(told, here) or _read(sure, here)
    if found is None:
        raise questions.in_which_month(today) if _is_day_alone(pieces) else _guess(text, here)
    if not OLDEST_YEAR <= found.day.year <= today.year + YEARS_AHEAD:
        raise questions.far_year(found.day.year, today)
    if found.is_firm and (about or sure != pieces):
        return PartialDate(found.day, Precision.ABOUT_DAY)
    return found


def _guess(text: str, here: Here) -> questions.UnclearDate:
    """Ask whether the nearest words we know were meant. Raises UnclearDate where those are to be asked about too."""
    guess = mended(text, here.words)
    if not guess:
        return questions.not_understood(here.today)
    meant = read(guess, here.today, day_first=here.day_first, past=here.past)
    return questions.did_you_mean(guess, meant.day if meant.is_firm else None, here.today)


def read_optional(text: str, today: date, *, day_first: bool, past: bool) -> PartialDate | None:
    """Return the date a text means, None where it says that nobody knows. Raises UnclearDate."""
    told = plain(text[: _LONGEST + 1])
    if not told or told.rstrip(".") in words().unknown:
        return None
    return read(text, today, day_first=day_first, past=past)


def _is_day_alone(pieces: tuple[str, ...]) -> bool:
    return len(pieces) == 1 and pieces[0].isdecimal() and len(pieces[0]) <= 2 and 1 <= int(pieces[0]) <= _LAST_DAY  # noqa: PLR2004 - figures


def _pieces(told: str, known: DateWords) -> tuple[str, ...] | None:
    """Return words and figures, without small words and the "th" of "12th"; None if there is anything else."""
    joined = _SPACED_FIGURES.sub(r"\1", told)
    pieces: list[str] = []
    end = 0
    for found in _PIECE.finditer(joined):
        gap = joined[end : found.start()]
        if not _BETWEEN.fullmatch(gap):
            return None
        after_figure = not gap and pieces and pieces[-1][-1].isdecimal()
        if not (after_figure and found[0] in known.ordinals) and found[0] not in known.fillers:
            pieces.append(found[0])
        end = found.end()
    return tuple(pieces) if _BETWEEN.fullmatch(joined[end:]) else None


def _read(pieces: tuple[str, ...], here: Here) -> PartialDate | None:
    found = read_day(pieces, here) or read_span(pieces, here) or read_season(pieces, here)
    found = found or read_from(pieces, here) or read_part_of_month(pieces, here)
    if found:
        return found
    week = without_week_of(pieces, here)
    if week is not None:
        found = _read(week, here)
        return PartialDate(found.day, Precision.ABOUT_DAY) if found and found.is_firm else found
    pieces = tuple(piece for piece in pieces if here.words.directions.get(piece) != "in")
    weekday, others = _without_weekday(pieces, here.words)
    found = read_written(others, weekday, here)
    if not found and len(others) == 1 and others[0][-1].isdecimal():
        found = read_figures(others[0], weekday, here)
    if not found and weekday is not None:
        found = read_weekday(others, weekday, here)
    return found


def _without_weekday(pieces: tuple[str, ...], known: DateWords) -> tuple[int | None, tuple[str, ...]]:
    """Part off a day of the week. Where "mar" is a month as well, the first of two such words is the day."""
    months = sum(piece in known.months for piece in pieces)
    for index, piece in enumerate(pieces):
        if piece in known.weekdays and (piece not in known.months or months > 1):
            return known.weekdays[piece], pieces[:index] + pieces[index + 1 :]
    return None, pieces
