"""Why a command of the menu can do nothing here, said in the message slot: no command is ever pressed in vain."""

from __future__ import annotations

from secondopinion_desktop.base.i18n import N_, _

_IN_NOTES = N_("This works in the text of a note. Open Appointments & notes first.")
_IN_LIST = N_("Go to a question, a point or a task first, then move it.")
_IN_FIELD = N_("Go to a text or a field first.")
_WORDS = {
    **dict.fromkeys(("heading", "bold", "italic", "bullets", "numbers", "ticks", "highlight"), _IN_NOTES),
    **dict.fromkeys(("move_up", "move_down"), _IN_LIST),
    **dict.fromkeys(("cut", "copy", "paste", "select_all"), _IN_FIELD),
    "earlier_texts": N_("Open a note first, under Appointments & notes. This shows what it said before."),
    "earlier": N_("There is no earlier appointment or note."),
    "later": N_("There is no later appointment or note."),
    "larger": N_("This is the largest text."),
    "smaller": N_("This is the smallest text."),
    "normal": N_("The text has its normal size already."),
    "last_message": N_("There was no message yet."),
}


def why_not(key: str) -> str:
    """Return a sentence for a command that has nothing to do."""
    return _(_WORDS.get(key, N_("There is nothing to do for this here.")))
