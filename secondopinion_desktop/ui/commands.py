"""Commands that belong to the open file and need a dialog of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from secondopinion_desktop.base.errors import UserError
from secondopinion_desktop.base.i18n import _

if TYPE_CHECKING:
    from secondopinion_desktop.base.settings import SettingsStore
    from secondopinion_desktop.services.file import OpenFile
    from secondopinion_desktop.ui.window import MainWindow
    from secondopinion_desktop.ui.workers import Workers


class Commands(QObject):
    """Does what the menu asks of one open file. `code` is the recovery key it was opened with, or empty."""

    def __init__(
        self, window: MainWindow, file: OpenFile, settings: SettingsStore, workers: Workers, code: str
    ) -> None:
        super().__init__(window)
        self._window, self._file, self._settings, self._workers, self._code = window, file, settings, workers, code

    def do(self, key: str) -> bool:
        """Carry out a command; return whether it is one of these. "letter:" is followed by what it is about."""
        if key.startswith("letter:"):
            self._window.flush()
            self._letter(key.removeprefix("letter:"))
            return True
        if key.startswith("health:"):
            self._window.flush()
            self._health_story(*key.split(":")[1:])
            return True
        done = {
            "print": self._print,
            "print_questions": self._print_questions,
            "print_opinions": self._print_opinions,
            "call_sheets": self._print_call_sheet,
            "key_dates": self._key_dates,
            "person": self._about_you,
            "health": self._health_story,
            "letter": self._letter,
            "passphrase": self._passphrase,
            "removed": self._removed,
            "writers": self._writers,
            "export": self._save_copy,
        }.get(key)
        if done is None:
            return False
        self._window.flush()
        done()
        return True

    def _print(self) -> None:
        from secondopinion_desktop.ui.dialogs.print_summary import PrintSummary  # noqa: PLC0415 - PDF, when asked for

        messages = self._window.messages
        messages.run(PrintSummary(self._file, self._workers, messages))

    def _print_questions(self) -> None:
        from secondopinion_desktop.ui.dialogs.print_summary import PrintSummary  # noqa: PLC0415

        messages = self._window.messages
        messages.run(PrintSummary(self._file, self._workers, messages, visit_id=self._window.current_visit()))

    def _print_opinions(self) -> None:
        from secondopinion_desktop.services.packets import Part  # noqa: PLC0415
        from secondopinion_desktop.ui.dialogs.print_summary import PrintSummary  # noqa: PLC0415

        messages = self._window.messages
        messages.run(PrintSummary(self._file, self._workers, messages, only=frozenset({Part.ADVICE})))

    def _print_call_sheet(self) -> None:
        from secondopinion_desktop.ui.dialogs.call_sheet import CallSheetDialog  # noqa: PLC0415

        messages = self._window.messages
        messages.run(CallSheetDialog(self._file, self._workers, messages))

    def _key_dates(self) -> None:
        from secondopinion_desktop.ui.dialogs.key_dates import KeyDatesDialog  # noqa: PLC0415

        self._window.messages.run(KeyDatesDialog(self._file))

    def _about_you(self) -> None:
        from secondopinion_desktop.ui.dialogs.about_you import AboutYouDialog  # noqa: PLC0415

        dialog = AboutYouDialog(self._file, self._window.messages)
        self._window.messages.run(dialog)
        if dialog.wanted:
            self._window.actions_[dialog.wanted].trigger()

    def _health_story(self, table: str = "", row: str = "") -> None:
        """Open the health story, at one row of it if `table` and `row` say which."""
        from secondopinion_desktop.ui.dialogs.health_story import HealthStoryDialog  # noqa: PLC0415

        messages = self._window.messages
        part = self._file.health.facts.get(row).kind if table == "health_fact" else table
        messages.run(HealthStoryDialog(self._file, messages, start_at=str(part), row=row))

    def _letter(self, about: str = "") -> None:
        """Print a request letter; `about` is the record or the contact it is about, or empty."""
        from secondopinion_desktop.ui.dialogs.letter import LetterDialog  # noqa: PLC0415 - PDF, when asked for

        messages = self._window.messages
        messages.run(LetterDialog(self._file, self._workers, messages, about=about))

    def _passphrase(self) -> None:
        from secondopinion_desktop.ui.dialogs.passphrase import PassphraseDialog  # noqa: PLC0415

        messages = self._window.messages
        messages.run(PassphraseDialog(self._file, messages, self._workers, self._code))
        self._code = ""
        self._window.actions_["lock"].setVisible(self._file.is_protected)
        if self._window.shell is not None:
            self._window.shell.view.topbar.can_lock(possible=self._file.is_protected)

    def _removed(self) -> None:
        from secondopinion_desktop.ui.dialogs.removed_items import RemovedItems  # noqa: PLC0415

        messages = self._window.messages
        messages.run(RemovedItems(self._file, messages))

    def _writers(self) -> None:
        from secondopinion_desktop.ui.dialogs.writers import Writers  # noqa: PLC0415

        self._window.messages.run(Writers(self._file))

    def _save_copy(self) -> None:
        """Write a whole copy elsewhere, such as on a stick. It opens with the same passphrase.

        If the open file itself is gone, everything is saved in the new place, and the program goes on there.
        """
        from secondopinion_desktop.services.newplace import free_place  # noqa: PLC0415 - seldom needed
        from secondopinion_desktop.ui.dialogs.unsaved import go_on_elsewhere  # noqa: PLC0415

        messages, path = self._window.messages, self._file.path
        if not self._file.is_in_place:
            if go_on_elsewhere(messages, self._file):
                self._settings.remember_file(self._file.path)
                self._window.flush()
            return
        suggested = free_place(path.parent, _("{name} copy").format(name=path.stem) + path.suffix)
        kinds = _("Second Opinion files (*{suffix})").format(suffix=path.suffix)
        target = messages.choose_file_to_save(_("Save a copy"), suggested, kinds)
        if target is None:
            return
        try:
            self._file.save_copy(target)
        except UserError as trouble:
            messages.report(trouble)
        else:
            messages.toast(_("A copy was saved."))
