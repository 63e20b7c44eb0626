"""Install a hashed requirements file with pip and say in one line how far it is."""

import os
import queue
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TextIO

_QUIET_STEP_S = 15  # between two lines where the output is no terminal
_DOWNLOADING = re.compile(r"^\s*(?:Downloading|Using cached) (\S+?)-\d")
_NO_NETWORK = (
    r"NewConnectionError|NameResolutionError|ConnectTimeout|Connection refused"
    r"|Max retries exceeded|Connection broken|ReadTimeout|ProxyError"
    r"|SSLError|ProtocolError|Network is unreachable"
)
_WHAT_WENT_WRONG = {
    r"No space left on device": ("The disk is full: free about 1 GB and start again."),
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one expected (wrong checksum) and was not "
        "installed: start again, on another network if this stays."
    ),
    _NO_NETWORK: (
        "Cannot reach the package index: check the internet connection (or proxy) "
        "and start again."
    ),
    r"No matching distribution found for ([\w.-]+)": (
        "No ready-made package of {0} for this machine and Python {python}: 64-bit "
        "Linux, macOS or Windows is needed."
    ),
}


class InstallFailed(Exception):
    """Why the packages could not be installed and what to do, as one line."""


def install(requirements: Path, log: Path) -> None:
    """Install into the running environment; pip's own words go to `log`.

    Raises InstallFailed with one line for the person, OSError if `log` cannot be
    written.
    """
    pinned = re.findall(r"^([\w.-]+)==", requirements.read_text("utf-8"), re.MULTILINE)
    progress = _Progress(len(set(pinned)), sys.stdout)
    _ensure_pip(log)
    command = [
        *(sys.executable, "-m", "pip", "install", "--no-input", "--progress-bar=off"),
        *("--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"),
        # The file names everything. Looking up dependencies again, an older pip takes
        # a newer release for "name[extra]" than the pinned one, and then refuses it.
        *("--no-deps", "-r", str(requirements)),
    ]
    with log.open("w", encoding="utf-8") as words:
        code = _follow(command, words, progress)
    if code:
        progress.end("")
        raise InstallFailed(_explain(log))
    progress.end("Everything is installed.")


def _ensure_pip(log: Path) -> None:
    """Put pip into the environment if it has none (fresh, or made by another tool)."""
    if _silent("-m", "pip", "--version"):
        return
    if not _silent("-m", "ensurepip", "--default-pip"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise InstallFailed(
            f"Cannot put pip into {log.parent}: install Python's venv module (Debian, "
            f"Ubuntu: `sudo apt install python{version}-venv`) and start again."
        )


def _silent(*arguments: str) -> bool:
    # Without the user's PYTHONPATH and site: a pip out there is not one in here.
    done = subprocess.run(
        [sys.executable, "-I", *arguments], capture_output=True, check=False
    )
    return done.returncode == 0


def _follow(command: list[str], words: TextIO, progress: "_Progress") -> int:
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as pip:
        threading.Thread(target=_read, args=(pip.stdout, lines), daemon=True).start()
        try:
            while True:
                try:
                    line = lines.get(timeout=0.5)
                except queue.Empty:
                    progress.show()
                    continue
                if line is None:
                    return pip.wait()
                words.write(line)
                words.flush()
                progress.read(line)
        finally:
            if pip.poll() is None:
                pip.terminate()


def _read(output: TextIO, lines: "queue.SimpleQueue[str | None]") -> None:
    for line in output:
        lines.put(line)
    lines.put(None)


def _explain(log: Path) -> str:
    words = log.read_text("utf-8", errors="replace")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    for pattern, message in _WHAT_WENT_WRONG.items():
        if found := re.search(pattern, words):
            return message.format(*found.groups(), python=python)
    return f"Installing the packages failed; what pip said is in {log}."


class _Progress:
    """One line about the installation: rewritten on a terminal, else now and then."""

    def __init__(self, total: int, out: TextIO) -> None:
        self._out = out
        self._total = total
        self._seen = 0
        self._doing = "looking up packages"
        self._started_s = time.monotonic()
        self._shown_s = float("-inf")

    def read(self, line: str) -> None:
        """Take in one line of pip's output."""
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self._seen += 1
        elif line.startswith("Installing collected"):
            self._doing = "unpacking, this takes a moment"
            self._seen = self._total
        elif "Retrying (" in line:
            self._doing = "waiting for the network"
        elif found := _DOWNLOADING.match(line):
            self._doing = f"fetching {found[1]}"
        self.show()

    def show(self) -> None:
        """Show the line if it is time to."""
        now_s = time.monotonic()
        terminal = self._out.isatty()
        if now_s - self._shown_s < (0.2 if terminal else _QUIET_STEP_S):
            return
        self._shown_s = now_s
        count = min(self._seen, self._total)  # some are for other machines only
        line = f"Installing: {count} of {self._total} packages, {self._doing}"
        line = f"{line} ({now_s - self._started_s:.0f} s)"
        self._write(f"\r\033[K{line[:100]}" if terminal else f"{line}\n")

    def end(self, message: str) -> None:
        """Finish the line with a closing word."""
        if self._out.isatty():
            self._write("\r\033[K")
        if message:
            self._write(f"{message} ({time.monotonic() - self._started_s:.0f} s)\n")

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
