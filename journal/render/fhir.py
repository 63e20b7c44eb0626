"""Symptoms, blood tests and daily nutrients as FHIR R4 Observations in a Bundle.

Symptoms follow the HL7 "Symptoms" guide (STU 1): "Symptom" for what was there,
"Symptom absent" for the answer none; a day without an answer has no Observation. Every
code stands with its text. Only codes that were verified are used; where none was, the
text stands alone. Episodes of one night are one Observation with how often it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

LOINC: Final = "http://loinc.org"
SNOMED: Final = "http://snomed.info/sct"
UCUM: Final = "http://unitsofmeasure.org"
#: Verified in the guide (hl7.org/fhir/uv/symptoms, 1.0.0) and in reference_data.
SYMPTOM: Final = ("75325-1", "Symptom")
ABSENT: Final = ("111551-8", "Symptom absent")
PAIN_0_10: Final = "Pain severity, 0-10 verbal numeric rating"
FREQUENCY: Final = ("104156-5", "Frequency of symptom")
ALLEVIATING: Final = ("100753-3", "Alleviating factor")
#: The units that the journal keeps, as UCUM writes them.
UNITS: Final = {"mg": "mg", "ug": "ug", "g": "g", "kcal": "kcal"}
#: Units of blood tests that UCUM writes alike, but for the µ.
PER_VOLUME: Final = re.compile("[pnµm]?(?P<what>mol|g)/[dm]?L")
#: Entries that leave in one piece.
PIECE_ENTRIES: Final = 50
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)
_NOT_PLAIN: Final = re.compile("[^A-Za-z0-9.-]")

Resource = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SymptomRecord:
    """An answer to one symptom; severity 0 is "none". `pain_loinc` only for pain."""

    day: date
    is_night: bool
    code: str
    label: str
    severity_0_10: int
    snomed: str | None = None
    pain_loinc: str | None = None
    sites: tuple[str, ...] = ()
    duration_min: int | None = None
    times_count: int | None = None
    woke_me: bool | None = None
    eased_by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LabRecord:
    """A result as the laboratory printed it; `loinc` fits the unit, or is empty."""

    number: int
    day: date
    name: str
    value: float
    unit: str
    loinc: str = ""
    comparator: str = ""
    range_text: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NutrientRecord:
    """What a day held of one nutrient: "at least", with the share that is known."""

    day: date
    key: str
    name: str
    amount: float
    unit: str
    known_share_0_1: float
    is_full_day: bool


def bundle_pieces(entries: Iterable[Resource]) -> Iterator[str]:
    """Yield a Bundle of type collection, an entry a line."""
    yield '{"resourceType": "Bundle", "type": "collection", "entry": ['
    written, before = map(_entry, entries), "\n"
    while piece := list(islice(written, PIECE_ENTRIES)):
        yield before + ",\n".join(piece)
        before = ",\n"
    yield "\n]}\n"


def _entry(resource: Resource) -> str:
    return _ENCODER.encode({"fullUrl": _urn(resource["id"]), "resource": resource})


def patient(*, name: str, sex: str | None, birth_year: int | None) -> Resource:
    """Return the person; without a name, sex or year what is not known is left out."""
    found: Resource = {"resourceType": "Patient", "id": "person"}
    if name:
        found["name"] = [{"text": name}]
    if sex in {"female", "male"}:
        found["gender"] = sex
    if birth_year is not None:
        found["birthDate"] = f"{birth_year:04d}"
    return found


def symptom(record: SymptomRecord) -> Resource:
    """Return one answer as an Observation."""
    is_there = record.severity_0_10 > 0
    part = "night" if record.is_night else "day"
    found = _observation(
        f"symptom-{record.day}-{part}-{record.code}",
        _concept(*(SYMPTOM if is_there else ABSENT)),
        "Symptom",
    )
    found |= _when(record)
    named: Resource = {"text": record.label}
    if record.snomed:
        named["coding"] = [{"system": SNOMED, "code": record.snomed}]
    found["valueCodeableConcept"] = named
    if is_there:
        if record.sites:
            words = ", ".join(_site(site) for site in record.sites)
            found["bodySite"] = {"text": words}
        found["component"] = list(_components(record))
    if record.note:
        found["note"] = [{"text": record.note}]
    return found


def _when(record: SymptomRecord) -> Resource:
    if not record.is_night:
        return {"effectiveDateTime": record.day.isoformat()}
    # The night that follows the day: it ends on the next morning.
    end = record.day + timedelta(days=1)
    period = {"start": record.day.isoformat(), "end": end.isoformat()}
    return {"effectivePeriod": period}


def _components(record: SymptomRecord) -> Iterator[Resource]:
    words = "Severity from 0 to 10, the person's own scale"
    rated = _concept(record.pain_loinc, PAIN_0_10) if record.pain_loinc else None
    yield {"code": rated or {"text": words}, "valueInteger": record.severity_0_10}
    if record.duration_min is not None:
        length = _quantity(record.duration_min, "min", "min")
        yield {"code": {"text": "Duration"}, "valueQuantity": length}
    if record.times_count is not None:
        times = {"text": f"{record.times_count} times"}
        yield {"code": _concept(*FREQUENCY), "valueCodeableConcept": times}
    if record.woke_me is not None:
        yield {"code": {"text": "Woke from sleep"}, "valueBoolean": record.woke_me}
    if record.eased_by:
        eased = {"text": record.eased_by}
        yield {"code": _concept(*ALLEVIATING), "valueCodeableConcept": eased}


def kind_of_unit(unit: str) -> str:
    """Return "mass" or "moles" for one of them in a volume, else the unit itself."""
    found = PER_VOLUME.fullmatch(unit)
    if found is None:
        return unit
    return "moles" if found["what"] == "mol" else "mass"


def lab(record: LabRecord) -> Resource:
    """Return one blood test as an Observation, in the unit that was printed."""
    code = (
        _concept(record.loinc, record.name) if record.loinc else {"text": record.name}
    )
    found = _observation(f"lab-{record.day}-{record.number}", code, "Laboratory")
    found["effectiveDateTime"] = record.day.isoformat()
    value: Resource = {"value": record.value, "unit": record.unit}
    if PER_VOLUME.fullmatch(record.unit) or record.unit == "%":
        value = _quantity(record.value, record.unit, record.unit.replace("µ", "u"))
    if record.comparator:
        value["comparator"] = record.comparator
    found["valueQuantity"] = value
    if record.range_text:
        found["referenceRange"] = [{"text": record.range_text}]
    notes = ["Written down by the person.", record.comment]
    found["note"] = [{"text": text} for text in notes if text]
    return found


def nutrient(record: NutrientRecord) -> Resource:
    """Return a day's food as an Observation: at least this much of one nutrient."""
    code = {"text": f"{record.name} from food, sum of the day, at least"}
    name = f"food-{record.day}-{record.key}"
    found = _observation(name, code, "Nutrition")
    found["effectiveDateTime"] = record.day.isoformat()
    amount = round(record.amount, 4)
    found["valueQuantity"] = _quantity(amount, record.unit, UNITS[record.unit])
    share = round(record.known_share_0_1, 4)
    found["component"] = [
        {
            "code": {"text": "Share of the day's food that has a figure, 0 to 1"},
            "valueQuantity": _quantity(share, "1", "1"),
        },
        {
            "code": {"text": "The person said that this was all they ate"},
            "valueBoolean": record.is_full_day,
        },
    ]
    return found


def _observation(name: str, code: Mapping[str, Any], category: str) -> Resource:
    return {
        "resourceType": "Observation",
        "id": _id(name),
        "status": "final",
        "category": [{"text": category}],
        "code": dict(code),
        "subject": {"reference": _person()},
    }


def _concept(code: str, text: str) -> Resource:
    coding = {"system": LOINC, "code": code, "display": text}
    return {"coding": [coding], "text": text}


def _quantity(value: float, unit: str, code: str) -> Resource:
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def _id(name: str) -> str:
    """Return a name as FHIR takes it: at most 64 letters, digits, - and points."""
    plain = _NOT_PLAIN.sub("-", name)
    return plain if len(plain) <= 64 else f"{plain[:27]}-{uuid5(NAMESPACE_URL, name)}"


@cache
def _person() -> str:
    return _urn("person")


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'lamplight:{name}')}"


def _site(site: str) -> str:
    place, _, side = site.rpartition("_")
    return f"{side} {place.replace('_', ' ')}"
