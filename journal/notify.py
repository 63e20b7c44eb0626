"""Messages out by mail: a message in, nothing out."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from email.utils import formatdate, make_msgid
from typing import Final

from journal.config import Settings

TIMEOUT_S: Final = 20
#: A long address in a header must stay whole: folded, it would be encoded as words,
#: and no mail program would find it.
WHOLE_LINES: Final = default.clone(max_line_length=900)


@dataclass(frozen=True, slots=True)
class Message:
    """A mail. The subject shows on lock screens: nothing about health in it unasked.

    `html` says the same as `text` for programs that show it; empty for plain mails.
    """

    to: str
    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


Send = Callable[[Message], None]


class CannotSend(Exception):
    """The mail server did not take the message; the reason, without its content."""


def mail_sender(settings: Settings) -> Send | None:
    """Return what sends through the configured server; None when there is none."""
    if not settings.smtp_host:
        return None

    def send(message: Message) -> None:
        try:
            with smtplib.SMTP(
                settings.smtp_host, settings.smtp_port, timeout=TIMEOUT_S
            ) as server:
                if settings.smtp_starttls:
                    server.starttls(context=ssl.create_default_context())
                if settings.smtp_user:
                    server.login(settings.smtp_user, settings.smtp_password)
                server.send_message(_as_mail(message, sender=settings.smtp_from))
        except (OSError, smtplib.SMTPException) as problem:
            raise CannotSend(type(problem).__name__) from problem

    return send


def _as_mail(message: Message, *, sender: str) -> EmailMessage:
    mail = EmailMessage(policy=WHOLE_LINES)
    mail["From"] = sender
    mail["To"] = message.to
    mail["Subject"] = message.subject
    mail["Date"] = formatdate(localtime=False)
    mail["Message-ID"] = make_msgid(domain="lamplight.invalid")
    mail["Auto-Submitted"] = "auto-generated"
    for name, value in message.headers.items():
        mail[name] = value
    mail.set_content(message.text, cte="quoted-printable")
    if message.html:
        mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    return mail
