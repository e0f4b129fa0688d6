"""The scripts that build packages, imported from their own folder."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

from tests.house.sources import ROOT

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = ROOT / "packaging"


def script(name: str) -> ModuleType:
    """Import `packaging/<name>.py`, which no other test can see afterwards."""
    spec = importlib.util.spec_from_file_location(f"building_{name.replace('/', '_')}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    sys.path[:0] = [str(FOLDER), str(FOLDER / "linux")]
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path[:] = before
    return module
