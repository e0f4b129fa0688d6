"""The language a document says it is in is that of its words, so that a voice reads them well."""

from __future__ import annotations

import pytest

from secondopinion_desktop.base import i18n


@pytest.mark.parametrize(("locale", "language"), [("en_US", "en-US"), ("en_GB", "en-GB"), ("de_DE", "en")])
def test_words_that_are_not_translated_are_read_by_an_english_voice(locale: str, language: str) -> None:
    before = i18n.current_locale()
    try:
        i18n.use_language(locale)
        assert i18n.words_language() == language
    finally:
        i18n.use_language(before)
