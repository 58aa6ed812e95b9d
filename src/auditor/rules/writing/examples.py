"""Runs the examples that every rule carries through the whole flow: they are the rule's documentation and its tests."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.model import Source
from auditor.read.metadata import Metadata
from auditor.read.sources import make_source
from auditor.rules.model import Example, ExampleSource, Rule
from auditor.rules.writing.stuck import stuck

Kind = Literal["fires", "silent", "known_miss"]


@dataclass(frozen=True, slots=True)
class Result:
    """How one example went.

    Attributes:
        rule: The rule's id.
        kind: What the example shows.
        index: Which of its kind it is, from 0.
        expected: Whether the rule should fire; a known miss should, but is known not to.
        findings: What the rule said.
        stuck: Where it should have said something and did not, how far it came.
    """

    rule: str
    kind: Kind
    index: int
    expected: bool
    findings: tuple[str, ...]
    stuck: str = ""

    @property
    def holds(self) -> bool:
        """Whether the rule fired where it should, and only there; a known miss that fires is one no more."""
        return bool(self.findings) == self.expected

    @property
    def fails(self) -> bool:
        """Whether the rule must not run; that it finds what it was known to miss is no reason."""
        return not self.holds and self.kind != "known_miss"

    def __str__(self) -> str:
        """``fires 2: silent, should fire``."""
        said = f"fired: {'; '.join(self.findings)}" if self.findings else "silent"
        wanted = "" if self.holds else f", should {'fire' if self.expected else 'be silent'}"
        if self.stuck:
            wanted += f": {self.stuck}"
        if self.kind == "known_miss" and self.findings:
            wanted = ", found by now"
        return f"{self.kind.replace('_', ' ')} {self.index + 1}: {said}{wanted}"


def check(rules: Iterable[Rule]) -> list[Result]:
    """Run every example of every rule, each by its own rule alone."""
    return [result for rule in rules for result in _check(rule)]


def _check(rule: Rule) -> Iterator[Result]:
    kinds: tuple[tuple[Kind, Sequence[Example]], ...] = (
        ("fires", rule.examples.fires),
        ("silent", rule.examples.silent),
        ("known_miss", rule.examples.known_misses),
    )
    numbered = [(kind, index, one) for kind, examples in kinds for index, one in enumerate(examples)]
    found = _findings(rule, {f"{kind}-{index + 1}": example for kind, index, example in numbered})
    for kind, index, example in numbered:
        expected, name = kind == "fires", f"{kind}-{index + 1}"
        silent = expected and not found[name]
        told = stuck(rule, sources(example), example.reference.claims("example")) if silent else ""
        yield Result(rule.id, kind, index, expected, tuple(found[name]), told)


def _findings(rule: Rule, stories: Mapping[str, Example]) -> dict[str, list[str]]:
    """What a rule says of each of some examples, by name; those without facts of their own are audited together."""
    from auditor.pipeline import audit  # noqa: PLC0415 - the pipeline imports the rules

    found: dict[str, list[str]] = {name: [] for name in stories}
    plain = [name for name, example in stories.items() if not example.reference.claims("example")]
    for names in (plain, *([name] for name in stories if name not in plain)):
        told = [source for name in names for source in sources(stories[name], name)]
        known = stories[names[0]].reference.claims("example") if names else ()
        for finding in audit(told, rules=(rule,), reference=known).findings:
            found[finding.story].append(finding.message)
    return found


def sources(example: Example, story: str = "example") -> list[Source]:
    """An example's sources, as they would be read, as those of a story."""
    return [source(f"{story}-{index}", given, story) for index, given in enumerate(example.stories(), 1)]


def source(name: str, given: ExampleSource, story: str = "example") -> Source:
    """One of them."""
    return make_source(name, given.text, Metadata(**given.model_dump(exclude={"text"})), story)
