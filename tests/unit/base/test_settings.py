"""What a person chose is there next time, whatever happened to the file."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.base.settings import Settings, SettingsStore, WindowPlace, place_key

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([*Settings.__dataclass_fields__, "unknown"])


def test_a_choice_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsStore(path).change(text_percent=150, colors="dark", lock_minutes=0)
    again = SettingsStore(path).settings
    assert (again.text_percent, again.colors, again.lock_minutes) == (150, "dark", 0)


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert SettingsStore(tmp_path / "settings.json").settings == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_damaged_file_falls_back_and_can_be_written_again(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    store = SettingsStore(path)
    assert store.settings == Settings()
    store.change(text_percent=125)
    assert SettingsStore(path).settings.text_percent == 125


def test_one_bad_value_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"text_percent": 9000, "colors": "dark", "recent": ["a", 3], "windows": {"k": {"x": "a"}}})
    )
    settings = SettingsStore(path).settings
    assert settings == Settings(colors="dark", recent=("a",), windows={"k": WindowPlace()})


@given(st.dictionaries(names, json_values))
def test_any_json_gives_settings_that_can_be_kept(tmp_path_factory: pytest.TempPathFactory, known: object) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(known), encoding="utf-8")
    store = SettingsStore(path)
    store.change(hide_name_when_locked=True)
    assert SettingsStore(path).settings == store.settings
    assert store.settings.text_percent in {100, 110, 125, 150, 175, 200}


def test_files_opened_before_come_latest_first_and_once(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    for name in ("a", "b", "a", *"cdefghij"):
        store.remember_file(Path(name))
    assert store.settings.recent == tuple("jihgfedc")
    store.forget_file(Path("j"))
    assert SettingsStore(tmp_path / "settings.json").settings.recent == tuple("ihgfedc")


def test_each_file_has_its_own_window_place_and_no_path_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first, second = tmp_path / "Margaret.secondopinion", tmp_path / "Tom.secondopinion"
    SettingsStore(path).remember_place(first, WindowPlace(10, 20, 900, 600, page="questions"))
    store = SettingsStore(path)
    assert store.place_of(first) == WindowPlace(10, 20, 900, 600, page="questions")
    assert store.place_of(second) == WindowPlace()
    assert "Margaret" not in path.read_text(encoding="utf-8")
    assert place_key(first) != place_key(second)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps private folders, not modes")
def test_settings_are_for_this_person_only(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsStore(path).change(recent=("Margaret.secondopinion",))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_disk_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "gone" / "settings.json")
    store.change(text_percent=200)
    assert store.settings.text_percent == 200
