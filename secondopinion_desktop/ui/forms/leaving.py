"""What is kept when a form goes away before everything in it is clear: no word is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop.base.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secondopinion_desktop.ui.forms.fields import FormField

_NOTES: Final = ("note", "answer")  # the field that takes what no other can hold


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
    note = next((name for name in _NOTES if name in fields), "")
    if note and unclear:
        values[note] = "\n".join((fields[note].read(), *_lines(unclear))).strip()
    return values, unclear if note else []


def _lines(fields: Iterable[FormField]) -> list[str]:
    return [f"{field.spec.label_words}: {field.typed}" for field in fields]
