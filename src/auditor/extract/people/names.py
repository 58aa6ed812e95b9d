"""Proper names as spelled, so that spellings can be compared."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from auditor.extract.document import Document, once
from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.runs import is_led, is_whole_office, merged, parts_of
from auditor.extract.people.titles import TITLES, is_title
from auditor.extract.words import capitalised_throughout
from auditor.language.phrases import pattern
from auditor.model import Claim, Name, Span

_LEAST = 5
_LEAST_PLACE = 4
_LEAST_MISSPELT = 6
_MENTIONS = 5
_LEAST_HEADLINE = 30
_INFLECTIONS = ("s", "es", "d", "ed", "r", "n", "ing", "ly", "y")
_GAP = re.compile(r"[ \u00a0\n]")
_WRAPPED = 45
_BEFORE = pattern("people", "before_name")
_NAME = pattern("people", "name")
_NUMBERED = re.compile(r"(?<![^\W_])[^\W\d_][\w.&'’-]*[ \u00a0]#?((?!1[5-9]\d\d|20\d\d)\d{1,4})(?![\w/–-]|[.,:]\d)")
_NUMERIC = frozenset({"quantity", "date", "duration"})
_IN_PLACE = pattern("people", "in_place")
_OPENING = frozenset('"“‘«„(:•')


@once
def names(document: Document) -> list[Claim]:
    """Return a claim for each of the first mentions of a proper name.

    A single word counts from five letters on, or four where the word before it makes it a place; at the start of a
    sentence only if it looks like a slip for a word that the text writes otherwise elsewhere ("Minsters" beside
    "Ministers").
    """
    text, reader = document.text, _Reader(document)
    mentions: dict[str, int] = {}
    for match in _NAME.finditer(text):
        run = match[0]
        count = mentions[run] = mentions.get(run, 0) + 1
        if count <= _MENTIONS and len(run) >= _LEAST_PLACE:
            for start, end in reader.lines(match.span()) if "\n" in run else (match.span(),):
                if end - start >= _LEAST or _IN_PLACE.search(text, max(0, start - 8), start):
                    reader.take(text[start:end], start, end)
    reader.found += _slips(text, reader.opening, reader.words)
    return [_claim(document, span) for span in merged(text, sorted(reader.found))]


class _Reader:
    """Takes runs of capitalised words in their order and keeps those that are names."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts = frozenset(document.sentences.starts)
        self.plain = _Plain(document)
        self.words: Counter[str] = Counter()
        self.found: list[Span] = []
        self.opening: list[Span] = []

    def lines(self, span: Span) -> list[Span]:
        """A run of capitalised words, cut where a sentence begins in it, or a line after a short one."""
        text, spans, start = self.text, [], span[0]
        for gap in _GAP.finditer(text, *span):
            line = gap.start() - text.rfind("\n", 0, gap.start())
            if gap.end() in self.starts or (gap[0] == "\n" and line < _WRAPPED):
                spans.append((start, gap.start()))
                start = gap.end()
        return [*spans, (start, span[1])]

    def take(self, run: str, start: int, end: int) -> None:
        """Take one run of capitalised words."""
        if not _GAP.search(run):
            self._single(run, start, end)
        elif not self.plain.skips(start):
            for span in parts_of(self.text, (start, end), opens=start in self.starts):
                self._part(span)

    def _part(self, span: Span) -> None:
        name = self.text[slice(*span)]
        words = name.split()
        while len(words) > 1 and words[-1] in TITLES.letters:
            name = name.removesuffix(words.pop()).rstrip()
            span = span[0], span[0] + len(name)
        if len(words) == 1:
            if len(name) >= _LEAST:
                self._single(name, *span)
        elif (not name.isupper() or max(map(len, words)) < _LEAST - 1) and not is_whole_office(words):
            self.words.update(words)
            self.found.append(span)

    def _single(self, word: str, start: int, end: int) -> None:
        if is_opener(word) or is_dated(word) or is_title(word) or is_led(word) or self.plain.skips(start):
            return
        before = _BEFORE.search(self.text, max(0, start - 12), start)
        if before is not None and before["particle"] is None:
            return
        self.words[word] += 1
        first = start in self.starts or self.text[max(0, start - 2) : start].strip()[-1:] in _OPENING
        (self.opening if first else self.found).append((before.start("particle") if before is not None else start, end))


class _Plain:
    """Tells sentences that capitalise all their words from plain ones; asked in the order of the text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.end = -1
        self.skipped = False

    def skips(self, position: int) -> bool:
        if position >= self.end:
            start, self.end = self.document.sentence_at(position)
            self.skipped = self.end - start > _LEAST_HEADLINE and capitalised_throughout(
                self.document.text[start : min(self.end, start + 400)]
            )
        return self.skipped


def _claim(document: Document, span: Span) -> Claim:
    text = document.text[slice(*span)]
    name = " ".join(text.split())
    return Claim("name", *span, text, Name(text if name == text else name), field=document.field)


def _slips(text: str, opening: list[Span], words: Counter[str]) -> list[Span]:
    """Words that open a sentence and differ by one letter from a word used more often, with that word's mentions."""
    rare = {text[slice(*span)] for span in opening if span[1] - span[0] >= _LEAST_MISSPELT}
    rare = {word for word in rare if words[word] == 1}
    if not rare:
        return []
    shortened: dict[str, list[str]] = {}
    for word, count in words.items():
        if count > 1 and len(word) >= _LEAST_MISSPELT - 1:
            for form in _shortened(word):
                shortened.setdefault(form, []).append(word)
    kept = set()
    for word in sorted(rare):
        for form in _shortened(word):
            for other in shortened.get(form, ()):
                if other[0] == word[0] and not _inflection(word, other):
                    kept |= {word, other}
    return [span for span in opening if text[slice(*span)] in kept]


def _shortened(word: str) -> list[str]:
    return [word, *(word[:index] + word[index + 1 :] for index in range(len(word)))]


def _inflection(one: str, other: str) -> bool:
    """Whether two words are forms of one: "Minister" and "Ministers"."""
    short, long = sorted((one, other), key=len)
    return any(long == short + ending for ending in _INFLECTIONS) or (
        short[:-1] == long[: len(short) - 1] and short[-1] in "ye"
    )


def numbered(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """A name for each word with a number after it in the headlines of a document, where the number is no other claim.

    Args:
        document: The document.
        claims: Its other claims.
    """
    taken = sorted([(claim.start, claim.end) for claim in claims if claim.kind in _NUMERIC] + document.reserved)
    return [
        Claim("name", *match.span(), match[0], Name(" ".join(match[0].split())), field=document.field)
        for start, end in _headlines(document)
        for match in _NUMBERED.finditer(document.text, start, end)
        if not _overlaps(match.span(1), taken)
    ]


def _headlines(document: Document) -> list[Span]:
    if document.field == "title":
        return [(0, len(document.text))]
    return [(zone.start, zone.end) for zone in document.zones if zone.name == "headline"]


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether a span shares a character with one of the spans in order."""
    index = bisect_right(taken, (span[0], span[0] + 1_000_000))
    return any(end > span[0] and start < span[1] for start, end in taken[max(0, index - 2) : index + 1])
