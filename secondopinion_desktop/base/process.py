"""What the whole process owes to the words it holds in memory."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # <sys/prctl.h>
_SEM_FAILCRITICALERRORS = 0x0001  # winbase.h
_SEM_NOGPFAULTERRORBOX = 0x0002


def harden_process() -> None:
    """Keep files private from the moment they are made, and memory out of crash dumps. Call it first of all.

    Python cannot wipe a passphrase or a note from memory, so no copy of that memory may reach the disk through us.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
