"""Opening a file: each thing that can stand in the way has its own words, and leaves everything as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from secondopinion_desktop.base import troubles
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.keys import Passphrase, RecoveryCode
from secondopinion_desktop.storage.stamp import APPLICATION_ID
from tests.helpers.casefiles import CHEAP, add_contact, as_ordinary_user, contact_names, made, seen_from_outside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from secondopinion_desktop.storage.keys import Unlock

    Prepare = Callable[[Path], Unlock | None]

PASSPHRASE = "blue door"


def _protected(path: Path) -> None:
    made(path, PASSPHRASE, "Dr. Rivera", "Aunt Jo")


def no_passphrase(path: Path) -> None:
    _protected(path)


def wrong_passphrase(path: Path) -> Unlock:
    _protected(path)
    return Passphrase("blue doof")


def mistyped_code(path: Path) -> Unlock:
    code = made(path, PASSPHRASE)
    return RecoveryCode(("0" if code[0] != "0" else "1") + code[1:])


def code_of_another_file(path: Path) -> Unlock:
    _protected(path)
    return RecoveryCode(made(path.with_name("other.secondopinion"), PASSPHRASE))


def flipped_bit(path: Path) -> Unlock:
    _protected(path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)
    return Passphrase(PASSPHRASE)


def torn_page(path: Path) -> None:
    made(path, None, "Dr. Rivera")
    content = bytearray(path.read_bytes())
    content[8192:12288] = bytes(4096)
    path.write_bytes(content)


def broken_copy(path: Path) -> Unlock:
    _protected(path)
    path.write_bytes(path.read_bytes()[:-1000])
    return Passphrase(PASSPHRASE)


def broken_beginning(path: Path) -> Unlock:
    _protected(path)
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes(3000) + content[3100:-5])
    return Passphrase(PASSPHRASE)


def letter(path: Path) -> None:
    path.write_text("Dear Dr. Rivera, thank you for seeing us.")


def report(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + os.urandom(8192))


def three_bytes(path: Path) -> None:
    path.write_bytes(b"\x01\x02\x03")


def folder(path: Path) -> None:
    path.mkdir()


def database_of_another_program(path: Path) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def from_the_future(path: Path) -> None:
    made(path)
    _run(path, "UPDATE alembic_version SET version_num = '9999'")
    _run(path, "UPDATE file_setting SET value = '7.2.1' WHERE name = 'shaped_by'")


def from_another_future(path: Path) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.execute("INSERT INTO alembic_version VALUES ('summer')")
    connection.commit()
    connection.close()


def without_version(path: Path) -> None:
    made(path)
    _run(path, "DELETE FROM alembic_version")


def empty(path: Path) -> None:
    path.touch()


def missing(path: Path) -> None:
    path.with_name("another.secondopinion").touch()


def _run(path: Path, statement: str) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


REFUSALS: list[tuple[Prepare, type[troubles.FileTrouble]]] = [
    (no_passphrase, troubles.NeedsPassphrase),
    (wrong_passphrase, troubles.WrongPassphrase),
    (mistyped_code, troubles.MistypedRecoveryCode),
    (code_of_another_file, troubles.WrongRecoveryCode),
    (flipped_bit, troubles.DamagedFile),
    (torn_page, troubles.DamagedFile),
    (broken_copy, troubles.DamagedFile),
    (broken_beginning, troubles.DamagedFile),
    (without_version, troubles.DamagedFile),
    (letter, troubles.NotOurFile),
    (report, troubles.NotOurFile),
    (three_bytes, troubles.NotOurFile),
    (folder, troubles.NotOurFile),
    (database_of_another_program, troubles.NotOurFile),
    (from_the_future, troubles.NewerFile),
    (from_another_future, troubles.NewerFile),
    (empty, troubles.UnfinishedFile),
    (missing, troubles.MissingFile),
]


@pytest.mark.parametrize(("prepare", "trouble"), REFUSALS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_file_that_cannot_be_opened_is_left_as_it_was(
    prepare: Prepare, trouble: type[troubles.FileTrouble], tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path = place / "Maria.secondopinion"
    unlock = prepare(path)
    before = seen_from_outside(place)
    for opening in (casefile.open_file, casefile.open_to_read):
        with pytest.raises(trouble) as found:
            opening(path, unlock, cost=CHEAP)
        assert found.value.message.endswith(".")
        assert found.value.advice.endswith(".")
    assert seen_from_outside(place) == before


@pytest.mark.parametrize("prepare", [wrong_passphrase, mistyped_code, flipped_bit], ids=lambda value: value.__name__)
def test_a_log_left_by_a_crash_is_not_touched_before_the_file_is_unlocked(prepare: Prepare, tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    path = place / "Maria.secondopinion"
    unlock = prepare(path)
    log = path.with_name(path.name + "-wal")
    _crashed_copy(tmp_path / "source.secondopinion", log)
    before = seen_from_outside(place)
    with pytest.raises(troubles.FileTrouble):
        casefile.open_file(path, unlock, cost=CHEAP)
    assert seen_from_outside(place) == before


def _crashed_copy(source: Path, log: Path) -> None:
    file = casefile.create(source, PASSPHRASE, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    log.write_bytes(source.with_name(source.name + "-wal").read_bytes())
    file.close()


def test_the_newer_program_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    from_the_future(path)
    with pytest.raises(troubles.NewerFile, match=r"7\.2\.1") as found:
        casefile.open_file(path)
    assert found.value.version == "7.2.1"


def test_a_file_on_a_drive_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(troubles.VanishedDrive):
        casefile.open_file(tmp_path / "stick" / "Maria.secondopinion")


def test_a_file_that_is_read_only() -> None:
    with as_ordinary_user() as place:
        path = place / "Maria.secondopinion"
        made(path, None, "Dr. Rivera")
        path.chmod(0o444)
        before = seen_from_outside(place)
        with pytest.raises(troubles.ReadOnlyFile):
            casefile.open_file(path)
        assert seen_from_outside(place) == before


def test_a_file_in_a_folder_that_is_read_only() -> None:
    with as_ordinary_user() as place:
        path = place / "Maria.secondopinion"
        made(path, None, "Dr. Rivera")
        place.chmod(0o555)
        before = seen_from_outside(place)
        with pytest.raises(troubles.ReadOnlyFolder):
            casefile.open_file(path)
        assert seen_from_outside(place) == before
        place.chmod(0o755)


def test_a_file_of_somebody_else() -> None:
    with as_ordinary_user() as place:
        path = place / "Maria.secondopinion"
        made(path)
        path.chmod(0o000)
        with pytest.raises(troubles.NoPermission):
            casefile.open_file(path)
        with pytest.raises(troubles.NoPermission):
            casefile.open_to_read(path)
        path.chmod(0o600)
        place.chmod(0o000)
        with pytest.raises(troubles.NoPermission):
            casefile.open_file(path)
        place.chmod(0o755)


def test_each_trouble_has_its_own_words() -> None:
    kinds = [
        kind for kind in vars(troubles).values() if isinstance(kind, type) and issubclass(kind, troubles.FileTrouble)
    ]
    given = {troubles.NewerFile: ("2.0",), troubles.FileTrouble: ("",)}
    messages = [kind(*given.get(kind, ())).message for kind in kinds if kind is not troubles.AlreadyOpen]
    assert len(set(messages)) == len(messages) > 18


def test_a_protected_file_is_known_before_it_is_opened(tmp_path: Path) -> None:
    plain, protected = tmp_path / "plain.secondopinion", tmp_path / "protected.secondopinion"
    made(plain)
    made(protected, PASSPHRASE)
    assert not casefile.needs_passphrase(plain)
    assert casefile.needs_passphrase(protected)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_reading_works_beside_an_open_window(passphrase: str | None, tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    file = casefile.create(path, passphrase, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    reader = casefile.open_to_read(path, Passphrase(PASSPHRASE), cost=CHEAP)
    assert contact_names(reader.database) == ["Dr. Rivera"]
    add_contact(file.database, "Aunt Jo")
    assert contact_names(reader.database) == ["Aunt Jo", "Dr. Rivera"]
    reader.close()
    add_contact(file.database, "Uncle Ben")
    file.close()
    assert sorted(each.name for each in tmp_path.glob("Maria*")) == [path.name]


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_reading_works_on_a_disk_that_cannot_be_written(passphrase: str | None) -> None:
    with as_ordinary_user() as place:
        path = place / "Maria.secondopinion"
        made(path, passphrase, "Dr. Rivera")
        path.chmod(0o400)
        place.chmod(0o500)
        before = seen_from_outside(place)
        with suppress(FileNotFoundError):
            reader = casefile.open_to_read(path, Passphrase(PASSPHRASE), cost=CHEAP)
            assert contact_names(reader.database) == ["Dr. Rivera"]
            reader.close()
        assert seen_from_outside(place) == before
        place.chmod(0o700)


def test_reading_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    made(path)
    reader = casefile.open_to_read(path)
    with pytest.raises(troubles.ReadOnlyFile):
        add_contact(reader.database, "Dr. Rivera")
    reader.close()


def test_a_file_closed_by_a_crash_opens_with_everything(tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    file = casefile.create(path, PASSPHRASE, cost=CHEAP).file
    add_contact(file.database, "Dr. Rivera")
    crashed = tmp_path / "crashed.secondopinion"
    for suffix in ("", "-wal"):
        crashed.with_name(crashed.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    file.close()
    again = casefile.open_file(crashed, Passphrase(PASSPHRASE), cost=CHEAP)
    assert contact_names(again.database) == ["Dr. Rivera"]
    again.close()


@pytest.mark.parametrize(
    "name", ["Zoë & Łukasz.secondopinion", "a?b#c%20d.secondopinion", "名前.secondopinion", "a'b\"c.secondopinion"]
)
def test_any_file_name_is_fine(name: str, tmp_path: Path) -> None:
    if os.name == "nt" and set(name) & set('?"'):
        pytest.skip("Windows has no such file names")
    path = tmp_path / name
    made(path, PASSPHRASE, "Dr. Rivera")
    file = casefile.open_file(path, Passphrase(PASSPHRASE), cost=CHEAP)
    file.save_copy(tmp_path / f"copy of {name}")
    file.change_passphrase(Passphrase(PASSPHRASE), None)
    file.close()
    assert contact_names(casefile.open_to_read(path).database) == ["Dr. Rivera"]
    assert casefile.needs_passphrase(tmp_path / f"copy of {name}")
