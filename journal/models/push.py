"""The browsers that a person lets show a reminder on their lock screen."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class PushDevice(Base):
    """One browser's subscription at its push service (RFC 8030, RFC 8291)."""

    __tablename__ = "push_device"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    #: Where to send to: whoever knows it can send, so it is never shown.
    endpoint: Mapped[str] = mapped_column(String(600), unique=True)
    #: The browser's public key and the secret both sides know, base64url.
    p256dh: Mapped[str] = mapped_column(String(120))
    auth: Mapped[str] = mapped_column(String(40))
    #: What the person recognises it by, for example "Firefox on Android".
    name: Mapped[str] = mapped_column(String(60))
    added_at: Mapped[dt.datetime]
    last_sent_at: Mapped[dt.datetime | None]
