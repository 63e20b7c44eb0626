"""What is known about nutrients, leg symptoms and the links between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from journal.domain.labs import LabTest
from journal.domain.redflags import RedFlags

Grade = Literal["established", "supported", "mixed", "unlikely", "harm", "unknown"]
Direction = Literal["low", "high"]
JudgedBy = Literal["shortfall", "words_only", "ai_only"]
AskedOf = Literal["night", "day"]

# Grades with their words on the page.
GRADE_LABELS: Final[Mapping[str, str]] = {
    "established": "Established",
    "supported": "Supported",
    "mixed": "Mixed",
    "unlikely": "Unlikely",
    "harm": "Harm of excess",
    "unknown": "Unknown",
}

# Habits that a link may name beside the nutrients, with what people call them.
HABITS: Final[Mapping[str, str]] = {
    "water_g": "Water",
    "alcohol_g": "Alcohol",
    "caffeine_mg": "Caffeine",
    "exercise_min": "Exercise",
    "sun_min": "Sun",
}

# Their stores change over months: never tested against single days.
STATUS_KEYS: Final = frozenset(
    {"vitamin_d_ug", "vitamin_b12_ug", "vitamin_e_mg", "iron_mg"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its source; ``owner`` is whoever set a threshold."""

    text: str
    source: str
    mark: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class BloodTest:
    """A test to ask about, with thresholds and what must be said beside them."""

    name: str
    loinc: tuple[str, ...]
    thresholds: tuple[Statement, ...]
    caveats: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """Something about a person that makes a shortage more likely."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Nutrient:
    """All that the page about one nutrient says."""

    slug: str
    key: str
    name: str
    unit: str
    what_it_does: str
    leg_symptoms_when_short: str
    how_common: str
    food_sources: tuple[str, ...]
    sun_or_fluids: str
    judged_by: JudgedBy
    words_only_when_menstruating: bool
    timing_allowed: bool
    method_note: str
    method_source: str
    tests: tuple[BloodTest, ...]
    cautions: tuple[Statement, ...]
    risk_factors: tuple[RiskFactor, ...]

    def judged_for(self, *, menstruating: bool | None) -> JudgedBy:
        """How to judge it for a person; not knowing about periods means words only."""
        if self.words_only_when_menstruating and menstruating is not False:
            return "words_only"
        return self.judged_by


@dataclass(frozen=True, slots=True)
class Symptom:
    """One symptom of the catalogue and how it is asked about."""

    code: str
    label: str
    asked_of: AskedOf
    question: str
    pain: bool
    places: tuple[str, ...]
    follow_ups: tuple[str, ...]
    hint: str
    neighbour: str
    telling_apart: tuple[str, ...]
    source: str
    red_flag_questions: tuple[str, ...]
    loinc: str | None = None
    snomed: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """That one factor may go with one symptom, and how good the evidence is.

    :ivar factor: nutrient key or a key of :data:`HABITS`
    :ivar direction: the side that is suspected: too little ("low") or too much
    :ivar timing: may be tested against single days and nights
    :ivar in_article: people look for this link, whatever the evidence
    """

    factor: str
    symptom: str
    direction: Direction
    grade: Grade
    what_medicine_says: str
    citations: tuple[str, ...]
    mark: str
    timing: bool
    in_article: bool

    @property
    def grade_label(self) -> str:
        return GRADE_LABELS[self.grade]


@dataclass(frozen=True, slots=True)
class SeverityScale:
    """The 0 to 10 scale: its code for pain, and the change that people notice."""

    pain_loinc: str
    noticeable_change_0_10: int
    source: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that ``reference_data`` says beside foods and targets."""

    nutrients: tuple[Nutrient, ...]
    symptoms: tuple[Symptom, ...]
    links: tuple[Link, ...]
    red_flags: RedFlags
    severity_scale: SeverityScale
    labs: tuple[LabTest, ...] = ()
    _by_name: Mapping[str, Nutrient] = field(init=False, repr=False, compare=False)
    _by_code: Mapping[str, Symptom] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {each.slug: each for each in self.nutrients}
        names |= {each.key: each for each in self.nutrients}
        object.__setattr__(self, "_by_name", names)
        codes = {each.code: each for each in self.symptoms}
        object.__setattr__(self, "_by_code", codes)

    def nutrient(self, slug_or_key: str) -> Nutrient | None:
        """The nutrient of a page ("vitamin-d") or of a column ("vitamin_d_ug")."""
        return self._by_name.get(slug_or_key)

    def symptom(self, code: str) -> Symptom | None:
        return self._by_code.get(code)

    def lab(self, code: str) -> LabTest | None:
        """The blood test of a code; None for the person's own tests."""
        return next((each for each in self.labs if each.code == code), None)

    def links_of(
        self, *, factor: str | None = None, symptom: str | None = None
    ) -> tuple[Link, ...]:
        """The links of a factor, of a symptom, or of both at once."""
        return tuple(
            link
            for link in self.links
            if factor in (None, link.factor) and symptom in (None, link.symptom)
        )

    def timing_pairs(self) -> tuple[Link, ...]:
        """The links that may be tested against single days and nights."""
        return tuple(link for link in self.links if link.timing)

    def factor_name(self, factor: str) -> str:
        nutrient = self._by_name.get(factor)
        return nutrient.name if nutrient else HABITS[factor]


def load_knowledge(directory: Path) -> Knowledge:
    """Read the five files of ``reference_data``.

    :raises KnowledgeError: naming file and entry, when something does not fit
    """
    # Imported here because the reading needs the classes above.
    from journal.domain.knowledge_files import read_knowledge

    return read_knowledge(directory)
