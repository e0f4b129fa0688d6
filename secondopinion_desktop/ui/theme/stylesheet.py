"""Fills the stylesheet template.

`@token` is a colour, `@pt(role)` a text size, `@px(n)` a length that grows with text, `@half(n)` the radius of a round
thing n wide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from secondopinion_desktop.base.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from secondopinion_desktop.ui.theme.tokens import Tokens

_PLACE = re.compile(r"@(?:(pt|px|half)\(([\w.-]+)\)|(\w+))")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def _template() -> str:
    return _COMMENT.sub("", resource("style", "app.qss").read_text(encoding="utf-8"))


def fill(tokens: Tokens, pt: Callable[[str], float], px: Callable[[float], int]) -> str:
    """Return the stylesheet. Raises AttributeError or KeyError for a name the template should not use."""

    def value(match: re.Match[str]) -> str:
        unit, argument, name = match.groups()
        if unit == "pt":
            return f"{pt(argument):.2f}pt"
        if unit == "half":  # of a round thing with a border of 2: one more and it would be drawn square
            return f"{(px(float(argument)) + 4) // 2}px"
        if unit == "px":
            return f"{px(float(argument))}px"
        return tokens.color(name)

    return _PLACE.sub(value, _template())
