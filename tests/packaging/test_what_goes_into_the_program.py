"""What the built program holds, on each of the three systems, and what never goes in."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

import secondopinion_desktop
from tests.packaging.building import script

bundle_filter = script("bundle_filter")

_QT = "PySide6/Qt/plugins"
WANTED = (
    f"{_QT}/platforms/libqxcb.so",
    f"{_QT}/platforms/libqoffscreen.so",
    "PySide6/plugins/platforms/qwindows.dll",
    r"PySide6\plugins\imageformats\qjpeg.dll",
    f"{_QT}/platforms/libqcocoa.dylib",
    f"{_QT}/imageformats/libqmacheif.dylib",
    "PySide6/QtWidgets.abi3.so",
    "PySide6/QtGui.pyd",
    "PySide6/Qt/lib/libQt6Widgets.so.6",
    "secondopinion_desktop/resources/fonts/SourceSans3-Regular.ttf",
    "babel/locale-data/es_MX.dat",
)
UNWANTED = (
    f"{_QT}/tls/libqopensslbackend.so",
    "PySide6/plugins/tls/qschannelbackend.dll",
    f"{_QT}/networkinformation/libqnetworkmanager.so",
    f"{_QT}/platforms/libqvnc.so",
    f"{_QT}/platformthemes/libqgtk3.so",
    f"{_QT}/imageformats/libqpdf.so",
    f"{_QT}/generic/libqtuiotouchplugin.so",
    f"{_QT}/of_a_newer_qt/libqsurprise.so",
    "PySide6/QtNetwork.abi3.so",
    "PySide6/QtNetwork.pyd",
    "PySide6/QtQml.abi3.so",
    "PySide6/Qt/qml/QtQuick/qmldir",
    "PySide6/opengl32sw.dll",
    "PySide6/Qt/translations/qt_help_de.qm",
    "babel/locale-data/tlh.dat",
    "sqlmodel-0.0.50.dist-info/METADATA",
)


@pytest.mark.parametrize("target", WANTED)
def test_what_a_person_needs_goes_in(target: str) -> None:
    assert bundle_filter.keeps(target)


@pytest.mark.parametrize("target", UNWANTED)
def test_what_nobody_needs_or_what_connects_stays_outside(target: str) -> None:
    assert not bundle_filter.keeps(target)


def test_a_library_of_qt_comes_along_only_if_something_needs_it() -> None:
    entries = [
        (name, f"/from/{name}", "BINARY")
        for name in ("PySide6/QtGui.abi3.so", "lib/libQt6Gui.so.6", "lib/libQt6Core.so.6", "lib/libQt6Network.so.6")
    ]
    needs = {"/from/PySide6/QtGui.abi3.so": {"libQt6Gui.so.6"}, "/from/lib/libQt6Gui.so.6": {"libQt6Core.so.6"}}
    kept = bundle_filter.reachable(entries, lambda source: needs.get(source, set()))
    assert [target for target, _, _ in kept] == [target for target, _, _ in entries[:3]]


def test_a_link_to_what_stays_outside_stays_outside_too() -> None:
    framework = "PySide6/Qt/lib/QtCore.framework"
    binaries = [
        ("PySide6/Qt/lib/libQt6Core.so.6", "/from/libQt6Core.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        (f"{framework}/Versions/A/QtCore", "/from/QtCore", "BINARY"),
    ]
    links = [
        (f"{framework}/QtCore", "Versions/Current/QtCore", "SYMLINK"),
        (f"{framework}/Versions/Current", "A", "SYMLINK"),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/Current", "A", "SYMLINK"),
    ]
    kept, kept_links = bundle_filter.without_loose_links(binaries, links)
    assert [target for target, _, _ in kept] == ["PySide6/Qt/lib/libQt6Core.so.6", "libQt6Core.so.6", binaries[3][0]]
    assert kept_links == links[:2]


def test_translations_are_compiled_for_the_built_program(tmp_path: Path) -> None:
    folder = tmp_path / "from" / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "secondopinion.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Notes"\nmsgstr "Notizen"\n',
        encoding="utf-8",
    )
    script("catalogues").copy_resources(tmp_path / "from", tmp_path / "to")
    found = gettext.translation("secondopinion", tmp_path / "to" / "locale", ["de_DE"])
    assert found.gettext("Notes") == "Notizen"


def test_the_program_says_one_name_and_version_everywhere(tmp_path: Path) -> None:
    about = script("about")
    assert secondopinion_desktop.__version__ == about.VERSION
    assert about.VERSION in Path(about.windows_version(tmp_path)).read_text(encoding="utf-8")
    assert about.mac_properties()["CFBundleShortVersionString"] == about.VERSION
