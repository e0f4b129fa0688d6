"""Nothing that is saved, exported or printed ever takes the place of a file somebody keeps their notes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop import cli
from secondopinion_desktop.base.troubles import WouldReplaceCaseFile
from secondopinion_desktop.services.packets import MadeFor, usual_choice
from tests.helpers.casefiles import made, seen_from_outside

if TYPE_CHECKING:
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile

NAMES = ("Maria.secondopinion", "MARIA.SecondOpinion")


@pytest.fixture(params=NAMES)
def notes_of_maria(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Somebody else's file, on the same stick."""
    path: Path = tmp_path / "stick" / request.param
    path.parent.mkdir()
    made(path, None, "Dr. Rivera")
    return path


def test_a_copy_is_never_saved_over_a_file_of_notes(file: OpenFile, notes_of_maria: Path) -> None:
    before = seen_from_outside(notes_of_maria.parent)
    with pytest.raises(WouldReplaceCaseFile, match="belongs to a Second Opinion file"):
        file.save_copy(notes_of_maria)
    assert seen_from_outside(notes_of_maria.parent) == before


def test_a_copy_is_never_saved_over_the_open_file_or_its_log(file: OpenFile) -> None:
    file.contacts.add(name="Dr. Rao")
    log = file.path.with_name(f"{file.path.name}-wal")
    link = file.path.with_name("elsewhere.bin")
    link.symlink_to(file.path)
    for place in (file.path, file.path.parent / "." / file.path.name, log, link):
        with pytest.raises(WouldReplaceCaseFile):
            file.save_copy(place)
    assert [contact.name for contact in file.contacts.all()] == ["Dr. Rao"]
    assert link.is_symlink()


def test_a_summary_is_never_saved_over_a_file_of_notes(file: OpenFile, notes_of_maria: Path) -> None:
    before = seen_from_outside(notes_of_maria.parent)
    with pytest.raises(WouldReplaceCaseFile):
        file.packets.save_pdf(usual_choice(MadeFor.FAMILY), notes_of_maria, replace=True)
    assert seen_from_outside(notes_of_maria.parent) == before


def test_an_attached_file_is_never_saved_over_a_file_of_notes(
    file: OpenFile, notes_of_maria: Path, tmp_path: Path
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF scan")
    attachment = file.attachments.attach("record", file.records.add(name="CT report").id, tmp_path / "scan.pdf")
    before = seen_from_outside(notes_of_maria.parent)
    with pytest.raises(WouldReplaceCaseFile):
        file.attachments.save_copy(attachment.id, notes_of_maria)
    assert seen_from_outside(notes_of_maria.parent) == before


@pytest.mark.parametrize("more", [[], ["--overwrite"]])
def test_the_command_line_never_writes_a_summary_over_notes(
    file: OpenFile, notes_of_maria: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = seen_from_outside(notes_of_maria.parent)
    for target in (notes_of_maria, file.path):
        assert cli.main(["summary", str(file.path), "-o", str(target), *more]) == cli.IN_THE_WAY
        assert "belongs to a Second Opinion file" in capsys.readouterr().err
    assert cli.main(["sample", str(notes_of_maria)]) == cli.IN_THE_WAY
    assert seen_from_outside(notes_of_maria.parent) == before
    assert file.is_in_place


def test_a_file_of_notes_by_another_name_is_not_written_over_by_its_own_summary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = tmp_path / "notes.pdf"
    made(renamed, None, "Dr. Rivera")
    before = renamed.read_bytes()
    assert cli.main(["summary", str(renamed), "-o", str(renamed), "--overwrite"]) == cli.IN_THE_WAY
    assert "belongs to a Second Opinion file" in capsys.readouterr().err
    assert renamed.read_bytes() == before
