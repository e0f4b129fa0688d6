"""The program's picture and that of its files, in every size and format that systems ask for, from one drawing each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(drawings: Path, target: Path) -> None:
    """Draw every `.svg` in `drawings` as `<size>/<name>.png`, `<name>.ico` and `<name>.icns` in `target`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image  # noqa: PLC0415 - what builds, and not what only copies, needs these
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    for drawing in sorted(drawings.glob("*.svg")):
        renderer = QSvgRenderer(str(drawing))
        pictures = {}
        for size in SIZES:
            image = QImage(size, size, QImage.Format.Format_ARGB32)
            image.fill(0)
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
            path = target / str(size) / f"{drawing.stem}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            image.save(str(path))
            pictures[size] = Image.open(path)
        small = [pictures[size] for size in _ICO_SIZES]
        small[-1].save(
            target / f"{drawing.stem}.ico", sizes=[(size, size) for size in _ICO_SIZES], append_images=small[:-1]
        )
        pictures[512].save(target / f"{drawing.stem}.icns", append_images=[pictures[128], pictures[256]])
    del application
