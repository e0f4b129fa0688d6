"""Background to share: what the clinic wants and by when, and what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from secondopinion_desktop.base.i18n import _, ngettext
from secondopinion_desktop.model.choices import AppointmentKind, AppointmentStatus
from secondopinion_desktop.model.dates import PartialDate, partial_date_words
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.specs_schedule import CLINIC_WANTS
from secondopinion_desktop.ui.pages.step.related import Link
from secondopinion_desktop.ui.pages.step.side import LinkRow
from secondopinion_desktop.ui.pages.step.work.following import FollowingCard

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages


def background(file: OpenFile) -> str:
    """Return by when they want it, and how much was sent; else what the card is for."""
    visit = file.appointments.second_opinion()
    wanted = (
        partial_date_words(PartialDate.from_text(visit.records_needed_by)) if visit and visit.records_needed_by else ""
    )
    count = len(visit.background_sent) if visit else 0
    parts = (
        _("They want it by {day}").format(day=wanted) if wanted else "",
        ngettext("{count} thing sent", "{count} things sent", count).format(count=count) if count else "",
    )
    told = ". ".join(part for part in parts if part)
    return told or _("Ask the clinic what it wants to see first. Tick what you have sent.")


class BackgroundCard(FollowingCard):
    """Kept with the second-opinion visit; where there is none yet, what is written here begins one without a date."""

    follows: ClassVar = frozenset({"appointment"})

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Background to share"))
        self.form = RecordForm(CLINIC_WANTS, save=self._save, contacts=file.contacts)
        self.form.load({})
        self.add(self.form)
        for link in (
            Link(_("Print or save my summary"), "printer", ("command", "print")),
            Link(_("Reports, slides and scans: your records list"), "folder", ("page", "records")),
        ):
            row = LinkRow(flush=True)
            row.show_link(link)
            row.chosen.connect(self.open_requested)
            self.add(row)
        self._visit_id = ""
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept with the visit of now; what is being typed stays."""
        visit = self.file.appointments.second_opinion()
        visit_id = visit.id if visit else ""
        if visit_id != self._visit_id and not self.form.is_touched:
            self.form.load(visit or {})
        else:
            self.form.refresh(visit or {})
        self._visit_id = visit_id

    def flush(self) -> bool:
        """Save what is typed; return whether all of it could be."""
        return self.form.flush()

    def open_item(self, kind: str, _item: str) -> bool:
        """Put the keyboard into the first field."""
        here = kind == "background"
        if here:
            self.form.focus_first()
        return here

    def _save(self, **values: Any) -> None:
        appointments = self.file.appointments
        if self._visit_id:
            appointments.change(self._visit_id, origin=self, **values)
        else:
            kind, status = AppointmentKind.SECOND_OPINION, AppointmentStatus.WANTED
            self._visit_id = appointments.add(kind=kind, status=status, origin=self, **values).id
