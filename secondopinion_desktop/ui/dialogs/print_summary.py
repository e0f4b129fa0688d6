"""Print or save summary: choose at the left, see the real pages at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy

from secondopinion_desktop import guidance
from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.page_preview import PagePreview
from secondopinion_desktop.ui.dialogs.print_summary_choices import SummaryChoices
from secondopinion_desktop.ui.printing import Printing
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Button, Column, IconLabel, Line, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.packets import Part
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Job, Workers

_REST_MS: Final = 300
_AROUND: Final = 48
_WIDTH, _HEIGHT, _LEFT = 1040, 640, 400
# In less room than this nobody can make out a page.
_LEAST_PREVIEW: Final = 240


class PrintSummary(QDialog):
    """Show it through Messages.run. It is accepted once the summary was saved or sent to a printer.

    `only` ticks these parts alone, to begin with.
    """

    def __init__(
        self, file: OpenFile, workers: Workers, messages: Messages, *, only: frozenset[Part] | None = None
    ) -> None:
        super().__init__()
        self._file, self._workers, self._messages = file, workers, messages
        self._job: Job | None = None
        self._pages: PrintedPages | None = None
        self._next: Callable[[PrintedPages], object] | None = None
        self.setWindowTitle(_("Print or save summary"))
        self.choices = SummaryChoices(file.packets.counts(), only)
        self.preview = PagePreview()
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make)
        self.choices.chosen.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_save)
        self.print.clicked.connect(self._ask_print)
        theme().changed.connect(self._grow)
        self._grow()
        self._make()

    def _lay_out(self) -> None:
        outer = Column(self, gap=0)
        body = Row(gap=0)
        body.addWidget(self.choices)
        self._line = Line(vertical=True)
        body.addWidget(self._line)
        body.addWidget(self.preview, 1)
        outer.addLayout(body, 1)
        foot = Box(edge="top")
        row = Row(foot, gap=10, margins=(20, 12, 20, 14))
        row.addWidget(IconLabel("info", "muted"))
        row.addWidget(PlainLabel(self._warning(), "small", "muted"), 1)
        self.cancel = Button(_("Cancel"))
        self.save = Button(_("Save as PDF"), icon_name="download")
        self.print = Button(_("Print"), "primary", "printer")
        for button in (self.cancel, self.save, self.print):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.print.setDefault(True)
        outer.addWidget(foot)

    def _warning(self) -> str:
        if self._file.is_protected:
            return _("Choose who sees it: the paper or PDF is not protected by your passphrase.")
        return guidance.safety().share

    @property
    def shown_pages(self) -> PrintedPages | None:
        """The pages of the present choice, None while they are being made."""
        return self._pages

    # Making the pages

    def _choose(self) -> None:
        self._forget_job()
        self._pages = None
        self._rest.start()
        self.preview.wait()

    def _make(self) -> None:
        self._forget_job()
        self.preview.wait()
        work = partial(self._file.packets.pages, self.choices.choice)
        self._job = self._workers.start(work, self._show, self._fail)

    def _show(self, pages: PrintedPages) -> None:
        self._job = None
        self._pages = pages
        self.preview.show_pages(pages)
        self.choices.show_too_long(pages.over)
        then, self._next = self._next, None
        if then is not None:
            then(pages)

    def _fail(self, trouble: Exception) -> None:
        self._job = self._next = None
        if not isinstance(trouble, UserError):
            raise trouble
        self.preview.show_trouble(str(trouble))

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _when_made(self, then: Callable[[PrintedPages], object]) -> None:
        """Do something with the pages of the present choice, at once or as soon as they are made."""
        if self._pages is not None:
            then(self._pages)
            return
        self._next = then
        if self._job is None:
            self._rest.stop()
            self._make()

    # What happens with them

    def _ask_save(self) -> None:
        self._when_made(self._save)

    def _ask_print(self) -> None:
        self._when_made(self._print)

    def _save(self, pages: PrintedPages) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        # Neither name nor illness: a file name is seen by many.
        suggested = folder / _("Summary {date}.pdf").format(date=clock.today().isoformat())
        path = self._messages.choose_file_to_save(_("Save as PDF"), suggested, _("PDF (*.pdf)"))
        if path is None:
            return
        whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            # The system asked about the name it saw; about a name made longer here nobody asked.
            pages.save(whole, replace=whole == path)
        except UserError as error:
            self._messages.report(error)
            return
        self._messages.toast(_("Saved as {name}").format(name=whole.name))
        self.accept()

    def _print(self, pages: PrintedPages) -> None:
        if Printing(self._workers, self._messages).send(pages, _("Summary")):
            self.preview.let_go()  # the printer has them now, and closes them
            self.accept()

    # Size

    def done(self, result: int) -> None:
        """Stop making pages: nobody will see them."""
        self._rest.stop()
        self._forget_job()
        self._pages = None
        pages = self.preview.let_go()
        if pages is not None:
            pages.close()
        super().done(result)

    def _grow(self) -> None:
        """Give the choices the width their words need, and the page the rest if that is enough to see one."""
        least = self.choices.content.minimumSizeHint().width() + self.choices.verticalScrollBar().sizeHint().width()
        width = max(min(theme().text_px(_LEFT), self._available_width() * 55 // 100), least)
        both = self.width() - width >= theme().px(_LEAST_PREVIEW)
        self.choices.setMinimumWidth(width)
        self.choices.setMaximumWidth(width if both else self.maximumWidth())
        self.preview.setVisible(both)
        self._line.setVisible(both)

    def _available_width(self) -> int:
        screen = self.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry().width() - _AROUND

    def showEvent(self, event: QShowEvent) -> None:
        screen = self.screen() or QGuiApplication.primaryScreen()
        most = screen.availableGeometry().size()
        width, height = theme().px(_WIDTH), theme().px(_HEIGHT)
        self.resize(min(width, most.width() - _AROUND), min(height, most.height() - _AROUND))
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
