"""Choose at the left, see the real pages at the right, then save or print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QSizePolicy, QWidget

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.services.timing import printing
from secondopinion_desktop.ui.dialogs.page_preview import PagePreview
from secondopinion_desktop.ui.dialogs.save_pdf import save_pdf
from secondopinion_desktop.ui.printing import Printing
from secondopinion_desktop.ui.theme import theme
from secondopinion_desktop.ui.widgets import Box, Button, Column, IconLabel, Line, PlainLabel, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.workers import Job, Workers

_REST_MS: Final = 300
_AROUND: Final = 48
_WIDTH, _HEIGHT, _LEFT = 1040, 640, 400
# In less room than this nobody can make out a page.
_LEAST_PREVIEW: Final = 240


class PagesDialog(QDialog):
    """Show it through Messages.run. It is accepted once the pages were saved or sent to a printer.

    `choices` stand at the left. Subclasses say what is made: `work`, `print_name`, and may hear of `sent`.
    """

    def __init__(
        self, file: OpenFile, workers: Workers, messages: Messages, title: str, choices: QScrollArea, inside: QWidget
    ) -> None:
        super().__init__()
        self._file, self._workers, self._messages = file, workers, messages
        self._job: Job | None = None
        self._pages: PrintedPages | None = None
        self._next: Callable[[PrintedPages], object] | None = None
        self._is_over = False
        self.setWindowTitle(title)
        self._left, self._inside = choices, inside
        self.preview = PagePreview()
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.make)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_save)
        self.print.clicked.connect(self._ask_print)
        theme().changed.connect(self._grow)
        self._grow()

    def work(self) -> Callable[[], PrintedPages]:
        """Return what makes the pages of the present choice, on a worker."""
        raise NotImplementedError

    def print_name(self) -> str:
        """Return what stands in the printer's queue and begins the file's name: neither a name nor an illness."""
        raise NotImplementedError

    def sent(self) -> None:
        """Hear that the pages were saved or are on their way to the printer."""

    def _lay_out(self) -> None:
        outer = Column(self, gap=0)
        body = Row(gap=0)
        body.addWidget(self._left)
        self._line = Line(vertical=True)
        body.addWidget(self._line)
        body.addWidget(self.preview, 1)
        outer.addLayout(body, 1)
        foot = Box(edge="top")
        self._foot = Row(foot, gap=10, margins=(20, 12, 20, 14))
        note, row = Row(gap=10), Row(gap=10)
        note.addWidget(IconLabel("info", "muted"))
        note.addWidget(PlainLabel(self._warning(), "small", "muted"), 1)
        self._foot.addLayout(note, 1)
        self._foot.addLayout(row)
        row.addStretch(1)
        self.cancel = Button(_("Cancel"))
        self.save = Button(_("Save as PDF"), icon_name="download")
        self.print = Button(_("Print"), "primary", "printer")
        for button in (self.cancel, self.save, self.print):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.print.setDefault(True)
        outer.addWidget(foot)

    def _warning(self) -> str:
        """Say what the paper holds, and that the passphrase does not protect it (W26)."""
        told = printing()
        if self._file.is_protected:
            return f"{told.sees} {_('Choose who sees it: the paper or PDF is not protected by your passphrase.')}"
        return f"{told.sees} {told.ask}"

    @property
    def shown_pages(self) -> PrintedPages | None:
        """The pages of the present choice, None while they are being made."""
        return self._pages

    # Making the pages

    def choose(self) -> None:
        """Make the pages anew: something else was chosen."""
        if self._is_over:  # forms say what was typed last while the dialog closes
            return
        self._forget_job()
        self._pages = None
        self._rest.start()
        self.preview.wait()

    def make(self) -> None:
        """Make the pages of the present choice."""
        self._forget_job()
        self.preview.wait()
        self._job = self._workers.start(self.work(), self._show, self._fail)

    def shown(self, pages: PrintedPages) -> None:
        """Hear that the pages are there; what to say about them is up to each dialog."""

    def _show(self, pages: PrintedPages) -> None:
        self._job = None
        self._pages = pages
        self.preview.show_pages(pages)
        self.shown(pages)
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
            self.make()

    # What happens with them

    def _ask_save(self) -> None:
        self._when_made(self._save)

    def _ask_print(self) -> None:
        self._when_made(self._print)

    def _save(self, pages: PrintedPages) -> None:
        if save_pdf(self._messages, pages, self.print_name()):
            self.accept()
            self.sent()

    def _print(self, pages: PrintedPages) -> None:
        if Printing(self._workers, self._messages).send(pages, self.print_name()):
            self.preview.let_go()  # the printer has them now, and closes them
            self.accept()
            self.sent()

    # Size

    def done(self, result: int) -> None:
        """Stop making pages: nobody will see them."""
        self._is_over = True
        self._rest.stop()
        self._forget_job()
        self._pages = None
        pages = self.preview.let_go()
        if pages is not None:
            pages.close()
        super().done(result)

    def _grow(self) -> None:
        """Give the choices the width their words need, and the page the rest if that is enough to see one."""
        least = self._inside.minimumSizeHint().width() + self._left.verticalScrollBar().sizeHint().width()
        width = max(min(theme().text_px(_LEFT), self._available_width() * 55 // 100), least)
        both = self.width() - width >= theme().px(_LEAST_PREVIEW)
        self._left.setMinimumWidth(width)
        self._left.setMaximumWidth(width if both else self.maximumWidth())
        self.preview.setVisible(both)
        self._line.setVisible(both)
        # Where only the choices have room, what the paper holds stands over the buttons: beside them it would be
        # one word a line.
        self._foot.setDirection(Row.Direction.LeftToRight if both else Row.Direction.TopToBottom)

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
