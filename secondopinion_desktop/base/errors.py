"""Two kinds of trouble: what a person can mend (`UserError`) and everything else, which is our fault."""

from __future__ import annotations


class UserError(Exception):
    """The world's fault, or a slip: shown in place, in plain words.

    `message` says what happened; `advice` says what to do. Both are translated and end with a full stop.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        """Return message and advice as one paragraph."""
        return f"{self.message} {self.advice}".strip()


class KeptAside(UserError):
    """The words are on the disk, but with something that was removed: nothing is lost, and it is said."""


class FieldError(UserError):
    """One field holds something that cannot be kept; `field` is its name in the model."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
