"""The stories of ``stories/*.yaml``, each written by hand, and what the auditor says of them."""

import dataclasses
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from auditor import rules, yamlfile
from auditor.model import Report, Severity
from auditor.pipeline import audit
from auditor.reference import Facts
from auditor.rules.model import Example, ExampleSource
from auditor.rules.writing.examples import sources

FOLDER = Path(__file__).parent / "stories"
RULES = rules.load()


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
        for story in yamlfile.validate(yamlfile.load(file), Stories).stories:
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
