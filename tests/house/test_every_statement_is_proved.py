"""Every statement of the article the program is built on, S1 to S56, is proved by a test that exists.

`tests/traceability/*.toml` names the tests: `S22 = ["tests/ui/test_questions.py::test_..."]`. More than one file may
name the same statement.
"""

from __future__ import annotations

import ast
import tomllib
from functools import cache

from tests.house.sources import ROOT

STATEMENTS = {f"S{number}" for number in range(1, 57)}


def proofs() -> dict[str, list[str]]:
    """Return the tests named for each statement, over all files."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests" / "traceability").glob("*.toml")):
        for statement, tests in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(statement, []).extend(tests)
    return found


@cache
def names_in(path: str) -> frozenset[str]:
    """Return the names of the tests in a file, none for a file that is not there."""
    source = ROOT / path
    if not source.is_file():
        return frozenset()
    tree = ast.parse(source.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_statement_names_its_proof() -> None:
    found = proofs()
    missing = sorted((STATEMENTS - {s for s, tests in found.items() if tests}), key=_number)
    assert missing == []


def test_no_other_statement_is_named() -> None:
    assert proofs().keys() <= STATEMENTS


def test_every_proof_is_a_test_that_exists() -> None:
    lost = []
    for statement, tests in proofs().items():
        for test in tests:
            path, _colons, name = test.partition("::")
            if not name.startswith("test_") or name.partition("[")[0] not in names_in(path):
                lost.append(f"{statement}: {test}")
    assert lost == []


def test_a_proof_that_is_gone_would_be_seen() -> None:
    assert "test_that_never_was" not in names_in("tests/house/test_every_statement_is_proved.py")
    assert "test_no_other_statement_is_named" in names_in("tests/house/test_every_statement_is_proved.py")


def _number(statement: str) -> int:
    return int(statement.removeprefix("S"))
