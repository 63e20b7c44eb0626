"""The settings: read once from JOURNAL_* variables, typed, refusing bad values."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

_PACKAGE = Path(__file__).resolve().parent
_T = TypeVar("_T")

PREFIX: Final = "JOURNAL_"
SECRET_KEY_FILE: Final = "secret_key"  # noqa: S105 - a file name
SHORTEST_SECRET: Final = 16


class SettingsError(Exception):
    """What is wrong with the settings or the data folder, as one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an installation may choose. Empty `smtp_host` means: no mail.

    :param secret_key: signs sessions; empty until `prepared` has found or made one
    :param scheduler: whether `serve` also sends the reminders
    :param https: whether cookies are marked Secure (the site is served over HTTPS)
    :param trusted_proxies: how many reverse proxies stand before the journal
    :param push_services: origins of push services beside those of the known browsers
    """

    data_dir: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8000
    secret_key: str = field(default="", repr=False)
    open_signup: bool = False
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_from: str = ""
    smtp_starttls: bool = True
    base_url: str = "http://127.0.0.1:8000"
    scheduler: bool = True
    https: bool = False
    trusted_proxies: int = 0
    push_services: tuple[str, ...] = ()

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.database_url.startswith("sqlite")


def default_data_dir() -> Path:
    """Return `data` in a checkout, else the folder for a person's application data."""
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        return _PACKAGE.parent / "data"
    shared = os.environ.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local/share") / "lamplight"


def load_settings(environ: Mapping[str, str]) -> Settings:
    """Read the settings; raise SettingsError for one that cannot be used.

    Each may also be given as a file: JOURNAL_SMTP_PASSWORD_FILE=/run/secrets/smtp.
    """
    known = _Variables(environ)
    host = known.get("HOST", str, "127.0.0.1")
    port = known.get("PORT", _port, 8000)
    data_dir = known.get("DATA_DIR", _folder, default_data_dir())
    https = known.get("HTTPS", _switch, False)
    shown_host = "127.0.0.1" if host in {"0.0.0.0", "::", ""} else host  # noqa: S104
    settings = Settings(
        data_dir=data_dir,
        database_url=known.get("DATABASE_URL", _database_url, "")
        or f"sqlite:///{data_dir / 'journal.sqlite3'}",
        host=host,
        port=port,
        secret_key=known.get("SECRET_KEY", _secret, ""),
        open_signup=known.get("OPEN_SIGNUP", _switch, False),
        smtp_host=known.get("SMTP_HOST", str, ""),
        smtp_port=known.get("SMTP_PORT", _port, 587),
        smtp_user=known.get("SMTP_USER", str, ""),
        smtp_password=known.get("SMTP_PASSWORD", str, ""),
        smtp_from=known.get("SMTP_FROM", str, ""),
        smtp_starttls=known.get("SMTP_STARTTLS", _switch, True),
        base_url=known.get("BASE_URL", _base_url, f"http://{shown_host}:{port}"),
        scheduler=known.get("SCHEDULER", _switch, True),
        https=https,
        trusted_proxies=known.get("TRUSTED_PROXIES", _count, 0),
        push_services=known.get("PUSH_SERVICES", _origins, ()),
    )
    if settings.smtp_host and not settings.smtp_from:
        raise SettingsError("JOURNAL_SMTP_HOST is set: JOURNAL_SMTP_FROM is missing.")
    return settings


def prepared(settings: Settings) -> Settings:
    """Make the data folder and the secret key when they are not there yet."""
    folder = settings.data_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
        if settings.secret_key:
            return settings
        return replace(settings, secret_key=_stored_secret(folder / SECRET_KEY_FILE))
    except OSError as problem:
        raise SettingsError(
            f"Cannot write the data folder {folder} ({problem.strerror}): make it "
            "writable, or name another with JOURNAL_DATA_DIR."
        ) from problem


def _stored_secret(file: Path) -> str:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        stored = file.read_text("ascii").strip()
        if len(stored) < SHORTEST_SECRET:
            raise SettingsError(
                f"{file} is damaged: delete it; everyone signs in again."
            ) from None
        return stored
    with os.fdopen(handle, "w") as out:
        key = secrets.token_hex(32)
        out.write(key + "\n")
    return key


class _Variables:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    def get(self, name: str, read: Callable[[str], _T], default: _T) -> _T:
        text = self._text(PREFIX + name)
        if text is None or not text.strip():
            return default
        try:
            return read(text.strip())
        except ValueError as problem:
            # Never the value itself: it may be a secret.
            raise SettingsError(f"{PREFIX}{name}: {problem}") from None

    def _text(self, name: str) -> str | None:
        file = self._environ.get(name + "_FILE")
        if not file:
            return self._environ.get(name)
        if self._environ.get(name):
            raise SettingsError(f"{name} and {name}_FILE are both set: keep one.")
        try:
            return Path(file).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            reason = getattr(problem, "strerror", None) or "not text"
            raise SettingsError(
                f"{name}_FILE: cannot read {file} ({reason})."
            ) from None


def _switch(text: str) -> bool:
    word = text.lower()
    if word in {"on", "yes", "true", "1"}:
        return True
    if word in {"off", "no", "false", "0"}:
        return False
    raise ValueError("write on or off.")


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise ValueError("a port is a whole number from 1 to 65535.")


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 9:
        return int(text)
    raise ValueError("write a whole number from 0 to 9.")


def _folder(text: str) -> Path:
    folder = Path(text).expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"{folder} is a file, not a folder.")
    return folder


def _secret(text: str) -> str:
    if len(text) < SHORTEST_SECRET:
        raise ValueError(f"use at least {SHORTEST_SECRET} characters.")
    return text


def _database_url(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    if separator and scheme in {"postgres", "postgresql", "postgresql+psycopg"}:
        return f"postgresql+psycopg://{rest}"
    if separator and scheme == "sqlite":
        return text
    raise ValueError("begin it with sqlite:/// or postgresql://.")


def _base_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("write it like https://journal.example.")
    return text.rstrip("/")


def _origins(text: str) -> tuple[str, ...]:
    found = tuple(one.rstrip("/") for one in text.replace(",", " ").split())
    for one in found:
        parts = urlsplit(one)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
            raise ValueError("write addresses like https://push.example, with blanks.")
    return found
