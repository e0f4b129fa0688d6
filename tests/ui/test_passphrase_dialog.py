"""Adding, changing and taking away the passphrase of an open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from secondopinion_desktop.base import troubles
from secondopinion_desktop.services.files import Files
from secondopinion_desktop.ui.dialogs.passphrase import PassphraseDialog
from secondopinion_desktop.ui.entrance.codebox import KeyPanel
from secondopinion_desktop.ui.lockfile import LockFile
from secondopinion_desktop.ui.workers import Workers
from tests.helpers.casefiles import CHEAP
from tests.helpers.entrance import has_keyboard
from tests.helpers.hands import click, write
from tests.helpers.messages import FakeMessages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from secondopinion_desktop.services.file import OpenFile

OLD = "violet kettle on the moon"
NEW = "seven green umbrellas in may"


class Case:
    """One open file and its dialog."""

    def __init__(self, qtbot: QtBot, path: Path, passphrase: str | None) -> None:
        self._qtbot = qtbot
        self.files = Files(LockFile, CHEAP)
        made = self.files.create(path, "Margaret Doyle", passphrase)
        self.file: OpenFile = made.file
        self.code = made.recovery_code or ""
        self.messages = FakeMessages()
        self.workers = Workers()

    def dialog(self, code: str = "") -> PassphraseDialog:
        dialog = PassphraseDialog(self.file, self.messages, self.workers, code)
        self._qtbot.addWidget(dialog)
        dialog.show()
        with self._qtbot.waitActive(dialog):
            dialog.activateWindow()
        return dialog

    def rest(self) -> None:
        self._qtbot.waitUntil(lambda: not self.workers.is_busy)

    def opens_with(self, passphrase: str | None = None, code: str | None = None) -> bool:
        """Close the file and say whether it opens so; it is left open if it does."""
        self.file.close()
        try:
            self.file = self.files.open(self.file.path, passphrase=passphrase, recovery_code=code)
        except troubles.FileTrouble:
            return False
        return True

    def close(self) -> None:
        self.rest()
        self.file.close()


@pytest.fixture
def plain(qtbot: QtBot, tmp_path: Path) -> Iterator[Case]:
    case = Case(qtbot, tmp_path / "a.secondopinion", None)
    yield case
    case.close()


@pytest.fixture
def protected(qtbot: QtBot, tmp_path: Path) -> Iterator[Case]:
    case = Case(qtbot, tmp_path / "a.secondopinion", OLD)
    yield case
    case.close()


def choose(dialog: PassphraseDialog, passphrase: str) -> None:
    write(passphrase, dialog.choose.passphrase.editor)
    write(passphrase, dialog.choose.again.editor)
    click(dialog.go)


def keep_key(dialog: PassphraseDialog) -> str:
    """Copy the new key, tick that it is kept, and finish; return the key."""
    assert not dialog.go.isEnabled()
    (panel,) = dialog.findChildren(KeyPanel)
    click(panel.copy_button)
    key = QGuiApplication.clipboard().text()
    click(dialog.tick.words)
    click(dialog.go)
    return key


def test_a_passphrase_can_be_added_later(plain: Case) -> None:
    dialog = plain.dialog()
    assert not dialog.old.isVisible()
    choose(dialog, NEW)
    plain.rest()
    key = keep_key(dialog)
    assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == ""
    assert plain.opens_with(NEW)
    assert plain.opens_with(code=key)


def test_changing_asks_for_the_old_one_and_voids_the_old_sheet(protected: Case) -> None:
    dialog = protected.dialog()
    write("wrong", dialog.old.editor)
    choose(dialog, NEW)
    protected.rest()
    assert dialog.old.error == str(troubles.WrongPassphrase())
    assert has_keyboard(dialog.old)
    write(OLD, dialog.old.editor)
    click(dialog.go)
    protected.rest()
    key = keep_key(dialog)
    assert key != protected.code
    assert protected.opens_with(code=key)
    assert not protected.opens_with(OLD)


def test_without_the_old_one_nothing_is_changed(protected: Case) -> None:
    dialog = protected.dialog()
    choose(dialog, NEW)
    assert dialog.old.error == "Type the passphrase the file has now."
    assert not protected.workers.is_busy


def test_an_easy_passphrase_is_refused(protected: Case) -> None:
    dialog = protected.dialog()
    write(OLD, dialog.old.editor)
    choose(dialog, "margaret1")
    protected.rest()
    assert "Too easy to guess" in dialog.choose.passphrase.error
    assert protected.opens_with(OLD)


@pytest.mark.parametrize("sure", [True, False])
def test_taking_it_away_is_asked_first(protected: Case, *, sure: bool) -> None:
    dialog = protected.dialog()
    write(OLD, dialog.old.editor)
    dialog.take_away.click()
    assert not dialog.choose.isVisible()
    protected.messages.will_answer(sure)
    click(dialog.go)
    protected.rest()
    assert protected.messages.asked == ["Take the passphrase away?"]
    assert protected.file.is_protected is not sure
    assert dialog.isVisible() is not sure


def test_after_the_recovery_key_a_new_passphrase_is_chosen_without_the_old_one(protected: Case) -> None:
    dialog = protected.dialog(protected.code)
    assert dialog.cancel.words == "Not now"
    assert not dialog.old.isVisible()
    choose(dialog, NEW)
    protected.rest()
    keep_key(dialog)
    assert protected.opens_with(NEW)


def test_the_new_key_is_not_lost_by_a_slip(plain: Case) -> None:
    dialog = plain.dialog()
    choose(dialog, NEW)
    plain.rest()
    plain.messages.will_answer(False, True)
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
