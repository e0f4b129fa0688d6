"""Backups: each opens by itself, old ones make room by a rule, and a lying clock takes none away."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondopinion_desktop.base import clock, troubles
from secondopinion_desktop.storage import casefile
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.keys import Passphrase
from secondopinion_desktop.storage.thinning import Stamp, superfluous
from tests.helpers.casefiles import CHEAP, add_contact, contact_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.storage.casefile import CaseFile

START = datetime(2026, 3, 3, 10, 42, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(params=[None, "blue door"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseFile]:
    with clock.standing_at(START):
        file = casefile.create(tmp_path / "Maria.secondopinion", request.param, cost=CHEAP).file
        add_contact(file.database, "Dr. Rivera")
        yield file
        file.close()


def test_a_backup_opens_like_the_file_and_holds_what_it_held(file: CaseFile) -> None:
    backup = file.backups.make(Reason.REGULAR)
    add_contact(file.database, "Aunt Jo")
    copy = casefile.open_to_read(backup.path, Passphrase("blue door"), cost=CHEAP)
    assert contact_names(copy.database) == ["Dr. Rivera"]
    copy.close()
    assert backup.is_protected == file.is_protected
    assert {each.name for each in file.backups.folder.iterdir()} == {backup.path.name, "place"}


def test_the_name_tells_when_why_and_which(file: CaseFile) -> None:
    names = [file.backups.make(reason).path.name for reason in (Reason.REGULAR, Reason.CLOSING)]
    assert names == ["20260303T104200Z-000001-regular.secondopinion", "20260303T104200Z-000002-closing.secondopinion"]
    listed = file.backups.list()
    assert [(backup.sequence, backup.reason, backup.moment) for backup in listed] == [
        (2, Reason.CLOSING, START),
        (1, Reason.REGULAR, START),
    ]


def test_numbers_go_on_rising_when_older_ones_are_gone(file: CaseFile) -> None:
    first = file.backups.make(Reason.REGULAR)
    second = file.backups.make(Reason.REGULAR)
    first.path.unlink()
    with clock.standing_at(START - 365 * DAY):
        assert file.backups.make(Reason.REGULAR).sequence == second.sequence + 1


def test_foreign_files_in_the_folder_are_left_alone(file: CaseFile) -> None:
    file.backups.make(Reason.REGULAR)
    strangers = [
        "notes.txt",
        "20260303T104200Z-000009-regular.secondopinion.bak",
        "99999999T999999Z-000010-asked.secondopinion",
    ]
    for name in strangers:
        (file.backups.folder / name).touch()
    assert len(file.backups.list()) == 1
    file.backups.thin(START + 5000 * DAY)
    assert all((file.backups.folder / name).exists() for name in strangers)


def test_a_half_written_backup_is_cleared_away(file: CaseFile) -> None:
    backup = file.backups.make(Reason.REGULAR)
    half = backup.path.with_name(f".{backup.path.name}.partial")
    half.write_bytes(b"half")
    file.backups.make(Reason.REGULAR)
    assert not half.exists()
    assert len(file.backups.list()) == 2


def test_a_place_for_backups_that_is_taken_is_told(file: CaseFile, home: Path) -> None:
    file.backups.folder.parent.mkdir(parents=True)
    file.backups.folder.write_text("not a folder")
    with pytest.raises(troubles.FileTrouble):
        file.backups.make(Reason.REGULAR)


def test_a_year_of_daily_work_keeps_33_backups_over_ten_months(file: CaseFile) -> None:
    first = file.backups.make(Reason.REGULAR)
    content = first.path.read_bytes()
    for day in range(1, 400):
        moment = START + day * DAY
        first.path.with_name(f"{moment:%Y%m%dT%H%M%SZ}-{day + 1:06d}-closing.secondopinion").write_bytes(content)
    now = START + 399 * DAY + timedelta(hours=1)
    removed = file.backups.thin(now)
    kept = file.backups.list()
    assert (removed, len(kept)) == (367, 33)
    assert now - kept[-1].moment > timedelta(days=300)
    assert file.backups.thin(now) == 0


moves = st.lists(
    st.one_of(
        st.integers(min_value=1, max_value=3).map(lambda days: days * DAY),
        st.integers(min_value=1, max_value=600).map(lambda minutes: timedelta(minutes=minutes)),
        st.integers(min_value=-4000, max_value=4000).map(lambda days: days * DAY),
    ),
    max_size=120,
)


@given(moves, st.sets(st.integers(min_value=0, max_value=119)))
@settings(max_examples=200)
def test_no_jump_of_the_clock_takes_the_last_backups_away(jumps: list[timedelta], migrations: set[int]) -> None:
    now, stamps = START, []
    for number, jump in enumerate(jumps):
        now += jump
        stamps.append(Stamp(number, now, number in migrations))
        gone = superfluous(stamps, now)
        kept = [stamp for stamp in stamps if stamp.sequence not in gone]
        assert kept[-3:] == stamps[-3:]
        before_migrations = [stamp for stamp in stamps if stamp.before_migration]
        assert not before_migrations or before_migrations[-1] in kept
        stamps = kept


@given(st.lists(st.integers(min_value=10, max_value=3 * 24 * 60), min_size=1, max_size=150))
@settings(max_examples=100)
def test_with_an_honest_clock_every_kind_of_backup_is_there(minutes: list[int]) -> None:
    now, all_stamps, stamps = START, [], []
    for number, pause in enumerate(minutes):
        now += timedelta(minutes=pause)
        stamps.append(Stamp(number, now))
        all_stamps.append(stamps[-1])
        gone = superfluous(stamps, now)
        stamps = [stamp for stamp in stamps if stamp.sequence not in gone]
    kept = {stamp.sequence for stamp in stamps}
    assert all(stamp.sequence in kept for stamp in all_stamps if now - stamp.moment < 2 * DAY)
    assert len([stamp for stamp in stamps if now - stamp.moment >= 2 * DAY]) <= 12 + 10 + 9 + 3
    days = {stamp.moment.date() for stamp in all_stamps if 2 * DAY <= now - stamp.moment < 11 * DAY}
    assert days <= {stamp.moment.date() for stamp in stamps}


def test_a_thousand_days_with_a_lying_clock_always_leave_something_to_go_back_to() -> None:
    chance = random.Random(1000)
    truth, stamps = START, []
    made: dict[int, datetime] = {}
    for number in range(1000):
        truth += timedelta(hours=chance.choice([3, 20, 24, 24, 30, 72]))
        lie = chance.choice([0] * 30 + [-4000, -400, -30, 30, 3650])
        seen = truth + lie * DAY
        made[number] = truth
        stamps.append(Stamp(number, seen))
        gone = superfluous(stamps, seen)
        stamps = [stamp for stamp in stamps if stamp.sequence not in gone]
    ages = sorted((truth - made[stamp.sequence]) / DAY for stamp in stamps)
    assert ages[0] == 0
    assert [age < limit for age, limit in zip(ages, (0.5, 4, 8), strict=False)] == [True] * 3
    assert ages[-1] > 250, "nothing from last year is left"
    assert any(5 < age < 20 for age in ages)
    assert any(20 < age < 90 for age in ages)
    assert len(stamps) < 120
