"""A card of which a heading and one line show until it is opened, so that a page of many is still calm to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.catchup import CatchUp
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.navigation import flush
from secondopinion_desktop.ui.widgets import (
    Box,
    Card,
    Column,
    IconLabel,
    PlainLabel,
    Row,
    RowButton,
    order_as_laid_out,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.widgets.layouts import Margins

_INSET = 6
SNUG = (12, 6, 12, 8)
"""The padding of a folded card: many stand below each other."""


class FoldHead(RowButton):
    """The heading: press it to open or close the card."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._line, self._is_open = title, "", False
        row = Row(self, gap=8, margins=(_INSET, 4, _INSET, 4))
        self._arrow = IconLabel("chevron-right", "muted", 18)
        beside = Column(gap=0, margins=(0, 4, 0, 0))  # the arrow stands at the height of the first line
        beside.addWidget(self._arrow)
        beside.addStretch(1)
        row.addLayout(beside)
        words = Column(gap=0)
        words.addWidget(PlainLabel(title, "card-title"))
        self.line = PlainLabel("", "small", "muted")
        self.line.hide()
        words.addWidget(self.line)
        row.addLayout(words, 1)
        self._say()

    def show_state(self, line: str, *, is_open: bool) -> None:
        """Show another line, and whether the card is open."""
        if (line, is_open) == (self._line, self._is_open):
            return
        self._line, self._is_open = line, is_open
        self._arrow.set_icon("chevron-down" if is_open else "chevron-right")
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self._say()

    def _say(self) -> None:
        title = self._title if self._title.endswith("?") else f"{self._title}."
        self.setAccessibleName(f"{title} {self._line}" if self._line else self._title)
        self.setAccessibleDescription(_("Open. Press to fold it away.") if self._is_open else _("Press to open it."))


class FoldCard(Card):
    """Subclasses say what it is about in `line`, fill it once in `fill`, and read anew in `read`.

    `kinds` are the tables whose changes it hears of. `open_requested` carries kind and id of what is to be shown.
    """

    open_requested = Signal(str, str)
    kinds: ClassVar[tuple[str, ...]] = ()
    margins: ClassVar[Margins] = (_INSET, 2, _INSET, 6)
    hint: ClassVar[str] = ""
    """What stands under the heading while `line` has nothing to say: what the card is for. Marked with N_."""

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        kinds: tuple[str, ...] = (),
        *,
        hides_itself: bool = False,
    ) -> None:
        super().__init__(bleed=_INSET)
        self.body.set_margins(SNUG)
        self.file, self.messages = file, messages
        self._is_made = False
        self.forms: list[RecordForm] = []
        self.head = FoldHead(title)
        self.head.clicked.connect(self.turn)
        self.add(self.head)
        self.setAccessibleName(title)
        self.inside = Box()
        self.column = Column(self.inside, gap=10, margins=self.margins)
        self.inside.hide()
        self.add(self.inside)
        CatchUp(self, file.feed, kinds or self.kinds, hides_itself=hides_itself).due.connect(self.read)
        self.read()

    # For subclasses

    def line(self) -> str:
        """Return the line under the heading: what is there already, in short."""
        return ""

    def fill(self) -> None:
        """Put into `column` what the card holds."""

    def read(self) -> None:
        """Read everything anew; what is being typed stays. Subclasses go on from here once `is_made`."""
        self.head.show_state(self._under_heading(), is_open=self.is_open)

    def add_form(self, specs: Sequence[FieldSpec], save: Callable[..., object]) -> RecordForm:
        """Add a form that saves itself, and is flushed with the card."""
        form = RecordForm(specs, save=save, contacts=self.file.contacts)
        self.forms.append(form)
        self.column.addWidget(form)
        return form

    # What anyone can ask

    @property
    def is_made(self) -> bool:
        """Whether it was opened once."""
        return self._is_made

    @property
    def is_open(self) -> bool:
        """Whether what it holds shows."""
        return not self.inside.isHidden()

    def turn(self) -> None:
        """Open it, or fold it away. What is typed is saved first; words that cannot be saved keep it open."""
        if self.is_open:
            if not self.flush():
                return
            self.inside.hide()
            self.head.show_state(self._under_heading(), is_open=False)
        else:
            self.open_it()

    def open_it(self) -> None:
        """Show what it holds."""
        if not self._is_made:
            self._is_made = True
            self.fill()
        self.read()
        self.inside.show()
        self.head.show_state(self._under_heading(), is_open=True)
        order_as_laid_out(self)

    def go_to(self) -> bool:
        """Open it and put the keyboard on its heading, or into its first form."""
        self.open_it()
        if self.forms:
            self.forms[0].focus_first()
        else:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        saved = [form.flush() for form in self.forms]
        return all(saved)

    def _under_heading(self) -> str:
        return self.line() or (_(self.hint) if self.hint else "")


class LateCard(FoldCard):
    """Holds one `part`, made when the card is first opened. `says` is its line, read again when one of `kinds` changes.

    Subclasses say in `make` what the part is, and in `holds` what other places may ask for in it.
    """

    def __init__(
        self,
        file: OpenFile,
        messages: Messages,
        title: str,
        says: Callable[[OpenFile], str],
        kinds: tuple[str, ...],
        *,
        hides_itself: bool = False,
    ) -> None:
        self._says = says
        self.part: QWidget | None = None
        super().__init__(file, messages, title, kinds, hides_itself=hides_itself)

    def line(self) -> str:
        """Return what is in it, in short."""
        return self._says(self.file)

    def make(self) -> QWidget:
        """Return the part; it has `open_requested`."""
        raise NotImplementedError

    def fill(self) -> None:
        """Make the part, and put it in."""
        part = self.part = self.make()
        part.open_requested.connect(self.open_requested)  # type: ignore[attr-defined]
        self.column.addWidget(part)

    def holds(self, kind: str, item: str) -> bool:
        """Return whether this is where such a thing is shown."""
        raise NotImplementedError

    def open_item(self, kind: str, item: str) -> bool:
        """Open it and put the keyboard on one thing; return whether it is here."""
        if not self.holds(kind, item):
            return False
        self.open_it()
        find = getattr(self.part, "open_item", None)
        if find is None or not find(kind, item):
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> bool:
        """Save what is typed in it; return whether nothing is left."""
        return flush(self.part)
