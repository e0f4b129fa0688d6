"""Where the built program begins."""

import os
import sys


def forget_the_starter() -> None:
    """Give other programs, such as a viewer for PDFs, their own libraries back.

    The starter of a built program points LD_LIBRARY_PATH at ours, and keeps what was there before.
    """
    for name in ("LD_LIBRARY_PATH", "LIBPATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)


if __name__ == "__main__":
    forget_the_starter()
    from secondopinion_desktop.__main__ import main

    sys.exit(main())
