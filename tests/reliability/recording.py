"""What a program asked the disk to do, as strace saw it: every write, sync, truncation, link, rename and removal."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLS = (
    "openat,open,creat,close,dup,dup2,dup3,lseek,write,pwrite64,ftruncate,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat"
)
_STRACE = ("strace", "-f", "--seccomp-bpf")
_LINE = re.compile(r"(?:\d+ +)?(?P<call>\w+)\((?P<arguments>.*)\) += (?P<answer>-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True)
class Event:
    """One request. `kind`: said, write, truncate, sync, sync_folder, make, remove, rename, link."""

    kind: str
    path: str = ""
    data: bytes = b""
    offset: int = 0
    other: str = ""


@dataclass
class _Handle:
    path: str
    offset: int = 0


def can_record() -> bool:
    """Return whether strace is there and allowed to work."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return (
        subprocess.run(
            [strace, "-f", "--seccomp-bpf", "-o", "/dev/null", "true"], check=False, capture_output=True
        ).returncode
        == 0
    )


def record(arguments: list[str], root: Path, report: Path) -> list[Event]:
    """Run this Python with `arguments` under strace; return what it did below `root`, and what it said, in order."""
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-xx",
        "-s",
        "8000000",
        "-e",
        f"trace={_CALLS}",
        "-o",
        str(report),
    ]
    subprocess.run([*command, sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL, timeout=300)
    with report.open(encoding="ascii", errors="replace") as lines:
        return list(_Reader(root).events(lines))


@dataclass
class _Reader:
    root: Path
    handles: dict[int, _Handle] = field(default_factory=dict)

    def events(self, lines: Iterator[str]) -> Iterator[Event]:
        for line in lines:
            found = _LINE.match(line)
            if not found or int(found["answer"]) < 0:
                continue
            texts = [bytes.fromhex(text.replace("\\x", "")) for text, _cut in _TEXT.findall(found["arguments"])]
            words = [word.strip() for word in _TEXT.sub("", found["arguments"]).split(",")]
            yield from self._event(found["call"], texts, words, int(found["answer"]))

    def _event(self, call: str, texts: list[bytes], words: list[str], answer: int) -> Iterator[Event]:
        if call in {"open", "openat", "creat"}:
            yield from self._open(self._place(texts[0]), words, answer)
        elif call in {"rename", "renameat", "renameat2", "link", "linkat"}:
            before, after = self._place(texts[0]), self._place(texts[1])
            if before and after:
                yield Event("rename" if call.startswith("rename") else "link", before, other=after)
        elif call in {"unlink", "unlinkat"}:
            if place := self._place(texts[0]):
                yield Event("remove", place)
        elif call in {"dup", "dup2", "dup3"}:
            if (handle := self.handles.get(int(words[0]))) is not None:
                self.handles[answer] = handle
        else:
            yield from self._on_handle(call, texts, words, answer)

    def _open(self, place: str, words: list[str], answer: int) -> Iterator[Event]:
        self.handles.pop(answer, None)
        if not place:
            return
        flags = next((word for word in words if "O_" in word), "")
        self.handles[answer] = _Handle(place)
        if "O_CREAT" in flags:
            yield Event("make", place)
        if "O_TRUNC" in flags:
            yield Event("truncate", place)

    def _on_handle(self, call: str, texts: list[bytes], words: list[str], answer: int) -> Iterator[Event]:
        number = int(words[0])
        if call == "write" and number == 1:
            yield Event("said", data=texts[0])
            return
        handle = self.handles.get(number)
        if handle is None:
            return
        if call == "close":
            del self.handles[number]
        elif call == "lseek":
            handle.offset = answer
        elif call == "write":
            yield Event("write", handle.path, texts[0][:answer], handle.offset)
            handle.offset += answer
        elif call == "pwrite64":
            yield Event("write", handle.path, texts[0][:answer], int(words[-1]))
        elif call == "ftruncate":
            yield Event("truncate", handle.path, offset=int(words[-1]))
        else:
            is_folder = (self.root / handle.path).is_dir()
            yield Event("sync_folder" if is_folder else "sync", handle.path)

    def _place(self, name: bytes) -> str:
        """Return the path below the root, "" for what lies elsewhere."""
        path = Path(name.decode(errors="surrogateescape"))
        try:
            return str(path.relative_to(self.root)) if path != self.root else "."
        except ValueError:
            return ""
