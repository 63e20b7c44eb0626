"""Make the checkout's own environment when needed, then go on inside it.

Standard library only: nothing else is installed when this runs. The environment is
`.venv` in the checkout. A stamp beside the installed packages holds the checksum of the
requirements it was filled from; it is taken away before anything is installed and put
back after, so that an interrupted start is noticed and repaired by the next one.
"""

import contextlib
import hashlib
import importlib.util
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

from journal.installing import InstallFailed, install

_PACKAGE = Path(__file__).resolve().parent
_INSIDE = "_JOURNAL_INSIDE_VENV"  # set for the second step, so that it never loops
_INTERRUPTED = 130

CHECKOUT: Path | None = (
    _PACKAGE.parent if (_PACKAGE.parent / "pyproject.toml").is_file() else None
)


class CannotStart(Exception):
    """What stands in the way and what to do, as one line."""


def run(checkout: Path, arguments: list[str]) -> int:
    """Run the command in the checkout's environment; return the exit code."""
    try:
        with _terminated_like_interrupted():
            if _is_inside(checkout):
                os.environ.pop(_INSIDE, None)
                _fill(checkout, arguments[:1])
            else:
                _enter(checkout, arguments)
        return _command(checkout, arguments)
    except (CannotStart, InstallFailed) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start carries on from here.", file=sys.stderr)
        return _INTERRUPTED


def _command(checkout: Path, arguments: list[str]) -> int:
    if arguments[:1] == ["test"]:
        os.chdir(checkout)
        _become([sys.executable, "-m", "pytest", *arguments[1:]])
    if arguments[:1] == ["check-code"]:
        return _check_code(checkout)
    from journal import cli

    return cli.main(arguments)


def _check_code(checkout: Path) -> int:
    """Run every check, also after one has failed; return the first failure."""
    commands = (
        [sys.executable, "-m", "ruff", "check", "."],
        [sys.executable, "-m", "mypy"],
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    )
    codes = [subprocess.call(command, cwd=checkout) for command in commands]
    return next((code for code in codes if code), 0)


def _is_inside(checkout: Path) -> bool:
    return Path(sys.prefix).resolve() == (checkout / ".venv").resolve()


def _venv_python(checkout: Path) -> Path:
    if os.name == "nt":
        return checkout / ".venv" / "Scripts" / "python.exe"
    return checkout / ".venv" / "bin" / "python"


def _enter(checkout: Path, arguments: list[str]) -> NoReturn:
    """Become the same command under the checkout's own Python."""
    if os.environ.get(_INSIDE):
        raise CannotStart(
            f"{checkout / '.venv'} is damaged: delete it and start again."
        )
    python = _venv_python(checkout)
    if not _answers(python):
        with _alone(checkout):
            if not _answers(python):
                _make_environment(checkout)
    os.environ[_INSIDE] = "1"
    _become([str(python), "-m", "journal", *arguments])


def _become(command: list[str]) -> NoReturn:
    if os.name == "nt":  # exec there returns to the shell at once
        raise SystemExit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def _answers(python: Path) -> bool:
    """Tell whether the environment is there with a Python that is new enough."""
    if not (python.parent.parent / "pyvenv.cfg").is_file():
        return False
    probe = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-SIc", probe], check=False).returncode == 0
    except OSError:
        return False


def _make_environment(checkout: Path) -> None:
    print("First start: making an environment in .venv …", flush=True)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise CannotStart(
            f"This Python has no venv module: install it (Debian, Ubuntu: "
            f"`sudo apt install python{version}-venv`) and start again."
        )
    folder = checkout / ".venv"
    import venv

    try:
        # Without pip: it comes in the next step, which also repairs one that is gone.
        venv.create(folder, clear=folder.is_dir(), with_pip=False)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise CannotStart(
            f"Cannot write {folder} ({reason}): "
            "make the folder writable, or put the checkout where you may write."
        ) from None


def _fill(checkout: Path, command: list[str]) -> None:
    """Install what the command needs, unless the stamps say that it is there."""
    wanted = [checkout / "journal" / "requirements.txt"]
    if command in (["test"], ["check-code"]):
        wanted.append(checkout / "tests" / "requirements.txt")
    if all(_stamp(file).is_current() for file in wanted):
        return
    with _alone(checkout):
        for file in wanted:
            stamp = _stamp(file)
            if stamp.is_current():  # another start was quicker
                continue
            try:
                stamp.remove()
                install(file, log=checkout / ".venv" / "install.log")
                stamp.write()
            except OSError as problem:
                raise CannotStart(
                    f"Cannot write {checkout / '.venv'} ({problem.strerror}): "
                    "make the folder writable and start again."
                ) from None


class _stamp:  # noqa: N801 - used like a function: _stamp(file).write()
    """The mark that a requirements file has been installed, whole, for this Python."""

    def __init__(self, requirements: Path) -> None:
        # By version: after an upgrade of Python the packages are in another folder.
        name = f"{requirements.parent.name}-{sys.implementation.cache_tag}.installed"
        self._file = Path(sys.prefix) / name
        self._content = hashlib.sha256(requirements.read_bytes()).hexdigest()

    def is_current(self) -> bool:
        try:
            return self._file.read_text("ascii") == self._content
        except (OSError, UnicodeDecodeError):
            return False

    def remove(self) -> None:
        self._file.unlink(missing_ok=True)

    def write(self) -> None:
        half = self._file.with_suffix(".part")
        half.write_text(self._content, "ascii")
        half.replace(self._file)


@contextlib.contextmanager
def _alone(checkout: Path) -> Iterator[None]:
    """Hold back a second start in the same checkout until this one has installed."""
    if os.name == "nt":
        yield
        return
    import fcntl

    folder = os.open(checkout, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another start is still installing; waiting for it …", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


@contextlib.contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """Let SIGTERM end an installation as Ctrl-C does: with pip ended too."""

    def interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
