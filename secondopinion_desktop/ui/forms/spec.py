"""What one field of a form is: a line in a table of `specs`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import EnumType
from typing import TYPE_CHECKING, Literal

from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.model.choices import Choice

Kind = Literal[
    "line", "text", "phone", "money", "date", "time", "number", "choice", "yes3", "several", "tick", "contact"
]
Options = tuple[tuple[str, str], ...]
"""Keys the file keeps, and the words shown for each, marked for translation."""


@dataclass(frozen=True)
class FieldSpec:
    """One field: `name` in the model, `label` above the editor (marked with `N_`), `kind` of editor.

    `choices` are a Choice, keys with marked words, or a function that gives keys with words. `explains` names a
    word of insurance, whose meaning stands under the editor. `more` fields are folded away until asked for, or
    filled. `past` says that a date is of something that has happened: it is read so, and one that lies ahead is
    remarked on. Two `half` fields in a row share it where there is room. `money` is words, since people write "$40
    or so". A `short` date is shown back without its weekday. An empty text is `lines` high. `group` is a heading
    (marked with `N_`) over this field and those after it. `after` names another field, and the answer to it that
    brings this one; with words in it, it is always there.
    """

    name: str
    label: str
    kind: Kind = "line"
    help: str = ""
    explains: str = ""
    choices: type[Choice] | Options | Callable[[], Options] = ()
    placeholder: str = ""
    needed: bool = False
    half: bool = False
    more: bool = False
    past: bool = False
    short: bool = False
    lines: int = 2
    group: str = ""
    after: tuple[str, str] | None = None

    @property
    def label_words(self) -> str:
        """The label in the person's language."""
        return _(self.label)

    @property
    def help_words(self) -> str:
        """The line under the editor in the person's language, or nothing."""
        if self.explains:
            return meaning_of(self.explains)
        return _(self.help) if self.help else ""

    @property
    def placeholder_words(self) -> str:
        """The example inside the empty editor in the person's language, or nothing."""
        return _(self.placeholder) if self.placeholder else ""

    @property
    def option_words(self) -> Options:
        """The keys and words to choose from, in the person's language."""
        if isinstance(self.choices, tuple):
            return tuple((key, _(words)) for key, words in self.choices)
        if isinstance(self.choices, EnumType):
            return tuple((str(member), member.words) for member in self.choices)
        return self.choices()


def meaning_of(word: str) -> str:
    """Return what the insurance word with this key means, in one line; "" for one the guidance does not know."""
    from secondopinion_desktop import guidance  # noqa: PLC0415 - the first window explains no words

    return next((known.meaning for known in guidance.insurance_words() if known.key == word), "")
