"""When a backup is made: half an hour after a change, and on closing; never without need."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import clock
from secondopinion_desktop.base.troubles import AlreadyExists, FileTrouble
from secondopinion_desktop.services.backups import BackupPlan, backups_of, restore
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.keys import Passphrase
from tests.helpers.casefiles import CHEAP, add_contact, contact_names, made, seen_from_outside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile
    from tests.conftest import LogWatch

MINUTE = timedelta(minutes=1)


@pytest.fixture
def file(tmp_path: Path, a_tuesday: datetime) -> Iterator[CaseFile]:
    made(tmp_path / "Maria.secondopinion", None, "Dr. Rivera")
    file = casefile.open_file(tmp_path / "Maria.secondopinion")
    yield file
    file.close()


def test_a_file_without_any_backup_gets_one_at_once(file: CaseFile, a_tuesday: datetime) -> None:
    assert BackupPlan(file).due(a_tuesday)


def test_half_an_hour_after_a_change_one_is_due(file: CaseFile, a_tuesday: datetime) -> None:
    plan = BackupPlan(file)
    plan.make()
    assert not plan.due(a_tuesday + 300 * MINUTE)
    add_contact(file.database, "Aunt Jo")
    assert not plan.due(a_tuesday + 29 * MINUTE)
    assert plan.due(a_tuesday + 30 * MINUTE)
    with clock.standing_at(a_tuesday + 31 * MINUTE):
        plan.make()
    assert not plan.due(a_tuesday + 90 * MINUTE)


def test_a_clock_set_back_does_not_stop_backups(file: CaseFile, a_tuesday: datetime) -> None:
    plan = BackupPlan(file)
    plan.make()
    add_contact(file.database, "Aunt Jo")
    assert plan.due(a_tuesday - timedelta(days=4000))


def test_closing_backs_up_what_is_new_and_only_that(file: CaseFile) -> None:
    plan = BackupPlan(file)
    assert plan.on_close()
    assert plan.on_close()
    assert [backup.reason for backup in plan.list()] == [Reason.CLOSING]
    add_contact(file.database, "Aunt Jo")
    assert plan.on_close()
    assert len(plan.list()) == 2


def test_the_next_session_knows_that_all_is_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "Maria.secondopinion"
    made(path, None, "Dr. Rivera")
    file = casefile.open_file(path)
    BackupPlan(file).on_close()
    file.close()
    again = casefile.open_file(path)
    assert not again.was_cut_off
    assert not BackupPlan(again).has_changes()
    again.close()


def test_after_a_crash_a_backup_is_made_even_without_a_change(file: CaseFile, tmp_path: Path) -> None:
    BackupPlan(file).on_close()
    add_contact(file.database, "Aunt Jo")
    crashed = tmp_path / "crashed.secondopinion"
    for suffix in ("", "-wal"):
        crashed.with_name(crashed.name + suffix).write_bytes(file.path.with_name(file.path.name + suffix).read_bytes())
    again = casefile.open_file(crashed)
    assert again.was_cut_off
    assert BackupPlan(again).has_changes()
    again.close()


def test_what_does_not_work_out_is_tried_again_half_an_hour_later(file: CaseFile, a_tuesday: datetime) -> None:
    file.backups.folder.parent.mkdir(parents=True)
    file.backups.folder.write_text("not a folder")
    plan = BackupPlan(file)
    with pytest.raises(FileTrouble):
        plan.make()
    assert not plan.due(a_tuesday + 29 * MINUTE)
    assert plan.due(a_tuesday + 30 * MINUTE)


def test_closing_waits_for_the_backup_under_way(file: CaseFile) -> None:
    plan = BackupPlan(file)
    workers = [Thread(target=plan.make) for _worker in range(3)]
    for worker in workers:
        worker.start()
    add_contact(file.database, "Aunt Jo")
    assert plan.on_close()
    for worker in workers:
        worker.join()
    made = [backup.sequence for backup in plan.list()]
    assert made in ([3, 2, 1], [4, 3, 2, 1])  # one that began after the change has it already
    assert not plan.has_changes()
    newest = casefile.open_to_read(plan.list()[0].path)
    assert contact_names(newest.database) == ["Aunt Jo", "Dr. Rivera"]
    newest.close()


def test_a_backup_that_comes_too_late_leaves_the_closed_file_alone(file: CaseFile) -> None:
    plan = BackupPlan(file)
    assert plan.on_close()
    add_contact(file.database, "Aunt Jo")
    plan.end()
    file.close()
    before = seen_from_outside(file.path.parent)
    assert plan.make() is None
    assert seen_from_outside(file.path.parent) == before
    assert len(plan.list()) == 1


def test_a_full_place_for_backups_does_not_keep_the_file_from_closing(file: CaseFile, log_watch: LogWatch) -> None:
    file.backups.folder.parent.mkdir(parents=True)
    file.backups.folder.write_text("not a folder")
    with log_watch.expecting("no backup on closing"):
        assert not BackupPlan(file).on_close()


def test_the_backups_of_a_damaged_file_are_found_and_one_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "Zoë & Maria.secondopinion"
    for other in (path, tmp_path / "other.secondopinion"):
        made(other, "blue door", "Dr. Rivera")
        file = casefile.open_file(other, Passphrase("blue door"), cost=CHEAP)
        BackupPlan(file).on_close()
        file.close()
    path.write_bytes(b"damaged" * 1000)
    found = backups_of(path)
    assert [backup.reason for backup in found] == [Reason.CLOSING]
    with pytest.raises(AlreadyExists):
        restore(found[0], path)
    restored = tmp_path / "restored.secondopinion"
    restore(found[0], restored)
    assert stat.S_IMODE(restored.stat().st_mode) == 0o600 or os.name == "nt"
    file = casefile.open_file(restored, Passphrase("blue door"), cost=CHEAP)
    assert contact_names(file.database) == ["Dr. Rivera"]
    assert len(file.backups.list()) == 1
    file.close()


def test_a_file_without_backups_has_none(tmp_path: Path) -> None:
    assert backups_of(tmp_path / "never seen.secondopinion") == []
