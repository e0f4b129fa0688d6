"""One good or hard point: its words, its side, who said it, how much it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secondopinion_desktop.base.i18n import _
from secondopinion_desktop.ui.dialogs.rowdialog import RowDialog
from secondopinion_desktop.ui.forms import specs_weighing as specs

if TYPE_CHECKING:
    from secondopinion_desktop.services.file import OpenFile


class PointDialog(RowDialog):
    """Shows one point and saves it."""

    def __init__(self, file: OpenFile, point_id: str) -> None:
        self._file, self._point_id = file, point_id
        point = file.opinions.points.get(point_id)
        matters = "" if point.matters is None else str(point.matters)
        values = {"text": point.text, "side": point.side, "source": point.source, "matters": matters}
        super().__init__(_("Point"), specs.POINT, values, self._write)

    def _write(self, **values: Any) -> None:
        if "matters" in values:
            values["matters"] = int(values["matters"]) if values["matters"] else None
        self._file.opinions.points.change(self._point_id, **values)
