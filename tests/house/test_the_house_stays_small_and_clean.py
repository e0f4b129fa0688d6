"""Promises about every file in the repository: small enough to read, and nobody's own machine in it."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from packaging.utils import canonicalize_name

from packaging.requirements import Requirement
from tests.house.sources import ROOT, Module, modules, read, tracked_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# In pieces, so that this file does not find itself.
HOSTS = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "crates" + ".io", "proxy.go" + "lang", "conda" + ".io")
MACHINE = ("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/Us" + "ers/", r"C:\\Us" + "ers", "/op" + "t/")
SOMEWHERE = re.compile("|".join((*(re.escape(host) for host in HOSTS), *(r"(?<![\w.}])" + path for path in MACHINE))))


def all_modules() -> list[Module]:
    ours = [read(path) for path in sorted((ROOT / "tests").rglob("*.py"))]
    return [*modules(), *ours, *map(read, sorted(ROOT.glob("dev*.py")))]


def lengths_of_functions(module: Module) -> list[tuple[str, int]]:
    return [
        (f"{module.at(node)} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_every_file_can_be_read_in_one_sitting() -> None:
    lengths = {
        module.path: len((ROOT / module.path).read_text(encoding="utf-8").splitlines()) for module in all_modules()
    }
    assert {path: lines for path, lines in lengths.items() if lines >= LONGEST_FILE} == {}


def test_every_function_can_be_seen_at_once() -> None:
    long = [
        (name, lines)
        for module in all_modules()
        for name, lines in lengths_of_functions(module)
        if lines >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.skipif(not tracked_files(), reason="not a checkout")
def test_no_file_names_a_package_index_or_somebodys_machine() -> None:
    found = []
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            lines = enumerate(content.decode("utf-8").splitlines(), start=1)
            name = path.relative_to(ROOT).as_posix()
            found += [f"{name}:{number}: {line.strip()[:80]}" for number, line in lines if SOMEWHERE.search(line)]
    assert not found, "\n".join(found)


def test_pins_hold_hashes_and_no_address() -> None:
    for name in ("app", "test", "build", "tools"):
        text = (ROOT / "packaging" / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9][^=\n]*==", text, re.MULTILINE)
        assert packages
        assert "://" not in text
        assert len(re.findall(r"==[^\n]*\\\n +--hash=sha256:[0-9a-f]{64}", text)) == len(packages)


def test_every_package_is_pinned_as_the_project_asks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        "app": project["project"]["dependencies"],
        "test": [*project["project"]["dependencies"], *project["dependency-groups"]["test"]],
        "build": [*project["project"]["dependencies"], *project["dependency-groups"]["build"]],
        "tools": project["dependency-groups"]["tools"],
    }
    for name, lines in wanted.items():
        text = (ROOT / "packaging" / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\n]+)", text, re.MULTILINE))
        asked = [Requirement(line) for line in lines]
        loose = [str(one) for one in asked if not one.specifier.contains(pins.get(canonicalize_name(one.name), "0"))]
        assert loose == [], "run: python3 dev.py lock"
