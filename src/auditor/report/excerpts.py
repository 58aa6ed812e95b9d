"""Pieces of a source's text around a claim, and text that shows what would otherwise hide."""

import re
from dataclasses import dataclass

from auditor.model import Claim, Source, Span

LONGEST = 420
"""A sentence up to this many characters is quoted whole."""

_CONTEXT = 160
_LONGEST_MARK = 320
_WORD = 24
_GAP = " … "

_SPACES = "\t\n\v\f\r\x1c-\x1f\x85"
_HIDERS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_SPACE = re.compile(f"[{_SPACES}]+")
_HIDDEN = re.compile(f"[{_HIDERS}]")
_UNPLAIN = re.compile(f"[{_SPACES}{_HIDERS}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of quoted text; ``mark`` tells whether it is the claim."""

    text: str
    mark: bool = False


def is_plain(text: str) -> bool:
    """Whether all of a text can be seen as it is, on one line."""
    return not _UNPLAIN.search(text)


def hidden(text: str) -> list[tuple[str, bool]]:
    """Split a text into runs; a run with True names one character that cannot be seen: ``⟦U+202E⟧``."""
    text = _SPACE.sub(" ", text)
    runs, start = [], 0
    for match in _HIDDEN.finditer(text):
        if match.start() > start:
            runs.append((text[start : match.start()], False))
        runs.append((f"⟦U+{ord(match[0]):04X}⟧", True))
        start = match.end()
    if start < len(text):
        runs.append((text[start:], False))
    return runs


def visible(text: str) -> str:
    """The text on one line, with every character that cannot be seen named."""
    return text if is_plain(text) else "".join(run for run, _ in hidden(text))


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text, or its beginning and end with an ellipsis between them, cut between words where there are any."""
    if len(text) <= longest:
        return text
    tail = longest // 4
    head = text[: _word_end(text, longest - tail, len(text))]
    return f"{head.rstrip()}{_GAP}{text[_word_start(text, len(text) - tail, 0) :].lstrip()}"


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
        (_word_start(text, max(sentence[0], start - _CONTEXT), sentence[0]), min(sentence[1], end + _CONTEXT))
        for start, end in marks
    ]
    return _merged([(start, _word_end(text, end, sentence[1])) for start, end in near], gap=_WORD)


def _word_start(text: str, position: int, first: int) -> int:
    """The next beginning of a word, so that no word is cut."""
    if position <= first:
        return first
    space = text.find(" ", position - 1, position + _WORD)
    return space + 1 if space >= 0 else position


def _word_end(text: str, position: int, last: int) -> int:
    if position >= last:
        return last
    space = text.rfind(" ", max(0, position - _WORD), position)
    return space if space >= 0 else position


def _pieces(text: str, marks: list[Span], parts: list[Span]) -> list[Piece]:
    """Cut the parts at the marks; what is left out between them becomes an ellipsis."""
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(parts):
        if number:
            pieces.append(Piece(_GAP))
        position = start
        for low, high in marks:
            if start <= low and high <= end:
                pieces += [Piece(text[position:low]), Piece(shorten(text[low:high], _LONGEST_MARK), mark=True)]
                position = high
        pieces.append(Piece(text[position:end]))
    return [piece for piece in pieces if piece.text]
