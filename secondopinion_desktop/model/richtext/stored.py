"""The stored form of a note: JSON with the vocabulary of ProseMirror, which other programs read as well.

Reading is strict. A node, mark or attribute that is not listed here raises DocumentError, so that a note from a newer
program is never opened, shortened and saved again.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.richtext.blocks import LISTS, Block, DocumentError, Kind, Mark, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Node(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Mark(_Node):
    type: Literal["strong", "em", "highlight"]


class _Text(_Node):
    type: Literal["text"]
    text: str
    marks: list[_Mark] = []


class _HardBreak(_Node):
    type: Literal["hard_break"]
    marks: list[_Mark] = []


_Inline = Annotated[_Text | _HardBreak, Field(discriminator="type")]


class _Paragraph(_Node):
    type: Literal["paragraph"]
    content: list[_Inline] = []


class _Level(_Node):
    level: Literal[1, 2, 3]


class _Heading(_Node):
    type: Literal["heading"]
    attrs: _Level
    content: list[_Inline] = []


class _ListItem(_Node):
    type: Literal["list_item"]
    content: Annotated[list[_Paragraph], Field(min_length=1, max_length=1)]


class _Checked(_Node):
    checked: bool


class _TaskItem(_Node):
    type: Literal["task_item"]
    attrs: _Checked
    content: Annotated[list[_Paragraph], Field(min_length=1, max_length=1)]


class _List(_Node):
    type: Literal["bullet_list", "ordered_list"]
    content: Annotated[list[_ListItem], Field(min_length=1)]


class _TaskList(_Node):
    type: Literal["task_list"]
    content: Annotated[list[_TaskItem], Field(min_length=1)]


class _Doc(_Node):
    type: Literal["doc"]
    content: list[Annotated[_Paragraph | _Heading | _List | _TaskList, Field(discriminator="type")]]


_LIST_NODES = {Kind.BULLET: "bullet_list", Kind.NUMBER: "ordered_list", Kind.TICK: "task_list"}
_LIST_KINDS = {"bullet_list": Kind.BULLET, "ordered_list": Kind.NUMBER}


def _runs(content: Iterable[_Text | _HardBreak]) -> tuple[Run, ...]:
    return tuple(
        Run(node.text if isinstance(node, _Text) else "\n", frozenset(Mark(mark.type) for mark in node.marks))
        for node in content
    )


def _blocks(doc: _Doc) -> Iterator[Block]:
    for node in doc.content:
        if isinstance(node, _Paragraph):
            yield Block(Kind.PARAGRAPH, _runs(node.content))
        elif isinstance(node, _Heading):
            yield Block(Kind.HEADING, _runs(node.content), level=node.attrs.level)
        elif isinstance(node, _TaskList):
            for task in node.content:
                yield Block(Kind.TICK, _runs(task.content[0].content), checked=task.attrs.checked)
        else:
            for item in node.content:
                yield Block(_LIST_KINDS[node.type], _runs(item.content[0].content))


def blocks_from_json(text: str) -> tuple[Block, ...]:
    """Read a stored note. Raises DocumentError."""
    try:
        # The parser of pydantic refuses halves of surrogate pairs; ours lets them in, and the document replaces them.
        return tuple(_blocks(_Doc.model_validate(json.loads(text))))
    except (ValidationError, ValueError, RecursionError) as error:
        raise DocumentError(
            _("This note holds something this version of Second Opinion does not know."),
            _("It was left as it is. A newer version may open it."),
        ) from error


_ORDER = tuple(Mark)


def _inline(runs: Iterable[Run]) -> Iterator[dict[str, object]]:
    for text, marks in runs:
        noted = {"marks": [{"type": mark.value} for mark in _ORDER if mark in marks]} if marks else {}
        for index, line in enumerate(text.split("\n")):
            if index:
                yield {"type": "hard_break", **noted}
            if line:
                yield {"type": "text", "text": line, **noted}


def _paragraph(block: Block) -> dict[str, object]:
    content = list(_inline(block.runs))
    return {"type": "paragraph", "content": content} if content else {"type": "paragraph"}


def _single(block: Block) -> dict[str, object]:
    node = _paragraph(block)
    if block.kind is Kind.HEADING:
        return {**node, "type": "heading", "attrs": {"level": block.level}}
    return node


def _item(block: Block) -> dict[str, object]:
    if block.kind is Kind.TICK:
        return {"type": "task_item", "attrs": {"checked": block.checked}, "content": [_paragraph(block)]}
    return {"type": "list_item", "content": [_paragraph(block)]}


def json_from_blocks(blocks: Iterable[Block]) -> str:
    """Return the stored form; neighbouring items of one kind make one list."""
    content: list[dict[str, object]] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind in LISTS:
            content.append({"type": _LIST_NODES[kind], "content": [_item(block) for block in group]})
        else:
            content += [_single(block) for block in group]
    return json.dumps({"type": "doc", "content": content}, ensure_ascii=False, separators=(",", ":"))
