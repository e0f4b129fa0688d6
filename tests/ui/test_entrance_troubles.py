"""Whatever may stand between a person and their file: its own words, a way on, and nothing written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base import paths, troubles
from secondopinion_desktop.services.backups import BackupPlan
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.entrance.screen import Waiting
from secondopinion_desktop.ui.lockfile import LockFile
from tests.helpers.casefiles import CHEAP, made, seen_from_outside
from tests.helpers.hands import click
from tests.helpers.program import make_person_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.helpers.entrance import FrontDoor


def missing(folder: Path) -> Path:
    return folder / "gone.secondopinion"


def vanished(folder: Path) -> Path:
    return folder / "no stick here" / "a.secondopinion"


def empty(folder: Path) -> Path:
    path = folder / "empty.secondopinion"
    path.touch()
    return path


def something_else(folder: Path) -> Path:
    path = folder / "letter.secondopinion"
    path.write_bytes(b"%PDF-1.7 a letter from the clinic")
    return path


def another_ending(folder: Path) -> Path:
    path = folder / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 a letter from the clinic")
    return path


def a_folder(folder: Path) -> Path:
    path = folder / "Margaret.secondopinion"
    path.mkdir()
    return path


def damaged(folder: Path) -> Path:
    path = folder / "damaged.secondopinion"
    made(path)
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("place", "trouble"),
    [
        (missing, troubles.MissingFile),
        (vanished, troubles.VanishedDrive),
        (empty, troubles.UnfinishedFile),
        (something_else, partial(troubles.NotOurFile, Path("letter.secondopinion"))),
        (another_ending, troubles.NotOurFile),
        (a_folder, partial(troubles.NotOurFile, Path(__file__).parent)),
        (damaged, troubles.DamagedFile),
    ],
)
def test_each_trouble_has_its_own_words_and_nothing_is_written(
    door: FrontDoor, folder: Path, place: Callable[[Path], Path], trouble: Callable[[], troubles.FileTrouble]
) -> None:
    path = place(folder)
    before = seen_from_outside(folder)
    door.entrance.welcome()
    door.open(path)
    expected = trouble()
    assert expected.message in door.words()
    assert expected.advice in door.words()
    assert door.welcome.start.isEnabled()
    assert door.file is None
    assert seen_from_outside(folder) == before


ALL_TROUBLES = [
    troubles.DamagedFile(), troubles.NotOurFile(), troubles.UnfinishedFile(), troubles.NewerFile("2.1.0"),
    troubles.NewerFile(""), troubles.OlderFile(), troubles.ReadOnlyFile(), troubles.ReadOnlyFolder(),
    troubles.NoPermission(), troubles.MissingFile(), troubles.VanishedDrive(),
    troubles.AlreadyOpen("", None, here=True), troubles.DiskFull(), troubles.DiskTrouble(), troubles.FileBusy(),
]  # fmt: skip


@pytest.mark.parametrize("trouble", ALL_TROUBLES, ids=lambda trouble: type(trouble).__name__)
def test_every_trouble_is_shown_whole_on_each_screen(door: FrontDoor, trouble: troubles.FileTrouble) -> None:
    door.entrance.welcome(trouble)
    assert trouble.message in door.words()
    assert trouble.advice in door.words()
    door.entrance.locked(paths.documents_dir() / "a.secondopinion", "Margaret", "Locked.")
    door.lock.show_trouble(trouble)
    assert trouble.message in door.words()
    door.entrance.new_file()
    door.new_file.show_trouble(trouble)
    assert trouble.message in door.words()


def test_a_missing_file_can_be_tried_again_or_taken_off_the_list(door: FrontDoor, folder: Path) -> None:
    path = folder / "gone.secondopinion"
    door.settings.remember_file(path)
    door.entrance.welcome()
    door.rest()
    click(door.welcome.recent.rows[0].opener)
    door.rest()
    banner = door.welcome.trouble.banner
    assert banner is not None
    again, off = banner.buttons
    make_person_file(path)
    click(again)
    door.rest()
    assert door.file is not None
    door.file.close()
    door.file = None
    path.unlink()
    door.entrance.welcome()
    door.open(path)
    banner = door.welcome.trouble.banner
    assert banner is not None
    click(banner.buttons[1])
    assert door.settings.settings.recent == ()
    assert off.words == "Take it off the list"


def test_of_a_damaged_file_the_newest_backup_is_offered_and_opens_beside_it(door: FrontDoor, folder: Path) -> None:
    path = folder / "Margaret.secondopinion"
    make_person_file(path)
    file = Files(LockFile, CHEAP).open(path)
    file.questions.ask("Why surgery first?")
    BackupPlan(file.case_file).make()
    file.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    before = path.read_bytes()
    door.entrance.welcome()
    door.open(path)
    door.rest()
    banner = door.welcome.trouble.banner
    assert banner is not None
    assert banner.buttons[0].words.startswith("Open the backup of ")
    click(banner.buttons[0])
    door.rest()
    door.rest()
    assert door.file is not None
    assert [question.text for question in door.file.questions.top()] == ["Why surgery first?"]
    assert door.file.path.parent == folder
    assert door.file.path != path
    assert path.read_bytes() == before


def test_a_file_open_in_another_window_here_stays_closed(door: FrontDoor, folder: Path) -> None:
    path = folder / "a.secondopinion"
    make_person_file(path)
    held = LockFile(path)
    assert held.try_lock()
    door.entrance.welcome()
    door.open(path)
    assert "already open on this computer" in door.words()
    assert door.messages.asked == []
    held.unlock()


def held_elsewhere(path: Path) -> None:
    """Leave the lock that a window on another computer would hold."""
    path.with_name(f".{path.name}.lock").write_text("4711\nsecondopinion\nkitchen-laptop\n")


@pytest.mark.parametrize("yes", [True, False])
def test_a_file_open_on_another_computer_opens_only_after_asking(door: FrontDoor, folder: Path, *, yes: bool) -> None:
    path = folder / "a.secondopinion"
    make_person_file(path)
    held_elsewhere(path)
    door.entrance.welcome()
    door.messages.will_answer(yes)
    door.open(path)
    door.rest()
    assert "kitchen-laptop" in door.messages.asked[0]
    assert (door.file is not None) == yes


def test_a_file_named_at_the_start_waits_quietly_and_trouble_leads_to_the_first_screen(
    door: FrontDoor, folder: Path
) -> None:
    door.entrance.open(folder / "gone.secondopinion")
    assert door.screen(Waiting).busy.words == ""
    door.rest()
    assert "The file is no longer where it was." in door.words()
    assert door.welcome.isVisible()
