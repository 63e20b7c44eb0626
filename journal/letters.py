"""What the mails say, in text and HTML, and how each can be switched off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from sqlalchemy.orm import Session

from journal.domain.knowledge import Knowledge
from journal.domain.targets import TargetTable
from journal.models import Account
from journal.notify import Message
from journal.push import Note
from journal.resources import templates_dir
from journal.services import reminders
from journal.services.report_letter import NOT_ADVICE, Letter, letter_of
from journal.services.reports import week_report
from journal.services.unsubscribing import unsubscribe_token

SUBJECTS: Final = {
    reminders.EVENING: "Your evening page is open",
    reminders.WEEK: "Your week is ready to read",
}
TITLE: Final = "Lamplight"
#: What a list of mails shows beside the subject, when nothing else may be shown.
PREVIEW: Final = "A few lines, and the whole page in your journal."

# Only the HTML is escaped: plain text would be spoilt by it.
_mails: Final = Environment(
    loader=FileSystemLoader(templates_dir()),
    autoescape=select_autoescape(["html"], default=False),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


#: What a lock screen shows of the evening when it may say what it is about.
ABOUT_LEGS: Final = "How were the legs? Nothing is written down for today yet."


@dataclass(frozen=True, slots=True)
class Written:
    """A mail, a note for lock screens, and the week's words that are kept once sent."""

    message: Message
    note: Note
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class Letters:
    """What a mail is written from."""

    base_url: str
    secret_key: str
    knowledge: Knowledge
    targets: TargetTable

    def write(
        self, session: Session, *, claimed: reminders.Claim, now: datetime
    ) -> Written:
        """Return the mail of one claimed reminder."""
        account = session.get_one(Account, claimed.user_id)
        if claimed.kind == reminders.WEEK:
            return self._week(session, account, claimed, now)
        row = reminders.reminders_of(session, user_id=account.id)[claimed.kind]
        words = {**self._ways(account, claimed.kind), "day": claimed.day}
        text = ABOUT_LEGS if row.tells_health else f"{SUBJECTS[claimed.kind]}."
        return Written(
            self._message(account, claimed.kind, words),
            Note(TITLE, text, f"/evening/{claimed.day}"),
        )

    def _week(
        self,
        session: Session,
        account: Account,
        claimed: reminders.Claim,
        now: datetime,
    ) -> Written:
        week = reminders.week_before(claimed.local_date)
        report = week_report(
            session,
            user_id=account.id,
            week=week,
            now=now,
            knowledge=self.knowledge,
            targets=self.targets,
        )
        letter = letter_of(report)
        row = reminders.reminders_of(session, user_id=account.id)[claimed.kind]
        words = {
            **self._ways(account, claimed.kind),
            "letter": letter,
            "preview": letter.opening[0] if row.tells_health else PREVIEW,
            "tells_health": row.tells_health,
            "not_advice": NOT_ADVICE,
        }
        message = self._message(
            account,
            claimed.kind,
            words,
            subject=letter.opening[0].rstrip(".") if row.tells_health else "",
            html=_mails.get_template("email/week.html").render(words),
        )
        text = letter.opening[0] if row.tells_health else f"{SUBJECTS[claimed.kind]}."
        return Written(message, Note(TITLE, text, f"/reports/{week}"), letter)

    def _ways(self, account: Account, kind: str) -> dict[str, Any]:
        token = unsubscribe_token(self.secret_key, account=account, kind=kind)
        return {
            "base_url": self.base_url,
            "off_url": f"{self.base_url}/unsubscribe/{token}",
        }

    def _message(
        self,
        account: Account,
        kind: str,
        words: dict[str, Any],
        *,
        subject: str = "",
        html: str = "",
    ) -> Message:
        headers = {"List-Unsubscribe": f"<{words['off_url']}>"}
        if self.base_url.startswith("https://"):
            # RFC 8058 wants HTTPS; without it the link alone is offered.
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        return Message(
            account.mail,
            subject or SUBJECTS[kind],
            _mails.get_template(f"email/{kind}.txt").render(words),
            html,
            headers,
        )
