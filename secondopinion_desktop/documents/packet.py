"""What a printed document says: frozen, already worded, and free of rows, so that it can be drawn on any thread.

A `Packet` is made in one read of the file and drawn later; whatever a person types meanwhile cannot change it half way.
Every text is shown as it stands: nothing in it is ever read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from datetime import date

BULLET: Final = "\N{BULLET}"
TICKED: Final = "\N{BALLOT BOX WITH CHECK}"
UNTICKED: Final = "\N{BALLOT BOX}"

# Short enough for a tired eye to keep the row (domain notes, part 8.1).
MOST_COLUMNS: Final = 4

FAMILY_POINTS: Final = 14.0
DOCTOR_POINTS: Final = 12.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress. A line feed in it begins a new line."""

    text: str
    strong: bool = False
    em: bool = False
    highlight: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `quiet` prints it smaller and in grey; `lead` keeps it with what follows."""

    runs: Runs
    quiet: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section: level 2 under the section's own title, level 3 under that."""

    runs: Runs
    level: int = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. `mark` hangs in the margin: BULLET, TICKED, UNTICKED or a number such as "3."."""

    runs: Runs
    mark: str = BULLET
    level: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """Label and value, one pair a line. An empty value is printed as "Not known yet", never as a blank."""

    pairs: tuple[tuple[str, str | Runs], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """At most four columns, `widths` as shares. The head is repeated on each page; rows are never split.

    `under` has a text for each row, maybe empty, that stands below its cells from side to side; or no text at all.
    `lead` keeps the last row with what follows.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    under: tuple[str, ...] = ()
    lead: bool = False

    def __post_init__(self) -> None:
        columns = len(self.widths)
        if not 0 < columns <= MOST_COLUMNS:
            raise ValueError("a table on paper has one to four columns")
        if any(len(row) != columns for row in self.rows) or (self.head and len(self.head) != columns):
            raise ValueError("each row of a table needs as many cells as there are columns")
        if self.under and len(self.under) != len(self.rows):
            raise ValueError("a table has a text under each of its rows, or under none")


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, or with `ruled` empty lines to write one on. Both stay on one page."""

    number: str
    text: str
    about: str = ""
    answer: Runs = ()
    ruled: int = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with a date: a call, a visit, a step. Its title and `about` line stay with what follows."""

    title: str
    about: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One point of the dates strip; `past` fills its mark."""

    label: str
    when: str
    past: bool = False


@dataclass(frozen=True, slots=True)
class DatesStrip:
    """Key dates in order, side by side where they fit and otherwise one below the other."""

    points: tuple[DatePoint, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on, nine to ten millimetres apart."""

    count: int


@dataclass(frozen=True, slots=True)
class Blanks:
    """A table to fill in by hand, with a name for each column and row, and `lines` to write on in each empty cell.

    It stays on one page. Columns without names have no head.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    lines: int = 1

    def __post_init__(self) -> None:
        if not 0 < len(self.columns) < MOST_COLUMNS:
            raise ValueError("a table to fill in has one to three columns beside the names of its rows")
        if any(len(cells) != len(self.columns) for _name, cells in self.rows):
            raise ValueError("each row of a table needs as many cells as there are columns")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to say at the left, with a quiet hint under it, and a box of `lines` for the answer at the right."""

    say: str
    hint: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Code:
    """Groups of letters to type again: large, in a face whose letters cannot be mistaken for each other."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spacer:
    """Room, in lines of body text."""

    lines: float = 1.0


Block: TypeAlias = (
    Paragraph
    | Heading
    | Item
    | Fields
    | Table
    | Question
    | Entry
    | DatesStrip
    | Ruled
    | Blanks
    | Prompt
    | Code
    | Spacer
)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a document, with a bookmark of its own; it stays on one page where that wastes little paper.

    `run_in` leaves the line of the title out: the first words of the blocks are the title already.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Packet:
    """A whole document.

    `person` stands at the foot of each page (name, and the birth date where it was chosen) with `printed` (the worded
    day) and `foot`; `made_on` is the same day for the properties of the file. `language` is a tag such as "en-US".
    `opening` comes before the first section. `body_points` is the size of normal print: 14 for families, else 12.
    `small_title` saves room where one page must do.
    """

    title: str
    subtitle: str
    person: str
    printed: str
    foot: str
    language: str
    sections: tuple[Section, ...] = ()
    author: str = ""
    subject: str = ""
    made_on: date | None = None
    opening: tuple[Block, ...] = ()
    body_points: float = FAMILY_POINTS
    small_title: bool = False


def plain(text: str) -> Runs:
    """Return `text` as runs without any dress."""
    return (Run(text),) if text else ()


def letters_in(text: str | Runs) -> int:
    """Return how many letters a text has."""
    return len(text) if isinstance(text, str) else sum(len(run.text) for run in text)
