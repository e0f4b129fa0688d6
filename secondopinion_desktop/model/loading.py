"""One thread at a time imports the large libraries.

Two threads that import parts of one package that import each other can get a half-made module from Python.
"""

from __future__ import annotations

from threading import RLock

LOADING = RLock()
"""Held while SQLModel, SQLAlchemy or pydantic may be imported for the first time."""
