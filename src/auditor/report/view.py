"""A report arranged for people: what the page and the terminal show, before it gets its looks."""

from dataclasses import dataclass

from auditor.model import Overridden, RuleInfo, Severity, Status, Verdict
from auditor.report.excerpts import Piece
from auditor.report.links import Link


@dataclass(frozen=True, slots=True)
class Credit:
    """How a source is named: its title, who published it, where and when.

    Attributes:
        anchor: Where the source stands on the page; None for a reference.
        name: Its id within its story, where messages name it so.
        citation: What a reference rests on, with its addresses; empty for a source.
    """

    title: str
    publisher: str | None = None
    url: Link | None = None
    published: str | None = None
    published_from: str | None = None
    anchor: str | None = None
    citation: tuple[Link, ...] = ()
    name: str | None = None

    @property
    def origin(self) -> tuple[Link, ...]:
        """Who, when and where; a source that nothing dates says so."""
        when = self.published or ("No date" if self.anchor else None)
        return tuple(Link(part) for part in (self.publisher, when, self.name) if part) + (
            (self.url,) if self.url else ()
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim of a finding: its value in large letters, then its words, then what it was compared as.

    Attributes:
        value: None for a quotation, which is its words and no more.
        written: The words, where neither the value nor the excerpt is just them.
        compared: The interval it was compared as, where that says more than the value.
        note: What belongs to the value: an office, the thing that has reached a stage.
    """

    value: str | None
    written: str | None = None
    compared: str | None = None
    note: str | None = None

    @property
    def details(self) -> tuple[str, ...]:
        """What stands below the value."""
        written = f"written “{self.written}”" if self.written else None
        compared = f"compared as {self.compared}" if self.compared else None
        return tuple(line for line in (self.note, written, compared) if line)


@dataclass(frozen=True, slots=True)
class Side:
    """One place that takes part in a finding: a sentence of a source, or a reference.

    Attributes:
        credit: None where all sides stand in one source, which is then named once.
        place: Which part of the source, who speaks, as of when.
        doubted: Whether correcting this place would clear several findings.
    """

    credit: Credit | None
    readings: tuple[Reading, ...]
    pieces: tuple[Piece, ...]
    place: tuple[str, ...]
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction: the words to change, where they stand, what the evidence supports, what it would clear.

    Attributes:
        doubtful: Whether nothing but the number of findings speaks against the words.
    """

    text: str
    credit: Credit
    supported: str | None
    evidence: tuple[str, ...]
    effect: str
    clears: tuple[tuple[str, str], ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One finding.

    Attributes:
        accepted: Who accepted it and why, until when, and with which values if these are others.
        alike: The findings that this card tells together, the first of them; none where it is one finding.
    """

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
    accepted: str | None = None
    alike: tuple["Card", ...] = ()

    @property
    def count(self) -> int:
        """How many findings it tells."""
        return len(self.alike) + self.left_out if self.alike else 1


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity."""

    severity: Severity
    label: str
    cards: tuple[Card, ...]

    @property
    def count(self) -> int:
        """How many findings the cards tell."""
        return sum(card.count for card in self.cards)


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
    count: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of a source."""

    kind: str
    words: str
    value: str | None
    compared: str | None
    about: str
    notes: tuple[str, ...]
    findings: tuple[tuple[str, Severity], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The claims of one part of a source in reading order, and the names in it that no finding speaks of."""

    label: str
    rows: tuple[Row, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One source with its claims, by the part of it they stand in."""

    anchor: str
    credit: Credit
    summary: str
    place: tuple[str, ...]
    parts: tuple[Part, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Page:
    """All of a report.

    Attributes:
        title: The stories it is about.
        heading: What a browser shows as its name.
        contents: What follows the findings: where it stands, its label, how much of it there is.
    """

    title: str
    heading: str
    verdict: str
    aside: str
    contents: tuple[tuple[str, str, int], ...]
    figures: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
    fixes: tuple[Fix, ...]
    groups: tuple[Group, ...]
    settled: tuple[Card, ...]
    sheets: tuple[Sheet, ...]
    consistent: tuple[Comparison, ...]
    not_compared: tuple[Comparison, ...]
    rules: tuple[RuleInfo, ...]
    overridden: tuple[Overridden, ...]
