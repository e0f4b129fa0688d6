"""The ways to the step before and the step after."""

from __future__ import annotations

from PySide6.QtCore import Signal

from secondopinion_desktop import guidance
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.widgets import Box, Button, ForwardButton, Row


class StepNav(Box):
    """`wanted` carries the key of a step."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._keys = ("", "")
        self._row = Row(self, gap=8)
        self.before = Button("", "secondary", "chevron-left")
        self.after = ForwardButton("", "secondary", "chevron-right")
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self._row.addWidget(self.before)
        self._row.addStretch(1)
        self._row.addWidget(self.after)

    def show_step(self, number: int) -> None:
        """Show the neighbours of step `number`, counted from 1."""
        steps = guidance.steps()
        before = steps[number - 2] if number > 1 else None
        after = steps[number] if number < len(steps) else None
        self._keys = (before.key if before else "", after.key if after else "")
        for button, step, words in (
            (self.before, before, _("Step before: {step}")),
            (self.after, after, _("Next step: {step}")),
        ):
            button.setVisible(step is not None)
            if step is not None:
                button.set_words(step.name)
                button.setAccessibleName(words.format(step=step.name))

    def arrange(self, *, narrow: bool) -> None:
        """Put the buttons side by side, or below each other."""
        self._row.setDirection(Row.Direction.TopToBottom if narrow else Row.Direction.LeftToRight)

    def _go_back(self) -> None:
        self.wanted.emit(self._keys[0])

    def _go_on(self) -> None:
        self.wanted.emit(self._keys[1])
