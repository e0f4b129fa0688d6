"""What I learned, the words I learned, and people to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _, ngettext
from secondopinion_desktop.model.choices import NoteKind
from secondopinion_desktop.services.timing import about_helplines
from secondopinion_desktop.ui.editlist import EditList, Listing, Told
from secondopinion_desktop.ui.foldcard import FoldCard
from secondopinion_desktop.ui.forms import specs_weighing as specs
from secondopinion_desktop.ui.helplines import HelplineRow
from secondopinion_desktop.ui.pages.step.side import LinkRow
from secondopinion_desktop.ui.widgets import Column, Line, PlainLabel, order_as_laid_out, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.model.note import Note, Term
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.messages import Messages

from secondopinion_desktop.ui.pages.step.related import Link


class LearnedCard(FoldCard):
    """Notes about what one learned open on the notes page; words have their list here."""

    kinds = ("note", "term")
    hint = N_("Notes about what you read or heard, and what words mean.")

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        self.links: list[LinkRow] = []
        super().__init__(file, messages, _("What I learned"))

    def line(self) -> str:
        """Return how much there is."""
        notes, terms = len(self._notes()), len(self.file.terms.all())
        parts = [
            ngettext("{count} note", "{count} notes", notes).format(count=notes) if notes else "",
            ngettext("{count} word", "{count} words", terms).format(count=terms) if terms else "",
        ]
        return ", ".join(part for part in parts if part)

    def fill(self) -> None:
        """Make the list of notes and the list of words."""
        self.column.addWidget(PlainLabel(_("Notes"), "small-strong"))
        self._list = Column(gap=0)
        self.column.addLayout(self._list)
        self.add_note = quiet_button(_("Write what I learned"), "plus", self._write)
        self.column.addWidget(self.add_note, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Line())
        self.column.addWidget(PlainLabel(_("Words"), "small-strong"))
        self.words = EditList(
            Listing(
                rows=self.file.terms,
                specs=specs.TERM,
                tell=_tell_term,
                defaults=_unnamed,
                form_title=_("Word"),
                add=_("Add a word"),
                remove=_("Remove this word"),
                removed=_("Word removed"),
            ),
            self.messages,
            self.file.contacts,
        )
        self.words.changed_shape.connect(self._order)
        self.column.addWidget(self.words)

    def read(self) -> None:
        """Show notes and words of now."""
        super().read()
        if not self.is_made:
            return
        notes = self._notes()
        while len(self.links) > len(notes):
            row = self.links.pop()
            row.hide()
            row.deleteLater()
        while len(self.links) < len(notes):
            row = LinkRow(flush=True)
            row.chosen.connect(self.open_requested)
            self.links.append(row)
            self._list.addWidget(row)
            row.show()
        for row, note in zip(self.links, notes, strict=True):
            name = note.title or _("Note without a title")
            words = _("{note}, from {source}").format(note=name, source=note.source) if note.source else name
            row.show_link(Link(words, "note", ("note", note.id)))
        self.words.show_rows(self.file.terms.all())
        self._order()

    def reveal(self, term_id: str) -> bool:
        """Put the keyboard on a word; return whether there is one."""
        self.open_it()
        return self.words.reveal(term_id)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return not self.is_made or self.words.flush()

    def _notes(self) -> list[Note]:
        return self.file.notes.all(kind=NoteKind.LEARNED)

    def _write(self) -> None:
        note = self.file.notes.write_new(title=_("What I learned"), kind=NoteKind.LEARNED)
        self.open_requested.emit("note", note.id)

    def _order(self) -> None:
        order_as_laid_out(self)


class HelplinesCard(FoldCard):
    """Numbers to call, each with who published it."""

    def __init__(self, file: OpenFile, messages: Messages) -> None:
        super().__init__(file, messages, _("Helplines"))

    def line(self) -> str:
        """Say what they are for."""
        return _("Someone to ask, outside your care team.")

    def fill(self) -> None:
        """Make one row for each."""
        for line in guidance.helplines():
            self.column.addWidget(HelplineRow(line, self.messages))
        words = _("{about} They do not replace your care team.").format(about=about_helplines())
        self.column.addWidget(PlainLabel(words, "small", "muted"))


def _tell_term(term: Term) -> Told:
    about = [term.meaning, _("From {source}").format(source=term.source) if term.source else ""]
    return Told(term.word, "\n".join(part for part in about if part))


def _unnamed() -> dict[str, Any]:
    return {"word": _("Word to fill in")}
