"""The shape of a rule file, one YAML file a rule.

What a rule means beyond its shape (columns, checks, relations …) is verified by :mod:`auditor.rules.reading.verify`.
"""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator

from auditor.compare.pairing import Pairing, Words
from auditor.model import Severity, Verdict
from auditor.reference import Facts
from auditor.yamlfile import Strict

Compare = Literal["claims", "sources", "pairs", "series"]
_LONGEST_ID = 60

Group = Literal["dates", "numbers", "money", "people", "quotations", "events", "headlines", "sources", "style"]

_ID = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"


def is_a_name(written: str) -> str:
    """Lower-case words joined by hyphens, so that no id is a path."""
    if not re.fullmatch(_ID, written) or len(written) > _LONGEST_ID:
        raise ValueError(f"expected at most {_LONGEST_ID} characters, lower-case words joined by hyphens")
    return written


ID = Annotated[str, AfterValidator(is_a_name), Field(json_schema_extra={"pattern": f"^{_ID}$"})]

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


class Pair(Pairing):
    """Which claims become candidates for comparison.

    Attributes:
        equal: Columns that must be equal; two that are missing are equal.
        agree: Columns that must be equal where both sides know them.
        differ: Columns that must not be equal.
    """

    equal: tuple[str, ...] = ()
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()

    def pairing(self) -> Pairing:
        """What rules have in common that share a table of pairs."""
        return Pairing(**self.model_dump(include={*Pairing.model_fields}))


class ExampleSource(Strict):
    """One source of an example.

    Attributes:
        text: Its text.
        title: Its headline.
        url: Its address.
        published: The day it appeared.
        publisher: Who published it.
    """

    text: Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None


class Example(Strict):
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


def _in_short(written: object) -> object:
    """A text alone is a source; several of them are the sources of a story."""
    if isinstance(written, str):
        return {"text": written}
    return {"texts": written} if isinstance(written, list | tuple) else written


Shown = Annotated[Example, BeforeValidator(_in_short)]
"""An example as it is written: in full, or only its text, or a list of texts."""


def _at_least_one(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """A validator of its own, since pydantic would count only the examples without mistakes."""
    if not examples:
        raise ValueError("at least one example is needed")
    return examples


Several = Annotated[tuple[Shown, ...], AfterValidator(_at_least_one), Field(json_schema_extra={"minItems": 1})]


class Examples(Strict):
    """What a rule finds, what it leaves alone, and what it is known to miss.

    Attributes:
        fires: Stories on which it fires; one at least.
        silent: Stories on which it is silent; one at least, and one for every false alarm met.
        known_misses: Stories on which it should fire and does not yet.
    """

    fires: Several
    silent: Several
    known_misses: tuple[Shown, ...] = ()


class Rule(Strict):
    """A declarative check.

    Attributes:
        id: The file's stem.
        title: What the rule looks for, in a few words.
        group: Where the list of rules has it.
        severity: error (do not publish before it is resolved), warning (look at it) or note (good to know).
        verdict: What a finding is: a contradiction, impossible, missing, unsupported, a nuance, an update, a variant.
        compare: The table it works on.
        where: Which claims or sources are checked, or form series.
        left: The first claims of the pairs.
        right: The second claims of the pairs.
        pair: How they become pairs, or series.
        when: Which of the pairs or series are compared at all.
        unless: Which of them are exempt; any of the selections exempts, either way round if both claims
            were chosen alike.
        yields: Rules that come first, and those that they yield to: where one of them has found the same claims, this
            one says nothing.
        must: What has to hold: checks by column (claims, sources), or relations (pairs, series).
        message: What a finding says, with placeholders.
        why: Why it matters, for an editor.
        next: What to do about it, for an editor.
        ignore: When an editor may pass over a finding.
        examples: Stories on which it fires and on which it is silent, its documentation and its tests.
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
    yields: tuple[ID, ...] = ()
    must: dict[str, Raw] = Field(min_length=1)
    message: Words
    why: Words
    next: Words
    ignore: Words | None = None
    examples: Examples

    def __hash__(self) -> int:
        """By the id alone, so that a rule can be a key although its selections cannot."""
        return hash(self.id)
