"""Small newsroom stories with all that must be found in them, and nothing else.

Each story is written by hand in ``stories/*.yaml``: its sources, and every finding that an editor should see. What is
not listed must not be found, so a story without findings shows a trap that the auditor does not fall into.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from auditor.model import Claim, Report, Severity
from auditor.pipeline import audit
from auditor.reference import Facts
from auditor.rules import default
from auditor.rules.examples import sources
from auditor.rules.model import Example, ExampleSource
from auditor.yamlfile import load, validate

FOLDER = Path(__file__).parent / "stories"
RULES = default()


class Part(BaseModel):
    """Unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(Part):
    """One finding: which rule, how severe, and the words of its claims in any order."""

    rule: str
    severity: Severity
    texts: tuple[str, ...]


class Doubted(Part):
    """The words to correct, and how many findings that would clear."""

    text: str
    findings: int


class Story(Part):
    """A story.

    Attributes:
        name: What it shows.
        sources: Its sources.
        on: The day that its sources were published on, for those that do not say.
        reference: Established facts.
        finds: All its findings, in any order.
        agrees: The words of claims that are compared and agree; others may agree too.
        suspect: The one claim to correct, if several findings share it.
    """

    name: str
    sources: Annotated[tuple[ExampleSource, ...], Field(min_length=1)]
    on: str | None = None
    reference: Facts = Facts()
    finds: tuple[Expected, ...] = ()
    agrees: tuple[tuple[str, ...], ...] = ()
    suspect: Doubted | None = None

    def example(self) -> Example:
        """The story as the examples of rules are written."""
        dated = (
            source if "published" in source.model_fields_set else source.model_copy(update={"published": self.on})
            for source in self.sources
        )
        return Example(sources=tuple(dated), reference=self.reference)


class Stories(Part):
    """A file of stories."""

    stories: tuple[Story, ...]


def _read() -> dict[str, Story]:
    """All stories by name."""
    found: dict[str, Story] = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        for story in validate(load(file), Stories).stories:
            assert story.name not in found, story.name
            found[story.name] = story
    return found


STORIES = _read()


@cache
def report(name: str) -> Report:
    """What the auditor says of a story."""
    story = STORIES[name]
    return audit(sources(story.example()), rules=RULES, reference=story.reference.claims("story"))


def words(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The words of claims, established facts left out."""
    return tuple(sorted(claim.text for claim in claims if not claim.source.startswith("reference:")))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_these_findings_and_no_others(name: str) -> None:
    """Which rule, how severe, in which words."""
    found = [Expected(rule=one.rule, severity=one.severity, texts=words(one.claims)) for one in report(name).findings]
    wanted = [one.model_copy(update={"texts": tuple(sorted(one.texts))}) for one in STORIES[name].finds]
    assert Counter(found) == Counter(wanted)


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.agrees])
def test_what_agrees_is_told(name: str) -> None:
    """An editor sees what was held together and fits."""
    told = [words(agreement.claims) for agreement in report(name).consistent]
    for texts in STORIES[name].agrees:
        assert tuple(sorted(texts)) in told


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.suspect])
def test_the_claim_to_correct_is_named(name: str) -> None:
    """Where one claim stands against several others."""
    suspects = {finding.suspect for finding in report(name).findings if finding.suspect}
    assert [Doubted(text=one.text, findings=one.findings) for one in suspects] == [STORIES[name].suspect]


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if len(story.sources) > 1])
def test_the_order_of_the_sources_decides_nothing(name: str) -> None:
    """Sources have their names from their places here, so only what is found is compared, not where."""
    story = STORIES[name]
    turned = story.model_copy(update={"sources": story.sources[::-1]})
    other = audit(sources(turned.example()), rules=RULES, reference=story.reference.claims("story"))
    found = Counter((one.rule, words(one.claims)) for one in report(name).findings)
    assert Counter((one.rule, words(one.claims)) for one in other.findings) == found


@pytest.mark.parametrize("name", STORIES)
def test_every_claim_of_a_finding_is_quoted_from_its_source(name: str) -> None:
    """Offsets give the words of the claim, so that whoever reads a report can check it."""
    known = {info.source.id: info.source for info in report(name).sources}
    for finding in report(name).findings:
        for claim in finding.claims:
            if not claim.source.startswith("reference:"):
                assert getattr(known[claim.source], claim.field)[claim.start : claim.end] == claim.text


def test_every_rule_is_found_in_some_story() -> None:
    """Beside its own examples."""
    assert {one.rule for story in STORIES.values() for one in story.finds} == {rule.id for rule in RULES}


def test_most_stories_show_what_must_not_be_found() -> None:
    """False alarms cost more than misses: as many traps as findings at least."""
    silent = sum(not story.finds for story in STORIES.values())
    assert silent >= len(STORIES) - silent
