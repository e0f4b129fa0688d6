"""What a person can do in a note, by button, menu or keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.richtext import Kind, Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Keys = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """One tool. `does` is the kind of block or the mark it gives; None for undo and redo."""

    key: str
    source: str
    icon: str
    keys: str | Keys
    does: Kind | Mark | None = None

    @property
    def words(self) -> str:
        """What it is called, in the person's language."""
        return _(self.source)

    @property
    def words_with_keys(self) -> str:
        """The name with the keys that do it, such as "Bold (Ctrl+B)"."""
        keys = QKeySequence(self.keys).toString(QKeySequence.SequenceFormat.NativeText)
        return _("{command} ({keys})").format(command=self.words, keys=keys) if keys else self.words


COMMANDS = (
    Command("heading", N_("Heading"), "heading", "Ctrl+Alt+1", Kind.HEADING),
    Command("bold", N_("Bold"), "bold", "Ctrl+B", Mark.STRONG),
    Command("italic", N_("Italic"), "italic", "Ctrl+I", Mark.EM),
    Command("bullets", N_("Bullets"), "bullets", "Ctrl+Shift+8", Kind.BULLET),
    Command("numbers", N_("Numbers"), "numbers", "Ctrl+Shift+7", Kind.NUMBER),
    Command("ticks", N_("Items to tick"), "ticks", "Ctrl+Shift+9", Kind.TICK),
    Command("highlight", N_("Highlight as important"), "highlight", "Ctrl+Shift+H", Mark.HIGHLIGHT),
    Command("undo", N_("Undo"), "undo", Keys.Undo),
    Command("redo", N_("Redo"), "redo", Keys.Redo),
)
BY_KEY = {command.key: command for command in COMMANDS}


def pressed(event: QKeyEvent) -> Command | None:
    """Return the format whose keys were pressed. Undo and redo are Qt's own in every text field.

    On keyboards that need Shift for other signs on the figures, the menu of the window finds the keys.
    """
    sequence = QKeySequence(event.keyCombination())
    return next((one for one in COMMANDS if one.does is not None and QKeySequence(one.keys) == sequence), None)
