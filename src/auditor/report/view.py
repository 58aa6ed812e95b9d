"""A report arranged for people: what the page and the terminal show, before it gets its looks."""

from dataclasses import dataclass

from auditor.model import RuleInfo, Severity, Status, Verdict
from auditor.report.excerpts import Piece
from auditor.report.links import Link


@dataclass(frozen=True, slots=True)
class Credit:
    """How a source is named: its title, who published it, where and when.

    Attributes:
        anchor: Where the source stands on the page; None for a reference.
        citation: What a reference rests on, with its addresses; empty for a source.
    """

    title: str
    publisher: str | None = None
    url: Link | None = None
    published: str | None = None
    published_from: str | None = None
    anchor: str | None = None
    citation: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim of a finding: its words, its value in large letters, and what it was compared as."""

    words: str
    value: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One place that takes part in a finding: a sentence of a source, or a reference.

    Attributes:
        credit: None where all sides stand in one source, which is then named once.
        place: Which part of the source, who speaks, as of when.
    """

    credit: Credit | None
    readings: tuple[Reading, ...]
    pieces: tuple[Piece, ...]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction: the words to change, where they stand, what the evidence supports, what it would clear."""

    text: str
    credit: Credit
    supported: str | None
    evidence: tuple[str, ...]
    effect: str
    clears: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One finding."""

    anchor: str
    id: str
    verdict: Verdict
    label: str
    severity: Severity
    status: Status
    status_label: str
    story: str | None
    message: str
    credit: Credit | None
    sides: tuple[Side, ...]
    left_out: int
    why: tuple[str, ...]
    fix: Fix | None
    rule_id: str
    rule: RuleInfo | None


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity."""

    severity: Severity
    label: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One claim in a list: what it says and where."""

    source: str
    anchor: str | None
    words: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Claims under one heading: a rule that they satisfy, or a reason why they were not compared."""

    heading: str
    entries: tuple[tuple[Mention, ...], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of a source."""

    kind: str
    words: str
    value: str
    compared: str | None
    about: str
    notes: tuple[str, ...]
    findings: tuple[tuple[str, Severity], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One source with its claims, by the part of it they stand in."""

    anchor: str
    id: str
    story: str | None
    credit: Credit
    claims: int
    findings: int
    parts: tuple[tuple[str, tuple[Row, ...]], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Page:
    """All of a report."""

    title: str
    verdict: str
    aside: str
    figures: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
    fixes: tuple[Fix, ...]
    groups: tuple[Group, ...]
    settled: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    consistent: tuple[Comparison, ...]
    not_compared: tuple[Comparison, ...]
    rules: tuple[RuleInfo, ...]
