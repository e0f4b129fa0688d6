"""What a choice is: treatment and place apart from each other, what it may bring, and a form for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.forms import specs_weighing as specs
from secondopinion_desktop.ui.forms.fields import LineField
from secondopinion_desktop.ui.forms.suggestions import ContactSuggestions
from secondopinion_desktop.ui.pane.editing import InPlace
from secondopinion_desktop.ui.widgets import Column, PlainLabel, quiet_button

if TYPE_CHECKING:
    from secondopinion_desktop.model.decision import Option
    from secondopinion_desktop.services.file import OpenFile

# The first two always show, so that each choice has the same rows (S3); the others once they are filled.
_ALWAYS: Final = (("treatment", N_("Treatment")), ("place", N_("Place")))
_FACTS: Final = (
    ("raised_by", N_("Raised by")),
    ("goal", N_("Goal")),
    ("benefits", N_("What may be good")),
    ("risks", N_("What may be hard")),
    ("alternatives", N_("Other ways")),
    ("if_nothing", N_("If I wait")),
    ("time", N_("Time")),
    ("travel", N_("Travel")),
    ("cost", N_("Cost")),
    ("offered_there", N_("Offered at")),
)


class OptionFacts(QWidget):
    """Facts, and the form in their place. `wanted` asks for the choice to be put into the file first."""

    wanted = Signal()
    resized = Signal()

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        self._file = file
        self._option: Option | None = None
        self._column = Column(self, gap=2)
        self.words = PlainLabel("", "small")
        self.button = quiet_button(_("Details of this choice"), "pencil", self.edit)
        self._column.addWidget(self.words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.editor: InPlace | None = None

    def show_option(self, option: Option | None, name: str) -> None:
        """Show another state; what is being typed stays. None is a choice that is not in the file yet."""
        self._option = option
        self.words.setText("\n".join(_lines(option)))
        self.button.setAccessibleDescription(name)
        if self.editor is not None and option is not None:
            self.editor.form.refresh(option)

    def edit(self) -> None:
        """Show the form; a choice that is not in the file yet is put there first."""
        if self._option is None:
            self.wanted.emit()
        if self._option is None or self.editor is not None:
            return
        self.editor = InPlace(self._option.name, specs.OPTION, self._save, self._file.contacts)
        self.editor.closed.connect(self._close)
        raised = self.editor.form.fields["raised_by"]
        assert isinstance(raised, LineField)
        ContactSuggestions(raised.editor, self._file.contacts)
        self.words.hide()
        self.button.hide()
        self._column.addWidget(self.editor)
        self.editor.show()
        self.resized.emit()
        self.editor.load(self._option)

    @property
    def must_stay(self) -> bool:
        """Whether something in its form is not saved, not clear, or is to be read."""
        return self.editor is not None and self.editor.form.must_stay

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left that could not be saved."""
        return self.editor is None or self.editor.flush()

    def _save(self, **values: Any) -> None:
        assert self._option is not None
        self._file.opinions.options.change(self._option.id, origin=self, **values)

    def _close(self) -> None:
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
            self.words.show()
            self.button.show()
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.resized.emit()


def _lines(option: Option | None) -> list[str]:
    unknown = _("not known yet")
    pairs = [(_(label), getattr(option, name, "") or unknown) for name, label in _ALWAYS]
    pairs += [(_(label), getattr(option, name, "")) for name, label in _FACTS]
    lines = [_("{fact}: {answer}").format(fact=label, answer=words) for label, words in pairs if words]
    if option is not None and option.is_trial:
        lines.append(_("{fact}: {answer}").format(fact=_("A trial"), answer=option.is_trial.words.lower()))
    return [*([_("New to me")] if option is not None and option.new_to_me else []), *lines]
