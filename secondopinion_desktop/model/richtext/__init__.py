"""The note document: what a person wrote, with the few formats it may have, and nothing about how it looks."""

from __future__ import annotations

from secondopinion_desktop.model.richtext.blocks import LISTS, PLAIN, Block, DocumentError, Kind, Mark, Run
from secondopinion_desktop.model.richtext.characters import clean
from secondopinion_desktop.model.richtext.document import Document, visit_template

__all__ = ["LISTS", "PLAIN", "Block", "Document", "DocumentError", "Kind", "Mark", "Run", "clean", "visit_template"]
