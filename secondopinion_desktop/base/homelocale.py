"""The language and country this computer is set to, for the command line: a window asks Qt."""

from __future__ import annotations

import os
import re
import sys

_NAME = re.compile(r"[A-Za-z]{2,3}(_[A-Za-z0-9]+)*(?=$|[.@])")
_LONGEST = 85  # LOCALE_NAME_MAX_LENGTH


def computer_locale() -> str:
    """Return it as "de_DE"; "en_US" where the computer does not say."""
    said = _said_by_windows() if sys.platform == "win32" else _said_by_environment()
    found = _NAME.match(said.replace("-", "_"))
    return found[0] if found else "en_US"


def _said_by_environment() -> str:
    """Return what Qt would go by, in its order."""
    return next((said for name in ("LC_ALL", "LC_NUMERIC", "LANG") if (said := os.environ.get(name))), "")


def _said_by_windows() -> str:
    import ctypes  # noqa: PLC0415 - elsewhere it is not needed

    name = ctypes.create_unicode_buffer(_LONGEST)
    # Through getattr: types are checked on systems that have no such thing, too.
    getattr(ctypes, "windll").kernel32.GetUserDefaultLocaleName(name, _LONGEST)  # noqa: B009
    return name.value
