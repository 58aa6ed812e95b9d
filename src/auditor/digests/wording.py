"""Among which words a text gives a number, for asking whether a short text that retells it puts it among the same.

A number that the text gives may still be a slip in the retelling: swapped with another one of the text. It is one where
the text has another number right between the same words, or has this number only among words that have nothing in
common with those around it in the retelling.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditor.compare import contexts, topics
from auditor.digests.days import Parts, parts
from auditor.digests.evidence import axis_of, scale
from auditor.digests.numerals import numerals_at
from auditor.extract.sentence.sentences import sentences
from auditor.model import Claim, Interval, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset({"the", "a", "an", "s", "of", "to", "that", "its", "their", "his", "her"})
_FRAME = 2
"""How many words on one side of a claim must be the same."""
_NEAR = 3
"""How many telling words on each side of a number must have something in common with its sentence elsewhere."""
_TELLING = 3
"""The fewest telling words that say what a number is about."""
_REACH = 80
_NUMERIC = frozenset({"quantity", "date"})


class Frame(NamedTuple):
    """Two words on one side of a claim."""

    kind: str
    side: str
    words: tuple[str, ...]


class Wording:
    """The words of a text around its numbers.

    Args:
        text: The text.
        claims: The claims that stand in it, in order.
    """

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        """Note where the text has its amounts, numbers and dates."""
        self.text = text
        self.spans = sentences(text)
        self.amounts: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.kind == "quantity" and claim.field == "text":
                self.amounts[axis_of(claim)].append(claim)
        self.places: defaultdict[Decimal, list[frozenset[str]]] = defaultdict(list)
        for start, number in numerals_at(text):
            around = contexts.stems(self._around(start))
            for key in {number.value, number.plain}:
                self.places[key].append(around)
        self.frames: defaultdict[Frame, list[Claim]] = defaultdict(list)
        self.by_sentence: defaultdict[Span | None, list[Claim]] = defaultdict(list)
        for claim, frame in _frames(text, claims):
            self.frames[frame].append(claim)
            self.by_sentence[claim.sentence].append(claim)

    def _around(self, start: int) -> str:
        """What stands around a place in its sentence."""
        low, high = self.spans[max(0, bisect_right(self.spans, (start, len(self.text))) - 1)]
        return self.text[max(low, start - _REACH) : min(high, start + _REACH)]

    def elsewhere(self, claim: Claim, numbers: Iterable[Decimal], text: str) -> bool:
        """Whether a figure's number stands in the text only among words that have nothing in common with its own.

        The text must count something else by it, or, if it is no count, give another amount among the words of its own:
        two sentences that are retold as one have few words in common too.

        Args:
            claim: The figure of the retelling.
            numbers: Its numbers.
            text: The retelling.
        """
        first, last = claim.sentence or (claim.start, claim.end)
        around = contexts.context(text[first:last], claim.start - first, claim.end - first)
        near = {*around.before[:_NEAR], *around.after[:_NEAR]}
        if len(near) < _TELLING or not any(self._apart(near, number) for number in numbers):
            return False
        return self._counts_others(claim) if axis_of(claim) == "count" else self._has_rival(claim, near)

    def _apart(self, near: set[str], number: Decimal) -> bool:
        found = self.places.get(number)
        return bool(found) and all(near.isdisjoint(around) for around in found or ())

    def _counts_others(self, claim: Claim) -> bool:
        """Whether what the text counts by the same number is never what the retelling counts."""
        heads = [_head(other) for other in self.amounts["count"] if _same(claim, other)]
        return claim.counted is not None and all(head not in (None, _head(claim)) for head in heads)

    def _has_rival(self, claim: Claim, near: set[str]) -> bool:
        """Whether another amount stands among the words of the retelling."""
        others = (other for other in self.amounts[axis_of(claim)] if not _same(claim, other))
        return any(len(near & contexts.stems(self._around(other.start))) >= _FRAME for other in others)

    def instead(self, text: str, told: Sequence[Claim]) -> dict[str, Claim]:
        """For each claim of a retelling in whose place the text has another one, that one.

        Args:
            text: The retelling.
            told: Its claims.
        """
        found: dict[str, Claim] = {}
        kept: set[str] = set()
        for claim, frame in _frames(text, told):
            others = self.frames.get(frame, [])
            if any(_same(claim, other) for other in others):
                kept.add(claim.id)
            elif others and not any(self._together(claim, other) for other in others):
                found.setdefault(claim.id, others[0])
        return {name: other for name, other in found.items() if name not in kept}

    def _together(self, claim: Claim, other: Claim) -> bool:
        """Whether the text gives the told value too, in the sentence of another one ("from 40 to 60")."""
        return any(one.kind == claim.kind and _same(claim, one) for one in self.by_sentence[other.sentence])


def _frames(text: str, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Frame]]:
    """The words right before and right after each claim of an amount or a date; other numbers among them are masked."""
    asked = [
        claim for claim in claims if claim.kind in _NUMERIC and claim.field == "text" and claim.qualifier != "vague"
    ]
    taken = [(claim.start, claim.end) for claim in asked]
    for claim in asked:
        kind = claim.kind if claim.kind == "date" else f"{axis_of(claim)} {claim.per}"
        before = _words(text, max(0, claim.start - _REACH), claim.start, taken)[-_FRAME:]
        after = _words(text, claim.end, claim.end + _REACH, taken)[:_FRAME]
        for side, words in (("before", before), ("after", after)):
            if len(words) == _FRAME and any(len(word) >= _TELLING and topics.stem_of(word) for word in words):
                yield claim, Frame(kind, side, tuple(words))


def _words(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[str]:
    """The stems of some characters without the smallest words, a mark for each word of a number."""
    found = []
    for match in _WORD.finditer(text, start, min(end, len(text))):
        if match[0].lower() in _SMALL or (match.start() == start and text[start - 1 : start].isalnum()):
            continue
        numeric = match[0][0].isdigit() or any(low <= match.start() < high for low, high in taken)
        found.append("#" if numeric else topics.stem_of(match[0]) or match[0].lower())
    return found


def _head(claim: Claim) -> str | None:
    """The stem of the noun that a claim counts."""
    return topics.stem_of(claim.counted.split()[-1]) if claim.counted else None


def _same(left: Claim, right: Claim) -> bool:
    """Whether two claims of one kind can both be true in one place."""
    if not isinstance(left.value, Interval) or not isinstance(right.value, Interval):
        return True
    if left.kind != right.kind:
        return False
    if left.kind == "date":
        return _agree(parts(left.value.written), parts(right.value.written))
    (low, high), (other_low, other_high) = _ends(left), _ends(right)
    return low <= other_high and other_low <= high


def _agree(left: Parts, right: Parts) -> bool:
    """Whether two dates differ in none of the parts that both give."""
    pairs = [(ours, theirs) for ours, theirs in zip(left, right, strict=True) if ours and theirs]
    return not pairs or all(ours == theirs for ours, theirs in pairs)


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    value = claim.value
    if not isinstance(value, Interval):
        return Decimal("-Infinity"), Decimal("Infinity")
    factor, offset = scale(claim.unit)
    low = Decimal("-Infinity") if value.low is None else Decimal(value.low) * factor + offset
    return low, Decimal("Infinity") if value.high is None else Decimal(value.high) * factor + offset
