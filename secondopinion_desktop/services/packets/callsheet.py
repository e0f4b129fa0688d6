"""A sheet for one phone call: what to say at the left, room for the answers at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.i18n import N_, _, words_language
from secondopinion_desktop.documents.packet import DOCTOR_POINTS, Fields, Packet, Prompt, Section
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services import calling
from secondopinion_desktop.services.packets.words import joined, masked
from secondopinion_desktop.services.paper import PrintedPages, printed_pages

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.packets.choice import PaperSize

_MORE_LINES: Final = (2, 1, 0, -1)
_TITLES: Final = {
    CallKind.PLAN: N_("Call to my health plan"),
    CallKind.CLINIC: N_("Call to the second clinic"),
    CallKind.DOCTOR: N_("Call to my own doctor's office"),
}


def call_sheet(file: OpenFile, kind: CallKind, *, whole_numbers: bool = False) -> Packet:
    """Return the sheet as it stands now. Numbers of the insurance card are whole only if that was asked for."""
    start = calling.start_of_a_call(file, kind)
    plan = file.insurance.plans.at(1)
    secret = {number for number in (plan.member_id, plan.group_number) if number} if plan is not None else set()
    ready = tuple(
        (label, masked(words) if words in secret and not whole_numbers else words)
        for label, words in calling.numbers(file, kind)
    )
    about = (
        Prompt(_("Date and time"), lines=1),
        Prompt(_("Who I speak to"), lines=1),
        Prompt(_("Number for this call"), lines=1),
    )
    after = (
        Prompt(_("What they will do, and by when"), lines=2),
        Prompt(_("When I call again"), lines=1),
    )
    said = tuple(Prompt(words, hint) for words, hint in calling.script(file, kind))
    return Packet(
        title=_(_TITLES[kind]),
        subtitle=joined(start["called"] or "", start["number_called"] or ""),
        person=file.people.person().name,
        printed=_("Printed {date}").format(date=formats.day_year(clock.today())),
        foot=guidance.safety().paper,
        language=words_language(),
        sections=(
            Section("ready", _("Have ready"), (Fields(ready),)),
            Section("call", _("This call"), about),
            Section("say", _("What to say"), said),
            Section("next", _("What happens next"), after),
        ),
        author=file.people.person().name,
        subject=_(_TITLES[kind]),
        made_on=clock.today(),
        body_points=DOCTOR_POINTS,
    )


def call_sheet_pages(packet: Packet, paper: PaperSize, *, large_print: bool = False) -> PrintedPages:
    """Return the pages of a sheet, drawn: as few as can be, with as much room to write as they have.

    It may take a moment and belongs on a worker.
    """
    made = [printed_pages(_with_room(packet, more), paper, large_print=large_print) for more in _MORE_LINES]
    fewest = min(pages.page_count for pages in made)
    chosen = next(pages for pages in made if pages.page_count == fewest)
    for pages in made:
        pages.close()
    return chosen


def _with_room(packet: Packet, more: int) -> Packet:
    """Return the sheet with `more` lines in each box that has more than one."""
    sections = tuple(
        replace(
            part,
            blocks=tuple(
                replace(block, lines=block.lines + more) if isinstance(block, Prompt) and block.lines > 1 else block
                for block in part.blocks
            ),
        )
        for part in packet.sections
    )
    return replace(packet, sections=sections)
