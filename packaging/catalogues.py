"""Translations as the program reads them: each `.po` below a folder is compiled beside a copy, `.mo`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def copy_resources(source: Path, target: Path) -> None:
    """Lay the shipped files out in `target`, translations compiled. What is in the way there is removed."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "README.md"))
    for written in sorted(target.glob("locale/*/LC_MESSAGES/*.po")):
        compile_catalogue(written, written.with_suffix(".mo"))


def compile_catalogue(written: Path, compiled: Path) -> None:
    """Compile one translation; whatever Babel finds wrong in it stops the build."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only where there is a translation
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with written.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    with compiled.open("wb") as stream:
        write_mo(stream, catalogue)
