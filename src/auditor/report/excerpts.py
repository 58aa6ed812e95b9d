"""Pieces of a source's text around a claim."""

from dataclasses import dataclass

from auditor.model import Claim, Source, Span
from auditor.wording.shown import GAP, LONGEST, WORD, shorten, word_end, word_start

_CONTEXT = 160
_LONGEST_MARK = 320


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of quoted text; ``mark`` tells whether it is the claim."""

    text: str
    mark: bool = False


def excerpt(source: Source | None, claims: list[Claim]) -> list[Piece]:
    """The sentence that claims of one field stand in, cut around them, with their words marked.

    Args:
        source: Where they stand; None for a reference, whose claim is quoted as it is.
        claims: Claims that share source, field and sentence.
    """
    first = claims[0]
    text = getattr(source, first.field) if source else None
    if not text or any(text[claim.start : claim.end] != claim.text for claim in claims):
        return [Piece(shorten(claim.text, _LONGEST_MARK), mark=source is not None) for claim in claims]
    marks = _merged([(claim.start, claim.end) for claim in claims])
    sentence = _sentence(text, first, marks)
    parts = _around(text, sentence, marks)
    before = [Piece("… ")] if parts[0][0] > sentence[0] else []
    after = [Piece(" …")] if parts[-1][1] < sentence[1] else []
    return before + _pieces(text, marks, parts) + after


def _sentence(text: str, claim: Claim, marks: list[Span]) -> Span:
    """The sentence, grown to hold all marks; without one, the line."""
    if claim.sentence and claim.sentence[0] < claim.sentence[1]:
        start, end = claim.sentence
    else:
        start = text.rfind("\n", max(0, claim.start - LONGEST), claim.start) + 1 or max(0, claim.start - LONGEST)
        end = text.find("\n", claim.end, claim.end + LONGEST)
        end = end if end >= 0 else min(len(text), claim.end + LONGEST)
    return min(start, marks[0][0]), min(len(text), max(end, marks[-1][1]))


def _merged(spans: list[Span], gap: int = 0) -> list[Span]:
    """Spans in order, those that touch (or nearly) joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + gap:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _around(text: str, sentence: Span, marks: list[Span]) -> list[Span]:
    """The parts of a sentence to quote: all of it, or the neighbourhood of each mark."""
    if sentence[1] - sentence[0] <= LONGEST:
        return [sentence]
    near = [
        (word_start(text, max(sentence[0], start - _CONTEXT), sentence[0]), min(sentence[1], end + _CONTEXT))
        for start, end in marks
    ]
    return _merged([(start, word_end(text, end, sentence[1])) for start, end in near], gap=WORD)


def _pieces(text: str, marks: list[Span], parts: list[Span]) -> list[Piece]:
    """Cut the parts at the marks; what is left out between them becomes an ellipsis."""
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(parts):
        if number:
            pieces.append(Piece(GAP))
        position = start
        for low, high in marks:
            if start <= low and high <= end:
                pieces += [Piece(text[position:low]), Piece(shorten(text[low:high], _LONGEST_MARK), mark=True)]
                position = high
        pieces.append(Piece(text[position:end]))
    return [piece for piece in pieces if piece.text]
