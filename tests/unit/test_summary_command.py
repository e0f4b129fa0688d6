"""The summary from the command line: no window, no display, no Qt."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from secondopinion_desktop import cli
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@pytest.fixture
def sample(tmp_path: Path, a_tuesday: datetime) -> Path:
    path = tmp_path / "sample.secondopinion"
    assert cli.main(["sample", str(path)]) == cli.DONE
    return path


def test_the_summary_is_written_for_the_reader_that_was_named(sample: Path, tmp_path: Path) -> None:
    for reader in ("brief", "doctor", "family", "everything"):
        target = tmp_path / f"{reader}.pdf"
        assert cli.main(["summary", str(sample), "-o", str(target), "--for", reader]) == cli.DONE
        text = words_of(target.read_bytes())
        assert "Invasive ductal carcinoma" in text
        assert "BR 4410 0872 01" not in text  # card numbers are printed whole only where they are asked for


def test_paper_and_size_of_print_can_be_named(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    assert cli.main(["summary", str(sample), "-o", str(target), "--paper", "a4", "--large-print"]) == cli.DONE
    assert round(pypdfium2.PdfDocument(target.read_bytes()).get_page_size(0)[0]) == 595


def test_the_brief_is_one_page_whatever_size_of_print_is_named(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    for paper in ("letter", "a4"):
        command = ["summary", str(sample), "-o", str(target), "--for", "brief", "--paper", paper, "--overwrite"]
        assert cli.main([*command, "--large-print"]) == cli.DONE
        assert len(pypdfium2.PdfDocument(target.read_bytes())) == 1


def test_a_short_copy_is_for_the_family_only(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "family.pdf"
    assert cli.main(["summary", str(sample), "-o", str(target), "--for", "family", "--short"]) == cli.DONE
    text = words_of(target.read_bytes())
    assert "Dates that matter" in text
    assert "What happens next" in text
    assert "Invasive ductal carcinoma" not in text
    assert cli.main(["summary", str(sample), "-o", str(tmp_path / "x.pdf"), "--short"]) == cli.IN_THE_WAY
    assert "Only the copy for the family" in capsys.readouterr().err


def test_a_pdf_that_is_there_is_replaced_only_when_told(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"something else")
    assert cli.main(["summary", str(sample), "-o", str(target)]) == cli.IN_THE_WAY
    assert target.read_bytes() == b"something else"
    assert "is there already" in capsys.readouterr().err
    assert cli.main(["summary", str(sample), "-o", str(target), "--overwrite"]) == cli.DONE
    assert target.read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_not_there_is_said_plainly(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["summary", str(sample), "-o", str(tmp_path / "gone" / "summary.pdf")]) == cli.IN_THE_WAY
    assert "cannot be found" in capsys.readouterr().err


def test_no_qt_is_loaded_for_it(sample: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from secondopinion_desktop.__main__ import main;"
        f"code = main(['summary', {str(sample)!r}, '-o', {str(tmp_path / 'out.pdf')!r}]);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
