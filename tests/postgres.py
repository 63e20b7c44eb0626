"""A real, throw-away PostgreSQL server for the tests, from the installed binaries."""

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

from tests.needs import lacking

_STARTS_WITHIN_S = 30
_NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "listen_addresses": "",
    "timezone": "UTC",
}


class PostgresServer:
    """A running server, reached through a socket in its own folder."""

    def __init__(self, socket_dir: Path, superuser: str) -> None:
        self._socket_dir = socket_dir
        self._superuser = superuser
        self._numbers = itertools.count(1)

    def new_database(self) -> str:
        """Return the SQLAlchemy address of a database with nothing in it."""
        name = f"journal_{next(self._numbers)}"
        with self.connect() as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(
                    sql.Identifier(name)
                )
            )
        return f"postgresql+psycopg://{self._superuser}@/{name}?host={self._socket_dir}"

    def connect(self) -> psycopg.Connection:
        """Connect to the server itself, outside any transaction."""
        return psycopg.connect(
            host=str(self._socket_dir),
            user=self._superuser,
            dbname="postgres",
            autocommit=True,
        )


@contextlib.contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Start a server in a new folder; stop it and delete the folder afterwards.

    Where there is no server, skips or fails as `tests.needs` says. As root, the server
    runs as `postgres` (or `nobody`), since it refuses to run as root.
    """
    binaries = _binaries()
    user = _unprivileged_user()
    # Not pytest's tmp_path: only root may enter that, and socket paths must be short.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        if user:
            shutil.chown(root, user)
        superuser = "journal"
        data = root / "data"
        _run(
            [
                str(binaries / "initdb"),
                *("--pgdata", str(data), "--username", superuser, "--auth", "trust"),
                *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
            ],
            user,
            root,
        )
        options = [f"-c{name}={value}" for name, value in _NOT_DURABLE.items()]
        with (root / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [str(binaries / "postgres"), "-D", str(data), "-k", folder, *options],
                stdout=log,
                stderr=log,
                user=user,
                cwd=root,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
            server = PostgresServer(root, superuser)
            try:
                _wait_until_ready(server, process, root / "server.log")
                yield server
            finally:
                process.send_signal(signal.SIGINT)  # fast: cuts connections left open
                process.wait(timeout=10)


def _binaries() -> Path:
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"),
        key=lambda file: float(file.parent.parent.name),
    )
    if versions:
        return versions[-1].parent
    if found := shutil.which("postgres"):
        return Path(found).resolve().parent
    return lacking("no PostgreSQL server is installed (apt install postgresql)")


def _unprivileged_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in known:
            return name
    return lacking("the server refuses root, and there is no user to run it as")


def _run(command: list[str], user: str | None, folder: Path) -> None:
    done = subprocess.run(
        command, user=user, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lacking(f"initdb failed: {done.stderr.strip()}")


def _wait_until_ready(
    server: PostgresServer, process: subprocess.Popen[bytes], log: Path
) -> None:
    give_up_s = time.monotonic() + _STARTS_WITHIN_S
    while process.poll() is None and time.monotonic() < give_up_s:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            time.sleep(0.02)  # polls another program; nothing of ours is waited for
        else:
            return
    lacking(f"PostgreSQL did not start: {log.read_text()[-2000:]}")
