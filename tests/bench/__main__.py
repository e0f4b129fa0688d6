"""`python3 dev.py bench [start] [data] [pages] [lists] [editor] [paper]`: all parts, or those named."""

from __future__ import annotations

import importlib
import sys

PARTS = ("start", "data", "pages", "lists", "editor", "paper")


def main(wanted: list[str]) -> None:
    """Run the named parts, or all."""
    for part in wanted or PARTS:
        importlib.import_module(f"tests.bench.{part}").run()


if __name__ == "__main__":
    main(sys.argv[1:])
