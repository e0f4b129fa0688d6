"""Why a step is not needed, for whoever likes to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.model.choices import StepStatus
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.fields import TextField
from secondopinion_desktop.ui.forms.spec import FieldSpec
from secondopinion_desktop.ui.pages.step.checklist import INSET
from secondopinion_desktop.ui.widgets import Box, Column

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.services.steps import StepView

_REASON: Final = (FieldSpec("reason", N_("Why it is not needed (if you like)"), "text", lines=1),)


class WhyNot(Box):
    """The field for the reason, made when the first step that is not needed is shown, and seen only for such a step.

    A reason that was written stays in sight when the step is needed again.
    """

    def __init__(self, file: OpenFile) -> None:
        super().__init__()
        self._file, self._key = file, ""
        self._column = Column(self, gap=0, margins=(INSET, 0, INSET, 0))
        self.form: RecordForm | None = None

    def show_step(self, step: StepView) -> None:
        """Show the reason of a step. What is typed for the one before was saved by `flush`."""
        needed = step.status is not StepStatus.NOT_NEEDED
        here = QApplication.focusWidget()
        being_changed = step.key == self._key and here is not None and self.isAncestorOf(here)
        shown = not needed or bool(step.reason) or being_changed
        if shown and self.form is None:
            self.form = RecordForm(_REASON, save=self._save)
            self._column.addWidget(self.form)
        if self.form is not None and step.key == self._key:
            self.form.refresh({"reason": step.reason})
        elif self.form is not None:
            self._key = step.key
            self.form.load({"reason": step.reason})
        if self.form is not None:
            field = self.form.fields["reason"]
            assert isinstance(field, TextField)
            field.frame.set_label(_("Why it was not needed before") if needed else field.spec.label_words)
        self.setVisible(shown)

    def flush(self) -> bool:
        """Save what is typed; return whether nothing is left."""
        return self.form is None or self.form.flush()

    def _save(self, reason: str) -> None:
        self._file.steps.say_why(self._key, reason)
