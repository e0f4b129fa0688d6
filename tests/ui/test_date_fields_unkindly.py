"""Whatever is typed into a date field becomes the right day in full words, or a plain question, and stays as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import i18n
from secondopinion_desktop.ui.forms import FieldSpec, RecordForm
from tests.helpers.forms import FormPage, shown

if TYPE_CHECKING:
    from datetime import datetime

    from pytestqt.qtbot import QtBot

UNREAD = "We could not read that date."
ANSWERS = {
    # typed: (where the month comes first, where the day does); a day is shown back, all else is a question
    "Feb 30": ("February has no day 30.", "February has no day 30."),
    "31/4": ("April has no day 31.", "April has no day 31."),
    "2/29/2026": ("February 2026 has no day 29.", "February 2026 has no day 29."),
    "2026-13-01": ("Is that January 13?", "Is that 13 January?"),
    "12.3.26": ("Is that December 3 or March 12?", "Thu, 12 Mar 2026"),
    "march": ("about March 2026", "about March 2026"),
    "next week": ("about Mar 10, 2026", "about 10 Mar 2026"),
    "tomorrow": ("Wed, Mar 4, 2026", "Wed, 4 Mar 2026"),
    "tomorow": ("Did you mean tomorrow?", "Did you mean tomorrow?"),
    "1": ("In which month is that?", "In which month is that?"),
    "0": (UNREAD, UNREAD),
    "99": (UNREAD, UNREAD),
    "12 Mar 1926": ("Fri, Mar 12, 1926", "Fri, 12 Mar 1926"),
    "12 Mar 1826": ("Is that the year 1826?", "Is that the year 1826?"),
    "\u0663/\u0661\u0663/\u0662\u0660\u0662\u0666": ("Fri, Mar 13, 2026", "Is that 13 March?"),
    "\uff11\uff12 March": ("Thu, Mar 12, 2026", "Thu, 12 Mar 2026"),
    "\u0967\u0968 \u092e\u093e\u0930\u094d\u091a": (UNREAD, UNREAD),
    "W" * 2_000: (UNREAD, UNREAD),
    "1" * 2_000: (UNREAD, UNREAD),
    "\U0001f382 Mar 12": (UNREAD, UNREAD),
}


@pytest.mark.parametrize("locale", ["en_US", "en_GB"])
def test_a_typed_date_is_the_right_day_or_a_plain_question(locale: str, qtbot: QtBot, a_tuesday: datetime) -> None:
    i18n.use_language(locale)
    kept: dict[str, str] = {}
    form = RecordForm((FieldSpec("day", "Day", "date"), FieldSpec("who", "Who")), save=kept.update)
    form.load({})
    page = FormPage(shown(form, qtbot), qtbot)
    for typed, answers in ANSWERS.items():
        answer = answers[locale == "en_GB"]
        page.type("Day", "")
        page.fill("Day", typed)
        if answer.endswith(("?", ".")):
            assert answer in page.words(), typed[:20]
            assert page.shows("Day") == typed
        else:
            assert page.shows("Day") == answer, typed[:20]
            assert form.fields["day"].error == ""


ASKED = (FieldSpec("day", "Asked on", "date", past=True), FieldSpec("who", "Who"))
AHEAD = "This day is still to come."


def test_a_day_to_come_where_something_has_happened_is_kept_and_said_calmly(qtbot: QtBot, a_tuesday: datetime) -> None:
    kept: dict[str, str] = {}
    form = RecordForm(ASKED, save=kept.update)
    form.load({})
    page = FormPage(shown(form, qtbot), qtbot)
    page.fill("Asked on", "Mar 12, 2027")
    assert kept["day"] == "2027-03-12"
    assert AHEAD in page.words()
    assert form.fields["day"].error == ""
    assert AHEAD in page.editor("Asked on").accessibleDescription()
    page.type("Asked on", "Mar 2")
    assert AHEAD not in page.words()
    page.leave()
    assert (kept["day"], AHEAD in page.words()) == ("2026-03-02", False)
    form.load({"day": "~2027"})
    assert AHEAD in page.words()
    form.load({"day": "~2026"})
    assert AHEAD not in page.words()


def test_a_day_to_come_is_said_before_a_whole_form_is_saved_and_does_not_hold_it_up(
    qtbot: QtBot, a_tuesday: datetime
) -> None:
    form = RecordForm(ASKED)
    form.load({})
    page = FormPage(shown(form, qtbot), qtbot)
    page.fill("Asked on", "tomorrow")
    assert AHEAD in page.words()
    kept: dict[str, str] = {}
    assert form.submit(kept.update)
    assert kept["day"] == "2026-03-04"
