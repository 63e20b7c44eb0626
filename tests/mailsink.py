"""A real mail server on a free port that keeps what it is sent."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message as Mail

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope
from aiosmtpd.smtp import Session as SmtpSession

from journal.config import Settings


@dataclass
class Sink:
    """A mail server that keeps what it is sent."""

    settings: Settings
    mails: list[Mail] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)

    async def handle_DATA(  # noqa: N802 - aiosmtpd looks for this name
        self, _server: SMTP, _session: SmtpSession, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content))
        self.arrived.set()
        return "250 taken"

    def parts(self, number: int = 0) -> dict[str, str]:
        """Return a mail's bodies by their type."""
        mail = self.mails[number]
        found = mail.get_payload() if mail.is_multipart() else [mail]
        assert isinstance(found, list)
        bodies = {}
        for part in found:
            assert isinstance(part, Mail)
            body = part.get_payload(decode=True)
            assert isinstance(body, bytes)
            bodies[part.get_content_type()] = body.decode()
        return bodies


@contextlib.contextmanager
def mail_sink(settings: Settings) -> Iterator[Sink]:
    """Run the server; `settings` of the sink are the given ones, sending to it."""
    kept = Sink(settings)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    kept.settings = replace(
        kept.settings,
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_from="lamplight@example.org",
        smtp_starttls=False,
    )
    yield kept
    controller.stop()
