"""What the sentence around a claim says of it: its zone, how sure it is, who says it, of whom."""

import re
from bisect import bisect_right
from itertools import accumulate

from auditor.extract.document import Document
from auditor.extract.events.stages import progress
from auditor.extract.sentence.clauses import Clauses
from auditor.extract.sentence.subjects import Opening, opening, subject
from auditor.extract.speech.attribution import phrase_end, who_before
from auditor.extract.speech.verbs import is_passive, speech
from auditor.extract.speech.voices import Voices
from auditor.extract.triggers import ACCORDING
from auditor.model import Claim, Modality, Span, Stage

_MARKS = frozenset("\"“”„«»‹‘'`")
_SURE = frozenset(("role", "name", "quotation"))
_TOLD = frozenset(("quantity", "duration", "status"))
_PARTICIPLE = re.compile(
    r"(?:reported|announced|confirmed|claimed|noted)[ \u00a0\n](?:in|by|on|at|from|since|during|as)\b"
)
_REACH = 400


def apply(document: Document, claims: list[Claim]) -> None:
    """Fill in each claim of a document its sentence, zone, modality, speaker and subject."""
    own = [claim for claim in claims if claim.field == document.field]
    own.sort(key=lambda claim: (claim.start, claim.end))
    quotes = _Quotes(document, own)
    voices = Voices(document, own, [(claim.start, claim.end) for claim in own if claim.kind == "quotation"])
    reader: _Sentence | None = None
    span = (0, 0)
    subjects: dict[tuple[str, ...], tuple[str, ...]] = {}  # equal ones are kept once
    for claim in own:
        if not span[0] <= claim.start < span[1]:
            span = document.sentence_at(claim.start)
        claim.sentence = span if span[1] > span[0] else None
        claim.zone = document.zone_at(claim.start)
        quote = quotes.around(claim)
        if quote is not None and quote.marked and claim.zone == "body":
            claim.zone = "quote"
        if claim.kind != "quotation" and quote is not None:
            claim.speaker = quote.speaker
        if claim.kind in _SURE or claim.sentence is None:
            continue
        if reader is None or reader.span != span:
            reader = _Sentence(document, span, voices)
        reader.fill(claim)
        claim.subject = subjects.setdefault(claim.subject, claim.subject)


class _Quote:
    def __init__(self, claim: Claim, text: str) -> None:
        self.start, self.end, self.speaker = claim.start, claim.end, claim.speaker
        self.marked = text[claim.start - 1 : claim.start] in _MARKS and claim.start > 0


class _Quotes:
    """The quotations of a document, to find the one a claim stands in."""

    def __init__(self, document: Document, claims: list[Claim]) -> None:
        self.quotes = [_Quote(claim, document.text) for claim in claims if claim.kind == "quotation"]
        self.starts = [quote.start for quote in self.quotes]
        self.ends = list(accumulate((quote.end for quote in self.quotes), max))

    def around(self, claim: Claim) -> _Quote | None:
        """The innermost quotation that holds a claim; a quotation holds not itself."""
        index = bisect_right(self.starts, claim.start)
        if not index or self.ends[index - 1] < claim.end:
            return None
        for quote in self.quotes[max(0, index - 4) : index][::-1]:
            if quote.end >= claim.end and (quote.start, quote.end) != (claim.start, claim.end):
                return quote
        return None


class _Sentence:
    """One sentence, read once for all claims in it."""

    def __init__(self, document: Document, span: Span, voices: Voices) -> None:
        self.document, self.text, self.span, self.voices = document, document.text, span, voices
        self.clauses = Clauses(document, span)
        self.openings: dict[int, Opening] = {}
        self.voiced: list[tuple[int, str]] | None = None

    def fill(self, claim: Claim) -> None:
        """Fill in what the sentence says of a claim."""
        claim.modality = self._modality(claim)
        claim.subject = self._subject(claim)
        if claim.speaker is None:
            claim.speaker = self._speaker(claim)

    def _modality(self, claim: Claim) -> Modality:
        if claim.modality == "denied":
            return "denied"
        if not isinstance(claim.value, Stage):
            return self.clauses.modality(claim.start, claim.end)
        if claim.value.stage not in progress().intents:
            return self.clauses.modality(claim.start, claim.end, claim.start - 1)
        modality = self.clauses.modality(claim.start, claim.end, claim.start)
        return "planned" if modality == "stated" else modality

    def _subject(self, claim: Claim) -> tuple[str, ...]:
        if claim.kind not in _TOLD or self.clauses.loose(claim.start):
            return ()
        low, high = self.clauses.clause(claim.start)
        if high - low > _REACH:
            return ()
        opened = self.openings.get(low)
        if opened is None:
            opened = self.openings[low] = opening(self.text, (low, high))
        return subject(self.text, (low, high), opened, (claim.start, claim.end), self.voices)

    def _speaker(self, claim: Claim) -> str | None:
        """Who says a claim outside quotation marks: "X said that …", "…, X said", "according to X"."""
        if self.voiced is None:
            self.voiced = self._voices()
        before = [person for position, person in self.voiced if position <= claim.start]
        return before[-1] if before else self.voiced[-1][1] if self.voiced else None

    def _undergone(self, start: int, word: str) -> bool:
        """Whether a verb of speech is rather a participle: what was "told" or "reported in May"."""
        return is_passive(self.text, start, word) or _PARTICIPLE.match(self.text, start) is not None

    def _voices(self) -> list[tuple[int, str]]:
        low, high = self.span
        found = []
        if high - low > 5 * _REACH:
            return []
        for start, word in self.document.triggers.of["speech"].within(self.span):
            end = start + len(word)
            if (
                word in speech().reporting
                and not is_passive(self.text, start, word)
                and not _PARTICIPLE.match(self.text, start)
            ):
                person = who_before(self.text, self.voices, max(low, start - _REACH), start)
                if person is not None:
                    found.append((start, person))
            elif word in ACCORDING and self.text.startswith(" to ", end):
                person = self.voices.named(phrase_end(self.text, end + 4, high))
                if person is not None:
                    found.append((low, person))
        return found
