# ruff: noqa: ARG002 - a stand-in takes what the real one takes
"""Answers for the questions a window would ask, given beforehand by a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from secondopinion_desktop.ui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class FakeMessages(Messages):
    """Nothing pops up. Give answers with `will_...`; see what was asked and told in `asked`, `told` and `toasts`.

    A question nobody gave an answer for is a failed test.
    """

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window or QWidget())
        self.asked: list[str] = []
        self.told: list[str] = []
        self.toasts: list[str] = []
        self.undo: Callable[[], object] | None = None
        self._answers: list[bool] = []
        self._paths: list[Path | None] = []
        self._dialogs: list[Callable[[QDialog], object]] = []

    def will_answer(self, *answers: bool) -> None:
        """Answer the next questions so."""
        self._answers += answers

    def will_choose(self, *paths: Path | None) -> None:
        """Choose these files or folders next; None is Cancel."""
        self._paths += paths

    def will_meet(self, *visits: Callable[[QDialog], object]) -> None:
        """Hand the next dialogs to these functions, which use them and accept or reject them."""
        self._dialogs += visits

    def ask(self, title: str, sentence: str, yes: str, no: str = "", *, danger: bool = False) -> bool:
        self.asked.append(title)
        assert self._answers, f"nobody said what to answer: {title}"
        return self._answers.pop(0)

    def tell(self, title: str, sentence: str) -> None:
        self.told.append(f"{title} {sentence}".strip())

    def run(self, dialog: QDialog) -> bool:
        assert self._dialogs, f"nobody expected this dialog: {dialog.windowTitle()}"
        visit = self._dialogs.pop(0)
        dialog.show()
        visit(dialog)
        accepted = dialog.result() == QDialog.DialogCode.Accepted
        dialog.hide()
        dialog.deleteLater()
        return accepted

    def choose_file_to_open(self, title: str, folder: Path, kinds: str = "") -> Path | None:
        return self._choose(title)

    def choose_file_to_save(self, title: str, suggested: Path, kinds: str = "") -> Path | None:
        return self._choose(title)

    def choose_folder(self, title: str, folder: Path) -> Path | None:
        return self._choose(title)

    def _choose(self, title: str) -> Path | None:
        self.asked.append(title)
        assert self._paths, f"nobody said which file to choose: {title}"
        return self._paths.pop(0)

    def toast(self, words: str, undo: Callable[[], object] | None = None, button: str = "") -> None:
        self.toasts.append(words)
        self.undo = undo
