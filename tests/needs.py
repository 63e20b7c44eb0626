"""What only some machines have: found, or the test skips; in CI, or the test fails."""

import os
import shutil
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip the test that needs this; fail it where everything must be there."""
    everything = os.environ.get("CI") == "true" or os.environ.get(
        "JOURNAL_TEST_REQUIRE_ALL"
    ) not in {None, "", "0"}
    if everything:
        pytest.fail(f"needed here: {what}", pytrace=False)
    pytest.skip(what)


def chromium() -> str:
    """Return the path of a Chromium to drive."""
    named = os.environ.get("JOURNAL_TEST_CHROMIUM")
    if named and not os.access(named, os.X_OK):
        lacking(f"JOURNAL_TEST_CHROMIUM is no program: {named}")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser")
    return found or lacking(
        "no Chromium: install it (apt install chromium) or name its path in "
        "JOURNAL_TEST_CHROMIUM"
    )
