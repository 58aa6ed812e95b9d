"""Clauses of a sentence and the cues of modality in it."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.speech.verbs import STRENGTH, Entry, cues
from auditor.extract.triggers import BOUNDARIES, Trigger
from auditor.extract.words import members
from auditor.model import Modality, Span

_PUNCTUATION = re.compile(r"[;:—?!\n“”\"«»]| [–-] ")
_QUOTING = frozenset(';“”"«»')
_ALONE = members("because although though while whereas that which who but")
_STRONG = members("but while whereas although though which who")
_NEW_SUBJECT = re.compile(r", and (?:he|she|it|they|the|that|we|a|an|its|their)\b")
_LOOSE = members("which who whom including with despite not after before since as or when")
_IF = frozenset(("if", "unless", "whether"))
_ELLIPTIC = re.compile(
    r" (?:[a-z]+ly )?(?:(?:convict|approv|elect|confirm|adopt|ratifi|enact|pass|complet)ed|found guilty)\b"
)
_FALSE = re.compile(
    r"\b(?:[Rr]eports?|[Cc]laims?|[Rr]umou?rs?|[Aa]llegations?|[Pp]osts?) (?:claiming |saying )?that "
    r"(?P<told>[^.;:!?\n]{1,160}?) (?:is|are|was|were) (?:[a-z]+ly )?(?:false|untrue|baseless|unfounded|fabricated)\b",
)
_REACH = 250
_PASSIVE = frozenset(("was", "were", "been", "is", "are", "than", "as", "be"))


class Cue(NamedTuple):
    """A word or phrase that says how sure a statement is, and how far that reaches."""

    start: int
    end: int
    modality: Modality
    low: int
    high: int


class Clauses:
    """A sentence, parted at its clauses, with its cues."""

    def __init__(self, document: Document, sentence: Span) -> None:
        """Read a sentence once; every question after that is cheap."""
        text = self.text = document.text
        self.sentence = sentence
        self.asks = text[max(sentence[0], sentence[1] - 4) : sentence[1]].rstrip('"”’)')[-1:] == "?"
        hits = document.triggers.within(sentence)
        self.marks = [match.span() for match in _PUNCTUATION.finditer(text, *sentence)]
        self.words = [hit for hit in hits if hit.word in BOUNDARIES and self._parts(hit)]
        self.weak = sorted([*self.marks, *[hit[:2] for hit in self.words]]) if self.words else self.marks
        self.cues = self._read(hits)
        self.starts = [cue.start for cue in self.cues]
        self.conditional = any(text[cue.start : cue.end].lower() in _IF for cue in self.cues)

    @cached_property
    def strong(self) -> list[int]:
        """Where a new statement begins, so that no cue before it reaches it."""
        quoting = [start for start, _ in self.marks if self.text[start] in _QUOTING]
        return sorted([*quoting, *[hit.start for hit in self.words if self._strong(hit)]])

    def _parts(self, hit: Trigger) -> bool:
        return hit.word in _ALONE or self.text.startswith(", ", hit.start - 2)

    def _strong(self, hit: Trigger) -> bool:
        comma = self.text.startswith(", ", hit.start - 2)
        return comma and (hit.word in _STRONG or _NEW_SUBJECT.match(self.text, hit.start - 2) is not None)

    def clause(self, position: int) -> Span:
        """The clause that holds a position: from the boundary before it to the one after it."""
        index = bisect_right(self.weak, (position, len(self.text))) - 1
        low = self.weak[index][1] if index >= 0 else self.sentence[0]
        high = self.weak[index + 1][0] if index + 1 < len(self.weak) else self.sentence[1]
        return min(low, position), max(high, position)

    def loose(self, position: int) -> bool:
        """Whether what stands at a position is an addition ("including …") and no clause with a verb of its own."""
        index = bisect_right(self.weak, (position, len(self.text))) - 1
        return index >= 0 and self.text[slice(*self.weak[index])] in _LOOSE

    def modality(self, start: int, end: int, before: int | None = None) -> Modality:
        """How sure the sentence says what stands at a span: the strongest cue that reaches it.

        Args:
            start: Where the words begin.
            end: Where they end.
            before: Where a cue must begin to count, if not anywhere.
        """
        if not self.cues:
            return "hypothetical" if self.asks else "stated"
        low = bisect_left(self.starts, start - _REACH)
        high = bisect_right(self.starts, end + _REACH if before is None else before)
        found = {cue.modality for cue in self.cues[low:high] if cue.low <= start < cue.high}
        if self.asks or ("expected" in found and self.conditional and "denied" not in found):
            return "hypothetical"
        return next((modality for modality in STRENGTH if modality in found), "stated")

    def _read(self, hits: list[Trigger]) -> list[Cue]:
        table, found = cues(), []
        for hit in hits:
            first = hit.word if hit.word in table else hit.word.lower()
            if first in table and (first == hit.word or hit.start == self.sentence[0]):
                entry, end = self._entry(hit, table[first])
                named = first != hit.word and self.text[end + 1 : end + 2].isupper()
                if entry is not None and not (named and entry.whole):
                    found.append(self._cue(hit.start, end, entry.modality, whole=entry.whole))
        claimed = any(hit.word == "that" for hit in hits)
        for match in _FALSE.finditer(self.text, *self.sentence) if claimed else ():
            low, high = match.span("told")
            found.append(Cue(match.start(), match.end(), "denied", low, high))
        return sorted(found)

    def _entry(self, hit: Trigger, entries: tuple[Entry, ...]) -> tuple[Entry | None, int]:
        ahead = self.text[hit.end : hit.end + 40].replace("\n", " ") if entries[0].tail else ""
        for entry in entries:
            size = len(entry.tail)
            ends = not size or (ahead.startswith(entry.tail) and not ahead[size : size + 1].isalnum())
            if ends and (size or entry.whole or not self._passive(hit)):
                return entry, hit.end + size
        return None, hit.end

    def _passive(self, hit: Trigger) -> bool:
        """Whether a participle tells what was done to its subject: "was denied bail", "more than expected"."""
        before = self.text[max(self.sentence[0], hit.start - 12) : hit.start].split()
        return hit.word.endswith("ed") and bool(before) and before[-1] in _PASSIVE

    def _cue(self, start: int, end: int, modality: Modality, *, whole: bool) -> Cue:
        low, high = self.clause(start)
        if not whole:
            index = bisect_left(self.strong, end)
            low, high = start, self.strong[index] if index < len(self.strong) else self.sentence[1]
            opens = start == self.sentence[0] and _ELLIPTIC.match(self.text, end) is not None
            if self.text[start:end].lower() in _IF and not opens:
                comma = self.text.find(",", end, min(high, end + _REACH))
                high = comma if comma >= 0 else high
        return Cue(start, end, modality, low, min(high, end + _REACH))
