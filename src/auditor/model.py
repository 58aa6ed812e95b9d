"""The words of the project as types: sources, claims, findings, reports.

Positions are character offsets into a field of a source, so that ``field[start:end]`` is the claim's text exactly.
Numbers are decimal strings in the base multiple ("1.2 billion" is "1200000000"); days are ISO 8601 strings.
"""

import dataclasses
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Span = tuple[int, int]

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line, in a file and in a text."""

TIME_OF_DAY = "time of day"
"""The dimension of minutes since midnight."""
Kind = Literal["quantity", "date", "duration", "role", "quotation", "status", "name"]
Field = Literal["text", "title", "url", "published", "id"]
ZoneName = Literal["headline", "dateline", "body", "quote", "background", "sidebar", "footer"]
TOLD: frozenset[ZoneName] = frozenset({"body", "quote", "background"})
"""Where an article itself tells something; its headline, dateline and byline are about it."""
Qualifier = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague"]
Change = Literal["up", "down"]
Modality = Literal["stated", "expected", "planned", "proposed", "denied", "hypothetical"]
Clue = Literal["displayed", "updated", "url", "metadata", "filename"]
Verdict = Literal["contradiction", "impossible", "missing", "unsupported", "nuance", "update", "variant"]
Severity = Literal["error", "warning", "note"]
SEVERITIES = get_args(Severity)
"""The worst first."""
Status = Literal["new", "changed", "known", "resolved"]
FailOn = Literal["new", "any", "none"]


class Zone(NamedTuple):
    """A part of a source's text that plays one role; zones are in order and cover the whole text."""

    name: ZoneName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One document as published.

    Attributes:
        id: Unique in an audit; for a file, its name without the ending.
        story: Sources about the same events share it; claims are compared inside a story.
        text: The whole text, unchanged, so that offsets into it hold.
        title: The headline, from the metadata or found in the text.
        url: The address it was published at, from the metadata or found in the text.
        published: The publication date given as metadata, as written there.
        publisher: Who published it.
        path: The file it was read from, as the user named it.
        line: The line of that file that ``text`` begins on; in a file of many sources, the line that holds this one.
        title_span: Where the title stands in ``text``; None if it came from the metadata or is unknown.
        url_span: Likewise for the URL.
        zones: The parts of ``text``.
        lines: For a web page, the line of its file that each line of ``text`` was taken from; else empty.
    """

    id: str
    story: str
    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    path: str | None = None
    title_span: Span | None = None
    url_span: Span | None = None
    zones: tuple[Zone, ...] = ()
    line: int = 1
    lines: tuple[int, ...] = ()


class Interval(NamedTuple):
    """What a number, a date or a duration allows on its axis.

    Attributes:
        point: The written value; None for a range, a vague amount, or a date that is not one day.
        low: The least the words allow; None is unbounded (a number) or unknown (a date).
        high: The most the words allow.
        low_open: Whether ``low`` itself is excluded.
        high_open: Whether ``high`` itself is excluded.
        written: For dates, what the words say and no more, in the manner of EDTF (ISO 8601-2): ``2024-11-25``,
            ``2023-09``, ``XXXX-09-29`` (no year), ``XXXX-WXX-2`` (a Tuesday), ``2024-02-30`` (no such day, low and
            high None), ``2024-06-12|2024-12-06`` (two readings). None for numbers.
    """

    point: str | None = None
    low: str | None = None
    high: str | None = None
    low_open: bool = False
    high_open: bool = False
    written: str | None = None


class Role(NamedTuple):
    """A person holds (or held) an office."""

    person: str
    title: str
    organisation: str | None = None
    former: bool = False


class Quotation(NamedTuple):
    """Words put between quotation marks, or a headline's rendering of them, without the marks."""

    words: str


class Stage(NamedTuple):
    """A thing has reached a stage ("decided to create", "preparing to endorse")."""

    thing: str
    stage: str


class Name(NamedTuple):
    """A proper name, as spelled."""

    name: str


Value = Interval | Role | Quotation | Stage | Name


@dataclass(slots=True)
class Claim:
    """One thing a source states, with the exact characters it stands in.

    Extractors make claims; :mod:`auditor.extract.sentence.context` fills what the sentence around them says; nobody
    changes one after that. The fields are those of the data contract (``docs/claims.md``).
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Value
    field: Field = "text"
    sentence: Span | None = None
    zone: ZoneName = "body"
    qualifier: Qualifier = "exact"
    change: Change | None = None
    reached: Change | None = None
    unit: str | None = None
    dimension: str | None = None
    counted: str | None = None
    per: str | None = None
    measure: str | None = None
    subject: tuple[str, ...] = ()
    as_of: tuple[str, str] | None = None
    modality: Modality = "stated"
    speaker: str | None = None
    clue: Clue | None = None
    source: str = ""
    story: str = ""
    id: str = ""

    @property
    def place(self) -> Span:
        """Its sentence; where it has none, the words themselves."""
        return self.sentence or (self.start, self.end)

    @property
    def is_fact(self) -> bool:
        """Whether it is of the reference, not of a source."""
        return self.source.startswith("reference:")


class Extent(NamedTuple):
    """What a claim stood for when a rule compared it, on the axis of the comparison.

    Attributes:
        claim: The claim's id.
        axis: A unit, or "day" (then the ends are proleptic Gregorian ordinals).
        low: The least value; minus infinity is unbounded.
        high: The greatest value; infinity is unbounded.
    """

    claim: str
    axis: str
    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


class Witnesses(NamedTuple):
    """Who states one of the values that a finding is about.

    Attributes:
        value: The value, as people write it.
        sources: How many sources state it.
        independent: How many of these are not near-identical texts.
        claims: The ids of the claims that state it.
    """

    value: str
    sources: int
    independent: int
    claims: tuple[str, ...]


@dataclass(slots=True)
class Finding:
    """What a rule reports.

    A claim of the reference takes part like any other: its ``source`` starts with ``reference:``, its ``text`` states
    the fact, its ``sentence`` is None and its ``speaker`` is the citation.

    Attributes:
        id: Identity: the rule and the slot in its story, never a position, a time or a message.
        why: The arithmetic, step by step, in words.
        suspect: Where several findings share a claim: which claim to correct, and what the others support.
        source: The source that the finding is confined to; None where it is about several.
        slot: What it is about, whatever the values; see :mod:`auditor.rules.telling.slots`.
        values: Its state, the values that disagree; see :mod:`auditor.states`.
        accepted: Who has accepted it, and why; also for what was accepted with other values, or until an earlier day.
        witnesses: Where sources contradict one another, who states which value; those with most witnesses first.
        compared: What its claims stood for in the comparison; a claim may stand there more than once, or not at all.
        more: How many claims it is about besides those of ``claims``, which are never very many.
        bounded: Whether what rounding allows of its figures is wide enough to decide.
    """

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    story: str
    message: str
    claims: list[Claim]
    why: list[str] = dataclasses.field(default_factory=list)
    suspect: "Suspect | None" = None
    status: Status = "new"
    source: str | None = None
    slot: str = ""
    values: tuple[str, ...] = ()
    accepted: "Accepted | None" = None
    compared: list[Extent] = dataclasses.field(default_factory=list)
    witnesses: list[Witnesses] = dataclasses.field(default_factory=list)
    more: int = 0
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that an editor has accepted, as a line of ``claims/accepted.jsonl`` says it.

    Attributes:
        values: The values that disagreed then.
        source: The source that it is confined to, if it is: tells twins apart, and is no part of its identity.
        reason: Why it was accepted.
        by: Who accepted it.
        until: The last day that it is accepted on, ISO 8601; None for good.
    """

    rule: str
    story: str
    slot: str
    values: tuple[str, ...]
    source: str | None = None
    reason: str = ""
    by: str = ""
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Suspect:
    """The claims whose correction would clear the most findings, and what the other evidence supports.

    Attributes:
        claims: The claims to correct, by id.
        source: The source they stand in.
        text: The words to correct.
        supported: First and last ISO day (or number) that all other evidence allows; None where it settles nothing.
        unit: That of such numbers.
        findings: How many findings the correction would clear.
        evidence: One line for each claim that speaks for ``supported``.
    """

    claims: tuple[str, ...]
    source: str
    text: str
    supported: tuple[str, str] | None
    findings: int
    evidence: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Claims that were compared and agree; ``more`` counts those that are not listed."""

    rule: str
    story: str
    claims: tuple[Claim, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Claims that looked alike and could not be compared, with the reason; ``more`` counts those not listed."""

    story: str
    claims: tuple[Claim, ...]
    reason: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule that ran."""

    id: str
    title: str
    group: str
    severity: Severity
    verdict: Verdict
    why: str
    next: str
    findings: int


@dataclass(frozen=True, slots=True)
class Overridden:
    """What a project has changed in a packaged rule, and why.

    Attributes:
        rule: The rule's id.
        changes: What is changed: ``off``, ``severity note``, ``pair.alike 90``.
        reason: Why.
    """

    rule: str
    changes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a report says of a source.

    Attributes:
        published: The day it most likely appeared, ISO 8601; None where nothing tells.
        published_from: The clue that day was taken from.
        claims: All its claims in reading order.
    """

    source: Source
    published: str | None
    published_from: Clue | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that an audit says; every output format is made from it.

    Attributes:
        sources: By story, then id.
        findings: Worst first.
        consistent: Claims that were compared and agree.
        not_compared: Claims that looked alike and could not be compared.
        rules: Every rule that ran, by id.
        unread: Sources that could not be read, one line each.
        overridden: What the project has changed in packaged rules, by id.
        hidden: How many findings are left out because they are less severe than what was asked for.
        fail_on: Which warnings and errors fail the run.
    """

    sources: tuple[SourceInfo, ...]
    findings: tuple[Finding, ...]
    consistent: tuple[Agreement, ...]
    not_compared: tuple[NotCompared, ...]
    rules: tuple[RuleInfo, ...]
    unread: tuple[str, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    hidden: int = 0
    fail_on: FailOn = "new"
