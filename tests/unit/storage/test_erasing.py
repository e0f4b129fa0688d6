"""What is taken out of the file for good cannot be read in it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.model.record import Attachment
from secondopinion_desktop.storage import attachments, casefile, erasing
from secondopinion_desktop.storage.store import Store
from tests.helpers.casefiles import DEVICE

if TYPE_CHECKING:
    from pathlib import Path


def test_no_word_of_an_erased_row_stays_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    letter = tmp_path / "letter.txt"
    letter.write_text("Kanarienvogel " * 1000)
    file = casefile.create(path, None).file
    store = Store(file.database, DEVICE)
    with store.writing("Add") as unit:
        contact = unit.add(Contact(name="Kanarienvogel", note="Kanarienvogel"))
        unit.add(Contact(name="Dr. Rivera"))
        attachment = attachments.keep(unit, "contact", contact.id, letter)
    with store.writing("Change") as unit:
        unit.change(Contact, contact.id, note="Kanarienvogel, twice")
        unit.remove(Contact, contact.id)
    with file.database.writing() as session:
        erasing.erase(session, Contact, contact.id)
        erasing.erase(session, Attachment, attachment.id)
        erasing.forget_words(session)
    file.close()
    content = path.read_bytes().lower()
    assert b"kanarienvogel" not in content
    assert b"rivera" in content
