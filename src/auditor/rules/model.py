"""The shape of a rule file, one YAML file a rule.

What a rule means beyond its shape (columns, checks, relations …) is verified by :mod:`auditor.rules.verify`.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from auditor.compare.pairing import Need, Pairing, Through, Within
from auditor.model import Severity, Verdict
from auditor.reference import Facts

Compare = Literal["claims", "sources", "pairs", "series"]
_LONGEST_ID = 60

Group = Literal["dates", "numbers", "money", "people", "quotations", "events", "headlines", "sources", "style"]

_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"


def _is_a_name(written: str) -> str:
    """Lower-case words joined by hyphens, so that no id is a path."""
    if not re.fullmatch(_ID, written) or len(written) > _LONGEST_ID:
        raise ValueError(f"expected at most {_LONGEST_ID} characters, lower-case words joined by hyphens")
    return written


ID = Annotated[str, AfterValidator(_is_a_name), Field(json_schema_extra={"pattern": f"^{_ID}$"})]

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]

Raw = Annotated[
    object,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number", "boolean", "null"]},
                {"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}},
                {"type": "object"},
            ]
        }
    ),
]
"""One entry of a selection or a must, as written; what it may be depends on its column."""

Selection = dict[str, Raw]


class Part(BaseModel):
    """Base of the parts of a rule: unknown keys are mistakes, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Pair(Part):
    """Which claims become candidates for comparison; see :class:`auditor.compare.Pairing`.

    Attributes:
        equal: Columns that must be equal; two that are missing are equal.
        agree: Columns that must be equal where both sides know them.
        differ: Columns that must not be equal.
    """

    within: Within = "story"
    same: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    alike: float | None = Field(default=None, ge=0, le=100)
    context: float | None = Field(default=None, ge=0, le=100)
    between: tuple[Words, ...] = ()
    through: Through | None = None
    need: Need = "every"

    def pairing(self) -> Pairing:
        """The same for the compare package."""
        return Pairing(
            within=self.within,
            same=self.same,
            alike=self.alike,
            context=self.context,
            between=self.between,
            through=self.through,
            need=self.need,
        )


class ExampleSource(Part):
    """One source of an example."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
    title: str | None = None
    url: str | None = None
    published: str | None = None


class Example(Part):
    """A small story that a rule fires on, or stays silent on.

    Attributes:
        text: The text of the story's only source.
        texts: The texts of its sources.
        sources: Its sources with what is known of them.
        reference: Established facts.
        note: What the example shows.
    """

    text: str | None = Field(default=None, min_length=1, max_length=20_000)
    texts: tuple[str, ...] = ()
    sources: tuple[ExampleSource, ...] = ()
    reference: Facts = Facts()
    note: Words | None = None

    @model_validator(mode="after")
    def _one_story(self) -> Self:
        if (self.text is not None) + bool(self.texts) + bool(self.sources) != 1:
            raise ValueError("an example has exactly one of `text`, `texts`, `sources`")
        return self

    def stories(self) -> tuple[ExampleSource, ...]:
        """Its sources, however they were written."""
        texts = self.texts if self.text is None else (self.text,)
        return self.sources or tuple(ExampleSource(text=text) for text in texts)


def _at_least_one(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """A validator of its own, since pydantic would count only the examples without mistakes."""
    if not examples:
        raise ValueError("at least one example is needed")
    return examples


Several = Annotated[tuple[Example, ...], AfterValidator(_at_least_one), Field(json_schema_extra={"minItems": 1})]


class Examples(Part):
    """What a rule finds, what it leaves alone, and what it is known to miss."""

    fires: Several
    silent: Several
    known_misses: tuple[Example, ...] = ()


class Rule(Part):
    """A declarative check.

    Attributes:
        id: The file's stem.
        title: What the rule looks for, in a few words.
        compare: The table it works on.
        where: Which claims or sources are checked, or form series.
        left: The first claims of the pairs.
        right: The second claims of the pairs.
        pair: How they become pairs, or series.
        when: Which of the pairs or series are compared at all.
        unless: Which of them are exempt; any of the selections exempts.
        must: What has to hold: checks by column (claims, sources), or relations (pairs, series).
        message: What a finding says, with placeholders.
        why: Why it matters, for an editor.
        next: What to do about it, for an editor.
        ignore: When an editor may pass over a finding.
    """

    id: ID
    title: Words
    group: Group
    severity: Severity
    verdict: Verdict
    compare: Compare
    where: Selection = Field(default_factory=dict)
    left: Selection = Field(default_factory=dict)
    right: Selection = Field(default_factory=dict)
    pair: Pair = Pair()
    when: Selection = Field(default_factory=dict)
    unless: tuple[Selection, ...] = ()
    must: dict[str, Raw] = Field(min_length=1)
    message: Words
    why: Words
    next: Words
    ignore: Words | None = None
    examples: Examples

    def __hash__(self) -> int:
        """By the id alone, so that a rule can be a key although its selections cannot."""
        return hash(self.id)
