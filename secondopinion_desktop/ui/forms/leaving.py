"""What is kept when a form goes away before everything in it is clear: no word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.errors import FieldError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from secondopinion_desktop.ui.forms.fields import FormField

_NOTES: Final = ("note", "answer", "more_records")
"""The fields that take what no other can hold; where there is none, the last one for words."""


def kept_at_last(
    fields: Mapping[str, FormField], *, all_of_them: bool = False
) -> tuple[dict[str, Any], list[FormField]]:
    """Return the values to save, and the fields whose words are not clear.

    Those words go into the note of the form if it has one, each with its label: "Good until: 13/12/2026".
    """
    values: dict[str, Any] = {}
    unclear: list[FormField] = []
    for name, field in fields.items():
        if field.is_touched or all_of_them:
            try:
                values[name] = field.read_at_last()
            except UserError:
                unclear.append(field)
    note = note_of(fields)
    if note and unclear:
        values[note] = "\n".join((fields[note].read(), *_lines(unclear))).strip()
    return values, unclear if note else []


def note_of(fields: Mapping[str, FormField]) -> str:
    """Return the name of the field that takes what no other can hold, or an empty text."""
    named = [name for name in _NOTES if name in fields]
    words = [name for name, field in fields.items() if field.spec.kind == "text"]
    words = words or [name for name, field in fields.items() if field.spec.kind == "line"]
    return next(iter([*named, *reversed(words)]), "")


def keep_all(fields: Mapping[str, FormField], save: Callable[..., object]) -> None:
    """Save a gathered form that goes away unasked. Raises UserError if that cannot be done.

    A name that is needed and was never given gets words that stand for it; without any word there is nothing to keep.
    """
    values, _unclear = kept_at_last(fields, all_of_them=True)
    unnamed = [field for field in fields.values() if field.spec.needed and _is_unnamed(field)]
    if unnamed and not any(field.typed.strip() for field in fields.values() if field.is_touched):
        return
    values |= {field.spec.name: field.stand_in() for field in unnamed}
    while True:
        try:
            save(**values)
        except FieldError as error:
            if values.pop(error.field, None) is None:
                raise
        else:
            return


def _is_unnamed(field: FormField) -> bool:
    """Return whether a value was never given; one that was taken out stays in the file as it was."""
    return not field.was_given and (field.is_empty or (field.saves_while_typing and not field.typed.strip()))


def _lines(fields: Iterable[FormField]) -> list[str]:
    return [f"{field.spec.label_words}: {field.typed}" for field in fields]
