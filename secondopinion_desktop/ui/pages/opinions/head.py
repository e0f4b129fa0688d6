"""The head of a column: whose opinion it is, and the form to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.model.dates import PartialDate
from secondopinion_desktop.ui.forms import specs
from secondopinion_desktop.ui.forms.fields import LineField
from secondopinion_desktop.ui.forms.suggestions import ContactSuggestions, contact_called
from secondopinion_desktop.ui.pages.opinions.reading import (
    about_words,
    day_words,
    doctor_words,
    facts_words,
    hand,
    one_line,
    ordinal,
)
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.widgets import Button, Column, ComboBox, Grid, IconButton, PlainLabel, restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondopinion_desktop.model.appointment import Appointment
    from secondopinion_desktop.model.opinion import Opinion
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.pages.opinions.reading import Hand
    from secondopinion_desktop.ui.widgets.labels import Tone

_TONES: Final[dict[Hand, Tone]] = {"first": "first", "second": "second", "another": "muted"}


class _Ground(QFrame):
    """The soft ground of an opinion."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_hand(self, of: Hand) -> None:
        """Show whose it is by the colour too."""
        if self.property("kind") != of:
            self.setProperty("kind", of)
            restyle(self)


class OpinionHead(_Ground):
    """One opinion. With more than two, `chosen` carries the id of the one to show in this column instead.

    `resized` is emitted when its form opens or closes, `released` when nothing is left in it to be saved or read.
    """

    chosen = Signal(str)
    remove_requested = Signal(str)
    resized = Signal()
    released = Signal()

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        self._file = file
        self.opinion_id = ""
        self.column = Column(self, gap=2, margins=(14, 10, 8, 12))
        self._view = QWidget()
        view = Grid(self._view, gap=2)
        view.setColumnStretch(0, 1)
        self.label = PlainLabel("", "small-strong")
        self.picker = ComboBox()
        self.picker.setProperty("kind", "bare")
        self.picker.setAccessibleName(_("Opinion in this column"))
        self.picker.activated.connect(self._choose)
        self.edit_button = IconButton("pencil", "", ink="muted", size=17)
        self.edit_button.clicked.connect(self.edit)
        self.doctor = PlainLabel("", "card-title")
        self.about = PlainLabel("", "small", "muted")
        self.facts = PlainLabel("", "small", "muted")
        view.addWidget(self.label, 0, 0)
        view.addWidget(self.picker, 0, 0, Qt.AlignmentFlag.AlignLeft)
        view.addWidget(self.doctor, 1, 0)
        view.addWidget(self.edit_button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        view.addWidget(self.about, 2, 0, 1, 2)
        view.addWidget(self.facts, 3, 0, 1, 2)
        self.name_button = Button(_("Say who it was"), "secondary", "pencil")
        self.name_button.clicked.connect(self.edit)
        view.addWidget(self.name_button, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        view.setRowStretch(5, 1)
        self.column.addWidget(self._view)
        self.editor: InPlace | None = None

    def show_opinion(self, opinion: Opinion, opinions: Sequence[Opinion], names: dict[str, str]) -> None:
        """Show one of `opinions`; what is being typed into the form stays."""
        if opinion.id != self.opinion_id:
            self.put_away()
        self.opinion_id = opinion.id
        mine = hand(opinion.number)
        self.show_hand(mine)
        self.label.setText(ordinal(opinion.number))
        self.label.set_tone(_TONES[mine])
        self._fill_picker(opinions)
        doctor = doctor_words(opinion, names)
        self.doctor.setText(doctor or _("Doctor not named yet"))
        self.name_button.setVisible(not doctor)
        self.name_button.setAccessibleDescription(ordinal(opinion.number))
        self.about.setText(about_words(opinion))
        self.about.setVisible(bool(self.about.text()))
        self.facts.setText(facts_words(opinion))
        self.facts.setVisible(bool(self.facts.text()))
        self.edit_button.set_name(_("Change who, where and when: {opinion}").format(opinion=ordinal(opinion.number)))
        self.setAccessibleName(", ".join(part for part in (ordinal(opinion.number), doctor, self.about.text()) if part))
        if self.editor is not None:
            self.editor.form.refresh(self._values(opinion))

    def _fill_picker(self, opinions: Sequence[Opinion]) -> None:
        several = len(opinions) > 2  # noqa: PLR2004 - more than two columns
        self.picker.setVisible(several)
        self.label.setVisible(not several)
        offered = [(opinion.id, ordinal(opinion.number)) for opinion in opinions]
        if offered != [(self.picker.itemData(n), self.picker.itemText(n)) for n in range(self.picker.count())]:
            self.picker.clear()
            for key, words in offered:
                self.picker.addItem(words, key)
        self.picker.show_key(self.opinion_id)

    def edit(self) -> None:
        """Show the form."""
        if self.editor is None:
            opinion = self._file.opinions.rows.get(self.opinion_id)
            self.editor = InPlace(
                ordinal(opinion.number), specs.OPINION, self._save, self._file.contacts, remove=_("Remove this opinion")
            )
            self.editor.closed.connect(self._done)
            self.editor.removed.connect(self._ask_to_remove)
            self.editor.form.saved.connect(self.released)
            doctor = self.editor.form.fields["doctor"]
            assert isinstance(doctor, LineField)
            ContactSuggestions(doctor.editor, self._file.contacts)
            self._view.hide()
            self.column.addWidget(self.editor)
            self.editor.show()
            self.resized.emit()
            self.editor.load(self._values(opinion), draft=opinion.id)
        else:
            self.editor.form.focus_first()

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.form.flush()

    @property
    def must_stay(self) -> bool:
        """Whether something in its form is not saved, not clear, or is to be read."""
        return self.editor is not None and self.editor.form.must_stay

    def show_gone(self, *, gone: bool) -> None:
        """Take away the way to remove what is not shown any longer."""
        if self.editor is not None:
            self.editor.can_be_removed(possible=not gone)

    def put_away(self) -> None:
        """Close the form as it is, saved as far as it can be: words that are not clear go into its note."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            self._view.show()
            editor.hide()
            editor.deleteLater()
            self.resized.emit()

    def _values(self, opinion: Opinion) -> dict[str, Any]:
        values = {spec.name: getattr(opinion, spec.name) for spec in specs.OPINION}
        return values | {"doctor": opinion.doctor or self._file.contacts.name_of(opinion.contact_id)}

    def _save(self, **values: Any) -> None:
        if "doctor" in values:
            values["contact_id"] = contact_called(self._file.contacts, values["doctor"])
        self._file.opinions.rows.change(self.opinion_id, origin=self, **values)

    def _choose(self) -> None:
        self.chosen.emit(self.picker.key())

    def _ask_to_remove(self) -> None:
        self.remove_requested.emit(self.opinion_id)

    def _done(self) -> None:
        self.put_away()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.released.emit()


class NextOpinionHead(_Ground):
    """Stands for the opinion that is missing. `wanted` is emitted when it can be written down."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = Column(self, gap=4, margins=(14, 10, 14, 12))
        self.label = PlainLabel("", "small-strong")
        column.addWidget(self.label)
        self.doctor = PlainLabel("", "card-title")
        self.about = PlainLabel("", "small", "muted")
        self.prompt = PlainLabel()
        self.button = Button(_("Fill it in now"), "secondary", "pencil")
        self.button.clicked.connect(self.wanted)
        for widget in (self.doctor, self.about, self.prompt):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_next(self, number: int, visit: Appointment | None, doctor: str) -> None:
        """Say which opinion it is, and when it will be filled in."""
        mine = hand(number)
        self.show_hand(mine)
        self.label.setText(ordinal(number))
        self.label.set_tone(_TONES[mine])
        day = PartialDate.from_optional_text(visit.day) if visit else None
        self.doctor.setText(doctor)
        self.doctor.setVisible(bool(doctor))
        self.about.setText(one_line(visit.place) if visit else "")
        self.about.setVisible(bool(self.about.text()))
        words = _("Fill this in after the visit on {day}.").format(day=day_words(day)) if day else ""
        self.prompt.setText(words or _("Fill this in after the visit."))
