"""A new file: whose it is, where it lies, and whether a passphrase protects it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.errors import FieldError
from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.base.troubles import AlreadyExists, NoPermission, ReadOnlyFolder, VanishedDrive
from secondopinion_desktop.services import newplace
from secondopinion_desktop.ui.entrance.choosing import ChoosePassphrase
from secondopinion_desktop.ui.entrance.screen import EntranceScreen, TroublePlace
from secondopinion_desktop.ui.widgets import (
    Box,
    Button,
    CheckRow,
    FieldFrame,
    Line,
    LineEdit,
    LineField,
    PlainLabel,
    Row,
)

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from secondopinion_desktop.base.errors import UserError
    from secondopinion_desktop.ui.messages import Messages
    from secondopinion_desktop.ui.widgets import BannerAction
    from secondopinion_desktop.ui.workers import Workers

_WIDTH = 680


class Wish(NamedTuple):
    """The file somebody wants. `passphrase` None is none; `helper` is who keeps it for somebody else, "" for nobody."""

    path: Path
    name: str
    passphrase: str | None
    for_someone: bool
    helper: str
    relation: str


class NewFile(EntranceScreen):
    """Asks what a new file needs. `create_requested` carries a Wish that is whole as far as can be seen here."""

    create_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, messages: Messages, workers: Workers) -> None:
        super().__init__(_WIDTH)
        self._messages = messages
        self._chosen: Path | None = None
        self._folder = paths.documents_dir()
        self._whose_fields()
        self._place_fields()
        self._protection_fields(workers)
        self._buttons()
        self.quiet_while_busy = (
            self._whose,
            self.helper,
            self.name,
            self.place,
            self.protect,
            self.choose,
            *self._foot,
        )
        self._show_place()

    def focus_start(self) -> None:
        """Put the keyboard into the name."""
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, trouble: UserError, actions: tuple[BannerAction, ...] = ()) -> None:
        """Say beside the field, or above them all, why the file could not be made."""
        field = trouble.field if isinstance(trouble, FieldError) else ""
        if field == "name":
            self.name.set_error(str(trouble))
            self.focus_start()
        elif field == "passphrase":
            self.choose.too_easy(str(trouble)).setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(trouble, AlreadyExists | ReadOnlyFolder | VanishedDrive | NoPermission):
            self.place.set_error(str(trouble))
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.trouble.show_trouble(trouble, actions)

    # The parts

    def _whose_fields(self) -> None:
        body = self.card.body
        body.addWidget(PlainLabel(_("Start a new file"), "page-title"))
        self.trouble = TroublePlace()
        body.addWidget(self.trouble)
        self._whose = Box()
        self._whose.setAccessibleName(_("Who is it for?"))
        row = Row(self._whose, gap=24)
        self.mine = QRadioButton(_("For myself"))
        self.someones = QRadioButton(_("For someone I help"))
        self.mine.setChecked(True)
        group = QButtonGroup(self)
        for button in (self.mine, self.someones):
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self._choose_whose)
        row.addStretch(1)
        body.addWidget(self._whose)
        self.name = LineField(_("Your name"))
        self.name.editor.textEdited.connect(self._name_typed)
        body.addWidget(self.name)
        self.helper = Box()
        pair = Row(self.helper, gap=14)
        self.helper_name = LineField(_("Your own name (if you like)"))
        self.relation = LineField(_("You are their"), placeholder=_("daughter, friend …"))
        pair.addWidget(self.helper_name, 1)
        pair.addWidget(self.relation, 1)
        self.helper.hide()
        body.addWidget(self.helper)

    def _place_fields(self) -> None:
        change = Button(_("Change"))
        change.setAccessibleName(_("Change where to keep it"))
        change.clicked.connect(self._change_place)
        self.change = change
        shown = LineEdit()
        shown.setReadOnly(True)
        self.place: FieldFrame[LineEdit] = FieldFrame(_("Where to keep it"), shown, beside=change)
        self.advice = PlainLabel("", "small", "muted")
        self.card.body.addWidget(self.place)
        self.card.body.addWidget(self.advice)
        self.card.body.addWidget(Line())

    def _protection_fields(self, workers: Workers) -> None:
        self.protect = CheckRow(_("Protect it with a passphrase (you can do this later)"), checked=True)
        self.protect.ticked.connect(self._choose_protection)
        self.choose = ChoosePassphrase(workers)
        self.card.body.addWidget(self.protect)
        self.card.body.addWidget(self.choose)

    def _buttons(self) -> None:
        self.card.body.addWidget(self.busy)
        self.card.body.addSpacing(4)
        row = Row(gap=8)
        self.back = Button(_("Back"), icon_name="chevron-left")
        self.back.clicked.connect(self.back_requested)
        self.create_button = Button(_("Create file"), "primary")
        self.create_button.clicked.connect(self._create)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.create_button)
        self.card.body.addLayout(row)
        self._foot: tuple[QWidget, ...] = (self.back, self.create_button)
        for field in (self.name, self.helper_name, self.relation, self.choose.passphrase, self.choose.again):
            field.editor.returnPressed.connect(self._create)

    # What people do

    def _choose_whose(self) -> None:
        helps = self.someones.isChecked()
        self.name.set_label(_("Their name") if helps else _("Your name"))
        self.helper.setVisible(helps)

    def _choose_protection(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's slot
        self.choose.setVisible(wanted)

    def _name_typed(self) -> None:
        self.name.clear_error()
        self.choose.known = (self.name.editor.text(),)
        if self._chosen is None:
            self._show_place()

    def _show_place(self) -> None:
        path = self._path()
        folder = path.parent.name or str(path.parent)
        self.place.clear_error()
        self.place.editor.setText(_("{folder} / {file}").format(folder=folder, file=path.name))
        self.place.editor.setCursorPosition(0)
        self.advice.setText(newplace.advice_about(path))
        self.advice.setVisible(bool(self.advice.text()))

    def _path(self) -> Path:
        if self._chosen is not None:
            return self._chosen
        return newplace.free_place(self._folder, newplace.file_name(self.name.editor.text()))

    def _change_place(self) -> None:
        kinds = _("Second Opinion files (*{suffix})").format(suffix=newplace.SUFFIX)
        path = self._messages.choose_file_to_save(_("Where to keep the file"), self._path(), kinds)
        if path is not None:
            ours = path.suffix.casefold() == newplace.SUFFIX
            self._chosen = path if ours else path.with_name(path.name + newplace.SUFFIX)
            self._show_place()

    def _create(self) -> None:
        self.trouble.clear()
        name = self.name.editor.text().strip()
        bad: list[QLineEdit] = []
        if not name:
            self.name.set_error(_("Please write a name. A first name is enough."))
            bad.append(self.name.editor)
        protected = self.protect.is_ticked()
        missing = self.choose.check() if protected else None
        if missing is not None:
            bad.append(missing)
        if bad:
            bad[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        helps = self.someones.isChecked()
        helper = self.helper_name.editor.text().strip() if helps else ""
        relation = self.relation.editor.text().strip() if helper else ""
        passphrase = self.choose.text() if protected else None
        self.create_requested.emit(Wish(self._path(), name, passphrase, helps, helper, relation))
