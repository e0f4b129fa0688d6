"""The command line with files that are locked, with terminals that lack something, and without a display."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from secondopinion_desktop import cli
from secondopinion_desktop.__main__ import main
from secondopinion_desktop.base.locks import unshared
from secondopinion_desktop.services.files import Files
from tests.helpers.paper import words_of

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "violet kettle on the moon"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make a file with a passphrase; return it and its recovery code."""
    path = tmp_path_factory.mktemp("locked") / "locked.secondopinion"
    made = Files(unshared).create(path, "Margaret", PASSPHRASE)
    made.file.close()
    return path, made.recovery_code or ""


def check(path: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return cli.main(["check", str(path), "--passphrase-stdin"])


def test_the_passphrase_or_the_recovery_code_comes_from_the_first_line_of_standard_input(
    locked: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, code = locked
    assert check(path, f"{PASSPHRASE}\r\nmore\n", monkeypatch) == cli.DONE
    assert check(path, code.lower(), monkeypatch) == cli.DONE
    assert capsys.readouterr().out.count("The file is well.") == 2
    assert check(path, "violet kettle\n", monkeypatch) == cli.IN_THE_WAY
    assert "does not open the file" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="a new session without a terminal is a matter of POSIX")
def test_where_there_is_no_terminal_to_ask_one_sentence_says_what_to_do(locked: tuple[Path, str]) -> None:
    said = started("check", str(locked[0]), start_new_session=True)
    assert said.returncode == cli.IN_THE_WAY
    assert said.stdout == ""
    assert said.stderr == (
        "This file is protected by a passphrase, and there is no terminal to ask for it. "
        "Pass it with --passphrase-stdin.\n"
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
@pytest.mark.parametrize(
    ("display", "said"),
    [("", "There is no display to open a window on."), (":9999", "sudo apt install libxcb-cursor0")],
)
def test_where_no_window_can_open_a_plain_word_says_so(display: str, said: str) -> None:
    got = started(environment={"DISPLAY": display})
    assert got.returncode == cli.IN_THE_WAY
    assert said in got.stderr
    assert "qt.qpa" not in got.stderr
    assert "Reinstalling" not in got.stderr


def started(
    *arguments: str, environment: dict[str, str] | None = None, start_new_session: bool = False
) -> subprocess.CompletedProcess[str]:
    """Start the program as from a terminal."""
    kept = {key: value for key, value in os.environ.items() if key not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, "-m", "secondopinion_desktop", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
        env=kept | (environment or {}), start_new_session=start_new_session,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it otherwise")
@pytest.mark.parametrize(
    ("said", "paper", "day"),
    [("de_DE.UTF-8", 595, "4. Mai 1961"), ("en_GB", 595, "4 May 1961"), ("C", 612, "May 4, 1961")],
)
def test_paper_and_dates_are_those_of_the_country(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, paper: int, day: str
) -> None:
    monkeypatch.setenv("LC_ALL", said)
    case, target = tmp_path / "sample.secondopinion", tmp_path / "summary.pdf"
    assert main(["sample", str(case)]) == cli.DONE
    assert main(["summary", str(case), "-o", str(target)]) == cli.DONE
    assert round(pypdfium2.PdfDocument(target.read_bytes()).get_page_size(0)[0]) == paper
    assert day in words_of(target.read_bytes())
