"""The program's own source, read as a tree: what the promises in this folder are checked against."""

from __future__ import annotations

import ast
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "secondopinion_desktop"


@dataclass(frozen=True)
class Module:
    """One source file; `path` is relative to the checkout, with forward slashes."""

    path: str
    tree: ast.Module

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def at(self, node: ast.AST) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package."""
    return tuple(read(path) for path in sorted(PACKAGE.rglob("*.py")))


def read(path: Path) -> Module:
    return parse(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())


def parse(text: str, path: str) -> Module:
    return Module(path, ast.parse(text))


def name_of(node: ast.AST) -> str:
    """Return a name with its dots: `datetime.now` for that attribute; of a longer chain, the last two parts."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = name_of(node.value).rpartition(".")[2]
        return f"{owner}.{node.attr}" if owner else node.attr
    return ""


def last_name(node: ast.AST) -> str:
    return name_of(node).rpartition(".")[2]


def is_called(*names: str) -> Callable[[Module], Iterator[ast.AST]]:
    """Return a search for calls of a function or method, whoever owns it: `is_called("sleep")` finds `time.sleep()`."""
    return lambda module: (call for call in module.calls() if last_name(call.func) in names)


def is_named(*names: str) -> Callable[[Module], Iterator[ast.AST]]:
    """Return a search for any use of a name, as itself or as an attribute, and for its import."""

    def search(module: Module) -> Iterator[ast.AST]:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom | ast.Import):
                used = {alias.name for alias in node.names}
            else:
                used = {last_name(node)}
            if used & set(names):
                yield node

    return search


def places(search: Callable[[Module], Iterator[ast.AST]], *, outside: tuple[str, ...] = ()) -> list[str]:
    """Return where `search` finds something, except in files whose path starts with one of `outside`."""
    rooms = tuple(f"secondopinion_desktop/{room}" for room in outside)
    return [
        module.at(node)
        for module in modules()
        if not (rooms and module.path.startswith(rooms))
        for node in search(module)
    ]


def tracked_files() -> list[Path]:
    """Return the files that are, or are about to be, in the repository; none outside a checkout."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return []
    command = [git, "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
