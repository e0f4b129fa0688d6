"""Making a file: it is whole, private and ours at once, or nothing is left of it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base import troubles
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.storage import casefile, health
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.keys import Passphrase, RecoveryCode
from secondopinion_desktop.storage.stamp import APPLICATION_ID
from tests.helpers.casefiles import CHEAP, add_contact, as_ordinary_user, contact_names, made, seen_from_outside

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "blue door"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_new_file_is_sound_and_can_be_written_at_once(place: Path) -> None:
    new = casefile.create(place / "Maria.secondopinion", None)
    assert new.recovery_code is None
    add_contact(new.file.database, "Dr. Rivera")
    report = health.examine(new.file.database)
    assert report.is_sound
    assert report.counts["contact"] == 1
    new.file.close()


def test_a_plain_file_is_an_ordinary_sqlite_file(place: Path) -> None:
    path = place / "Maria.secondopinion"
    made(path, None, "Dr. Rivera")
    connection = sqlcipher.connect(str(path))
    assert connection.execute("SELECT name FROM contact").fetchall() == [("Dr. Rivera",)]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_a_protected_file_starts_with_its_salt_and_shows_nothing(place: Path) -> None:
    path = place / "Maria.secondopinion"
    made(path, PASSPHRASE, "Dr. Rivera")
    content = path.read_bytes()
    assert not content.startswith(b"SQLite")
    for word in (b"Rivera", b"contact", b"CREATE TABLE"):
        assert word not in content


@pytest.mark.parametrize("passphrase", ["x", "blue door", "пароль", "🔑" * 100, "a\nb", " ", "'; DROP TABLE"])
def test_passphrase_and_sheet_both_open_it(passphrase: str, place: Path) -> None:
    path = place / "Maria.secondopinion"
    code = made(path, passphrase, "Dr. Rivera")
    for unlock in (Passphrase(passphrase), RecoveryCode(code.lower().replace("-", " "))):
        file = casefile.open_file(path, unlock, cost=CHEAP)
        assert contact_names(file.database) == ["Dr. Rivera"]
        assert file.is_protected
        file.close()


def test_the_sheet_opens_the_file_alone_with_everything_else_gone(place: Path, home: Path) -> None:
    path = place / "Maria.secondopinion"
    code = made(path, PASSPHRASE, "Dr. Rivera")
    alone = place.parent / "usb" / "found.secondopinion"
    alone.parent.mkdir()
    path.rename(alone)
    for each in sorted(home.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    file = casefile.open_file(alone, RecoveryCode(code), cost=CHEAP)
    assert contact_names(file.database) == ["Dr. Rivera"]
    file.close()


def test_an_existing_file_is_never_overwritten(place: Path) -> None:
    path = place / "Maria.secondopinion"
    path.write_text("mine")
    with pytest.raises(troubles.AlreadyExists):
        casefile.create(path, None)
    assert seen_from_outside(place) == {path.name: b"mine"}


def test_a_link_that_leads_nowhere_is_not_followed(place: Path) -> None:
    path = place / "Maria.secondopinion"
    path.symlink_to(place)
    with pytest.raises(troubles.AlreadyExists):
        casefile.create(path, None)


def test_a_folder_that_is_gone(place: Path) -> None:
    with pytest.raises(troubles.VanishedDrive):
        casefile.create(place / "gone" / "Maria.secondopinion", None)
    assert not list(place.iterdir())


def test_a_folder_that_cannot_be_written() -> None:
    with as_ordinary_user() as place:
        place.chmod(0o555)
        with pytest.raises(troubles.ReadOnlyFolder):
            casefile.create(place / "Maria.secondopinion", None)
        place.chmod(0o755)
        assert not list(place.iterdir())


def test_an_empty_passphrase_makes_no_file(place: Path) -> None:
    with pytest.raises(FieldError):
        casefile.create(place / "Maria.secondopinion", "", cost=CHEAP)
    assert not list(place.iterdir())


def test_two_files_share_nothing(place: Path) -> None:
    codes = {made(place / name, PASSPHRASE) for name in ("a.secondopinion", "b.secondopinion")}
    heads = {path.read_bytes()[:16] for path in place.iterdir()}
    assert len(codes) == len(heads) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_every_file_is_private_while_open_and_afterwards(passphrase: str | None, place: Path, home: Path) -> None:
    file = casefile.create(place / "Maria.secondopinion", passphrase, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    file.backups.make(Reason.ASKED)
    file.save_copy(place / "copy.secondopinion")
    names = _modes(place, home)
    assert {"Maria.secondopinion-wal", "Maria.secondopinion-shm", "copy.secondopinion", "device"} <= names.keys()
    assert set(names.values()) == {0o600, 0o700}
    file.close()
    assert set(_modes(place, home).values()) == {0o600, 0o700}


def _modes(place: Path, home: Path) -> dict[str, int]:
    below = [*place.rglob("*"), *home.glob("data/**/*")]
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in below}


def test_a_saved_copy_is_one_whole_file(place: Path) -> None:
    file = casefile.create(place / "Maria.secondopinion", PASSPHRASE, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    copy = place / "copy.secondopinion"
    file.save_copy(copy)
    file.close()
    assert sorted(each.name for each in place.iterdir()) == ["Maria.secondopinion", "copy.secondopinion"]
    again = casefile.open_to_read(copy, Passphrase(PASSPHRASE), cost=CHEAP)
    assert contact_names(again.database) == ["Dr. Rivera"]
    assert again.file_id == file.file_id
    again.close()


def test_a_copy_to_a_place_that_is_gone_leaves_nothing(place: Path) -> None:
    file = casefile.create(place / "Maria.secondopinion", None).file
    with pytest.raises(troubles.VanishedDrive):
        file.save_copy(place / "stick" / "copy.secondopinion")
    file.close()
    assert [each.name for each in place.iterdir()] == ["Maria.secondopinion"]
