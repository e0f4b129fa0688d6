"""Where the data lies: the only floor with sessions and SQL."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # For services that hand one reading of the file from step to step: they name it, and leave it closed.
    from secondopinion_desktop.storage.reading import Reading as Session  # noqa: TC004 - named in annotations only

__all__ = ["Session"]
