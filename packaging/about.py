"""What packages say about the program, in one place: name, version, and the type of its files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
APP_ID = "io.github.secondopinion.SecondOpinion"
NAME = "Second Opinion"
COMMAND = "secondopinion"
PACKAGE = "secondopinion-desktop"
SUFFIX = "secondopinion"
MIME_TYPE = "application/x-secondopinion"
SUMMARY = "Keep visits, questions and records for a second opinion together"
COPYRIGHT = "The Second Opinion contributors"
FILE_KIND = "Second Opinion file"
MAC_OLDEST = "13.0"


def _version() -> str:
    text = (ROOT / "secondopinion_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([\d.]+)"', text, re.MULTILINE)
    if found is None:
        raise SystemExit("secondopinion_desktop/__init__.py does not say its version.")
    return found[1]


VERSION = _version()


def windows_version(folder: Path) -> str:
    """Write the version resource of the Windows program into `folder`; return its path."""
    numbers = tuple([*(int(part) for part in VERSION.split(".")), 0, 0, 0][:4])
    words = {
        "CompanyName": COPYRIGHT,
        "FileDescription": NAME,
        "FileVersion": VERSION,
        "InternalName": COMMAND,
        "LegalCopyright": f"MIT License, {COPYRIGHT}",
        "OriginalFilename": f"{COMMAND}.exe",
        "ProductName": NAME,
        "ProductVersion": VERSION,
    }
    lines = ",\n        ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    path = folder / "version.txt"
    path.write_text(
        f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1,
                    subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
        {lines}])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
""",
        encoding="utf-8",
    )
    return str(path)


def mac_properties() -> dict[str, Any]:
    """Return the Info.plist of the macOS program: above all, that it opens our files."""
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": FILE_KIND,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{APP_ID}.file"],
                "CFBundleTypeIconFile": "secondopinion-file.icns",
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{APP_ID}.file",
                "UTTypeDescription": FILE_KIND,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": MAC_OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"MIT License, {COPYRIGHT}",
        "NSRequiresAquaSystemAppearance": False,
    }
