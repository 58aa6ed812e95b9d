"""Between which words a text gives a number or a day, for asking whether a short text that retells it gives the same.

What the text gives as well may still be a slip in the retelling: swapped with another number of the text. It is one
where the text has another one right between the same words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.compare import topics
from auditor.digests.numbers.evidence import axis_of
from auditor.digests.numbers.same import same
from auditor.language.phrases import word_set
from auditor.model import Claim, Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = word_set("mentions", "passed_over")
_FRAME = 2
"""How many words on one side of a claim must be the same."""
_LONG = 3
"""The fewest letters of a word that tells anything."""
_REACH = 80
_NUMERIC = frozenset({"quantity", "date"})


class Frame(NamedTuple):
    """Two words on one side of a claim."""

    kind: str
    side: str
    words: tuple[str, ...]


Gap = tuple[tuple[str, ...], tuple[str, ...]]
"""Two words on both sides of a claim."""


class Wording:
    """The words of a text around its numbers.

    Args:
        text: The text.
        claims: The claims that stand in it, in order.
    """

    def __init__(self, text: str, claims: Sequence[Claim]) -> None:
        """Note between which words the text has its amounts and dates."""
        self.frames: defaultdict[Frame, list[Claim]] = defaultdict(list)
        self.by_sentence: defaultdict[Span | None, list[Claim]] = defaultdict(list)
        for claim, frame in _frames(text, claims):
            self.frames[frame].append(claim)
            self.by_sentence[claim.sentence].append(claim)
        self.gaps: defaultdict[Gap, list[Claim]] = defaultdict(list)
        for claim, gap in _gaps(text, claims):
            self.gaps[gap].append(claim)

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
            if any(same(claim, other) for other in others):
                kept.add(claim.id)
            elif others and not any(self._together(claim, other) for other in others):
                found.setdefault(claim.id, others[0])
        for claim, gap in _gaps(text, told):
            others = self.gaps.get(gap, [])
            if others and all(other.kind != claim.kind for other in others):
                found.setdefault(claim.id, others[0])  # a day where a length of time is told
        return {name: other for name, other in found.items() if name not in kept}

    def _together(self, claim: Claim, other: Claim) -> bool:
        """Whether the text gives the told value too, in the sentence of another one ("from 40 to 60")."""
        return any(one.kind == claim.kind and same(claim, one) for one in self.by_sentence[other.sentence])


def _frames(text: str, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Frame]]:
    """The words right before and right after each claim of an amount or a date; other numbers among them are masked."""
    for claim, before, after in _beside(text, [claim for claim in claims if claim.kind in _NUMERIC]):
        kind = claim.kind if claim.kind == "date" else f"{axis_of(claim)} {claim.per}"
        for side, words in (("before", before), ("after", after)):
            if _is_telling(words):
                yield claim, Frame(kind, side, words)


def _gaps(text: str, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Gap]]:
    """The words on both sides of each claim of an amount, a date or a length of time, where both tell something."""
    for claim, before, after in _beside(text, [claim for claim in claims if claim.kind in {*_NUMERIC, "duration"}]):
        if _is_telling(before) and _is_telling(after):
            yield claim, (before, after)


def _beside(text: str, claims: Iterable[Claim]) -> Iterator[tuple[Claim, tuple[str, ...], tuple[str, ...]]]:
    """The two words right before each of some claims, and the two right after it."""
    asked = [claim for claim in claims if claim.field == "text" and claim.qualifier != "vague"]
    taken = bytearray(len(text))
    for claim in asked:
        taken[claim.start : claim.end] = b"1" * (claim.end - claim.start)
    for claim in asked:
        before = _words(text, max(0, claim.start - _REACH), claim.start, taken)[-_FRAME:]
        yield claim, tuple(before), tuple(_words(text, claim.end, claim.end + _REACH, taken)[:_FRAME])


def _is_telling(words: Sequence[str]) -> bool:
    return len(words) == _FRAME and any(len(word) >= _LONG and topics.stem_of(word) for word in words)


def _words(text: str, start: int, end: int, taken: bytearray) -> list[str]:
    """The stems of some characters without the smallest words, a mark for each word of a number."""
    found = []
    for match in _WORD.finditer(text, start, min(end, len(text))):
        if match[0].lower() in _SMALL or (match.start() == start and text[start - 1 : start].isalnum()):
            continue
        numeric = match[0][0].isdigit() or taken[match.start()]
        found.append("#" if numeric else topics.stem_of(match[0]) or match[0].lower())
    return found
