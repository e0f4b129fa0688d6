"""Print a call sheet: whom the call is to, and the paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QSizePolicy

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.choices import CallKind
from secondopinion_desktop.services import calling
from secondopinion_desktop.services.packets.callsheet import call_sheet, call_sheet_pages
from secondopinion_desktop.ui.dialogs.pages_dialog import PagesDialog
from secondopinion_desktop.ui.widgets import Box, CheckRow, Column, ComboBox, FieldFrame, PlainLabel, ScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.packets.choice import PaperSize
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Workers


class CallSheetDialog(PagesDialog):
    """The sheet for one call."""

    def __init__(self, file: OpenFile, workers: Workers, messages: Messages) -> None:
        inside = Box()
        choices = ScrollArea(inside)
        column = Column(inside, gap=12, margins=(20, 16, 20, 16))
        kinds = ComboBox(tuple((str(kind), kind.words) for kind in CallKind))
        paper = ComboBox((("letter", _("Letter")), ("a4", _("A4"))))
        for editor in (kinds, paper):
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.kind = FieldFrame(_("This call is to"), kinds)
        self.paper = FieldFrame(_("Paper"), paper)
        self.whole_numbers = CheckRow(_("Card numbers in full"))
        self.large = CheckRow(_("Large print"))
        kinds.show_key(calling.usual_kind(file))
        paper.show_key("letter" if formats.paper_size() == "letter" else "a4")
        words = _("What to say stands at the left, with room for the answers beside it. The words are yours to change.")
        for widget in (PlainLabel(words, tone="muted"), self.kind, self.paper, self.whole_numbers, self.large):
            column.addWidget(widget)
        column.addStretch(1)
        super().__init__(file, workers, messages, _("Print a call sheet"), choices, inside)
        for combo in (kinds, paper):
            combo.activated.connect(self.choose)
        for row in (self.whole_numbers, self.large):
            row.ticked.connect(self._tick)
        self.make()

    def work(self) -> Callable[[], PrintedPages]:
        kind = CallKind(self.kind.editor.key())
        packet = call_sheet(self._file, kind, whole_numbers=self.whole_numbers.is_ticked())
        size = cast("PaperSize", self.paper.editor.key())
        return partial(call_sheet_pages, packet, size, large_print=self.large.is_ticked())

    def print_name(self) -> str:
        return _("Call sheet")

    def _tick(self, _ticked: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.choose()
