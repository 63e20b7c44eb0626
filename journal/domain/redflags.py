"""Signs that must not wait: which questions to ask, and what their answers mean."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from journal.domain.targets import Region

Level = Literal["now", "today", "soon"]

# Most urgent first.
LEVELS: Final[tuple[Level, ...]] = ("now", "today", "soon")


@dataclass(frozen=True, slots=True)
class Question:
    """A yes-or-no question.

    :ivar signs: shown as a list; any single one is a yes
    :ivar opens_for: symptom codes that bring it up
    :ivar min_severity_0_10: the severity from which it comes up
    :ivar medicines: it comes up only for people who take one of these, if any
    :ivar medicines_lift_min_severity: then the medicine opens it at any severity
        instead, and without the medicine the severity decides
    :ivar after: id of the question it stands below
    """

    id: str
    text: str
    signs: tuple[str, ...] = ()
    opens_for: frozenset[str] = frozenset()
    min_severity_0_10: int = 1
    medicines: frozenset[str] = frozenset()
    medicines_lift_min_severity: bool = False
    after: str | None = None

    def opens(self, severities: Mapping[str, int], medicines: Collection[str]) -> bool:
        """Whether a symptom that is there calls for it; severity 0 is not there."""
        worst = max((severities.get(code, 0) for code in self.opens_for), default=0)
        takes_one = not self.medicines.isdisjoint(medicines)
        if self.medicines_lift_min_severity and takes_one:
            return worst >= 1
        if self.medicines and not self.medicines_lift_min_severity and not takes_one:
            return False
        return worst >= self.min_severity_0_10


@dataclass(frozen=True, slots=True)
class Rule:
    """When to speak up and what to say.

    :ivar any_of: one of these answered yes is needed, if any are named
    :ivar all_of: all of these answered yes are needed
    :ivar symptoms: one of these must be there, if any are named
    :ivar medicines: one of these must be taken, if any are named
    """

    id: str
    level: Level
    title: str
    what_to_do: str
    source: str
    mark: str
    any_of: frozenset[str] = frozenset()
    all_of: frozenset[str] = frozenset()
    symptoms: frozenset[str] = frozenset()
    medicines: frozenset[str] = frozenset()

    def holds(
        self, yes: Collection[str], present: Collection[str], medicines: Collection[str]
    ) -> bool:
        for needed, given in (
            (self.any_of, yes),
            (self.symptoms, present),
            (self.medicines, medicines),
        ):
            if needed and needed.isdisjoint(given):
                return False
        return self.all_of.issubset(yes)


@dataclass(frozen=True, slots=True)
class RedFlags:
    """All questions, worst first, all rules, and whom to call by level and region."""

    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    calls: Mapping[Level, Mapping[Region, str]]
    phones: Mapping[Level, Mapping[Region, str]]

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of this id: an alert logged long ago is shown by it."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def hit(self, rule: Rule) -> "Hit":
        """What to show for a rule."""
        return Hit(rule, self.calls[rule.level], self.phones.get(rule.level, {}))


@dataclass(frozen=True, slots=True)
class Message:
    """A hit in the words of one region; ``phone`` is ``None`` without one number."""

    rule_id: str
    level: Level
    title: str
    what_to_do: str
    call: str
    phone: str | None
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fired, with whom to call everywhere."""

    rule: Rule
    calls: Mapping[Region, str]
    phones: Mapping[Region, str]

    def for_region(self, region: Region | None) -> Message:
        """Return the words for one region; for None, one line for each of them."""
        rule = self.rule
        return Message(
            rule_id=rule.id,
            level=rule.level,
            title=rule.title,
            what_to_do=rule.what_to_do,
            call=self.calls[region] if region else self._everywhere(),
            phone=self.phones.get(region) if region else None,
            source=rule.source,
            mark=rule.mark,
        )

    def _everywhere(self) -> str:
        names: Mapping[Region, str] = {
            "US": "United States",
            "EU": "Europe",
            "UK": "United Kingdom",
        }
        return "\n".join(f"{names[region]}: {self.calls[region]}" for region in names)


def questions_for(
    symptom_severities: Mapping[str, int],
    medicines: Collection[str],
    flags: RedFlags,
) -> list[Question]:
    """The questions to ask, worst first, each follow-up right below its question."""
    opened = [
        question
        for question in flags.questions
        if question.after is None and question.opens(symptom_severities, medicines)
    ]
    asked = []
    for question in opened:
        asked.append(question)
        asked += [below for below in flags.questions if below.after == question.id]
    return asked


def evaluate(
    answers: Mapping[str, bool],
    symptoms: Mapping[str, int],
    medicines: Collection[str],
    flags: RedFlags,
) -> list[Hit]:
    """The rules that fire, most urgent first.

    Only a yes counts. An unanswered question (absent) is neither yes nor no, and a no
    to one question never takes back what another one found.

    :param symptoms: severity 0 to 10 by symptom code; 0 is "none", absent is unknown
    """
    yes = {question for question, answer in answers.items() if answer is True}
    present = {code for code, severity in symptoms.items() if severity > 0}
    fired = [rule for rule in flags.rules if rule.holds(yes, present, medicines)]
    fired.sort(key=lambda rule: LEVELS.index(rule.level))
    return [flags.hit(rule) for rule in fired]
