"""Two threads that import parts of SQLAlchemy at once can get a half-made module: see `model/loading.py`."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import modules

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE = {"alembic", "pydantic", "sqlalchemy", "sqlmodel"}
ON_ONE_THREAD = {"secondopinion_desktop.cli"}  # no window, no worker

AT_ONCE = """
import sys
from threading import Barrier, Thread

from secondopinion_desktop.model.handles import Contact, real
from secondopinion_desktop.model.richtext import Document
from secondopinion_desktop.storage.database import load_sql

together, faults = Barrier(3), []


def do(what):
    together.wait()
    try:
        what()
    except BaseException as fault:
        faults.append(repr(fault))


def write():
    Document.from_plain("words").to_json()


sys.setswitchinterval(1e-5)
threads = [Thread(target=do, args=(what,)) for what in (load_sql, write, lambda: real(Contact)(name="x"))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(faults)
"""


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def _while_importing(node: ast.AST) -> Iterator[str]:
    """Yield what a module imports when it is itself imported."""
    for child in ast.iter_child_nodes(node):
        is_for_types = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not is_for_types and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from _names(child)
            yield from _while_importing(child)


@cache
def _modules() -> dict[str, ast.Module]:
    found = {module.path.removesuffix(".py").replace("/", "."): module.tree for module in modules()}
    return {name.removesuffix(".__init__"): tree for name, tree in found.items()}


@cache
def _large_modules() -> frozenset[str]:
    """Return those of our modules that cannot be imported without a large library."""
    imports = {name: set(_while_importing(tree)) for name, tree in _modules().items()}
    large: set[str] = set()
    while more := {
        name
        for name, wanted in imports.items()
        if name not in large and any(each in large or each.partition(".")[0] in LARGE for each in wanted)
    }:
        large |= more
    return frozenset(large)


def _faults(tree: ast.Module) -> Iterator[int]:
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        guards = [
            node.lineno
            for node in ast.walk(function)
            if (isinstance(node, ast.With) and "LOADING" in ast.unparse(node.items[0]))
            or (isinstance(node, ast.Call) and ast.unparse(node.func) in {"load_sql", "get_ready_to_write"})
        ]
        for node in ast.walk(function):
            large = any(each in _large_modules() or each.partition(".")[0] in LARGE for each in _names(node))
            if large and not any(guard < node.lineno for guard in guards):  # type: ignore[attr-defined]
                yield node.lineno  # type: ignore[attr-defined]


def test_whoever_imports_a_large_library_late_waits_for_others_that_do() -> None:
    assert "secondopinion_desktop.model.tables" in _large_modules()
    assert "secondopinion_desktop.storage.store" not in _large_modules()
    small = {name: tree for name, tree in _modules().items() if name not in _large_modules() | ON_ONE_THREAD}
    faults = [f"{name}:{line}" for name, tree in small.items() for line in _faults(tree)]
    assert not faults, f"call load_sql() or get_ready_to_write() before the import: {faults}"


@pytest.mark.parametrize("turn", range(2))
def test_threads_that_need_them_at_the_same_moment_all_get_them(turn: int) -> None:
    done = subprocess.run([sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", (turn, done.stdout, done.stderr)
