"""What the program does for the privacy of its memory and its files, before anything else."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

LOOK = """
import os, stat, sys, tempfile
from secondopinion_desktop.base.process import harden_process
harden_process()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "plain")
    open(path, "w").close()
    print(oct(stat.S_IMODE(os.stat(path).st_mode)))
if sys.platform != "win32":
    import resource
    print(resource.getrlimit(resource.RLIMIT_CORE))
if sys.platform == "linux":
    import ctypes
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
def test_files_are_private_and_memory_stays_out_of_crash_dumps() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], check=True, capture_output=True, text=True)
    said = done.stdout.split("\n")
    assert said[0] == "0o600"
    assert said[1] == "(0, 0)"
    assert said[2] == "0" or sys.platform != "linux"
