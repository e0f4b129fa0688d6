"""From a passphrase, or from the paper sheet, to the key of the file.

    secret = Argon2id(NFC(passphrase), salt = the file's own first 16 bytes), 20 bytes
    key    = HKDF-SHA256(secret, the same salt), 32 bytes

The recovery sheet prints `secret`, so the paper alone opens the file, and nothing has to lie beside it. The cost of
Argon2id is fixed for this format of the file: a file cannot ask for less (or for all the memory of the computer).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field

from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import MistypedRecoveryCode

SALT_BYTES = 16
SECRET_BYTES = 20
KEY_BYTES = 32
_PURPOSE = b"Second Opinion file key 1"

# Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)} | {"O": 0, "I": 1, "L": 1}
_SECRET_LETTERS = SECRET_BYTES * 8 // 5
_CHECK_LETTERS = 4
_GROUP = 4
# The check number is a polynomial in _BASE modulo a prime just under 32**4. With this base no change of one or two
# letters, and so no swap of any two, leaves it as it was; a test tries them all.
_PRIME = 1_048_573
_BASE = 37


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs. Only tests pass anything but `STANDARD`."""

    memory_kib: int = 256 * 1024
    rounds: int = 3
    lanes: int = 4


STANDARD = Cost()


@dataclass(frozen=True)
class Passphrase:
    """What a person typed to open the file."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class RecoveryCode:
    """What a person typed from the sheet, in any case, with or without blanks and hyphens."""

    text: str = field(repr=False)


Unlock = Passphrase | RecoveryCode


def secret_from(unlock: Unlock, salt: bytes, cost: Cost = STANDARD) -> bytes:
    """Return the 20 bytes that stand for `unlock`. Raises MistypedRecoveryCode, FieldError("passphrase")."""
    if isinstance(unlock, RecoveryCode):
        return read_recovery_code(unlock.text)
    return _stretched(unlock.text, salt, cost)


def raw_key(secret: bytes, salt: bytes) -> str:
    """Return SQLCipher's raw key literal: 64 hexadecimal digits of the key, then 32 of the salt."""
    return _hkdf(secret, salt, _PURPOSE, KEY_BYTES).hex() + salt.hex()


def new_secret(passphrase: str, salt: bytes, cost: Cost = STANDARD) -> bytes:
    """Return the secret for a passphrase that is being chosen. Raises FieldError("passphrase") for an empty one."""
    return _stretched(passphrase, salt, cost)


def recovery_code(secret: bytes) -> str:
    """Return `secret` as it stands on the sheet: nine groups of four, the last of them the check letters."""
    number = int.from_bytes(secret, "big")
    values = [number >> 5 * place & 31 for place in reversed(range(_SECRET_LETTERS))]
    check = _check_number(values)
    values += [check >> 5 * place & 31 for place in reversed(range(_CHECK_LETTERS))]
    letters = "".join(_LETTERS[value] for value in values)
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def read_unlock(typed: str) -> Unlock:
    """Return what was typed where either may be: a recovery code if its check letters are right, else a passphrase."""
    try:
        read_recovery_code(typed)
    except MistypedRecoveryCode:
        return Passphrase(typed)
    return RecoveryCode(typed)


def read_recovery_code(text: str) -> bytes:
    """Return the secret behind a typed code. Raises MistypedRecoveryCode for any slip of one or two letters."""
    letters = [letter for letter in unicodedata.normalize("NFKC", text).upper() if letter.isalnum()]
    try:
        values = [_VALUES[letter] for letter in letters]
    except KeyError:
        raise MistypedRecoveryCode from None
    if len(values) != _SECRET_LETTERS + _CHECK_LETTERS:
        raise MistypedRecoveryCode
    if _check_number(values[:_SECRET_LETTERS]) != _number(values[_SECRET_LETTERS:]):
        raise MistypedRecoveryCode
    return _number(values[:_SECRET_LETTERS]).to_bytes(SECRET_BYTES, "big")


def random_salt() -> bytes:
    """Return 16 random bytes for the head of a new file."""
    return os.urandom(SALT_BYTES)


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 - only files with a passphrase need it

    if not passphrase:
        raise FieldError("passphrase", _("Type a passphrase."))
    # The same accented letter may arrive composed or decomposed, by keyboard and system.
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(
        typed,
        salt,
        time_cost=cost.rounds,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=SECRET_BYTES,
        type=Type.ID,
    )


def _hkdf(secret: bytes, salt: bytes, purpose: bytes, length: int) -> bytes:
    """HKDF of RFC 5869 with SHA-256."""
    extracted = hmac.digest(salt, secret, hashlib.sha256)
    stream, block = b"", b""
    while len(stream) < length:
        block = hmac.digest(extracted, block + purpose + bytes([len(stream) // 32 + 1]), hashlib.sha256)
        stream += block
    return stream[:length]


def _number(values: list[int]) -> int:
    number = 0
    for value in values:
        number = number << 5 | value
    return number


def _check_number(values: list[int]) -> int:
    check = 0
    for value in values:
        check = (check + value) * _BASE % _PRIME
    return check
