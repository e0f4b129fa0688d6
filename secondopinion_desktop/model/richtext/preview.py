"""What a stored note says, for lists and rules. Read without the checks of `stored`, whose import takes 0.15 s."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = ("bullet_list", "ordered_list", "task_list")
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError, RecursionError)  # no note, or of a newer program


def first_line(stored: str) -> str:
    """Return the first line with words of a stored note, a heading only if nothing else is written yet.

    Nothing is returned for a note this program cannot read.
    """
    headings: list[str] = []
    try:
        for kind, text in _lines(json.loads(stored)) if stored else ():
            if kind != "heading" and text:
                return text
            headings.append(text)
    except _UNREADABLE:
        return ""
    return next((text for text in headings if text), "")


def is_written(stored: str) -> bool:
    """Return whether a note says more than the headings it began with. One we cannot read was written by somebody."""
    try:
        return any(text and kind != "heading" for kind, text in _lines(json.loads(stored))) if stored else False
    except _UNREADABLE:
        return True


def _lines(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each line."""
    for node in document["content"]:
        kind = node["type"]
        if kind in _LISTS:
            yield from ((kind, _text(item["content"][0])) for item in node["content"])
        elif kind in {"paragraph", "heading"}:
            yield kind, _text(node)
        else:
            message = f"no node of a note: {kind}"
            raise ValueError(message)


def _text(node: dict[str, Any]) -> str:
    return "".join("\n" if part["type"] == "hard_break" else part["text"] for part in node.get("content", ())).strip()
