"""Add a task, or change one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.forms import RecordForm
from secondopinion_desktop.ui.forms.spec import FieldSpec
from secondopinion_desktop.ui.widgets import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.model.task import Task
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.forms.spec import Options


def step_names() -> Options:
    """Return keys and names of the steps."""
    return tuple((step.key, step.name) for step in guidance.steps())


TASK: Final = (
    FieldSpec("title", N_("What is to be done?"), "text", needed=True),
    FieldSpec("who", N_("Who"), half=True, placeholder=N_("A name, or an office")),
    FieldSpec("due", N_("By when"), "date", half=True, placeholder=N_("Mar 12, or about May")),
    FieldSpec("step", N_("Step"), "choice", choices=step_names),
    FieldSpec("note", N_("Note"), "text"),
)


class TaskDialog(Dialog):
    """Changes `task`; without one, adds a task to `step`. After it was accepted, `task_id` is the task."""

    def __init__(
        self, file: OpenFile, task: Task | None = None, *, step: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Change task") if task else _("New task"), width=560, parent=parent)
        self._file, self._task = file, task
        self.task_id = task.id if task else ""
        self.form = RecordForm(TASK)
        self.add(self.form)
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(_("Save task"), "primary", default=True)
        self.save_button.clicked.connect(self._save)
        self.form.load(task if task is not None else {"step": step, "title": "", "who": "", "due": "", "note": ""})
        self.form.focus_first()

    def _save(self) -> None:
        if self.form.submit(self._write):
            self.accept()

    def flush(self) -> bool:
        """Keep what is typed when the dialog is closed unasked; return False if the file cannot be written."""
        return self.form.rescue(self._write)

    def _write(self, **values: Any) -> None:
        if "title" in values:
            values["title"] = " ".join(str(values["title"]).split())
        tasks, step = self._file.tasks, values.pop("step")
        if self._task is None:
            self.task_id = tasks.add_to(step, **values).id
        elif step and step != self._task.step:
            tasks.move_to_step(self._task.id, step, **values)
        else:
            tasks.change(self._task.id, **values)
