"""Small newsroom stories with all that must be found in them, and nothing else.

Each story is written by hand in ``stories/*.yaml``: its sources, and every finding that an editor should see. What is
not listed must not be found, so a story without findings shows a trap that the auditor does not fall into.
"""

import dataclasses
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
def reports(*, turned: bool = False) -> dict[str, Report]:
    """What the auditor says of each story, its sources in their order or turned round.

    Stories need nothing of each other, so those without facts of their own are audited in one run.
    """
    plain = [name for name, story in STORIES.items() if not story.reference.claims("story")]
    found: dict[str, Report] = {}
    for names in (plain, *([name] for name in STORIES if name not in plain)):
        examples = {name: STORIES[name].example() for name in names}
        if turned:
            examples = {name: one.model_copy(update={"sources": one.sources[::-1]}) for name, one in examples.items()}
        told = [source for name, example in examples.items() for source in sources(example, name)]
        whole = audit(told, rules=RULES, reference=STORIES[names[0]].reference.claims("story"))
        found |= {name: _part(whole, name) for name in names}
    return found


def _part(whole: Report, story: str) -> Report:
    """What a report says of one story."""
    return dataclasses.replace(
        whole,
        sources=tuple(info for info in whole.sources if info.source.story == story),
        findings=tuple(one for one in whole.findings if one.story == story),
        consistent=tuple(one for one in whole.consistent if one.story == story),
    )


def words(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The words of claims, established facts left out."""
    return tuple(sorted(claim.text for claim in claims if not claim.source.startswith("reference:")))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_these_findings_and_no_others(name: str) -> None:
    """Which rule, how severe, in which words."""
    found = [
        Expected(rule=one.rule, severity=one.severity, texts=words(one.claims)) for one in reports()[name].findings
    ]
    wanted = [one.model_copy(update={"texts": tuple(sorted(one.texts))}) for one in STORIES[name].finds]
    assert Counter(found) == Counter(wanted)


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.agrees])
def test_what_agrees_is_told(name: str) -> None:
    """An editor sees what was held together and fits."""
    told = [words(agreement.claims) for agreement in reports()[name].consistent]
    for texts in STORIES[name].agrees:
        assert tuple(sorted(texts)) in told


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if story.suspect])
def test_the_claim_to_correct_is_named(name: str) -> None:
    """Where one claim stands against several others."""
    suspects = {finding.suspect for finding in reports()[name].findings if finding.suspect}
    assert [Doubted(text=one.text, findings=one.findings) for one in suspects] == [STORIES[name].suspect]


@pytest.mark.parametrize("name", [name for name, story in STORIES.items() if len(story.sources) > 1])
def test_the_order_of_the_sources_decides_nothing(name: str) -> None:
    """Sources have their names from their places here, so only what is found is compared, not where."""
    both = reports(), reports(turned=True)
    found, other = (Counter((one.rule, words(one.claims)) for one in made[name].findings) for made in both)
    assert found == other


@pytest.mark.parametrize("name", STORIES)
def test_every_claim_of_a_finding_is_quoted_from_its_source(name: str) -> None:
    """Offsets give the words of the claim, so that whoever reads a report can check it."""
    known = {info.source.id: info.source for info in reports()[name].sources}
    for finding in reports()[name].findings:
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
