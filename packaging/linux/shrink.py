"""What is done to the built folder on Linux after PyInstaller: nothing of the build machine stays, and ICU gets small.

ICU's data are a fifth of the program: names of countries, currencies, units and time zones in 800 languages. Qt has its
own tables for these and asks ICU only how to compare words. All the rest is taken out of the one file that holds it.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import system_libs

_FORMAT = b"CmnD"
_FORMAT_AT = 12  # from the start of the header
_ALIGNED = 16
# Beside the tables for comparing words ("coll/"): what belongs to no language. The others have a folder each, or are
# named like a language ("de_AT.res") or like a code page ("ibm-37_P100-1995.cnv").
_LEFT_OUT = re.compile(
    r"(brkit|curr|lang|rbnf|region|translit|unit|zone)/|(?!root|res_index|pool)[a-z]{2,3}(_\w+)?\.res$|.*\.cnv$"
)
_ASSEMBLY = """\
.section .rodata
.globl {symbol}
.type {symbol}, @object
.balign 16
{symbol}:
.incbin "data"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",@progbits
"""


class Item(NamedTuple):
    """One table: its name as "icudt73l/coll/de.res", and its bytes."""

    name: bytes
    content: bytes


def shrink(folder: Path) -> None:
    """Shrink what is in the built `folder`."""
    forget_build_machine(folder)
    for library in folder.rglob("libicudata.so.*"):
        shrink_icu(library)


def forget_build_machine(folder: Path) -> None:
    """Let no library look for others where the Python of the build machine lies, but beside itself."""
    home = f"{sys.base_prefix}/lib".encode()
    for path in system_libs.programs_in(folder):
        content = path.read_bytes()
        if home + b"\0" in content:
            up = "/".join(["$ORIGIN", *[".."] * (len(path.relative_to(folder / "_internal").parts) - 1)]).encode()
            if len(up) > len(home):
                raise SystemExit(f"{path.name} looks for libraries in {home.decode()}, which is too short to change.")
            path.write_bytes(content.replace(home + b"\0", up.ljust(len(home) + 1, b"\0")))


def shrink_icu(library: Path) -> None:
    """Build ICU's library of data anew with the tables that are needed."""
    header, items = read(library)
    kept = [item for item in items if not _LEFT_OUT.match(item.name.partition(b"/")[2].decode())]
    if len(kept) < 50 or not any(b"/coll/de.res" in item.name for item in kept):  # noqa: PLR2004 - there are 150
        raise SystemExit(f"{library.name} is not as it was expected.")
    symbol = re.sub(rb"[lb]$", b"_dat", items[0].name.partition(b"/")[0]).decode()
    with tempfile.TemporaryDirectory() as place:
        Path(place, "data").write_bytes(written(header, kept))
        Path(place, "data.s").write_text(_ASSEMBLY.format(symbol=symbol), encoding="ascii")
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=place, check=True)
        command = ["ld", "-shared", "-s", "-soname", library.name, "-z", "noseparate-code", "-o", "small.so", "data.o"]
        subprocess.run(command, cwd=place, check=True)
        library.write_bytes(Path(place, "small.so").read_bytes())


def read(library: Path) -> tuple[bytes, list[Item]]:
    """Return the header and every table of ICU's library of data."""
    content = library.read_bytes()
    start = content.index(_FORMAT) - _FORMAT_AT
    said = subprocess.run(["objdump", "-T", library], capture_output=True, check=True, text=True).stdout
    found = re.search(r"([0-9a-f]{8,16})\s+(?:\S+\s+)?icudt\d+_dat", said)
    if found is None:
        raise SystemExit(f"{library.name} does not say how long its data are.")
    package = content[start : start + int(found[1], 16)]
    size = struct.unpack_from("<H", package)[0]
    table = package[size:]
    (count,) = struct.unpack_from("<I", table)
    places = [struct.unpack_from("<II", table, 4 + 8 * number) for number in range(count)]
    ends = [at for _, at in places[1:]] + [len(table)]
    return package[:size], [
        Item(table[name : table.index(b"\0", name)], table[at:end])
        for (name, at), end in zip(places, ends, strict=True)
    ]


def written(header: bytes, items: list[Item]) -> bytes:
    """Return the tables as one package: header, list of places, names, and the tables themselves."""
    names = b"".join(item.name + b"\0" for item in items)
    name_at = 4 + 8 * len(items)
    at = -(-(len(header) + name_at + len(names)) // _ALIGNED) * _ALIGNED - len(header)
    listed, body = [struct.pack("<I", len(items))], []
    first = at
    for item in items:
        listed.append(struct.pack("<II", name_at, at))
        padded = item.content.ljust(-(-len(item.content) // _ALIGNED) * _ALIGNED, b"\0")
        body.append(padded)
        name_at += len(item.name) + 1
        at += len(padded)
    return header + (b"".join(listed) + names).ljust(first, b"\0") + b"".join(body)
