"""How hard a passphrase is to guess, in words. Only the first answer stands in the way."""

from __future__ import annotations

from enum import IntEnum

from secondopinion_desktop.base.i18n import _

_LOOKED_AT = 72  # letters; the estimate's time grows fast, and what follows only makes a passphrase stronger


class Strength(IntEnum):
    """From 1 to 4, as many bars as are filled."""

    TOO_EASY = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4

    @property
    def words(self) -> str:
        """Return the sentence beside the bars."""
        return {
            Strength.TOO_EASY: _("Too easy to guess. Add a few words."),
            Strength.FAIR: _("Fair. One more word makes it good."),
            Strength.GOOD: _("Good. One more word makes it strong."),
            Strength.STRONG: _("Strong."),
        }[self]


def strength(passphrase: str, known: tuple[str, ...] = ()) -> Strength:
    """Return how hard `passphrase` is to guess for somebody who knows `known`, such as the person's name."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - word lists, only for somebody who chooses a passphrase

    if not passphrase.strip():
        return Strength.TOO_EASY
    score: int = zxcvbn(passphrase[:_LOOKED_AT], user_inputs=list(known))["score"]
    return Strength(max(1, score))
