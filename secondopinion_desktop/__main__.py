"""The command line. A window, and Qt with it, is only loaded when one is wanted."""

from __future__ import annotations

import sys
from pathlib import Path

from secondopinion_desktop.base import garbage

COMMANDS = ("sample", "summary", "check", "self-test")
HELP = ("-h", "--help", "--version")


def main(arguments: list[str] | None = None) -> int:
    """Start the program; return the exit code (see `cli`)."""
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0] == "self-test":
        from secondopinion_desktop import selftest  # noqa: PLC0415 - loads everything there is

        return selftest.main(given[1:])
    if given and given[0] in (*COMMANDS, *HELP):
        from secondopinion_desktop import cli  # noqa: PLC0415 - not needed for a window
        from secondopinion_desktop.base import homelocale, i18n  # noqa: PLC0415

        i18n.use_language(homelocale.computer_locale())
        return cli.main(given)
    get_ready_for_a_window()
    from secondopinion_desktop import app  # noqa: PLC0415 - Qt, only for a window

    return app.run([sys.argv[0], *given], _file_among(given))


def get_ready_for_a_window() -> None:
    """Make what is imported from now on come quickly. Nothing may have imported Qt yet."""
    garbage.hold_collection()
    from secondopinion_desktop.ui.pyside import load_pyside  # noqa: PLC0415

    load_pyside()


def _file_among(given: list[str]) -> Path | None:
    """Return the file a person double-clicked or named; Qt takes the options that begin with a hyphen."""
    names = [name for name in given if not name.startswith("-")]
    return Path(names[0]) if names else None


if __name__ == "__main__":
    sys.exit(main())
