"""Copies of files kept with a record, a note, a plan."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from secondopinion_desktop.base import files
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.base.troubles import WouldReplaceCaseFile
from secondopinion_desktop.model.handles import Attachment
from secondopinion_desktop.services.rows import Rows
from secondopinion_desktop.storage import attachments as storage

if TYPE_CHECKING:
    from pathlib import Path


class Attachments(Rows[Attachment]):
    table = Attachment
    order = ("name",)
    adding = N_("Attach file")
    changing = N_("Rename file")
    removing = N_("Remove file")

    def of(self, owner_table: str, owner_id: str) -> list[Attachment]:
        """Return the files kept with one row."""
        return self.all(owner_table=owner_table, owner_id=owner_id)

    def counts(self, owner_table: str) -> dict[str, int]:
        """Return how many files each row of a table has, by the row's id."""
        counts: dict[str, int] = {}
        for attachment in self.all(owner_table=owner_table):
            counts[attachment.owner_id] = counts.get(attachment.owner_id, 0) + 1
        return counts

    def attach(self, owner_table: str, owner_id: str, path: Path) -> Attachment:
        """Copy a file in. Raises UserError with a sentence if it is too large or cannot be read."""
        with self.store.writing(_(self.adding)) as unit:
            return storage.keep(unit, owner_table, owner_id, path)

    def save_copy(self, attachment_id: str, path: Path) -> None:
        """Write an attachment's content to `path`, for this person's eyes only. Raises UserError, OSError."""
        if files.is_case_file(path):
            raise WouldReplaceCaseFile
        partial = path.with_name(f".{path.name}.partial")
        try:
            with self.store.database.reading() as session:
                handle = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "wb") as stream:
                    for piece in storage.pieces(session, self.get(attachment_id)):
                        stream.write(piece)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
