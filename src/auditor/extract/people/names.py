"""Proper names as spelled, so that spellings can be compared."""

import re
from collections import Counter
from functools import cache

from auditor.extract.document import Document
from auditor.extract.people.persons import is_dated, is_opener
from auditor.extract.people.titles import lexicon
from auditor.extract.words import UPPER, capitalised_throughout, members
from auditor.model import Claim, Name, Span

_LEAST = 5
_LEAST_MISSPELT = 7
_MENTIONS = 5
_LEAST_HEADLINE = 30
_INFLECTIONS = ("s", "es", "d", "ed", "r", "n", "ing", "ly", "y")
_JOINTS = frozenset(("and", "&", "for"))
_HEADS = members(
    "Minister President General Secretary Chancellor Premier Governor Mayor Ambassador Spokesman",
)
_INNER = members("of for and the General Secretary Minister")
_CONTINENTS = frozenset(("America", "Europe", "Africa", "Asia", "Australia"))
_ARTICLE = re.compile(r"\b(?:an?|new|the|its) $")
_OPENING = frozenset('"“‘«„(:•')


@cache
def _pattern() -> re.Pattern[str]:
    rest = r"\w*(?:[-’'&](?!s\b)\w+)*"
    word = rf"[{UPPER}]{rest}"
    joint = r"(?:(?:of|for|and|&|de|del|la|du|van|von|der|al|bin)[ \u00a0](?:the[ \u00a0])?)?"
    return re.compile(rf"[{UPPER}](?<!\w.){rest}(?:[ \u00a0]{joint}{word}){{0,9}}")


def names(document: Document) -> list[Claim]:
    """Return a claim for each of the first mentions of a proper name."""
    if document.names is None:
        document.names = _names(document)
    return document.names


def _names(document: Document) -> list[Claim]:
    """Find the names.

    A single word counts from five letters on; at the start of a sentence only if it looks like a slip for a word that
    the text writes otherwise elsewhere ("Minsters" beside "Ministers").
    """
    text, reader = document.text, _Reader(document)
    mentions: dict[str, int] = {}
    for match in _pattern().finditer(text):
        run = match[0]
        count = mentions[run] = mentions.get(run, 0) + 1
        if count <= _MENTIONS and len(run) >= _LEAST:
            reader.take(run, *match.span())
    reader.found += _slips(text, reader.opening, reader.words)
    return [_claim(document, span) for span in _merged(text, sorted(reader.found))]


class _Reader:
    """Takes runs of capitalised words in their order and keeps those that are names."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts = {start for start, _ in document.sentences}
        self.plain = _Plain(document)
        self.words: Counter[str] = Counter()
        self.found: list[Span] = []
        self.opening: list[Span] = []

    def take(self, run: str, start: int, end: int) -> None:
        """Take one run of capitalised words."""
        if not (" " in run or "\u00a0" in run):
            self._single(run, start, end)
        elif not self.plain.skips(start):
            for span in _parts(self.text, (start, end)):
                self._part(span)

    def _part(self, span: Span) -> None:
        name = self.text[slice(*span)]
        words = name.split()
        if len(words) == 1:
            if len(name) >= _LEAST:
                self._single(name, *span)
        elif not name.isupper() or max(map(len, words)) < _LEAST - 1:
            self.words.update(words)
            self.found.append(span)

    def _single(self, word: str, start: int, end: int) -> None:
        if is_opener(word) or is_dated(word) or self.plain.skips(start):
            return
        self.words[word] += 1
        first = start in self.starts or self.text[max(0, start - 2) : start].strip()[-1:] in _OPENING
        (self.opening if first else self.found).append((start, end))


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


_Token = tuple[str, int, int]


def _parts(text: str, span: Span) -> list[Span]:
    """The names in a run of capitalised words.

    What opens a sentence is left out; two names are parted at "and" and "for", and an office from whoever holds it.
    """
    tokens = [(m.group(), m.start() + span[0], m.end() + span[0]) for m in re.finditer(r"\S+", text[slice(*span)])]
    parts: list[Span] = []
    current: list[_Token] = []
    for index, token in enumerate(tokens):
        word = token[0]
        if (
            (word in _JOINTS and not _joins(current, tokens[index + 1 :]))
            or is_dated(word)
            or (not current and _no_start(word))
        ):
            current = _close(parts, current)
        else:
            if current and current[-1][0] in _HEADS and word not in lexicon().things and word not in _INNER:
                current = _close(parts, current)
            current.append(token)
    _close(parts, current)
    return parts


def _no_start(word: str) -> bool:
    """Whether no name begins with a word: small words, openers of sentences, courtesy titles."""
    return word[0].islower() or word == "&" or is_opener(word) or word.lower() in lexicon().honorifics


def _close(parts: list[Span], tokens: list[_Token]) -> list[_Token]:
    while tokens and (tokens[-1][0][0].islower() or tokens[-1][0] == "&"):
        tokens = tokens[:-1]
    if tokens and tokens[-1][0] not in _HEADS:
        parts.append((tokens[0][1], tokens[-1][2]))
    return []


def _joins(before: list[_Token], after: list[_Token]) -> bool:
    """Whether "and" or "for" stands inside one name: "Support and Procurement Agency", "Ministry of Trade and Labour".

    Args:
        before: The words of the name so far.
        after: The words that follow the joint.
    """
    things = lexicon().things
    if not before or not after:
        return False
    left = [word for word, _, _ in before]
    for joint in ("of", "for"):
        if joint in left:
            return any(word in things for word in left[: left.index(joint)])
    right = " ".join(word for word, _, _ in after)
    if right in lexicon().organisations or after[-1][0] in _CONTINENTS:
        return False
    return (after[-1][0] in things and left[-1] not in things) or (len(left) == 1 and left[0] in things)


def _merged(text: str, parts: list[Span]) -> list[Span]:
    """Parts again, but one for a name that lists its fields: "Joint Analysis, Training and Education Centre"."""
    merged: list[Span] = []
    for part in parts:
        if merged and text[merged[-1][1] : part[0]] == ", " and " and " in text[slice(*part)]:
            before = text[max(0, merged[-1][0] - 12) : merged[-1][0]]
            if _ARTICLE.search(before):
                merged[-1] = (merged[-1][0], part[1])
                continue
        merged.append(part)
    return merged


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
