"""A person's account and profile, invitations and failed sign-ins."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, String, text
from sqlalchemy.orm import Mapped, mapped_column

from journal.models.base import Base


class Account(Base):
    """One person. The first account owns the installation.

    Profile fields that decide reference values are null until answered.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(
            "sex IS NULL OR sex IN ('female', 'male')", name="sex_for_reference"
        ),
        CheckConstraint("region IN ('US', 'EU', 'UK')", name="region"),
        CheckConstraint(
            "eating_style IN ('none', 'vegetarian', 'vegan')", name="eating_style"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    password_hash: Mapped[str] = mapped_column(String(255))
    #: Changed with the password, so that every other session ends.
    session_token: Mapped[str] = mapped_column(String(64))
    is_owner: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]

    birth_year: Mapped[int | None]
    sex: Mapped[str | None] = mapped_column(String(8))
    is_pregnant: Mapped[bool] = mapped_column(default=False)
    is_lactating: Mapped[bool] = mapped_column(default=False)
    eating_style: Mapped[str] = mapped_column(String(12), default="none")
    region: Mapped[str] = mapped_column(String(2), default="US")
    #: False while the region is no more than a guess; warnings then name all numbers.
    is_region_known: Mapped[bool] = mapped_column(default=False)
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    day_begins: Mapped[time] = mapped_column(default=time(4, 0))
    #: Codes of medicines and conditions ticked: statin, diuretic, metformin,
    #: acid_blocker, fat_malabsorption, kidney_disease.
    medicines: Mapped[list[str]] = mapped_column(default=list)
    conditions: Mapped[list[str]] = mapped_column(default=list)
    #: Symptom codes in the person's order; null until chosen.
    tracked_symptoms: Mapped[list[str]] = mapped_column(default=list)
    #: The person's own symptoms, code to label; codes begin with "own_".
    own_symptoms: Mapped[dict[str, str]] = mapped_column(default=dict)
    own_words: Mapped[str] = mapped_column(String(2000), default="")
    troubled_since: Mapped[str | None] = mapped_column(String(12))
    theme: Mapped[str] = mapped_column(String(6), default="system")
    #: The last day of a pause in which no reminder comes.
    reminders_paused_until: Mapped[date | None]
    welcomed_at: Mapped[datetime | None]


class Invitation(Base):
    """A link that lets one further person sign up, kept as a hash."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInAttempt(Base):
    """A failed sign-in, counted so that guessing is slowed down."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str] = mapped_column(String(254), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    was_locked: Mapped[bool] = mapped_column(
        default=False, server_default=text("false")
    )
