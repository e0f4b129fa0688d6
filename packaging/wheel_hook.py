"""What a wheel needs besides files that are there: translations, compiled."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTranslations(BuildHookInterface):
    """Put a `.mo` beside each `.po` into the wheel; the checkout stays as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling calls it so
        """Compile before the files are collected."""
        root = Path(self.root)
        found = importlib.util.spec_from_file_location("catalogues", root / "packaging" / "catalogues.py")
        assert found is not None and found.loader is not None  # noqa: PT018 - the file is beside this one
        catalogues = importlib.util.module_from_spec(found)
        found.loader.exec_module(catalogues)
        self.folder = tempfile.TemporaryDirectory()
        for written in sorted(root.glob("resources/locale/*/LC_MESSAGES/*.po")):
            inside = written.relative_to(root).with_suffix(".mo")
            compiled = Path(self.folder.name, "-".join(inside.parts))
            catalogues.compile_catalogue(written, compiled)
            build_data["force_include"][str(compiled)] = f"secondopinion_desktop/{inside.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was compiled for the wheel."""
        self.folder.cleanup()
