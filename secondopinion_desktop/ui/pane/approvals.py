"""Referral and prior authorization: the word for where each stands, and the facts."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.forms import specs
from secondopinion_desktop.ui.forms.spec import meaning_of
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.pane.ends import Ends
from secondopinion_desktop.ui.pane.facts import authorization_words, chip_of, referral_words
from secondopinion_desktop.ui.pane.parts import FoldedText, PaneCard
from secondopinion_desktop.ui.widgets import Box, Chip, Column, IconButton, Line, PlainLabel, Row, order_as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from secondopinion_desktop.model.row import Row as StoredRow
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms import FieldSpec
    from secondopinion_desktop.ui.widgets.surfaces import ChipTone

    NameOf = Callable[[str | None], str]


class ApprovalBlock(QWidget):
    """One of the two, or something else that is asked for and answered.

    `word` names it in the guidance, for what it means. `chip` words where it stands, `start` fills an empty form.
    Where it is `wide`, the pencil has room beside the chip.
    """

    def __init__(
        self,
        file: OpenFile,
        title: str,
        word: str,
        table: Sequence[FieldSpec],
        read: Callable[[], StoredRow | None],
        save: Callable[..., None],
        sentences: Callable[[Any, NameOf], str],
        *,
        chip: Callable[[Any], tuple[str, ChipTone]] = chip_of,
        start: Mapping[str, str] = MappingProxyType({"status": "not_asked"}),
        wide: bool = False,
    ) -> None:
        super().__init__()
        self._chip_of, self._start = chip, dict(start)
        self._file, self._title, self._word, self._table = file, title, word, table
        self._read, self._write, self._sentences = read, save, sentences
        self._column = Column(self, gap=4)
        self.view = QWidget()
        column = Column(self.view, gap=2)
        self.chip = Chip("")
        head, row = Row(gap=8), Row(gap=4)
        head.addLayout(Ends(PlainLabel(title, "strong"), self.chip), 1)
        column.addLayout(head)
        self.facts = FoldedText()
        self.facts.make_small()
        row.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        self.edit_button = IconButton("pencil", _("Change {name}").format(name=title), size=17)
        self.edit_button.clicked.connect(self.edit)
        (head if wide else row).addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._column.addWidget(self.view)
        self.editor: InPlace | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        found = self._read()
        words, tone = self._chip_of(found)
        self.chip.show_state(words, tone)
        self.chip.setAccessibleName(f"{self._title}: {words}")
        self.facts.show_words(self._sentences(found, self._file.contacts.name_of) or meaning_of(self._word))
        if self.editor is not None:
            self.editor.form.refresh(found or {})

    @property
    def is_written(self) -> bool:
        """Whether there is anything about it."""
        return self._read() is not None

    def edit(self) -> None:
        """Show the form."""
        if self.editor is None:
            self.editor = InPlace(
                self._title, self._table, self._save, self._file.contacts, explanation=meaning_of(self._word)
            )
            self.editor.closed.connect(self._close)
            self.view.hide()
            self._column.addWidget(self.editor)
            self.editor.show()
            order_as_laid_out(self)
            self.editor.load(self._read() or self._start)
        else:
            self.editor.form.focus_first()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.flush()

    def _save(self, **values: Any) -> None:
        self._write(origin=self, **values)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self.view.show()
        self.refresh()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)


class ApprovalsCard(PaneCard):
    """Both, with a line between them."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        insurance = file.insurance
        self.referral = ApprovalBlock(
            file, _("Referral"), "referral", specs.REFERRAL, insurance.referral, insurance.save_referral, referral_words
        )
        self.authorization = ApprovalBlock(
            file,
            _("Prior authorization"),
            "prior_authorization",
            specs.AUTHORIZATION,
            insurance.authorization,
            insurance.save_authorization,
            authorization_words,
        )
        self.body.addWidget(self.referral)
        self._line = Box()
        Column(self._line, margins=(0, 4, 0, 6)).addWidget(Line())
        self.body.addWidget(self._line)
        self.body.addWidget(self.authorization)

    def show_for(self, *, by_a_plan: bool) -> None:
        """Leave out what only a plan is asked for, unless something is written there."""
        asked = by_a_plan or self.authorization.is_written or self.authorization.editor is not None
        for widget in (self._line, self.authorization):
            widget.setVisible(asked)

    def refresh(self) -> None:
        """Read both again."""
        self.referral.refresh()
        self.authorization.refresh()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.referral.flush() & self.authorization.flush()
