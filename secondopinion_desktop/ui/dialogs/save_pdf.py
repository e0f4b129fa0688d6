"""Asks where a PDF goes, and writes it there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from secondopinion_desktop.services.paper import PrintedPages
    from secondopinion_desktop.ui.messages import Messages


def save_pdf(messages: Messages, pages: PrintedPages, name: str) -> bool:
    """Ask for a place and write `pages` there; return whether they were written. `name` begins the suggested name."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    # Neither person nor illness: a file name is seen by many.
    suggested = folder / f"{name} {clock.today().isoformat()}.pdf"
    path = messages.choose_file_to_save(_("Save as PDF"), suggested, _("PDF (*.pdf)"))
    if path is None:
        return False
    whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
    try:
        # The system asked about the name it saw; about a name made longer here nobody asked.
        pages.save(whole, replace=whole == path)
    except UserError as error:
        messages.report(error)
        return False
    messages.toast(_("Saved as {name}").format(name=whole.name))
    return True
