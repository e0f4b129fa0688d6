#!/usr/bin/env python3
"""Set up, start, test and check Second Opinion. Needs git and Python 3.11 or newer, and nothing else.

python3 dev.py run [FILE ...]    start the program (what follows is passed on to it)
python3 dev.py test [...]        run the tests; no display needed (what follows is passed on to pytest)
python3 dev.py check             lint, layout, types, floors, words: all that must be right before a change lands
python3 dev.py shots [...]       picture every screen
python3 dev.py bench [...]       measure the speed
python3 dev.py faults [...]      kill, cut the power, fill disks, for an hour: no saved word may be lost
python3 dev.py translations      bring the list of words for translators up to date
python3 dev.py bundle [...]      build the program that people install (`bundle -h` tells what else)
python3 dev.py lock [--upgrade]  pin the packages again, from pyproject.toml

On Windows write "py" instead of "python3". Nothing outside this folder is touched: packages go into .venv.
"""

# Written so that an old Python can still read this file, and say that it is too old.

import hashlib
import io
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dev_cures as cures

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "packaging" / "requirements"
TEMPLATE = ROOT / "resources" / "locale" / "secondopinion.pot"
# What the program does without a window, so that no display is asked for.
WITHOUT_WINDOW = ("sample", "summary", "check", "self-test", "-h", "--help", "--version")


def main() -> int:
    verbs = {
        "run": run,
        "test": test,
        "check": check,
        "shots": shots,
        "bench": bench,
        "faults": faults,
        "translations": translations,
        "bundle": bundle,
        "lock": lock,
    }
    verb = verbs.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if verb is None:
        print(__doc__.strip())
        return 0 if sys.argv[1:] in (["-h"], ["--help"], ["help"]) else 2
    cures.refuse_old_python()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console may lack a letter of a report
    return verb(sys.argv[2:])


# The verbs -----------------------------------------------------------------------------------------------------------


def run(args: "list[str]") -> int:
    if not any(arg in WITHOUT_WINDOW for arg in args[:1]):
        cures.refuse_without_display()
        cures.refuse_without_qt_libraries(window="QT_QPA_PLATFORM" not in os.environ)
    command = [str(environment("app")), "-P", "-m", "secondopinion_desktop", *args]
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - no second process, so that signals reach the program itself
    return subprocess.call(command)


def test(args: "list[str]") -> int:
    return offscreen(["pytest", "--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal", *args])


def shots(args: "list[str]") -> int:
    return offscreen(["tests.shots", *args])


def bench(args: "list[str]") -> int:
    return offscreen(["tests.bench", *args])


def faults(args: "list[str]") -> int:
    return offscreen(["tests.reliability", *(args or ["all"])])


def check(_args: "list[str]") -> int:
    """Run every check, side by side, and say at the end which of them are not right."""
    python = environment("test")
    checks = {
        "lint": [tool(python, "ruff"), "check", "--quiet"],
        "layout": [tool(python, "ruff"), "format", "--check", "--quiet"],
        "types": [str(python), "-m", "mypy", "--no-error-summary"],
        "floors": [tool(python, "lint-imports"), "--no-logo"],
        "words": [sys.executable, str(ROOT / "dev.py"), "translations", "--check"],
    }
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        results = dict(zip(checks, pool.map(quietly, checks.values())))
    wrong = [name for name, result in results.items() if result.returncode]
    for name in wrong:
        print(f"--- {name}\n{results[name].stdout.strip()}")
    print(f"Not right: {', '.join(wrong)}." if wrong else f"All right: {', '.join(checks)}.")
    return 1 if wrong else 0


def translations(args: "list[str]") -> int:
    """Write the template that translators start from; with --check only say whether it is up to date."""
    fresh = extracted_words(tool(environment("test"), "pybabel"))
    if "--check" not in args:
        TEMPLATE.write_bytes(fresh.encode())
        return 0
    if TEMPLATE.is_file() and TEMPLATE.read_text(encoding="utf-8") == fresh:
        return 0
    print("The words shown by the program have changed.\nRun: python3 dev.py translations")
    return 1


def bundle(args: "list[str]") -> int:
    """Build in an environment of its own: what else is installed must not change what goes in."""
    python = environment("build", folder=".venv-build")
    return subprocess.call([str(python), "packaging/bundle.py", *args], cwd=str(ROOT))


def lock(args: "list[str]") -> int:
    """Pin every package for every system at once; `--upgrade` takes newer versions than the ones pinned now."""
    uv = tool(environment("tools", folder=".venv-tools"), "uv")
    with_app = ["pyproject.toml", "--constraints", str(REQUIREMENTS / "app.txt"), "--group"]
    kinds = {"app": ["pyproject.toml"], "test": [*with_app, "test"], "build": [*with_app, "build"]}
    for name, sources in [*kinds.items(), ("tools", ["--group", "tools"])]:
        target = REQUIREMENTS / (name + ".txt")
        command = [
            uv, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
            "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate",
            *sources, "--output-file", str(target), *args,
        ]  # fmt: skip
        if subprocess.call(command, cwd=str(ROOT), stdout=subprocess.DEVNULL, env=with_index_for_uv()):
            return 1
        if "://" in target.read_text(encoding="utf-8"):
            cures.stop(f"{target.name} holds an address now. Remove it: pins must work with any index.")
    return 0


# The environment -----------------------------------------------------------------------------------------------------


def environment(kind: str, folder: str = ".venv") -> Path:
    """Return the Python of an environment that holds exactly-pinned packages; build or renew it if needed.

    "test" holds everything that "app" holds, so that both live in one folder.
    """
    home = ROOT / folder
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    maker = f"{sys.version}\n{sys.base_prefix}\n{ROOT}"
    if not python.exists() or read(home / "made-by.txt") != maker:
        make_environment(home, python)
        (home / "made-by.txt").write_text(maker, encoding="utf-8")
    if read(stamp_of(home, kind)) != fingerprint(kind):
        install(python, kind)
        for covered in ("app", "test") if kind == "test" else (kind,):
            stamp_of(home, covered).write_text(fingerprint(covered), encoding="utf-8")
    return python


def stamp_of(home: Path, kind: str) -> Path:
    return home / f"installed-{kind}.txt"


def fingerprint(kind: str) -> str:
    return hashlib.sha256((REQUIREMENTS / (kind + ".txt")).read_bytes()).hexdigest()


def make_environment(home: Path, python: Path) -> None:
    cures.refuse_without_venv()
    print(f"Making {home.name} ...", file=sys.stderr, flush=True)
    result = quietly([sys.executable, "-m", "venv", "--clear", str(home)])
    if result.returncode:
        cures.refuse_without_venv(result.stdout)
        cures.stop(f"Python could not make its environment in {home}:\n{result.stdout}")
    where = quietly([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip()
    # The program is found from any folder, so that file names on the command line mean what they say.
    Path(where, "this-checkout.pth").write_text(str(ROOT) + "\n", encoding="utf-8")


def install(python: Path, kind: str) -> None:
    print("Installing packages; the first time takes a minute or two ...", file=sys.stderr, flush=True)
    command = [
        str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install",
        "--require-hashes", "--only-binary", ":all:", "--requirement", str(REQUIREMENTS / (kind + ".txt")),
    ]  # fmt: skip
    result = quietly(command)
    if result.returncode:
        cures.refuse_without_packages(result.stdout)


def offscreen(command: "list[str]") -> int:
    cures.refuse_without_qt_libraries(window=False)
    python = environment("test")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.call([str(python), "-m", *command], cwd=str(ROOT))


def quietly(command: "list[str]") -> "subprocess.CompletedProcess[str]":
    """Run a command in the checkout and keep what it says, from both of its mouths, as text."""
    return subprocess.run(
        command,
        check=False,
        cwd=str(ROOT),
        env=dict(os.environ, PYTHONUTF8="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def tool(python: Path, name: str) -> str:
    """Return the path of a program installed beside `python`."""
    return str(python.with_name(name + (".exe" if os.name == "nt" else "")))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def with_index_for_uv() -> "dict[str, str]":
    """Let uv use the same index as pip, where one is set."""
    env = dict(os.environ)
    if "PIP_INDEX_URL" in env:
        env.setdefault("UV_DEFAULT_INDEX", env["PIP_INDEX_URL"])
    return env


def extracted_words(pybabel: str) -> str:
    """Return the template of all words, the same for the same code: no date, no line numbers, no version of Babel."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "words.pot")
        command = [
            pybabel, "--quiet", "extract", "--mapping-file=pyproject.toml", "--output-file", str(target),
            "--no-default-keywords", "--keywords=_", "--keywords=N_", "--keywords=ngettext:1,2",
            "--add-comments=Translators:", "--add-location=file", "--sort-output", "--width=120",
            "--project=Second Opinion", "--version=1",
            "--header-comment=# The words of Second Opinion, for translators. Made by: python3 dev.py translations",
            "secondopinion_desktop",
        ]  # fmt: skip
        result = quietly(command)
        if result.returncode:
            cures.stop("The words could not be collected:\n" + result.stdout)
        lines = target.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(('"POT-Creation-Date', '"Generated-By')))


if __name__ == "__main__":
    sys.exit(main())
