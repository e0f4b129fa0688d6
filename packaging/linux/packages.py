"""The Debian package and the archive with an installer, both from one staged tree; the same bytes for the same tree."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import about
import system_libs

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
BUILD = about.ROOT / "build" / "bundle"
TREE = BUILD / "tree"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MAIL = "noreply@example.org"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DESCRIPTION = """\
Second Opinion is a calm, private place for everything that comes with asking
 another doctor: visits and notes, questions and answers, medical records on
 their way, insurance, phone calls, and what each doctor advised.
 .
 It organizes. It never advises, scores or predicts. It works without the
 internet, has no account, and sends nothing anywhere: everything is in one
 file that can be copied, moved and locked with a passphrase.
"""


def make(folder: Path, target: Path, *, deb: bool, tar: bool) -> list[Path]:
    """Make what is wanted of the built `folder`; return the files made in `target`."""
    machine = os.uname().machine
    stage(folder)
    made = []
    if deb:
        made.append(make_deb(target / f"{about.PACKAGE}_{about.VERSION}_{ARCHITECTURES[machine]}.deb", machine))
    if tar:
        made.append(make_tar(target / f"{about.PACKAGE}-{about.VERSION}-linux-{machine}.tar.gz"))
    return made


def stage(folder: Path) -> None:
    """Lay everything out below `TREE` as it will lie below the root of a system."""
    shutil.rmtree(TREE, ignore_errors=True)
    home, share = TREE / "usr/lib" / about.PACKAGE, TREE / "usr/share"
    shutil.copytree(folder, home, symlinks=True)
    (TREE / "usr/bin").mkdir()
    (TREE / "usr/bin" / about.COMMAND).symlink_to(f"../lib/{about.PACKAGE}/{about.COMMAND}")
    for source, place in (
        ("desktop", f"applications/{about.APP_ID}.desktop"),
        ("metainfo.xml", f"metainfo/{about.APP_ID}.metainfo.xml"),
        ("mime.xml", f"mime/packages/{about.APP_ID}.xml"),
    ):
        write(share / place, filled(HERE / "share" / source))
    write(share / f"man/man1/{about.COMMAND}.1.gz", packed(filled(HERE / "share" / "manual.1")))
    place_icons(share / "icons/hicolor")
    doc = share / "doc" / about.PACKAGE
    write(doc / "copyright", filled(HERE / "share" / "copyright"))
    write(doc / "changelog.gz", packed(changelog()))
    for path in TREE.rglob("*"):
        if not path.is_symlink():
            executable = path.is_dir() or (path.parent == home and path.suffix == "")
            path.chmod(0o755 if executable else 0o644)


def changelog() -> bytes:
    """Return the list of changes as Debian writes it: this version, and where to read more."""
    moment = day_of("+%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"{about.PACKAGE} ({about.VERSION}) unstable; urgency=medium\n\n"
        f"  * Version {about.VERSION}. What changed is listed with each release.\n\n"
        f" -- {about.COPYRIGHT} <{MAIL}>  {moment}\n"
    ).encode()


def place_icons(hicolor: Path) -> None:
    """Put the program's picture and that of its files where desktops look for them."""
    pictures = {about.COMMAND: f"apps/{about.APP_ID}", f"{about.COMMAND}-file": f"mimetypes/{mime_icon()}"}
    for name, place in pictures.items():
        for size in ICON_SIZES:
            write(
                hicolor / f"{size}x{size}" / f"{place}.png", (BUILD / "icons" / str(size) / f"{name}.png").read_bytes()
            )
        drawing = about.ROOT / "resources" / "icons" / "app" / f"{name}.svg"
        write(hicolor / "scalable" / f"{place}.svg", drawing.read_bytes())


def mime_icon() -> str:
    """Return the name under which desktops look for the picture of our files."""
    return about.MIME_TYPE.replace("/", "-")


def filled(template: Path) -> bytes:
    """Return a template with the names and the version filled in."""
    text = template.read_text(encoding="utf-8")
    for name in ("APP_ID", "NAME", "COMMAND", "PACKAGE", "SUFFIX", "MIME_TYPE", "SUMMARY", "FILE_KIND", "VERSION"):
        text = text.replace(f"@{name}@", str(getattr(about, name)))
    return text.replace("@MIME_ICON@", mime_icon()).replace("@DATE@", day_of("+%Y-%m-%d")).encode()


def day_of(form: str) -> str:
    """Return when the source was committed, in English, as `date` writes it."""
    command = ["date", "--utc", f"--date=@{os.environ['SOURCE_DATE_EPOCH']}", form]
    env = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(command, capture_output=True, check=True, text=True, env=env).stdout.strip()


def packed(content: bytes) -> bytes:
    """Return `content` compressed, without a date."""
    return gzip.compress(content, 9, mtime=0)


def write(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def files_in(tree: Path) -> Iterator[Path]:
    """Yield every file, link and folder below `tree`, in one order."""
    yield from sorted(tree.rglob("*"))


def make_deb(target: Path, machine: str) -> Path:
    """Make a Debian package. No scripts run at installation: dpkg's triggers refresh menus and file types."""
    control = TREE / "DEBIAN"
    overrides = TREE / "usr/share/lintian/overrides" / about.PACKAGE
    write(overrides, (HERE / "lintian-overrides").read_bytes())
    installed = sum(path.lstat().st_size for path in files_in(TREE / "usr") if path.is_file()) // 1024
    depends = ", ".join([*system_libs.debian_depends(TREE / "usr/lib"), "fontconfig"])
    fields = f"""\
Package: {about.PACKAGE}
Version: {about.VERSION}
Architecture: {ARCHITECTURES[machine]}
Maintainer: {about.COPYRIGHT} <{MAIL}>
Installed-Size: {installed}
Depends: {depends}
Recommends: libcups2t64 | libcups2, xdg-desktop-portal
Section: misc
Priority: optional
Description: {about.SUMMARY[0].lower()}{about.SUMMARY[1:]}
 {DESCRIPTION}"""
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(TREE)}\n"
        for path in files_in(TREE / "usr")
        if path.is_file() and not path.is_symlink()
    )
    write(control / "control", fields.encode())
    write(control / "md5sums", sums.encode())
    for path in (overrides, control / "control", control / "md5sums"):
        path.chmod(0o644)
    for path in [*control.parents, *overrides.parents, control]:
        if path.is_relative_to(TREE):
            path.chmod(0o755)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(TREE), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(control)
    overrides.unlink()
    return target


def make_tar(target: Path) -> Path:
    """Make an archive of the same tree, with `install.sh` in front, which needs no root."""
    top = target.name.removesuffix(".tar.gz")
    libraries, glibc = system_libs.wanted_from_system(TREE / "usr/lib")
    names = " ".join(name for name in libraries if system_libs.DEBIAN.get(name) and name != "libc.so.6")
    installer = filled(HERE / "install.sh").decode().replace("@LIBRARIES@", names).replace("@GLIBC@", glibc)
    write(BUILD / "install.sh", installer.encode())
    (BUILD / "install.sh").chmod(0o755)
    moment = int(os.environ["SOURCE_DATE_EPOCH"])

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    with (
        target.open("wb") as stream,
        gzip.GzipFile("", "wb", 9, stream, mtime=0) as squeezed,
        tarfile.open(fileobj=squeezed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        archive.add(BUILD / "install.sh", f"{top}/install.sh", filter=plain)
        for path in files_in(TREE / "usr"):
            archive.add(path, f"{top}/{path.relative_to(TREE)}", recursive=False, filter=plain)
    return target
