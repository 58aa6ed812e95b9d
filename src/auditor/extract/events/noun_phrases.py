"""Noun phrases whatever noun they have, before a verb or behind it, where closed word classes show where they begin."""

import re
from collections.abc import Container
from typing import NamedTuple

from auditor.extract.events.phrases import ARTICLES
from auditor.extract.events.stages import STATUSES
from auditor.extract.people.persons import is_dated
from auditor.extract.quantity.numbers import first_words, table
from auditor.extract.quantity.spellings import spelled
from auditor.extract.quantity.units import dimension
from auditor.extract.speech.verbs import finite, speech
from auditor.extract.words import WORD, is_gap, tokens_before
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Span

_STOPS = FUNCTION_WORDS.phrase_stops | FUNCTION_WORDS.loose | FUNCTION_WORDS.prepositions | FUNCTION_WORDS.parting_names
_ABOUT = FUNCTION_WORDS.before_figures
_JOINING = FUNCTION_WORDS.prepositions - FUNCTION_WORDS.clause_starters
_OPENING = (
    FUNCTION_WORDS.clause_starters
    | FUNCTION_WORDS.boundaries
    | FUNCTION_WORDS.subordinators
    | FUNCTION_WORDS.times
    | speech().finite
)
_FIGURE = re.compile(r"[ \u00a0\n(]*[£$€¥]?(\d(?:[\d.,]*\d)?)[ \u00a0\n]?")
_OPENING_FIGURE = re.compile(r"(?<![\w.,-])[£$€¥]?\d(?:[\d.,]*\d)?\s$")
_FIGURES = "£$€¥0123456789.,"
_COUNTLESS = frozenset(("money", "time", "ratio", "multiple"))
"""What is measured in units that are no things: barrels may be sold, years may not."""
_LEADING = pattern("events", "figure")
_OF_PARTS = pattern("events", "of_parts")
_REACH = 120
_MOST = 12
_FEW = 5
_NEAR = 16
_ADDITION = 140
_BROKEN = re.compile(r" [\d\"“‘]")
_PARTED = re.compile(r"[;:—–()]")


class Noun(NamedTuple):
    """A noun phrase: where it begins and ends, its words without the article, and whether "no" opens it."""

    start: int
    end: int
    name: str
    nobody: bool


def noun_before(text: str, end: int, sentence: Span, *, nearest: bool = False) -> Noun | None:
    """The noun phrase that ends at a position and begins a clause, or None where that cannot be told.

    Args:
        text: The text.
        end: Where it ends, the blank behind it included or not.
        sentence: The sentence it stands in.
        nearest: Whether it need not begin a clause and has no prepositional phrase: what a participle tells of.
    """
    if text[end - 1] in " \n\u00a0":
        end -= 1
    if text[end - 1] == "," and not nearest:
        return _before_addition(text, end - 1, sentence)
    tokens = tokens_before(text, end, sentence[0], _REACH)
    if tokens and tokens[0].group() in FUNCTION_WORDS.relatives and tokens[0].end() == end:
        end = tokens.pop(0).start() - 1
        end -= text[end - 1] == ","
        nearest = True
    return _Backwards(text, end, nearest=nearest).read(tokens[:_MOST])


def _before_addition(text: str, end: int, sentence: Span) -> Noun | None:
    """The noun phrase before what two commas set off: "the search, now in its third day, was called off"."""
    comma = end
    for _ in range(3):
        comma = text.rfind(", ", max(sentence[0], end - _ADDITION), comma)
        if comma < 0 or _PARTED.search(text, comma, end):
            return None
        tokens = tokens_before(text, comma, sentence[0], _REACH)
        found = _Backwards(text, comma, nearest=False).read(tokens[:_MOST])
        if found is not None:
            return found
    return None


class _Backwards:
    """The words before a position, read from the last to the first."""

    def __init__(self, text: str, stop: int, *, nearest: bool) -> None:
        self.text, self.stop, self.nearest = text, stop, nearest
        self.edge = stop
        self.start = self.first = -1
        self.nobody = False
        self.kept: Noun | None = None

    def read(self, tokens: list[re.Match[str]]) -> Noun | None:
        """The noun phrase of some words, the last first."""
        joined = False
        for token in tokens:
            word = token.group()
            if not self._near(token):
                return self._ends(joined=joined)
            joined = False
            if self.start >= 0:
                if self._grows(word.lower(), token):
                    continue
                if word.lower() not in _JOINING or self.nearest:
                    return self._noun() if self.nearest or _opens(word) else None
                self.kept, self.start, joined = self._noun(), -1, True
            elif not self._opens(word.lower(), token) and (
                word.lower() in _STOPS
                or is_dated(word)
                or word in (finite().past if self.edge == self.stop else finite().sure)
            ):
                if word.lower() not in _JOINING or self.edge == self.stop or self.nearest:
                    return self._bare() if _opens(word) else None
                joined = True
            self.edge = token.start()
        return self._ends(joined=joined)

    def _near(self, token: re.Match[str]) -> bool:
        """Whether a word stands right before what has been read, or before a figure there, which is then read."""
        gap = self.text[token.end() : self.edge]
        if not gap or is_gap(gap):
            return True
        figure = _FIGURE.fullmatch(gap)
        if figure is None:
            return False
        if token.group()[0].isupper() and figure[1].isdigit() and token.group().lower() not in _STOPS | _ABOUT:
            return True  # "Unit 3"
        if (self.start < 0 and self.edge != self.stop) or self.first == self.start == self.edge:
            self.start = self.first = self.edge = token.end() + 1
            return True
        return not self.nearest and self.start < 0 and self.edge == self.stop and self._alone(token, figure)

    def _alone(self, token: re.Match[str], figure: re.Match[str]) -> bool:
        """A figure with no noun: "of whom 55 died"."""
        if len(figure[1]) == len("2019") and figure[1].isdigit():
            return False
        self.start = self.first = self.edge = token.end() + 1
        return True

    def _opens(self, lowered: str, token: re.Match[str]) -> bool:
        """Whether a word opens the noun phrase: an article, a number, "all", "no"."""
        number = lowered.partition("-")[0] in first_words()
        if not (number or lowered in ARTICLES or lowered in FUNCTION_WORDS.none or lowered in FUNCTION_WORDS.all_of):
            return False
        self.nobody = lowered in FUNCTION_WORDS.none
        self.start = token.start()
        self.first = token.end() + 1 if lowered in ARTICLES and lowered not in FUNCTION_WORDS.indefinite else self.start
        return True

    def _grows(self, lowered: str, token: re.Match[str]) -> bool:
        """Whether a word before it belongs to a noun phrase: "the four", "all the", "more than 40", "forty two"."""
        if lowered in _ABOUT:
            self.edge = token.start()
            return True
        if self.first == self.start and (lowered in ARTICLES or lowered in first_words()):
            self.start = token.start()
            self.first = self.first if lowered in ARTICLES else self.start
        elif lowered in FUNCTION_WORDS.all_of:
            self.start = self.first = token.start()
        else:
            return False
        self.edge = token.start()
        return True

    def _ends(self, *, joined: bool) -> Noun | None:
        """What has been read where nothing stands before it: a preposition there is an adverb's."""
        if joined:
            return self.kept
        figure = _OPENING_FIGURE.search(self.text, max(0, self.edge - _NEAR), self.edge)
        if figure is not None and (self.start < 0 or self.first == self.start == self.edge):
            self.start = self.first = figure.start()
        return self._noun() if self.start >= 0 else self._bare()

    def _bare(self) -> Noun | None:
        """A name without an article, or a plural, that a clause or sentence begins with."""
        start = self.edge
        while start < self.stop and not self.text[start].isalnum():
            start += 1
        words = self.text[start : self.stop].split()
        if not words or is_dated(words[0]) or words[0] in FUNCTION_WORDS.openers or words[0].lower() in _STOPS:
            return None
        whole = all(word[0].isupper() or word[0].isdigit() or word in _JOINING for word in words)
        if whole and (len(words) > 1 or not words[0].endswith("s") or words[0].isupper()):
            self.start = self.first = start
            return self._noun()
        if "'" in words[0] or "’" in words[0]:
            self.start = self.first = start
            return self._noun()
        return None

    def _noun(self) -> Noun | None:
        words = _told(self.text[self.first : self.stop].split())
        if (
            not words
            or words[-1].lower() in _STOPS | ARTICLES
            or re.split("['’]", words[0])[0].lower() in FUNCTION_WORDS.pronouns
        ):
            return None
        if words[-1].lower() in FUNCTION_WORDS.times or (self.nearest and words[-1].lower() in first_words()):
            return None
        return Noun(self.start, self.stop, " ".join(words), self.nobody)


def _opens(word: str) -> bool:
    """Whether a clause may begin behind a word."""
    return word.lower() in _OPENING or is_dated(word)


def noun_after(text: str, start: int, limit: int, results: Container[str] = ()) -> Noun | None:
    """The noun phrase that begins at a position with an article, a figure or a name, or None.

    Args:
        text: The text.
        start: Where it begins.
        limit: Where the sentence ends.
        results: Words at which it ends.
    """
    return _Forwards(text, start).read(limit, results)


class _Forwards:
    """The words from a position on, read from the first to the last."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        figure = _LEADING.match(text, start)
        self.figure = figure.end() if figure is not None else -1
        self.edge = self.end = self.figure if figure is not None else start
        self.first, self.words, self.of = start, 0, False
        self.opened, self.nobody = figure is not None, False

    def read(self, limit: int, results: Container[str]) -> Noun | None:
        """The noun phrase, up to the end of the sentence or one of some words."""
        for token in WORD.finditer(self.text, self.edge, min(limit, self.start + _REACH)):
            gap = self.text[self.edge : token.start()]
            parted = (gap and not is_gap(gap)) or token.group() in results or self.words > _FEW
            if parted or not self._takes(token, token.group().lower()):
                break
            self.edge = token.end()
        if not self.opened or self.end <= self.first or _BROKEN.match(self.text, self.end):
            return None
        if self._counts_none(limit) or self._measures():
            return None
        return Noun(self.start, self.end, " ".join(_told(self.text[self.first : self.end].split())), self.nobody)

    def _takes(self, token: re.Match[str], lowered: str) -> bool:
        """Whether a word belongs to the phrase."""
        word = token.group()
        if lowered in ARTICLES and not self.words:
            if not self.of and not self.opened:
                self.opened = True
                self.first = self.start if lowered in FUNCTION_WORDS.indefinite else token.end() + 1
                return True
            return self.of
        if lowered in FUNCTION_WORDS.single["of"] and self.words and not self.of:
            self.of, self.words = True, 0
            return True
        if self.of and not self.words and lowered.endswith(ENDINGS.progressive):
            return False  # "accused the firm of hiding"
        if lowered in _STOPS or is_dated(word) or lowered.endswith(ENDINGS.adverb) or word in finite().past:
            return lowered in _ABOUT and not self.words
        counted = lowered.partition("-")[0] in first_words() or lowered in FUNCTION_WORDS.all_of | FUNCTION_WORDS.none
        self.opened = self.opened or counted or (not self.words and word[0].isupper())
        self.nobody = self.nobody or (not self.words and lowered in FUNCTION_WORDS.none)
        self.of = self.of and not counted
        self.words += 1
        self.end = token.end()
        return True

    def _counts_none(self, limit: int) -> bool:
        """Whether a figure stands alone and is none of things: "sank 25 per cent"."""
        if self.end != self.figure:
            return False
        following = WORD.match(self.text, self.end + 1, limit)
        ends = following is None or following.group().lower() in _STOPS
        return not ends or _OF_PARTS.match(self.text, self.end) is not None

    def _measures(self) -> bool:
        """Whether it is an amount, which names no thing: "three years", "up to 10 pct", "$1.2 billion", "881.0"."""
        words = self.text[self.first : self.end].split()
        unit = words[-1].lstrip(_FIGURES).lower()
        if self.figure < 0 and words[0].lower().partition("-")[0] not in first_words():
            return False
        money = not words[0][0].isalnum() and unit in table().scales
        return money or ("." in words[-1] if not unit else dimension(spelled(unit) or "") in _COUNTLESS)


def _told(words: list[str]) -> list[str]:
    """The words without those at their beginning that describe."""
    while len(words) > 1 and words[0].lower() in STATUSES.describing:
        del words[0]
    return words
