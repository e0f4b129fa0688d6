"""How rows are called: at random, or the same in every copy of a file."""

from __future__ import annotations

import secrets
from hashlib import sha256

ONLY = "0" * 32
"""The id of a row that a file has exactly once."""


def new_id() -> str:
    """Return a random 128-bit id as 32 hex digits, so that rows of two copies of a file never clash."""
    return secrets.token_hex(16)


def stable_id(*parts: str) -> str:
    """Return the same 32 hex digits for the same parts: for rows every copy of a file has, such as shipped tasks."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]
