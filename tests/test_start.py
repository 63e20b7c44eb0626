"""The wheel and the server: what a fresh machine sees, as separate processes."""

import contextlib
import os
import signal
import site
import socket
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_UP_WITHIN_S = 60  # migrations and reference data on a busy machine
_DOWN_WITHIN_S = 20


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    done = subprocess.run(
        [*build, "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `journal` command of an environment that holds the wheel.

    Its dependencies are those of the environment the tests run in, by a path file: to
    install them again would cost half a minute and test pip.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", str(python), "install"),
            *("--no-deps", "--no-index", "--quiet", str(wheel)),
        ],
        check=True,
    )
    [packages] = (folder / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text("\n".join(site.getsitepackages()))
    return folder / "bin" / "journal"


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _environment(folder: Path, **settings: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JOURNAL_", "PYTHON", "_JOURNAL"))
    }
    return {**kept, "HOME": str(folder), "PYTHONUNBUFFERED": "1", **settings}


@contextlib.contextmanager
def _serving(command: Path, folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Start the server in a folder with nothing in it; wait until it answers."""
    start_in = folder / "empty"
    start_in.mkdir()
    with subprocess.Popen(
        [str(command)],
        cwd=start_in,
        env=_environment(
            folder, JOURNAL_DATA_DIR=str(folder / "data"), JOURNAL_PORT=str(port)
        ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            _wait_for_answer(process, f"http://127.0.0.1:{port}/healthz")
            yield process
        finally:
            process.kill()
            process.wait()


def _wait_for_answer(process: subprocess.Popen[str], url: str) -> None:
    give_up_s = time.monotonic() + _UP_WITHIN_S
    while time.monotonic() < give_up_s:
        if process.poll() is not None:
            pytest.fail(f"ended early: {process.communicate()}")
        with contextlib.suppress(OSError), urllib.request.urlopen(url) as answer:
            assert answer.status == 200
            return
        time.sleep(0.05)  # another process: there is nothing to wait on but trying
    pytest.fail("did not answer in time")


def _refused(command: Path, folder: Path, **settings: str) -> str:
    """Start with settings that cannot work; return the one line it says."""
    done = subprocess.run(
        [str(command)],
        cwd=folder,
        env=_environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=_UP_WITHIN_S,
        check=False,
    )
    assert done.returncode not in {0, None}
    assert "Traceback" not in done.stdout + done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_the_wheel_carries_pages_migrations_and_reference_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("templates", "migrations", "reference_data"):
        expected = {
            f"journal/{path.relative_to(ROOT)}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert len(expected) > 1, folder
        assert expected <= inside
    assert "journal/static/app.css" in inside
    assert not [name for name in inside if name.startswith(("tests/", "data/"))]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_the_wheel_serves_from_an_empty_folder_and_stops_cleanly(
    installed: Path, tmp_path: Path, free_port: int, ending: signal.Signals
) -> None:
    with _serving(installed, tmp_path, free_port) as process:
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/login") as page:
            assert b"<h1" in page.read()
        process.send_signal(ending)
        out, err = process.communicate(timeout=_DOWN_WITHIN_S)
    assert process.returncode == 0, err
    assert "Traceback" not in out + err
    assert f"http://127.0.0.1:{free_port}" in out
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_taken_port_is_said_in_one_line(installed: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = _refused(
            installed,
            tmp_path,
            JOURNAL_DATA_DIR=str(tmp_path / "data"),
            JOURNAL_PORT=port,
        )
    assert port in said


def test_a_data_folder_that_cannot_be_made_is_said_in_one_line(
    installed: Path, tmp_path: Path, free_port: int
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    said = _refused(
        installed,
        tmp_path,
        JOURNAL_DATA_DIR=str(in_the_way / "data"),
        JOURNAL_PORT=str(free_port),
    )
    assert str(in_the_way) in said


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("JOURNAL_PORT", "eighty"),
        ("JOURNAL_PORT", "70000"),
        ("JOURNAL_DATABASE_URL", "nonsense"),
        ("JOURNAL_SECRET_KEY_FILE", "/nowhere/at/all"),
    ],
)
def test_a_bad_setting_is_said_in_one_line(
    installed: Path, tmp_path: Path, setting: str, value: str
) -> None:
    settings = {"JOURNAL_DATA_DIR": str(tmp_path / "data"), setting: value}
    assert setting.removesuffix("_FILE") in _refused(installed, tmp_path, **settings)
