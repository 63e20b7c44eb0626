"""The first start from a checkout: a small one with the real start and a real pip."""

import ast
import base64
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_START = ("__init__.py", "__main__.py", "bootstrap.py", "installing.py")
_COMMAND = '''"""Prints what it was given, and what was installed for it."""


def main(arguments):
    import lantern

    print("ran", arguments, lantern.__name__)
    return 7 if arguments == ["seven"] else 0
'''


def _write_wheel(folder: Path) -> str:
    """Write a package of one empty module; return its SHA-256."""
    folder.mkdir()
    info = "lantern-1.dist-info"
    files = {
        "lantern.py": b"",
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: lantern\nVersion: 1\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\n"
        b"Root-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{info}/RECORD,,"]
    wheel = folder / "lantern-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
            rows.append(f"{name},sha256={digest.decode().rstrip('=')},{len(content)}")
        archive.writestr(f"{info}/RECORD", "\n".join(rows) + "\n")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def bare_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with pip alone, to be copied: making one takes seconds."""
    folder = tmp_path_factory.mktemp("bare") / "venv"
    venv.create(folder, with_pip=True)
    return folder


class Checkout:
    """A checkout whose one requirement lies in a folder beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.wheels = folder / "wheels"
        self.require(_write_wheel(self.wheels))
        for name in _START:
            shutil.copy(ROOT / "journal" / name, self.folder / "journal" / name)
        (self.folder / "journal" / "cli.py").write_text(_COMMAND)
        (self.folder / "pyproject.toml").touch()

    @property
    def environment(self) -> Path:
        return self.folder / ".venv"

    def require(self, sha256: str) -> None:
        (self.folder / "journal").mkdir(parents=True, exist_ok=True)
        file = self.folder / "journal" / "requirements.txt"
        file.write_text(f"lantern==1 \\\n    --hash=sha256:{sha256}\n")

    def variables(self, **more: str) -> dict[str, str]:
        dropped = ("JOURNAL_", "_JOURNAL", "PIP_", "PYTHON")
        return {
            **{k: v for k, v in os.environ.items() if not k.startswith(dropped)},
            # Not this machine's own pip settings either.
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            **more,
        }

    def start(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys._base_executable, "-m", "journal", *arguments],  # type: ignore[attr-defined]
            cwd=self.folder,
            env=self.variables(**variables),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def refused(self, **variables: str) -> str:
        code, out, err = self.start("anything", **variables)
        assert code == 1
        assert "ran" not in out
        assert "Traceback" not in out + err
        [line] = err.splitlines()
        return line


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture
def prepared(checkout: Checkout, bare_environment: Path) -> Checkout:
    """A checkout with an environment that nothing has been installed into."""
    shutil.copytree(bare_environment, checkout.environment, symlinks=True)
    return checkout


def test_the_first_start_makes_the_environment_and_the_second_only_runs(
    checkout: Checkout,
) -> None:
    code, out, err = checkout.start("evening", "--now")
    assert (code, err) == (0, "")
    assert "Installing: " in out
    assert out.endswith("ran ['evening', '--now'] lantern\n")
    again = "ran ['seven'] lantern\n"
    assert checkout.start("seven") == (7, again, "")


def test_an_environment_made_by_another_tool_is_filled(checkout: Checkout) -> None:
    venv.create(checkout.environment, with_pip=False)
    kept = checkout.environment / "kept"
    kept.touch()
    code, out, err = checkout.start()
    assert (code, err) == (0, "")
    assert out.endswith("ran [] lantern\n")
    assert kept.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(prepared: Checkout) -> None:
    for python in (prepared.environment / "bin").glob("python*"):
        python.unlink()
        python.symlink_to("/nowhere/python")
    code, out, _ = prepared.start()
    assert code == 0
    assert out.endswith("ran [] lantern\n")


def test_changed_requirements_are_installed_at_the_next_start(
    prepared: Checkout,
) -> None:
    assert "Installing: " in prepared.start()[1]
    file = prepared.folder / "journal" / "requirements.txt"
    file.write_text(file.read_text() + "# changed\n")
    assert "Installing: " in prepared.start()[1]
    assert "Installing: " not in prepared.start()[1]


@pytest.mark.parametrize(
    ("ending", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 130)]
)
def test_an_interrupted_installation_is_repaired_by_the_next_start(
    prepared: Checkout, ending: signal.Signals, code: int
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent_index:
        url = f"http://127.0.0.1:{silent_index.getsockname()[1]}/simple"
        with subprocess.Popen(
            [sys._base_executable, "-m", "journal"],  # type: ignore[attr-defined]
            cwd=prepared.folder,
            env=prepared.variables(PIP_NO_INDEX="0", PIP_INDEX_URL=url),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            silent_index.settimeout(60)
            asking, _ = silent_index.accept()  # now pip is at work, and waits
            process.send_signal(ending)
            out, err = process.communicate(timeout=30)
            asking.close()
    assert process.returncode == code
    assert "Traceback" not in out + err
    assert err.strip().startswith("Stopped.")
    code, out, err = prepared.start()
    assert (code, err) == (0, "")
    assert out.endswith("ran [] lantern\n")


def test_without_a_network_the_start_says_so(prepared: Checkout) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/simple"
    said = prepared.refused(
        PIP_NO_INDEX="0", PIP_INDEX_URL=url, PIP_FIND_LINKS="", PIP_RETRIES="1"
    )
    assert said.startswith("Cannot reach the package index")


def test_a_package_with_another_checksum_is_not_installed(prepared: Checkout) -> None:
    prepared.require("0" * 64)
    assert "checksum" in prepared.refused()
    assert not list(prepared.environment.rglob("lantern*"))


def test_a_package_that_this_machine_cannot_have_is_named(prepared: Checkout) -> None:
    shutil.rmtree(prepared.wheels)
    prepared.wheels.mkdir()
    assert "lantern" in prepared.refused()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    checkout: Checkout, tmp_path: Path, module: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys\nsys.modules[{module!r}] = None\n"
    )
    said = checkout.refused(PYTHONPATH=str(tmp_path))
    assert "apt install python3" in said


def test_a_file_where_the_environment_should_be_is_said(checkout: Checkout) -> None:
    checkout.environment.touch()
    assert str(checkout.environment) in checkout.refused()


def test_a_checkout_that_cannot_be_written_is_said() -> None:
    # Root may write anywhere, so as root another user tries: with a Python and in a
    # folder that this user may enter, neither root's own nor pytest's.
    as_root = os.geteuid() == 0
    python = "/usr/bin/python3" if as_root else sys._base_executable  # type: ignore[attr-defined]
    if as_root and not _is_usable(python):
        pytest.skip("root may write anywhere, and others have no Python 3.11 here")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        checkout = Checkout(Path(folder))
        checkout.folder.chmod(0o555)
        done = subprocess.run(
            [python, "-B", "-m", "journal"],
            cwd=checkout.folder,
            env=checkout.variables(),
            user="nobody" if as_root else None,
            capture_output=True,
            text=True,
            check=False,
        )
        checkout.folder.chmod(0o755)
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "Permission denied" in line


def _is_usable(python: str) -> bool:
    probe = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
    found = shutil.which(python)
    return bool(found) and subprocess.call([python, "-c", probe]) == 0


def test_a_python_that_is_too_old_is_told_so_in_one_line(checkout: Checkout) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); "
        "runpy.run_module('journal', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend],
        cwd=checkout.folder,
        env=checkout.variables(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "Python 3.9" in line
    assert "3.11" in line


def test_the_version_check_can_be_read_by_an_old_python() -> None:
    for name in ("__init__.py", "__main__.py"):
        ast.parse((ROOT / "journal" / name).read_text(), feature_version=(3, 5))
