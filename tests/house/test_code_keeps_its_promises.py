"""Promises about the source that no general linter knows."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.house.sources import is_called, is_named, last_name, name_of, parse, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.house.sources import Module

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.localtime",
    "time.gmtime", "time.strftime", "time.ctime", "QDate.currentDate", "QTime.currentTime", "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
}  # fmt: skip


def keeps_its_window_alive(module: Module) -> Iterator[ast.AST]:
    """Find what is connected to a signal and holds on to its surroundings, so that they are never freed."""
    inner = {
        node.name
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.FunctionDef) and node is not function
    }
    for call in is_called("connect")(module):
        assert isinstance(call, ast.Call)
        for given in call.args:
            made_here = isinstance(given, ast.Call) and last_name(given.func) in {"partial", "partialmethod"}
            if isinstance(given, ast.Lambda) or made_here or (isinstance(given, ast.Name) and given.id in inner):
                yield given


def unconnected_clock(module: Module) -> Iterator[ast.AST]:
    return (call for call in module.calls() if name_of(call.func) in CLOCKS)


def labels_that_may_read_html(module: Module) -> Iterator[ast.AST]:
    """Find classes made from QLabel that do not say their text is plain, unless they draw themselves."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and any(last_name(base) == "QLabel" for base in node.bases):
            says = {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}
            draws = any(isinstance(part, ast.FunctionDef) and part.name == "paintEvent" for part in node.body)
            if not (draws or says & {"PlainText", "setPixmap"}):
                yield node


def raw_tooltips(module: Module) -> Iterator[ast.AST]:
    """Find tooltips whose words come from a person: Qt would take "<" for HTML there."""
    for call in is_called("setToolTip", "setWhatsThis")(module):
        assert isinstance(call, ast.Call)
        for given in call.args[-1:]:
            ours = isinstance(given, ast.Constant) or (
                isinstance(given, ast.Call) and last_name(given.func) in {"_", "plain_tooltip"}
            )
            either = isinstance(given, ast.IfExp) and "plain_tooltip" in ast.dump(given)
            if not (ours or either):
                yield call


def test_closing_a_window_frees_it() -> None:
    assert not places(keeps_its_window_alive), "connect a bound method instead"


def test_colours_and_sizes_come_from_one_place() -> None:
    assert not places(is_called("setStyleSheet"), outside=("ui/theme",))


def test_lists_are_models_and_views() -> None:
    item_classes = (
        "QListWidget",
        "QTableWidget",
        "QTreeWidget",
        "QListWidgetItem",
        "QTableWidgetItem",
        "QTreeWidgetItem",
    )
    assert not places(is_named(*item_classes))


def test_nobody_waits_by_sleeping_or_by_turning_the_event_loop() -> None:
    assert not places(is_called("processEvents", "sleep", "msleep", "usleep", "qWait", "qSleep"))


def test_the_time_of_day_has_one_door() -> None:
    assert not places(unconnected_clock, outside=("base/clock.py",)), "ask base.clock"


def test_every_question_goes_through_one_gate() -> None:
    dialogs = ("QMessageBox", "QInputDialog", "QFileDialog", "QErrorMessage", "QProgressDialog")
    assert not places(is_named(*dialogs), outside=("ui/messages",)), "ask ui.messages"


def test_labels_show_text_as_it_was_typed() -> None:
    assert not places(is_called("QLabel"), outside=("ui/widgets",)), "use a label of ui.widgets"
    assert not places(labels_that_may_read_html)


def test_nothing_a_person_typed_is_read_as_html() -> None:
    html = (
        "setHtml",
        "insertHtml",
        "appendHtml",
        "setMarkdown",
        "insertMarkdown",
        "RichText",
        "AutoText",
        "MarkdownText",
    )
    assert not places(is_named(*html))
    assert not places(raw_tooltips), "wrap it in plain_tooltip()"


def test_qt_never_gets_a_network() -> None:
    assert not places(is_named("QtNetwork", "PySide6.QtNetwork", "QtWebSockets", "QtWebEngineWidgets", "openUrl"))


CROOKED = """
class Page(QLabel):
    def __init__(self):
        def inner(): self.go()
        self.a.clicked.connect(lambda: self.go())
        self.b.clicked.connect(partial(self.go, 1))
        self.c.clicked.connect(inner)
        self.d.clicked.connect(self.go)
        self.setToolTip(note.title)
        self.setToolTip(plain_tooltip(note.title))
        self.shown = datetime.datetime.now()
"""


def test_the_checks_above_see_what_they_look_for() -> None:
    crooked = parse(CROOKED, "crooked.py")
    assert [crooked.at(node) for node in keeps_its_window_alive(crooked)] == [
        "crooked.py:5",
        "crooked.py:6",
        "crooked.py:7",
    ]
    assert [crooked.at(node) for node in raw_tooltips(crooked)] == ["crooked.py:9"]
    assert [crooked.at(node) for node in unconnected_clock(crooked)] == ["crooked.py:11"]
    assert [crooked.at(node) for node in labels_that_may_read_html(crooked)] == ["crooked.py:2"]
    assert list(is_named("QLabel")(crooked))
    assert not list(is_named("QTableWidget")(crooked))
