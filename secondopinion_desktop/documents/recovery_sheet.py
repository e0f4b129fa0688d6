"""The paper that opens a file when its passphrase is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from secondopinion_desktop.base import formats
from secondopinion_desktop.base.i18n import _, words_language
from secondopinion_desktop.documents.packet import Code, Item, Packet, Paragraph, Run, Section, plain

if TYPE_CHECKING:
    from datetime import date

    from secondopinion_desktop.documents.packet import Block

_GROUP: Final = 4


def recovery_sheet(code: str, made_on: date, owner: str = "", file_name: str = "") -> Packet:
    """Return the sheet for `code`. `owner` and `file_name` say what it opens; both may be left off a loose paper."""
    letters = "".join(code.replace("-", " ").split())
    groups = tuple(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
    printed = _("Printed {date}").format(date=formats.day_year(made_on))
    warning = _("Anyone with this paper can open the file.")
    return Packet(
        title=_("Recovery key"),
        subtitle=", ".join(part for part in (owner, file_name, formats.day_full(made_on)) if part),
        person=owner,
        printed=printed,
        foot=_("{warning} Keep it in a safe place.").format(warning=warning),
        language=words_language(),
        opening=(
            Paragraph(plain(_("This key opens the file when the passphrase is forgotten."))),
            Code(groups),
            Paragraph((Run(warning, strong=True),)),
        ),
        sections=(Section("use", _("How to use it"), _how_to_use()), Section("keep", _("Where to keep it"), _where())),
        subject=_("Recovery key"),
        made_on=made_on,
    )


def _how_to_use() -> tuple[Block, ...]:
    steps = (
        _("Start Second Opinion and open the file."),
        _("Choose “I forgot my passphrase”."),
        _("Type the key. Small letters are fine, and spaces do not matter."),
        _("Choose a new passphrase. You will get a new key. Then tear up this paper."),
    )
    return tuple(Item(plain(step), f"{number}.") for number, step in enumerate(steps, start=1))


def _where() -> tuple[Block, ...]:
    return (
        Item(plain(_("With other papers that matter, or with someone you trust."))),
        Item(plain(_("Not beside the computer, and not as a photo on a phone."))),
        Item(plain(_("Without the passphrase and without this key, nobody can open the file."))),
    )
