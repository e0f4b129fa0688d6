"""Is it drawn? Pages of paper, typefaces, icons, and every page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCollator, QCoreApplication, QLocale, QTimer
from PySide6.QtGui import QIcon, QImageReader
from PySide6.QtWidgets import QApplication

from secondopinion_desktop.base import paths
from secondopinion_desktop.base.resources import resource
from secondopinion_desktop.base.settings import SettingsStore
from secondopinion_desktop.selftest.demand import demand
from secondopinion_desktop.selftest.keeping import open_sample
from secondopinion_desktop.services.packets import MadeFor, usual_choice
from secondopinion_desktop.services.paper import recovery_pages
from secondopinion_desktop.ui.program import Program
from secondopinion_desktop.ui.theme import Letters, Look, install_theme
from secondopinion_desktop.ui.theme.fonts import family
from secondopinion_desktop.ui.theme.icons import pixmap
from secondopinion_desktop.ui.wiring import page_factories

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS = 60_000
_LEAST_COLORS = 12
_KINDS_OF_PICTURES = {"svg", "png", "jpeg", "gif", "tiff", "webp"}


def paper(folder: Path) -> str:
    """Draw the summary and the recovery sheet, and make pictures of them."""
    file = open_sample(folder)
    try:
        pages = file.packets.pages(usual_choice(MadeFor("everything")))
    finally:
        file.close()
    for document, words in ((pages, "Margaret"), (recovery_pages("ABCD", "a4"), "ABCD")):
        demand(document.pdf.startswith(b"%PDF"), "no PDF was made")
        demand(words in "".join(document.page_text(number) for number in range(document.page_count)), "words are lost")
        image = document.page_image(0, 50)
        demand(len(set(image.rgbx[::4])) > _LEAST_COLORS, "the picture of a page is empty")
        count = document.page_count
        document.close()
    demand(b"SourceSans3" in pages.pdf, "the typeface is not in the PDF")
    return f"{count} page of the sheet, {len(pages.pdf) // 1024} kB of summary"


def sorting(_folder: Path) -> str:
    """Look whether words are compared as their language does, and not letter by letter."""
    for locale, words in (("de_DE", ["Apfel", "Äpfel", "Zebra"]), ("sv_SE", ["Apfel", "Zebra", "Äpple"])):
        collator = QCollator(QLocale(locale))
        demand(sorted(set(words), key=collator.sortKey) == words, f"words are in the wrong order: {locale}")
    return ""


def pictures(_folder: Path) -> str:
    """Look whether Qt reads every kind of picture that is shown or kept beside records."""
    _application()
    found = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    missing = sorted(_KINDS_OF_PICTURES - found)
    demand(not missing, "cannot be read: " + ", ".join(missing))
    drawn = QIcon(str(resource("icons", "app", "secondopinion.svg"))).pixmap(32)
    demand(not drawn.isNull(), "the program's own icon is not drawn")
    return ", ".join(sorted(found))


def fonts(_folder: Path) -> str:
    """Look whether Qt finds both typefaces."""
    _application()
    found = [family(letters) for letters in (Letters.STANDARD, Letters.CLEAR)]
    demand(found == ["Source Sans 3", "Atkinson Hyperlegible Next"], f"Qt found these instead: {found}")
    return ", ".join(found)


def icons(_folder: Path) -> str:
    """Look whether every icon is drawn."""
    _application()
    names = sorted(path.stem for path in resource("icons").glob("*.svg"))
    empty = [name for name in names if _is_blank(pixmap(name, "text", 24, 1).toImage())]
    demand(names and not empty, "nothing is drawn for: " + ", ".join(empty))
    return f"{len(names)} icons"


def _is_blank(image: Any) -> bool:
    return all(image.pixelColor(x, y).alpha() == 0 for x in range(image.width()) for y in range(image.height()))


def window(folder: Path) -> str:
    """Open the made-up case as a person would, and look at every page."""
    open_sample(folder).close()
    application = _application()
    program = Program(SettingsStore(paths.settings_dir() / "settings.json"))
    program.entrance.opened.connect(_go_on)
    QTimer.singleShot(_PATIENCE_MS, _go_on)
    program.start(folder / "sample.secondopinion")
    application.exec()
    window, file = program.window, program.file
    try:
        demand(file is not None and window.shell is not None, "the sample does not open in the window")
        assert file is not None
        assert window.shell is not None
        pages = list(page_factories(file, window.messages))
        for page in pages:
            window.shell.go(page)
            picture = window.grab().toImage().scaled(320, 200)
            colors = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
            demand(len(colors) > _LEAST_COLORS, f"page {page} is not drawn")
        program.workers.finish()  # nothing may still read the file when it is closed
    finally:
        window.close()
        program.end()
    return f"{len(pages)} pages"


def _go_on() -> None:
    """Leave the event loop, without closing windows as quitting would."""
    QCoreApplication.exit(0)


def _application() -> Any:
    """Return the one QApplication, in our colours, made when it is first needed."""
    application = QApplication.instance()
    if application is None:
        application = QApplication(["secondopinion"])
        application.setQuitOnLastWindowClosed(False)
        install_theme(application, Look())
    return application
