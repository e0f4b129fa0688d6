"""Add a task, or change one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import N_, _
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms.spec import FieldSpec

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


class TaskDialog(RowDialog):
    """Changes `task`; without one, adds a task to `step`. After it was accepted, `task_id` is the task."""

    def __init__(
        self,
        file: OpenFile,
        task: Task | None = None,
        *,
        step: str = "",
        start_at: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._file, self._task = file, task
        self.task_id = task.id if task else ""
        super().__init__(
            _("Change task") if task else _("New task"),
            TASK,
            task if task is not None else {"step": step, "title": "", "who": "", "due": "", "note": ""},
            self._write,
            save_words=_("Save task"),
            width=560,
            start_at=start_at,
            parent=parent,
        )

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
