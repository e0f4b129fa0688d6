"""Cards of a step that follow the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.widgets import Card, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages


class FollowingCard(Card):
    """Calls `refresh()` after a change of one of the tables in `follows`: at once, or when it is seen again."""

    open_requested = Signal(str, str)
    follows: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, file: OpenFile, messages: Messages, title: str, *, bleed: int = 0) -> None:
        super().__init__(title, bleed=bleed)
        self.file, self.messages = file, messages
        CatchUp(self, file.feed, self.follows).due.connect(self.refresh)

    def refresh(self) -> None:
        """Read again what is shown."""


class FormCard(FollowingCard):
    """A card around one live form. `read()` gives the row, `save(**values)` keeps what is typed.

    `intro` stands above the fields; `place` is the kind by which other places ask for this card.
    """

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        specs: Sequence[FieldSpec],
        read: Callable[[], object],
        save: Callable[..., object],
        *,
        intro: str = "",
        place: str = "",
    ) -> None:
        super().__init__(file, messages, title)
        self._read, self._write, self._place = read, save, place
        self.form = RecordForm(specs, save=self._save, contacts=file.contacts)
        if intro:
            self.add(PlainLabel(intro, tone="muted"))
        self.add(self.form)
        self.form.load(read() or {})
        self.form.keep_draft(file.settings, f"form_draft:step:{specs[0].name}")

    def refresh(self) -> None:
        """Show what changed elsewhere; what is being typed stays."""
        self.form.refresh(self._read() or {})

    def flush(self) -> bool:
        """Save what is typed; return whether all of it could be."""
        return self.form.flush()

    def open_item(self, kind: str, _item: str) -> bool:
        """Put the keyboard into the first field where this is the place asked for."""
        if kind != self._place or self.isHidden():
            return False
        self.form.focus_first()
        return True

    def _save(self, **values: Any) -> None:
        self._write(origin=self, **values)
