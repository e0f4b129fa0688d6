"""What is going on when the kill comes: a person writing, a new passphrase, a backup, a new file, a migration."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

from secondopinion_desktop.base.troubles import MissingFile, WrongPassphrase
from secondopinion_desktop.model.contact import Contact
from secondopinion_desktop.storage import casefile, health, places
from secondopinion_desktop.storage.backup import Reason
from secondopinion_desktop.storage.connection import connect_to_read
from secondopinion_desktop.storage.keys import Passphrase
from secondopinion_desktop.storage.store import Store
from tests.helpers.casefiles import CHEAP, DEVICE, add_contact, contact_names
from tests.helpers.migrations import add_second_migration
from tests.reliability.kills import BEGUN, Victim
from tests.reliability.writing import lost, newest, opened, words, write_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reliability.kills import Tally

PASSPHRASES = ("blue door", "red door")


class Writer(Victim):
    """A person writing notes, with a passphrase in every second file."""

    spread = 0.3
    recorded = 40

    def prepare(self) -> None:
        """Make the file."""
        casefile.create(self.place / "a.secondopinion", self._passphrase, cost=CHEAP).file.close()

    def live(self, acknowledge: int) -> None:
        """Write; every fifth kill may come while the file is still being opened."""
        early = self.run % 5 == 0
        if early:
            os.write(acknowledge, BEGUN)
        file = opened(self.place / "a.secondopinion", self._passphrase)
        if not early:
            add_contact(file.database, "warm")  # the first write of a process takes longer than the next hundred
            os.write(acknowledge, BEGUN)
        write_on(file.database, self.run, acknowledge)

    def bury(self, lines: list[str], tally: Tally) -> None:
        """Find every acknowledged word."""
        path = self.place / "a.secondopinion"
        tally.met("log left behind" if places.has_open_log(path) else "closed")
        acknowledged = newest(lines)
        file = opened(path, self._passphrase)
        tally.acknowledged += len(lines)
        tally.lost += lost(file, self.run, acknowledged, thorough=tally.runs % 5 == 0)
        file.close()

    @property
    def _passphrase(self) -> str | None:
        return PASSPHRASES[0] if self.run // 10 % 2 else None


class PassphraseChange(Victim):
    """A passphrase being set, changed and removed, over and over."""

    spread = 0.6
    recorded = 7
    _ROUND = (None, *PASSPHRASES)

    def prepare(self) -> None:
        """Make a file without a passphrase."""
        file = casefile.create(self.place / "a.secondopinion", None, cost=CHEAP).file
        for number in range(30):
            add_contact(file.database, f"Visitor {number:02}")
        file.close()

    def live(self, acknowledge: int) -> None:
        """Go round and round, from whatever the file has now."""
        path = self.place / "a.secondopinion"
        now = next(each for each in self._ROUND if _opens(path, each))
        file = opened(path, now)
        os.write(acknowledge, BEGUN)
        while True:
            after = self._ROUND[(self._ROUND.index(now) + 1) % len(self._ROUND)]
            file.change_passphrase(Passphrase(now) if now else None, after)
            os.write(acknowledge, f"{self._ROUND.index(after)}\n".encode())
            now = after

    def bury(self, lines: list[str], tally: Tally) -> None:
        """Find one way in, every row, and nothing half-made."""
        path = self.place / "a.secondopinion"
        tally.met(
            "half-made file beside it" if any(each.suffix == ".partial" for each in self.place.iterdir()) else "alone"
        )
        ways = [each for each in self._ROUND if _opens(path, each)]
        assert ways, "it opens in no way"
        if lines:
            last = self._ROUND.index(ways[0]) - int(lines[-1])
            assert last % len(self._ROUND) in {0, 1}, "an older passphrase came back"
        file = opened(path, ways[0])
        assert contact_names(file.database) == [f"Visitor {number:02}" for number in range(30)]
        file.close()
        left = sorted(each.name for each in self.place.iterdir())
        assert left == [path.name], left
        tally.acknowledged += len(lines)


def _opens(path: Path, passphrase: str | None) -> bool:
    if casefile.needs_passphrase(path) != (passphrase is not None):
        return False
    try:
        opened(path, passphrase).close()
    except WrongPassphrase:
        return False
    return True


class BackupRound(Victim):
    """Backups being made and thinned while a person writes."""

    spread = 0.4
    recorded = 8

    def prepare(self) -> None:
        """Make a protected file."""
        casefile.create(self.place / "a.secondopinion", PASSPHRASES[0], cost=CHEAP).file.close()

    def live(self, acknowledge: int) -> None:
        """Write a little, back up, write a little."""
        file = opened(self.place / "a.secondopinion", PASSPHRASES[0])
        os.write(acknowledge, BEGUN)
        number = 0
        while True:
            add_contact(file.database, f"{self.run} {number}")
            backup = file.backups.make(Reason.REGULAR)
            os.write(acknowledge, f"{backup.sequence} {number}\n".encode())
            number += 1

    def bury(self, lines: list[str], tally: Tally) -> None:
        """Find every listed backup whole, with what was there when it was made."""
        file = opened(self.place / "a.secondopinion", PASSPHRASES[0])
        expected: dict[int, int] = {}
        for line in lines:
            sequence, number = map(int, line.split())
            expected[sequence] = number
        listed = {backup.sequence: backup for backup in file.backups.list()}
        assert expected.keys() <= listed.keys()
        for sequence, backup in listed.items():
            copy = casefile.open_to_read(backup.path, Passphrase(PASSPHRASES[0]), cost=CHEAP)
            assert sequence not in expected or f"{self.run} {expected[sequence]}" in contact_names(copy.database)
            copy.close()
        tally.met("half-made backup" if list(file.backups.folder.glob(".*")) else "clean")
        tally.acknowledged += len(lines)
        for backup in listed.values():
            backup.path.unlink()
        file.close()


class Creation(Victim):
    """A new file being made."""

    spread = 0.5
    recorded = 8

    def prepare(self) -> None:
        """Leave the place empty."""

    def live(self, acknowledge: int) -> None:
        """Make one file after another."""
        os.write(acknowledge, BEGUN)
        number = 0
        while True:
            casefile.create(self.place / f"{self.run}-{number}.secondopinion", PASSPHRASES[0], cost=CHEAP)
            os.write(acknowledge, f"{number}\n".encode())
            number += 1

    def bury(self, lines: list[str], tally: Tally) -> None:
        """Open what was called made; the one that was being made is whole or not there."""
        for number in [*map(int, lines), len(lines)]:
            path = self.place / f"{self.run}-{number}.secondopinion"
            try:
                opened(path, PASSPHRASES[0]).close()
                tally.met("whole")
            except MissingFile:
                assert number == len(lines)
                tally.met("not there")
        tally.acknowledged += len(lines)


class Migration(Victim):
    """A file from an older program being brought up to date."""

    spread = 0.4
    recorded = 2
    rows = 200

    def prepare(self) -> None:
        """Make the older file, and keep it."""
        file = casefile.create(self.place / "older", None, cost=CHEAP).file
        with Store(file.database, DEVICE).writing("Add") as unit:
            for number in range(self.rows):
                unit.add(Contact(name=f"Visitor {number:03}", note=words(0, number, 0)[:2000]))
        file.close()
        shutil.copy(self.place / "older", self.place / "a.secondopinion")

    def live(self, acknowledge: int) -> None:
        """Open it as the next release would."""
        add_second_migration(self.place / "migrations")
        os.write(acknowledge, BEGUN)
        opened(self.place / "a.secondopinion", None)
        os.write(acknowledge, b"done\n")
        signal.pause()

    def bury(self, lines: list[str], tally: Tally) -> None:
        """Find the old shape or the new one, whole; then lay out the older file again."""
        path = self.place / "a.secondopinion"
        bare = connect_to_read(path, None)
        health.demand_sound(bare)
        version = bare.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        columns = {row[1] for row in bare.execute("PRAGMA table_info(contact)")}
        dotted = bare.execute("SELECT count(*) FROM contact WHERE note LIKE '%.'").fetchone()[0]
        bare.close()
        if version == "0001":
            assert not lines, "an acknowledged migration is gone"
            assert "phone" in columns
        else:
            assert {"telephone", "rank"} <= columns
            assert dotted == self.rows
        tally.met(f"schema {version}")
        tally.acknowledged += len(lines)
        places.remove_all(path)
        shutil.copy(self.place / "older", path)


VICTIMS: dict[str, type[Victim]] = {
    "writing": Writer,
    "passphrase": PassphraseChange,
    "backup": BackupRound,
    "creation": Creation,
    "migration": Migration,
}
