"""Forms: a table of field specs becomes rows with label, editor, help and error, that save themselves."""

from secondopinion_desktop.ui.forms.form import RecordForm
from secondopinion_desktop.ui.forms.spec import FieldSpec

__all__ = ["FieldSpec", "RecordForm"]
