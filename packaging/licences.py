"""The licences of everything inside, and the list of parts (CycloneDX), from what is really installed.

Packages carry their licence in their own metadata; what carries none (Qt, SQLCipher, the parts of Qt) has its text in
`packaging/licences/`. A package without any text stops the build.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
import sysconfig
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import UUID

import about

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "licences"

# Packages whose licence text is one of ours, by the name of the file.
OURS = {"pyside6-essentials": "Qt.txt", "shiboken6": "Qt.txt"}
# What packages bring along without being packages: (name, version or where to ask for it, licence).
WITHIN = (
    ("Qt", "qt", "LGPL-3.0-only"),
    ("ICU", "", "Unicode-3.0"),
    ("SQLCipher", "cipher", "BSD-3-Clause"),
    ("SQLite", "sqlite", "blessing"),
    ("OpenSSL libcrypto (within sqlcipher3)", "", "Apache-2.0"),
    ("PDFium", "pdfium", "BSD-3-Clause AND Apache-2.0"),
    ("Source Sans 3", "", "OFL-1.1"),
    ("Atkinson Hyperlegible Next", "", "OFL-1.1"),
)
BUILT_WITH = "pyinstaller"  # its starter is inside, under a licence that allows any program
LIKE_A_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def write(target: Path) -> None:
    """Write the texts into the folder `target`."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copyfile(text, target / text.name)
    shutil.copyfile(about.ROOT / "LICENSE", target / "Second-Opinion.txt")
    (target / "Python.txt").write_text(python_licence(), encoding="utf-8")
    for package in [*packages(), metadata.distribution(BUILT_WITH)]:
        name = canonical(package.metadata["Name"])
        texts = licence_texts(package)
        if texts:
            body = "\n\n".join(f"---- {place}\n\n{text.strip()}" for place, text in texts)
            (target / f"{name}.txt").write_text(f"{name} {package.version}\n\n{body}\n", encoding="utf-8")
        elif name not in OURS:
            raise SystemExit(f"{name} carries no licence text: add one to packaging/licences and name it in OURS.")


def write_parts(sbom: Path, of_system: list[tuple[str, str]]) -> None:
    """Write the list of parts into `sbom`; `of_system` names the system's packages whose libraries are inside."""
    sbom.write_text(json.dumps(parts(of_system), indent=1) + "\n", encoding="utf-8")


def packages() -> list[metadata.Distribution]:
    """Return the installed packages that the program is made of, by name."""
    pins = (HERE / "requirements" / "app.txt").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", pins, re.MULTILINE)
    found = {canonical(one.metadata["Name"]): one for one in metadata.distributions()}
    return [found[name] for name in sorted(names) if name in found]


def canonical(name: str) -> str:
    """Return the name of a package as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_texts(package: metadata.Distribution) -> list[tuple[str, str]]:
    """Return (place, text) of every licence in a package's metadata, without what is only for other systems."""
    texts = []
    for file in package.files or []:
        inside = file.parts[0].endswith(".dist-info")
        meant = LIKE_A_LICENCE.search("/".join(file.parts[1:])) is not None and "android" not in file.parts
        path = Path(str(package.locate_file(file)))
        if inside and meant and path.is_file():
            texts.append(("/".join(file.parts[1:]), path.read_text(encoding="utf-8", errors="replace")))
    return sorted(texts)


def python_licence() -> str:
    """Return the licence of the Python that is inside."""
    library = Path(sysconfig.get_path("stdlib"))
    for place in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    # Debian keeps it elsewhere.
    debian = Path(f"/usr/share/doc/python3.{sys.version_info[1]}/copyright")
    if debian.is_file():
        return debian.read_text(encoding="utf-8")
    raise SystemExit("The licence of Python was not found.")


def versions() -> dict[str, str]:
    """Return the versions of what packages bring along."""
    import pypdfium2  # noqa: PLC0415
    from PySide6.QtCore import qVersion  # noqa: PLC0415
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    connection = dbapi2.connect(":memory:")
    cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    connection.close()
    return {
        "qt": qVersion(), "cipher": cipher.split()[0], "sqlite": dbapi2.sqlite_version,
        "pdfium": str(getattr(pypdfium2, "PDFIUM_INFO", "")).split("@")[0],
    }  # fmt: skip


def parts(of_system: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the list of parts as a CycloneDX document, the same for the same parts."""
    known = versions()
    components = [component("Python", platform.python_version(), "Python-2.0")]
    components += [component(name, known.get(version, ""), licence) for name, version, licence in WITHIN]
    for name, version in of_system:
        components.append({**component(name, version, ""), "purl": f"pkg:deb/debian/{name}@{version}"})
    for package in [*packages(), metadata.distribution(BUILT_WITH)]:
        name = canonical(package.metadata["Name"])
        said = package.metadata["License-Expression"] or package.metadata["License"] or ""
        components.append(
            {
                **component(name, package.version, said.splitlines()[0] if said else ""),
                "purl": f"pkg:pypi/{name}@{package.version}",
            }
        )
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial(components)}",
        "version": 1,
        "metadata": {
            "timestamp": moment(),
            "component": {"type": "application", "bom-ref": "program", "name": about.NAME, "version": about.VERSION,
                          "licenses": [{"expression": "MIT"}]},
            "properties": [{"name": "system", "value": f"{platform.system()} {platform.machine()}"}],
        },
        "components": [{**one, "bom-ref": f"part-{number}"} for number, one in enumerate(components)],
    }  # fmt: skip


def component(name: str, version: str, licence: str) -> dict[str, Any]:
    """Return one part."""
    found: dict[str, Any] = {"type": "library", "name": name}
    if version:
        found["version"] = version
    if licence:
        # An SPDX expression holds only such words; anything else is a name.
        simple = re.fullmatch(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*", licence)
        found["licenses"] = [{"expression": licence} if simple else {"license": {"name": licence[:120]}}]
    return found


def serial(components: list[dict[str, Any]]) -> UUID:
    """Return a number that belongs to these parts."""
    import hashlib  # noqa: PLC0415

    digest = hashlib.sha256(json.dumps([about.VERSION, components], sort_keys=True).encode()).digest()
    return UUID(bytes=digest[:16], version=4)


def moment() -> str:
    """Return the moment the source was committed."""
    from datetime import UTC, datetime  # noqa: PLC0415

    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).isoformat()
