"""The commands that need no window, and never load Qt.

Exit codes: 0 it is done, and for `check` the file is well; 1 something stands in the way, or the file is not well, with
a sentence on standard error; 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import getpass
import io
import os
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from secondopinion_desktop import __version__
from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.files import is_case_file
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import WouldReplaceCaseFile

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile

DONE, IN_THE_WAY = 0, 1


def main(given: list[str]) -> int:
    """Carry out one command; return its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack a letter of a name
    arguments = _parser().parse_args(given)
    try:
        code: int = arguments.carry_out(arguments)
        sys.stdout.flush()
    except UserError as trouble:
        print(trouble, file=sys.stderr)
        return IN_THE_WAY
    except BrokenPipeError:  # whoever read along, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return IN_THE_WAY
    except KeyboardInterrupt:
        return IN_THE_WAY
    return code


def _sample(arguments: argparse.Namespace) -> int:
    from secondopinion_desktop.services.sample import write_sample  # noqa: PLC0415 - each command loads its own part

    write_sample(arguments.file)
    print(_("The sample is in {path}").format(path=arguments.file))
    return DONE


def _summary(arguments: argparse.Namespace) -> int:
    from secondopinion_desktop.services.packets import SHORT, MadeFor, usual_choice  # noqa: PLC0415

    if arguments.short and arguments.made_for != MadeFor.FAMILY.value:
        raise UserError(_("Only the copy for the family can be short."), _("Add --for family, or leave out --short."))
    if is_case_file(arguments.output) or arguments.output.resolve() == arguments.file.resolve():
        raise WouldReplaceCaseFile
    if arguments.output.exists() and not arguments.overwrite:
        raise UserError(
            _("{path} is there already.").format(path=arguments.output),
            _("Choose another name, or add --overwrite."),
        )
    file = _opened(arguments)
    try:
        usual = usual_choice(MadeFor(arguments.made_for))
        choice = replace(usual, paper=arguments.paper or usual.paper, large_print=arguments.large_print)
        if arguments.short:
            choice = replace(choice, sections=SHORT)
        file.packets.save_pdf(choice, arguments.output, replace=arguments.overwrite)
    finally:
        file.close()
    print(_("The summary is in {path}").format(path=arguments.output))
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from secondopinion_desktop.services.checking import check  # noqa: PLC0415

    file = _opened(arguments)
    try:
        report = check(file)
    finally:
        file.close()
    for line in report.lines:
        print(line)
    return DONE if report.is_sound else IN_THE_WAY


def _opened(arguments: argparse.Namespace) -> OpenFile:
    from secondopinion_desktop.services.files import open_to_read  # noqa: PLC0415

    path: Path = arguments.file
    return open_to_read(path, lambda: _passphrase(from_stdin=arguments.passphrase_stdin))


def _passphrase(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown while it is typed
            return getpass.getpass(_("Passphrase: "))
    except (EOFError, getpass.GetPassWarning):
        raise UserError(
            _("This file is protected by a passphrase, and there is no terminal to ask for it."),
            _("Pass it with --passphrase-stdin."),
        ) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="secondopinion",
        description=_("Keep visits, questions, records and phone numbers for a second opinion in one file."),
        epilog=_("Without a command, the window opens: secondopinion [FILE]"),
    )
    parser.add_argument("--version", action="version", version=f"Second Opinion {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    sample = commands.add_parser("sample", help=_("write a file with made-up sample data"))
    sample.add_argument("file", type=Path)
    sample.set_defaults(carry_out=_sample)

    summary = commands.add_parser("summary", help=_("write the summary as a PDF"))
    _add_file(summary)
    summary.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    summary.add_argument(
        "--for",
        dest="made_for",
        choices=("brief", "doctor", "family", "everything"),
        default="doctor",
        help=_("who will read it; brief is one page for the second doctor"),
    )
    summary.add_argument("--paper", choices=("letter", "a4"), default=None)
    summary.add_argument("--short", action="store_true", help=_("for the family: only dates, people and what is next"))
    summary.add_argument("--large-print", action="store_true", help=_("18 point letters; the brief is always 12 point"))
    summary.add_argument("--overwrite", action="store_true", help=_("write over a PDF that is there already"))
    summary.set_defaults(carry_out=_summary)

    check = commands.add_parser("check", help=_("check that a file is well"))
    _add_file(check)
    check.set_defaults(carry_out=_check)

    # Carried out by __main__, which may look at every floor; here only so that --help tells of it.
    commands.add_parser("self-test", help=_("check that this program is whole"), add_help=False)
    return parser


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--passphrase-stdin", action="store_true", help=_("read the passphrase from the first line of standard input")
    )
