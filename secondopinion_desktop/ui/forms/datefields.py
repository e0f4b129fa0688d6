"""Days and times, typed the way people type them and shown back in full words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base import clock, formats
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model import dates
from secondopinion_desktop.ui.forms.fields import LineField
from secondopinion_desktop.ui.widgets import DateEdit, announce

if TYPE_CHECKING:
    from datetime import date

    from secondopinion_desktop.ui.forms.spec import FieldSpec


class _SaidBack(LineField):
    """What was typed is shown back in full, once it is clear."""

    saves_while_typing = False

    def kept_as(self, value: Any) -> None:
        self.show(value)

    def say_back(self) -> None:
        try:
            words = self._worded(self.read())
        except UserError:
            return  # it is asked about when it is to be saved
        if words != self.editor.text():
            self.editor.setText(words)


class DayField(_SaidBack):
    """A day, exact or "about", or not known. Its value is the text form of a PartialDate, "" for not known."""

    def __init__(self, spec: FieldSpec) -> None:
        word = formats.day_year if spec.short else formats.day_weekday_year
        editor = DateEdit(word, self._day, spec.placeholder_words)
        super().__init__(spec, editor)
        editor.picked.connect(self._tell_left)

    def show(self, value: Any) -> None:
        super().show(value)
        self._remark_on(value)

    def kept_as(self, value: Any) -> None:
        super().kept_as(value)
        self._announce()

    def say_back(self) -> None:
        super().say_back()
        try:
            self._remark_on(self.read())
        except UserError:
            return
        self._announce()

    def _remark_on(self, value: Any) -> None:
        """Say of a day that lies ahead, where something has happened already, that it does. It is kept as it is."""
        found = dates.PartialDate.from_optional_text(value) if self.spec.past else None
        ahead = found is not None and found.earliest > clock.today()
        self.frame.set_remark(_("This day is still to come.") if ahead else "")

    def _announce(self) -> None:
        if self.frame.remark:
            announce(self.editor, self.frame.remark)

    def _tell_edited(self) -> None:
        self.frame.set_remark("")
        super()._tell_edited()

    def read(self) -> str:
        found = self._found(self.editor.text())
        return found.to_text() if found else ""

    def _found(self, text: str) -> dates.PartialDate | None:
        return dates.parse_optional(text, clock.today(), formats.day_comes_first(), past=self.spec.past)

    def _day(self, text: str) -> date | None:
        try:
            found = self._found(text)
        except UserError:
            return None
        return found.day if found else None

    def _worded(self, value: Any) -> str:
        found = dates.PartialDate.from_optional_text(value)
        if self.spec.short and found is not None and found.is_firm:
            return formats.day_year(found.day)
        return dates.partial_date_entry(found)


class TimeField(_SaidBack):
    """A time of day. Its value is "HH:MM", or "" for not known."""

    def read(self) -> str:
        from secondopinion_desktop.model import times  # noqa: PLC0415 - only who types a time pays for it

        text = self.editor.text()
        return times.parse(text) if text.strip() else ""

    def _worded(self, value: Any) -> str:
        return formats.clock_time(value) if value else ""
