"""An open file, new and seeded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.files import new_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secondopinion_desktop.services.file import OpenFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    opened = new_file(tmp_path)
    yield opened
    opened.close()
