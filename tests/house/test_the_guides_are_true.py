"""Promises about README and CONTRIBUTING: what they name exists, and what exists is explained."""

from __future__ import annotations

import re
import tomllib

import pytest

import dev
from tests.house.sources import PACKAGE, ROOT

GUIDES = ("README.md", "CONTRIBUTING.md")
PROGRAM = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.skipif(not (PACKAGE / "app.py").is_file(), reason="the house is not finished yet")
@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_in_the_guides_exists(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    named = re.findall(r"`((?:secondopinion_desktop|tests|resources|packaging)/[\w./-]*)`", text)
    named += re.findall(r"\]\(([\w./-]+)\)", text)
    named += [f"secondopinion_desktop/{path}" for path in re.findall(r"`((?:ui|base|model|storage)/[\w./-]+)`", text)]
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_package_has_its_reason() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    groups = PROGRAM["dependency-groups"]
    wanted = [*PROGRAM["project"]["dependencies"], *groups["test"], *groups["build"], *groups["tools"]]
    names = [re.split(r"[<>=!~; ]", line)[0] for line in wanted]
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}\b", guide)] == []


def test_every_verb_of_the_guides_works() -> None:
    for guide in GUIDES:
        verbs = set(re.findall(r"dev\.py (\w+)", (ROOT / guide).read_text(encoding="utf-8")))
        assert verbs
        assert [verb for verb in verbs if f"dev.py {verb}" not in str(dev.__doc__)] == []
