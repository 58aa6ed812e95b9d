"""What a pack is blind to: the values of silent examples are changed, and every rule is asked whether it notices.

A number changes by 10 %, a day by one, a holder of an office for somebody else, a statement into its denial. A change
that no rule notices is a blind spot only where it takes away an agreement: before it, another claim of the story bore
the changed one out (the same thing, and values that both allow); after it, none of those does. Where nothing bore the
value out, or rounding still covers it, the changed text is as consistent as the first, and nobody could notice. Nor
can anybody where a source tells twice when it appeared: a day between the two may be a time zone.

A denial reaches no further than its clause. Within that it does not reach what the sentence takes for granted, be it
denied or not: an office in front of a name ("Mayor Ann Lee was not there"), and what a definite subject counts ("the
two governments did not sign"). What else its own sentence says is denied with it, and bears nothing out any more.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from auditor.compare import facts, topics
from auditor.compare.around.contexts import stems
from auditor.extract import examine
from auditor.extract.document import Document
from auditor.extract.sentence.clauses import Clauses
from auditor.language.phrases import pattern
from auditor.model import Claim, Interval, Role, Source, SourceInfo
from auditor.pipeline import audit
from auditor.rules.model import ExampleSource, Rule
from auditor.rules.writing import examples

Kind = Literal["number", "day", "name", "negation"]

SOMEBODY = "Vera Ostrow"
"""Who takes the place of a person; no example may name her."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_AUXILIARY = pattern("mentions", "auxiliary")
_DEFINITE = pattern("mentions", "definite")
_ALIKE, _AROUND, _SHARED = 80, 0.6, 3
"""From where on two topics, and the words around two claims, are of one thing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one claim of an example.

    Attributes:
        kind: What was changed.
        source: Which source of the example, from 0.
        start: Where the change begins in the claim's field.
        before: The words there.
        after: The words that take their place.
        claim: The claim.
    """

    kind: Kind
    source: int
    start: int
    before: str
    after: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change, and what came of it.

    Attributes:
        rule: The rule whose example it is.
        example: Which of its silent examples, from 0.
        change: The change.
        noticed: Whether a rule says something that it did not say before.
        counts: Whether a rule could have: it did, or the change took away an agreement.
    """

    rule: str
    example: int
    change: Change
    noticed: bool
    counts: bool

    def __str__(self) -> str:
        """``silent 2: number “14” → “15” in “14 villages”``."""
        change = self.change
        where = " ".join(change.claim.text.split())[:60]
        return f"silent {self.example + 1}: {change.kind} “{change.before}” → “{change.after}” at “{where}”"


@dataclass(frozen=True, slots=True)
class _Changed:
    """A silent example of a rule, and every change of it.

    Attributes:
        rule: The rule.
        index: Which of its silent examples it is.
        known: Its facts.
        told: Its sources.
        infos: These with their claims.
        changes: The changes.
        changed: Its sources after each of them.
    """

    rule: str
    index: int
    known: tuple[Claim, ...]
    told: list[Source]
    infos: list[SourceInfo]
    changes: list[Change]
    changed: list[list[Source]]


def mutate(rules: Sequence[Rule], pack: Sequence[Rule]) -> list[Mutant]:
    """Change the silent examples of rules, each in every way, and let a whole pack look at them."""
    told = [_all_changes(rule, index) for rule in rules for index in range(len(rule.examples.silent))]
    plain = [one for one in told if not one.known]
    tallies = {id(one): found for one, found in zip(plain, _tallies(plain, pack, ()), strict=True)}
    for one in told:
        if one.known:
            [tallies[id(one)]] = _tallies([one], pack, one.known)
    return [mutant for one in told for mutant in _mutants(one, tallies[id(one)])]


def _all_changes(rule: Rule, index: int) -> _Changed:
    example = rule.examples.silent[index]
    told = examples.sources(example)
    infos = [examine(source) for source in told]
    changes = list(_changes(infos))
    changed = [_changed(told, change) for change in changes]
    return _Changed(rule.id, index, example.reference.claims("example"), told, infos, changes, changed)


def _mutants(one: _Changed, tallies: Sequence[Counter[str]]) -> Iterator[Mutant]:
    """What came of the changes of an example, by how often each rule fires before and after each."""
    before, *after = tallies
    for change, sources, tally in zip(one.changes, one.changed, after, strict=True):
        noticed = any(tally[name] > before[name] for name in tally)
        counts = noticed or _breaks(one.infos, change, sources, one.known)
        yield Mutant(one.rule, one.index, change, noticed, counts)


def _tallies(told: Sequence[_Changed], pack: Sequence[Rule], known: Sequence[Claim]) -> list[list[Counter[str]]]:
    """How often each rule of a pack fires on each example, as it is and after each change; all are audited together."""
    stories = [[one.told, *one.changed] for one in told]
    named = {
        f"m{which:03}-{number:05}": story for which, some in enumerate(stories) for number, story in enumerate(some)
    }
    sources = [source for name, story in named.items() for source in _renamed(story, name)]
    tallies = {name: Counter[str]() for name in named}
    for finding in audit(sources, rules=pack, reference=known).findings:
        tallies[finding.story][finding.rule] += 1
    found = iter(tallies.values())
    return [[next(found) for _ in some] for some in stories]


def _renamed(story: Sequence[Source], name: str) -> list[Source]:
    return [replace(source, id=f"{name}-{source.id}", story=name) for source in story]


def _changes(infos: Sequence[SourceInfo]) -> Iterator[Change]:
    """Every change of every claim, each place once."""
    seen: set[tuple[int, str, int, str]] = set()
    for index, info in enumerate(infos):
        for claim in info.claims:
            for change in (*_of_value(index, claim), *_denied(index, claim, info.source)):
                key = (index, claim.field, change.start, change.after)
                if key not in seen:
                    seen.add(key)
                    yield change


def _of_value(source: int, claim: Claim) -> Iterator[Change]:
    """A claim's value, changed where it is written in digits, or is a person's name."""
    if claim.field not in {"text", "title", "url"}:
        return
    if isinstance(claim.value, Role):
        start = claim.text.find(claim.value.person)
        if start >= 0 and not claim.value.former:
            yield Change("name", source, claim.start + start, claim.value.person, SOMEBODY, claim)
    elif isinstance(claim.value, Interval):
        digits = _day(claim, claim.value) if claim.kind == "date" else _number(claim, claim.value)
        if digits:
            match, after = digits
            yield Change(
                "day" if claim.kind == "date" else "number", source, claim.start + match.start(), match[0], after, claim
            )


def _number(claim: Claim, value: Interval) -> tuple[re.Match[str], str] | None:
    """The first number of a quantity, and a tenth more, at least one of its last digit."""
    match = _NUMBER.search(claim.text)
    if not match or value.point is None:
        return None
    number = Decimal(match[0].replace(",", ""))
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    more = max((number * Decimal("1.1")).quantize(step), number + step)
    return match, f"{more:,}" if "," in match[0] else str(more)


def _day(claim: Claim, value: Interval) -> tuple[re.Match[str], str] | None:
    """The day of a date that is written in digits, and the next or the last."""
    written = re.fullmatch(r"[\dX]{4}-\d\d-(\d\d)", value.written or "")
    if not written:
        return None
    number = int(written[1])
    match = pattern("mentions", "day", day=str(number)).search(claim.text)
    after = number + 1 if number < 28 else number - 1  # noqa: PLR2004 - every month has that day
    return (match, f"{after:02}" if match[0].startswith("0") else str(after)) if match else None


def _denied(index: int, claim: Claim, source: Source) -> Iterator[Change]:
    """The clause of a claim, denied behind its first auxiliary verb, where that denies the claim."""
    if claim.sentence is None or claim.field != "text" or claim.kind in {"name", "quotation"} or claim.clue:
        return
    clause = Clauses(Document(source.text), claim.sentence).clause(claim.start)
    verb = _AUXILIARY.search(source.text, *((claim.start, claim.end) if claim.kind == "role" else clause))
    granted = verb and claim.start < verb.start() and _DEFINITE.search(source.text, clause[0], claim.start)
    if verb and not granted:
        yield Change("negation", index, verb.start(), verb[0], f"{verb[0]} not", claim)


def _changed(told: Sequence[Source], change: Change) -> list[Source]:
    """An example's sources with one change, divided into zones anew."""
    source, field = told[change.source], change.claim.field
    text = getattr(source, field)
    written = text[: change.start] + change.after + text[change.start + len(change.before) :]
    given = {
        "text": source.text,
        "title": None if source.title_span else source.title,
        "url": None if source.url_span else source.url,
        "published": source.published,
        "publisher": source.publisher,
    }
    made = examples.source(source.id, ExampleSource.model_validate(given | {field: written}))
    return [made if index == change.source else other for index, other in enumerate(told)]


def _breaks(infos: Sequence[SourceInfo], change: Change, changed: Sequence[Source], known: Sequence[Claim]) -> bool:
    """Whether a change takes away all that bore a claim out."""
    others = [*known, *(claim for info in infos for claim in info.claims if claim is not change.claim)]
    texts = [info.source for info in infos]
    witnesses = [other for other in others if _bears_out(other, change.claim, texts)]
    if change.kind == "negation":
        here = change.claim.source, change.claim.sentence
        return any((other.source, other.sentence) != here for other in witnesses)
    if not witnesses:
        return False
    after = [claim for claim in examine(changed[change.source]).claims if _is_same_place(claim, change)]
    return bool(after) and not any(_agree(claim, witness) for claim in after for witness in witnesses)


def _is_same_place(claim: Claim, change: Change) -> bool:
    """Whether a claim of the changed text is the changed one; nothing before it has moved."""
    old = change.claim
    return (claim.kind, claim.field, claim.start) == (old.kind, old.field, old.start)


def _bears_out(other: Claim, claim: Claim, sources: Sequence[Source]) -> bool:
    """Whether another claim says the same of the same thing at the same time."""
    if other.kind != claim.kind or not _agree(other, claim) or other.modality != claim.modality:
        return False
    if isinstance(claim.value, Role):
        return True
    if claim.clue or other.clue:
        return False
    return not _apart(other, claim) and _of_one_thing(other, claim, sources)


def _agree(left: Claim, right: Claim) -> bool:
    """Whether two values can be one."""
    ours, theirs = left.value, right.value
    if isinstance(ours, Role) and isinstance(theirs, Role):
        same = ours.title == theirs.title and ours.organisation == theirs.organisation is not None
        return same and facts.same_person(ours.person, theirs.person)
    if not isinstance(ours, Interval) or not isinstance(theirs, Interval):
        return ours == theirs
    if (left.unit, left.per, left.change) != (right.unit, right.per, right.change):
        return False
    ends = ours.low, ours.high, theirs.low, theirs.high
    low, high, other_low, other_high = (None if end is None else _number_of(end) for end in ends)
    if low is None or high is None or other_low is None or other_high is None:
        return False
    return max(low, other_low) <= min(high, other_high)


def _number_of(end: str) -> Decimal:
    """An end of an interval, be it a number or a day."""
    return Decimal(date.fromisoformat(end).toordinal()) if _ISO.fullmatch(end) else Decimal(end)


def _apart(left: Claim, right: Claim) -> bool:
    """Whether two claims speak of different times."""
    if left.as_of is None or right.as_of is None:
        return False
    return max(left.as_of[0], right.as_of[0]) > min(left.as_of[1], right.as_of[1])


def _of_one_thing(left: Claim, right: Claim, sources: Sequence[Source]) -> bool:
    """Whether the topics of two claims are alike, or the words around them."""
    ours, theirs = left.measure or left.counted, right.measure or right.counted
    if ours and theirs and topics.likeness(ours, theirs) < _ALIKE:
        return False
    around = [_around(claim, sources) for claim in (left, right)]
    shared, fewer = len(around[0] & around[1]), min(map(len, around))
    return shared >= _SHARED and shared >= _AROUND * fewer


def _around(claim: Claim, sources: Sequence[Source]) -> frozenset[str]:
    """The telling words of a claim's sentence."""
    for source in sources:
        if source.id == claim.source and claim.sentence:
            return stems((getattr(source, claim.field) or "")[slice(*claim.sentence)])
    return frozenset()
