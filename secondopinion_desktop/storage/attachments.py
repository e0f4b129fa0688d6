"""Files kept inside the file: content by its SHA-256, in pieces of one mebibyte, so none is ever whole in memory."""

from __future__ import annotations

import hashlib
import mimetypes
from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.handles import Attachment
from secondopinion_desktop.storage.database import load_sql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlmodel import Session

    from secondopinion_desktop.storage.reading import Reading
    from secondopinion_desktop.storage.unit import Unit

CHUNK = 1024 * 1024
USUAL_LIMIT = 25 * CHUNK
HARD_LIMIT = 100 * CHUNK


def keep(unit: Unit, owner_table: str, owner_id: str, path: Path, limit: int = USUAL_LIMIT) -> Attachment:
    """Copy the file at `path` into the open file. Raises UserError if it is too large or cannot be read."""
    limit = min(limit, HARD_LIMIT)
    try:
        digest, size = _digest(path, limit)
        if not _is_in(unit.session, digest):
            _copy_in(unit.session, path, digest)
    except OSError as error:
        raise UserError(
            _("This file could not be read."), _("Check that it is still there, then try again.")
        ) from error
    media_type = mimetypes.guess_type(path.name)[0] or ""
    return unit.add(
        Attachment(
            owner_table=owner_table, owner_id=owner_id, name=path.name, media_type=media_type, size=size, sha256=digest
        )
    )


def pieces(reading: Reading, attachment: Attachment) -> Iterator[bytes]:
    """Yield the content in order. Raises UserError if a piece is missing or changed."""
    digest, size = hashlib.sha256(), 0
    numbers = "SELECT number FROM attachment_chunk WHERE sha256 = ? ORDER BY number"
    one = "SELECT content FROM attachment_chunk WHERE sha256 = ? AND number = ?"
    for (number,) in reading.execute(numbers, (attachment.sha256,)):
        ((content,),) = reading.execute(one, (attachment.sha256, number))
        digest.update(content)
        size += len(content)
        yield content
    if size != attachment.size or digest.hexdigest() != attachment.sha256:
        raise UserError(_("The copy of this file is damaged."), _("Add it again from where it came from."))


def _digest(path: Path, limit: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > limit:
                words = _("This file is larger than {limit} MB.").format(limit=limit // CHUNK)
                raise UserError(words, _("Keep it where it is, and write down the place in the note."))
            digest.update(chunk)
    return digest.hexdigest(), size


def _copy_in(session: Session, path: Path, digest: str) -> None:
    columns = _chunks()
    check, number = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while True:
            content = stream.read(CHUNK)
            if not content and number:
                break
            check.update(content)
            session.execute(columns.insert().values(sha256=digest, number=number, content=content))
            number += 1
    if check.hexdigest() != digest:
        raise UserError(_("This file changed while it was copied."), _("Wait until it is complete, then try again."))


def _is_in(session: Session, digest: str) -> bool:
    columns = _chunks()
    return (
        session.execute(columns.select().with_only_columns(columns.c.number).where(columns.c.sha256 == digest)).first()
        is not None
    )


def _chunks() -> Any:
    load_sql()
    from secondopinion_desktop.model.record import AttachmentChunk  # noqa: PLC0415 - SQLModel, which reading does without

    return AttachmentChunk.__table__  # type: ignore[attr-defined]
