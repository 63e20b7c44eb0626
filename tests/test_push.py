"""Notes to a lock screen against a push service of the test's own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from journal.config import Settings
from journal.push import (
    KEY_FILE,
    Address,
    CannotPush,
    IsGone,
    Note,
    is_allowed,
    is_key_pair,
    public_key,
    push_sender,
)
from tests.conftest import settings_in
from tests.web_push import Browser, browser_of, decoded, encoded, new_browser

NOTE = Note("Lamplight", "Your evening page is open.", "/evening/2026-03-01")


@dataclass
class Service:
    """A push service that keeps what it is sent and answers `status`."""

    settings: Settings
    origin: str = ""
    status: int = 201
    got: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    kept = Service(settings_in(tmp_path))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append((self.path, dict(self.headers), body))
            self.send_response(kept.status)
            if kept.status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    kept.origin = f"http://127.0.0.1:{server.server_port}"
    kept.settings = replace(kept.settings, push_services=(kept.origin,))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield kept
    server.shutdown()
    thread.join()
    server.server_close()


def address(service: Service, browser: Browser) -> Address:
    return Address(
        f"{service.origin}/push/abc?d=1", encoded(browser.point), encoded(browser.auth)
    )


def test_the_published_example_opens_as_published() -> None:
    # RFC 8291, section 5 and appendix A.
    browser = browser_of(
        "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "BTBZMqHH6r4Tts7J_aSIgg"
    )
    body = decoded(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    assert browser.open(body) == b"When I grow up, I want to be a watermelon"


def test_only_the_browser_can_read_the_note(service: Service) -> None:
    browser = new_browser()
    push_sender(service.settings)(NOTE, address(service, browser))
    ((path, headers, body),) = service.got
    assert path == "/push/abc?d=1"
    assert headers["content-encoding"] == "aes128gcm"
    assert int(headers["ttl"]) > 0
    assert b"evening" not in body
    assert json.loads(browser.open(body)) == {
        "title": NOTE.title,
        "text": NOTE.text,
        "path": NOTE.path,
    }


def test_the_note_is_signed_for_that_service_with_the_key_browsers_were_given(
    service: Service,
) -> None:
    known_before = public_key(service.settings)
    push_sender(service.settings)(NOTE, address(service, new_browser()))
    scheme, _, rest = service.got[0][1]["authorization"].partition(" ")
    token, _, key = rest.removeprefix("t=").partition(", k=")
    assert (scheme, key) == ("vapid", known_before)
    signer = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
    claims = jwt.decode(token, signer, ["ES256"], audience="http://127.0.0.1")
    assert claims["sub"].startswith("mailto:lamplight@")


def test_the_key_is_made_once_and_is_nobody_elses_to_read(service: Service) -> None:
    first = public_key(service.settings)
    assert public_key(service.settings) == first
    file = service.settings.data_dir / KEY_FILE
    assert file.stat().st_mode & 0o077 == 0
    assert list(service.settings.data_dir.glob("push_key*")) == [file]


@pytest.mark.parametrize("status", [404, 410])
def test_a_subscription_that_has_ended_is_said_to_be_gone(
    service: Service, status: int
) -> None:
    service.status = status
    with pytest.raises(IsGone):
        push_sender(service.settings)(NOTE, address(service, new_browser()))


@pytest.mark.parametrize("status", [302, 400, 413, 429, 500])
def test_a_refusal_is_not_followed_and_not_taken_for_sent(
    service: Service, status: int
) -> None:
    service.status = status
    with pytest.raises(CannotPush, match=str(status)):
        push_sender(service.settings)(NOTE, address(service, new_browser()))
    assert len(service.got) == 1


@pytest.mark.parametrize(
    ("endpoint", "allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/x", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/x", True),
        ("https://wns2-by3p.notify.windows.com/w/?token=x", True),
        ("https://web.push.apple.com/x", True),
        ("http://fcm.googleapis.com/fcm/send/x", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://fcm.googleapis.com@evil.example/x", False),
        ("https://fcm.googleapis.com.evil.example/x", False),
        ("https://evilnotify.windows.com/x", False),
        ("https://evil-notify.windows.com.example/x", False),
        ("https://127.0.0.1/x", False),
        ("https://[::1]/x", False),
        ("https://localhost/x", False),
        ("file:///etc/passwd", False),
        ("https://[broken", False),
        ("https://fcm.googleapis.com/ä", False),
        ("https://fcm.googleapis.com/x\r\nHost: evil.example", False),
        ("", False),
    ],
)
def test_only_the_services_that_browsers_use_are_asked(
    tmp_path: Path, endpoint: str, *, allowed: bool
) -> None:
    settings = settings_in(tmp_path)
    assert is_allowed(endpoint, settings) is allowed
    if not allowed:
        keys = new_browser()
        where = Address(endpoint, encoded(keys.point), encoded(keys.auth))
        with pytest.raises(CannotPush):
            push_sender(settings)(NOTE, where)


def test_a_key_that_is_no_point_of_the_curve_is_one_error_of_its_own(
    service: Service,
) -> None:
    keys = new_browser()
    point = encoded(b"\x04" + bytes(64))
    where = Address(f"{service.origin}/x", point, encoded(keys.auth))
    with pytest.raises(CannotPush):
        push_sender(service.settings)(NOTE, where)
    assert service.got == []


def test_keys_that_no_browser_makes_are_refused() -> None:
    keys = new_browser()
    point, auth = encoded(keys.point), encoded(keys.auth)
    assert is_key_pair(point, auth)
    assert not is_key_pair(point[:-4], auth)
    assert not is_key_pair(point, auth + "AA")
    assert not is_key_pair("ä" * 87, auth)
    assert not is_key_pair("", "")
