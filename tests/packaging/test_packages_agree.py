"""What the packages of three systems say about the program: the same names everywhere, and nothing left to fill in."""

from __future__ import annotations

import os
import re
import struct
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from secondopinion_desktop.base.files import CASE_SUFFIX
from secondopinion_desktop.ui.application import DESKTOP_FILE
from tests.house.sources import ROOT
from tests.packaging.building import FOLDER, script

if TYPE_CHECKING:
    from pathlib import Path

about = script("about")
SHARE = FOLDER / "linux" / "share"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture(autouse=True)
def _a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


@pytest.mark.skipif(os.name == "nt", reason="Linux packages are made on Linux")
@pytest.mark.parametrize("template", sorted(SHARE.iterdir()), ids=lambda path: path.name)
def test_nothing_is_left_to_fill_in(template: Path) -> None:
    text = script("linux/packages").filled(template).decode()
    assert re.findall(r"@[A-Z_]+@", text) == []
    assert about.NAME in text


def test_a_double_click_leads_to_the_program_on_every_system() -> None:
    assert f".{about.SUFFIX}" == CASE_SUFFIX
    assert about.APP_ID == DESKTOP_FILE
    mime = ET.fromstring((SHARE / "mime.xml").read_text(encoding="utf-8"))
    assert [glob.attrib["pattern"] for glob in mime.iter() if glob.tag.endswith("glob")] == ["*.@SUFFIX@"]
    assert "MimeType=@MIME_TYPE@;" in (SHARE / "desktop").read_text(encoding="utf-8")
    assert "%f" in (SHARE / "desktop").read_text(encoding="utf-8")
    windows = (FOLDER / "windows" / "secondopinion.iss").read_text(encoding="utf-8")
    assert rf"Software\Classes\.{about.SUFFIX}" in windows
    types = about.mac_properties()["UTExportedTypeDeclarations"]
    assert types[0]["UTTypeTagSpecification"]["public.filename-extension"] == [about.SUFFIX]


def test_actions_are_pinned_and_nothing_is_allowed_by_default() -> None:
    assert WORKFLOWS
    for workflow in WORKFLOWS:
        text = workflow.read_text(encoding="utf-8")
        assert "\npermissions: {}\n" in text
        for action in re.findall(r"uses: (\S+)", text):
            assert action.startswith("./") or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action), action


@pytest.mark.skipif(os.name == "nt", reason="Linux packages are made on Linux")
def test_the_data_of_icu_stay_readable_when_tables_are_left_out() -> None:
    shrink = script("linux/shrink")
    names = [b"icudt73l/coll/de.res", b"icudt73l/root.res"]
    items = [shrink.Item(name, bytes([number]) * (5 + number)) for number, name in enumerate(names)]
    header = struct.pack("<HBB", 32, 0xDA, 0x27).ljust(32, b"\0")
    table = shrink.written(header, items)[32:]
    assert struct.unpack_from("<I", table) == (2,)
    for number, item in enumerate(items):
        name_at, at = struct.unpack_from("<II", table, 4 + 8 * number)
        assert table[name_at:].startswith(item.name + b"\0")
        assert table[at:].startswith(item.content)
        assert (at + len(header)) % 16 == 0
