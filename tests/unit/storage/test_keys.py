"""Keys: a passphrase typed on any keyboard opens the file, and no slip on the recovery sheet goes unnoticed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.troubles import MistypedRecoveryCode
from secondopinion_desktop.storage.keys import (
    SECRET_BYTES,
    STANDARD,
    Passphrase,
    RecoveryCode,
    raw_key,
    read_recovery_code,
    recovery_code,
    secret_from,
)
from tests.helpers.casefiles import CHEAP

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SALT = bytes(range(16))
secrets = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)


@given(secrets)
def test_the_sheet_says_the_secret(secret: bytes) -> None:
    assert read_recovery_code(recovery_code(secret)) == secret


@given(secrets)
def test_the_sheet_has_nine_groups_of_four(secret: bytes) -> None:
    groups = recovery_code(secret).split("-")
    assert len(groups) == 9
    assert all(len(group) == 4 and set(group) <= set(ALPHABET) for group in groups)


@given(secrets, st.randoms(use_true_random=False))
def test_case_blanks_and_lookalikes_do_not_matter(secret: bytes, chance: random.Random) -> None:
    lookalikes = {"0": "0oO", "1": "1iIlL"}
    typed = "".join(chance.choice(lookalikes.get(letter, letter + letter.lower())) for letter in recovery_code(secret))
    assert read_recovery_code("  " + typed.replace("-", chance.choice(["", " ", " - ", "\t", "."])) + "\n") == secret


def test_20_000_slips_are_noticed() -> None:
    chance = random.Random(20_000)
    for _round in range(20_000):
        code = recovery_code(chance.randbytes(SECRET_BYTES)).replace("-", "")
        slipped = chance.choice([one_wrong, two_wrong, swapped, dropped, doubled])(code, chance)
        if slipped != code:
            with pytest.raises(MistypedRecoveryCode):
                read_recovery_code(slipped)


def test_every_wrong_letter_and_every_swap_is_noticed() -> None:
    code = recovery_code(random.Random(1).randbytes(SECRET_BYTES)).replace("-", "")
    slips = {code[:place] + letter + code[place + 1 :] for place in range(36) for letter in ALPHABET}
    for first in range(36):
        for second in range(first + 1, 36):
            letters = list(code)
            letters[first], letters[second] = letters[second], letters[first]
            slips.add("".join(letters))
    for slip in slips - {code}:
        with pytest.raises(MistypedRecoveryCode):
            read_recovery_code(slip)


@pytest.mark.parametrize("text", ["", "   ", "hello", "U" * 36, "0" * 35, "0" * 37, "Я" * 36, "\ud800", "0" * 100_000])
def test_anything_else_is_answered_calmly(text: str) -> None:
    with pytest.raises(MistypedRecoveryCode):
        read_recovery_code(text)


def one_wrong(code: str, chance: random.Random) -> str:
    place = chance.randrange(36)
    return code[:place] + chance.choice(ALPHABET) + code[place + 1 :]


def two_wrong(code: str, chance: random.Random) -> str:
    return one_wrong(one_wrong(code, chance), chance)


def swapped(code: str, chance: random.Random) -> str:
    place = chance.randrange(35)
    return code[:place] + code[place + 1] + code[place] + code[place + 2 :]


def dropped(code: str, chance: random.Random) -> str:
    place = chance.randrange(36)
    return code[:place] + code[place + 1 :]


def doubled(code: str, chance: random.Random) -> str:
    place = chance.randrange(36)
    return code[: place + 1] + code[place:]


def test_an_accent_opens_the_file_however_it_was_typed() -> None:
    composed, decomposed = "Zo\u00eb caf\u00e9", "Zoe\u0308 cafe\u0301"
    assert secret_from(Passphrase(composed), SALT, CHEAP) == secret_from(Passphrase(decomposed), SALT, CHEAP)


def test_another_passphrase_or_another_file_gives_another_key() -> None:
    def key(passphrase: str, salt: bytes) -> str:
        return raw_key(secret_from(Passphrase(passphrase), salt, CHEAP), salt)

    assert (
        len({key("blue door", SALT), key("Blue door", SALT), key("blue door ", SALT), key("blue door", SALT[::-1])})
        == 4
    )


def test_passphrase_and_sheet_open_the_same_file() -> None:
    secret = secret_from(Passphrase("blue door"), SALT, CHEAP)
    assert secret_from(RecoveryCode(recovery_code(secret)), SALT, CHEAP) == secret


def test_an_empty_passphrase_is_asked_for_again() -> None:
    with pytest.raises(FieldError) as found:
        secret_from(Passphrase(""), SALT, CHEAP)
    assert found.value.field == "passphrase"


def test_half_characters_from_a_clipboard_make_a_key_all_the_same() -> None:
    assert len(secret_from(Passphrase("\ud800"), SALT, CHEAP)) == SECRET_BYTES


def test_the_key_of_a_released_file_never_changes() -> None:
    secret = secret_from(Passphrase("correct horse"), SALT, STANDARD)
    assert recovery_code(secret) == "VNVH-GB74-V54P-14FN-WKR2-6T7V-600A-QDD9-ZZ1P"
    assert raw_key(secret, SALT) == (
        "fd4d15a807bcb4a6402518ca026b462dfbb67fc7a937ef62e60409de1a527171000102030405060708090a0b0c0d0e0f"
    )


def test_a_passphrase_does_not_show_in_a_traceback() -> None:
    assert "blue" not in repr(Passphrase("blue door"))
    assert "CTTG" not in repr(RecoveryCode("CTTG-2VW2"))
