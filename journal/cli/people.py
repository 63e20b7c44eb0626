"""Commands about accounts: `user add|list|password` and `demo`."""

from __future__ import annotations

import argparse
import getpass
import json
import secrets
import sys
from datetime import UTC, datetime
from typing import Any

from journal.cli.installation import opened
from journal.domain.errors import Invalid


def add_commands(commands: Any) -> None:
    """Add the commands to the parser."""
    user = commands.add_parser("user", help="accounts: add, list, set a password")
    verbs = user.add_subparsers(title="commands", metavar="COMMAND", required=True)
    one = verbs.add_parser("add", help="add an account; the first one is the owner")
    one.add_argument("mail", metavar="MAIL")
    one.add_argument(
        "--password", help="asked for when left out; without a terminal one is made up"
    )
    one.add_argument("--time-zone", default="UTC", metavar="ZONE", help="Europe/Berlin")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=add_user)
    one = verbs.add_parser("list", help="list the accounts")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=list_users)
    one = verbs.add_parser("password", help="set a new password; all sessions end")
    one.add_argument("mail", metavar="MAIL")
    one.add_argument(
        "--password", help="asked for when left out; without a terminal one is made up"
    )
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=set_password)
    one = commands.add_parser(
        "demo",
        help="make an account with half a year of made-up days to look around in",
    )
    one.add_argument("--time-zone", default="UTC", metavar="ZONE", help="Europe/Berlin")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=demo)


def add_user(options: argparse.Namespace) -> int:
    """Add an account."""
    from journal.domain.dates import zone
    from journal.services import accounts

    zone(options.time_zone)
    mail = accounts.read_mail(options.mail)
    password, is_made_up = _password(options.password)
    with opened() as here:
        account = accounts.add_account(
            here.session,
            mail=mail,
            password=accounts.read_password(password),
            now=datetime.now(UTC),
            time_zone=options.time_zone,
            is_owner=accounts.is_first(here.session),
        )
        is_owner = account.is_owner
    said: dict[str, Any] = {"mail": mail, "owner": is_owner}
    if is_made_up:
        said["password"] = password
    _say(options, said)
    return 0


def list_users(options: argparse.Namespace) -> int:
    """List the accounts, the oldest first."""
    from journal.services import accounts

    with opened() as here:
        rows = [
            {
                "mail": account.mail,
                "owner": account.is_owner,
                "demo": account.is_demo,
                "since": account.created_at.date().isoformat(),
            }
            for account in accounts.all_accounts(here.session)
        ]
    if options.json:
        print(json.dumps(rows))
        return 0
    for row in rows:
        role = " (owner)" if row["owner"] else " (demonstration)" if row["demo"] else ""
        print(f"{row['mail']}{role}, since {row['since']}")
    return 0


def set_password(options: argparse.Namespace) -> int:
    """Set a new password for somebody who has forgotten theirs."""
    from journal.services import accounts

    password, is_made_up = _password(options.password)
    accounts.read_password(password)
    with opened() as here:
        account = accounts.find_account(here.session, mail=options.mail)
        accounts.set_password(here.session, account=account, password=password)
        mail = account.mail
    _say(options, {"mail": mail, **({"password": password} if is_made_up else {})})
    return 0


def demo(options: argparse.Namespace) -> int:
    """Make the demonstration account anew."""
    from tqdm import tqdm

    from journal.domain.dates import zone
    from journal.services.accounts import find_account
    from journal.services.demo import make_demo
    from journal.services.demo_patterns import WEEKS_KEPT, keep_weeks

    zone(options.time_zone)
    with opened() as here:
        made = make_demo(
            here.session, now=datetime.now(UTC), time_zone=options.time_zone
        )
        kept = keep_weeks(
            here.session,
            account=find_account(here.session, mail=made.mail),
            last=made.last,
            knowledge=here.journal.knowledge,
            targets=here.journal.targets,
        )
        bar = tqdm(
            kept,
            desc="Weeks",
            total=WEEKS_KEPT,
            file=sys.stderr,
            disable=not sys.stderr.isatty(),
        )
        for _ in bar:
            pass
        address = f"{here.settings.base_url}/login"
    said = {
        "mail": made.mail,
        "password": made.password,
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "address": address,
    }
    if options.json:
        print(json.dumps(said))
        return 0
    print(f"Made-up days from {made.first} to {made.last}.")
    print(f"Sign in at {address}")
    print(f"  mail      {made.mail}")
    print(f"  password  {made.password}")
    return 0


def _password(given: str | None) -> tuple[str, bool]:
    """Return a password, and whether it was made up here."""
    if given is not None:
        return given, False
    if not sys.stdin.isatty():
        return secrets.token_urlsafe(12), True
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise Invalid("password", "The two differ. Nothing was changed.")
    return first, False


def _say(options: argparse.Namespace, said: dict[str, Any]) -> None:
    if options.json:
        print(json.dumps(said))
        return
    for name, value in said.items():
        words = {True: "yes", False: "no"}.get(value, value)
        print(f"{name:<9} {words}")
