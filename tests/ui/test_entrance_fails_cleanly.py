"""Making and opening a file that does not work out: nothing of it is in the way of the next try."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.troubles import DamagedFile, DiskFull
from secondopinion_desktop.services.file import OpenFile
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.services.people import Authors
from secondopinion_desktop.storage.store import Store
from secondopinion_desktop.ui.entrance import work
from secondopinion_desktop.ui.entrance.newfile import Wish
from secondopinion_desktop.ui.lockfile import LockFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _raising(trouble: Exception) -> Callable[..., None]:
    def fail(*_args: object, **_more: object) -> None:
        raise trouble

    return fail


def _files() -> Files:
    return Files(LockFile)


@pytest.mark.parametrize("full_at", [(Store, "writing"), (Authors, "add")], ids=["seed", "helper"])
def test_a_file_that_found_no_room_on_the_disk_can_be_made_in_the_same_place_afterwards(
    full_at: tuple[type, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = Wish(tmp_path / "Maria.secondopinion", "Maria", None, for_someone=True, helper="Jo", relation="")
    with monkeypatch.context() as full:
        full.setattr(*full_at, _raising(DiskFull()))
        with pytest.raises(DiskFull):
            work.create(_files, wish)
    assert list(tmp_path.glob("Maria*")) == []
    made = work.create(_files, wish).file
    assert made.people.person().name == "Maria"
    made.close()


def test_a_file_that_cannot_be_read_after_all_is_not_kept_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Maria.secondopinion"
    _files().create(path, "Maria", None).file.close()
    with monkeypatch.context() as damaged:
        damaged.setattr(OpenFile, "start_writing", _raising(DamagedFile()))
        with pytest.raises(DamagedFile):
            _files().open(path)
    _files().open(path).close()
