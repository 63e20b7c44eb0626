"""Messages out to a lock screen, through the push service of a person's browser.

The address of a push service comes from a browser, so from anybody: only services that
browsers really use are asked, only over HTTPS, and no answer leads anywhere else.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from journal.config import Settings

if TYPE_CHECKING:
    from webpush import WebPush

TIMEOUT_S: Final = 10
#: A reminder that cannot be shown within this time is not worth showing.
KEEP_S: Final = 3 * 60 * 60
KEY_FILE: Final = "push_key.pem"
#: Hosts, or the ends of hosts, of the services that browsers use: Chrome, Brave and
#: Opera; Firefox; Edge; Safari (web-push-libs/web-push#801).
SERVICES: Final = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    ".notify.windows.com",
    ".push.apple.com",
)


@dataclass(frozen=True, slots=True)
class Note:
    """What a lock screen shows, and the page that opens from it."""

    title: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Address:
    """One browser at its push service; the keys are base64url without padding."""

    endpoint: str
    p256dh: str
    auth: str


SendNote = Callable[[Note, Address], None]


class CannotPush(Exception):
    """The push service did not take the note; the reason, without its content."""


class IsGone(CannotPush):
    """The browser has ended the subscription: it is to be forgotten."""


def is_allowed(endpoint: str, settings: Settings) -> bool:
    """Whether an address belongs to a push service that may be asked."""
    if not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        return False
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    if f"{parts.scheme}://{parts.netloc}" in settings.push_services:
        return True
    if parts.scheme != "https" or port not in {None, 443} or "@" in parts.netloc:
        return False
    return any(
        host == service or (service.startswith(".") and host.endswith(service))
        for service in SERVICES
    )


def public_key(settings: Settings) -> str:
    """Return the installation's public key for browsers; made on the first call."""
    vapid = _sender_of(settings).vapid
    return str(vapid.get_application_server_key(vapid.public_key))


def push_sender(settings: Settings) -> SendNote:
    """Return what sends a note to one browser."""

    def send(note: Note, address: Address) -> None:
        if not is_allowed(address.endpoint, settings):
            raise CannotPush("not a push service")
        body, headers = _sealed(note, address, settings)
        _post(address.endpoint, body, headers)

    return send


def _sealed(
    note: Note, address: Address, settings: Settings
) -> tuple[bytes, dict[str, str]]:
    """Return a note that only one browser can open, with the headers of its post."""
    from webpush.types import WebPushKeys, WebPushSubscription

    body = json.dumps({"title": note.title, "text": note.text, "path": note.path})
    try:
        where = WebPushSubscription.model_validate(
            {
                "endpoint": address.endpoint,
                "keys": WebPushKeys(p256dh=address.p256dh, auth=address.auth),
            }
        )
        sealed = _sender_of(settings).get(message=body, subscription=where)
    except ValueError as problem:  # a key that is no point of its curve
        raise CannotPush(type(problem).__name__) from problem
    return sealed.encrypted, {
        **sealed.headers,
        "Content-Type": "application/octet-stream",
    }


def is_key_pair(p256dh: str, auth: str) -> bool:
    """Whether a browser's two keys are what RFC 8291 asks for."""
    try:
        point, secret = _decoded(p256dh), _decoded(auth)
    except ValueError:
        return False
    return len(point) == 65 and point[0] == 4 and len(secret) == 16


def _decoded(text: str) -> bytes:
    padded = text + "=" * (-len(text) % 4)
    return base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True)


def _post(endpoint: str, body: bytes, headers: dict[str, str]) -> None:
    parts = urlsplit(endpoint)
    kind = (
        http.client.HTTPSConnection
        if parts.scheme == "https"
        else http.client.HTTPConnection
    )
    connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT_S)
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path or "/", body=body, headers=headers)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as problem:
        raise CannotPush(type(problem).__name__) from problem
    finally:
        connection.close()
    if status in {404, 410}:
        raise IsGone(str(status))
    if not 200 <= status < 300:
        raise CannotPush(str(status))


def _sender_of(settings: Settings) -> WebPush:
    # Half a second of libraries: only who switches this on pays for them.
    from cryptography.hazmat.primitives import serialization
    from webpush import WebPush

    private = _stored_key(settings.data_dir / KEY_FILE)
    key = serialization.load_pem_private_key(private, password=None)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return WebPush(private, public, subscriber=_contact(settings), ttl=KEEP_S)


def _contact(settings: Settings) -> str:
    """Return whom a push service may write to: never a person's own address."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return settings.smtp_from or f"lamplight@{host}"


def _stored_key(file: Path) -> bytes:
    from webpush.vapid import VAPID

    try:
        return file.read_bytes()
    except FileNotFoundError:
        private, _public, _browsers = VAPID.generate_keys()
    half = file.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out:
        out.write(private)
    try:
        os.link(half, file)  # another process may have been quicker: its key stays
    except FileExistsError:
        pass
    finally:
        half.unlink()
    return file.read_bytes()
