"""Words in the person's language, through gettext. English is the source, so no catalogue is needed for it."""

from __future__ import annotations

import gettext as _gettext

from secondopinion_desktop.base.resources import resource

DOMAIN = "secondopinion"
_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_locale = "en_US"


def use_language(locale: str) -> None:
    """Speak `locale` (such as "de_DE") from now on; what is not translated stays English."""
    global _translations, _locale  # noqa: PLW0603 - one language at a time, set once at start
    _locale = locale
    _translations = _gettext.translation(DOMAIN, resource("locale"), [locale], fallback=True)


def current_locale() -> str:
    """Return the locale for dates, numbers and paper, such as "en_US"."""
    return _locale


def words_language() -> str:
    """Return the language that words come in, as documents name it: "en-US", or "en" where they are not translated."""
    is_theirs = _locale.startswith("en") or isinstance(_translations, _gettext.GNUTranslations)
    return _locale.replace("_", "-") if is_theirs else "en"


def _(text: str) -> str:
    """Return `text` in the person's language."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form that fits `count`, in the person's language."""
    return _translations.ngettext(one, many, count)


def N_(text: str) -> str:
    """Mark `text` for translation where it stands in a table; translate with `_` when it is shown."""
    return text
