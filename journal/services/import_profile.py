"""What a profile from a file may say, so that no page stumbles over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from journal.domain.dates import zone
from journal.domain.errors import Invalid
from journal.services import profiles
from journal.services.import_rows import Refused

AMONG: Final = {
    "medicines": profiles.MEDICINES,
    "conditions": profiles.CONDITIONS,
}


def check_profile(values: Mapping[str, Any]) -> None:
    """Raise Refused for an answer that the settings page could not have given."""
    try:
        zone(values["time_zone"])
    except Invalid:
        raise Refused("“time_zone” is not known here.") from None
    if values["theme"] not in profiles.THEMES:
        raise Refused("“theme” is not known here.")
    for name, known in AMONG.items():
        if not set(values[name]) <= set(known):
            raise Refused(f"“{name}” holds an answer that is not known here.")
    if any(not code.startswith("own_") for code in values["own_symptoms"]):
        raise Refused("“own_symptoms” holds a code that is not one.")
