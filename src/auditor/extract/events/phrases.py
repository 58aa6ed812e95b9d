"""Noun phrases by closed word classes alone: good for plain ones, silent about the rest."""

import re
from typing import NamedTuple

from auditor.extract.people.persons import is_dated
from auditor.extract.words import WORD, is_gap
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS

ARTICLES = FUNCTION_WORDS.determiners
PREPOSITIONS = FUNCTION_WORDS.attaching
_STOPS = FUNCTION_WORDS.phrase_stops
_MOST_WORDS = 16
_LEAST_LISTED = 3
_AND = FUNCTION_WORDS.single["and"]
_BETWEEN = FUNCTION_WORDS.single["between"]


class Phrase(NamedTuple):
    """A noun phrase: where it begins (article included) and ends, its words, and where its head ends among them.

    Attributes:
        start: Where it begins, its article included.
        end: Where it ends.
        words: Its words without the article.
        first: Where the first of ``words`` begins.
        head: The last word before any preposition.
        article: The article, lower-case; empty if there is none.
    """

    start: int
    end: int
    words: tuple[str, ...]
    first: int
    head: str
    article: str


def phrase_at(text: str, position: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at a position, with the prepositional phrases that belong to it."""
    tokens = _run(text, position, min(limit, position + 240))
    if not tokens:
        return None
    article = tokens[0].group().lower() if tokens[0].group().lower() in ARTICLES else ""
    index = 1 if article else 0
    begin = index
    end, head = _simple(text, tokens, index)
    if end == index:
        return None
    for _ in range(2):
        if end + 1 >= len(tokens) or tokens[end].group() not in PREPOSITIONS:
            break
        if not _neighbours(text, tokens, end):
            break
        inner = end + 1 + (tokens[end + 1].group().lower() in ARTICLES)
        after, _ = _simple(text, tokens, inner)
        if after == inner:
            break
        if tokens[end].group() in _BETWEEN and after + 1 < len(tokens) and tokens[after].group() in _AND:
            after, _ = _simple(text, tokens, after + 1)
        end = after
    words = tuple(token.group() for token in tokens[begin:end])
    return Phrase(tokens[0].start(), tokens[end - 1].end(), words, tokens[begin].start(), head, article)


def is_inner(word: str) -> bool:
    """Whether a word stands in no plain noun phrase but ends one or opens another."""
    lowered = word.lower()
    return lowered in _STOPS or lowered in PREPOSITIONS or lowered in ARTICLES or lowered in _AND


def _run(text: str, position: int, limit: int) -> list[re.Match[str]]:
    """The words from a position on, as long as only blanks and commas part them."""
    tokens: list[re.Match[str]] = []
    for token in WORD.finditer(text, position, limit):
        gap = text[tokens[-1].end() if tokens else position : token.start()]
        if (gap not in {"", ", ", "&", " & "} if tokens else gap.strip(" \u00a0\n")) and not is_gap(gap):
            break
        tokens.append(token)
        if len(tokens) == _MOST_WORDS:
            break
    return tokens


def _neighbours(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether a word directly follows the one before it."""
    return index == 0 or text[tokens[index - 1].end() : tokens[index].start()] != ", "


def _simple(text: str, tokens: list[re.Match[str]], index: int) -> tuple[int, str]:
    """The end (exclusive) and the head of the phrase without prepositions that begins at a word."""
    start, head = index, ""
    while index < len(tokens):
        word = tokens[index].group()
        lowered = word.lower()
        if index > start and not _neighbours(text, tokens, index) and not _listed(tokens, start, index):
            break
        if lowered in _AND and not (index > start and _listed(tokens, start, index)):
            break
        if is_dated(word) or (
            lowered not in _AND
            and (
                lowered in _STOPS or lowered in PREPOSITIONS or lowered in ARTICLES or lowered.endswith(ENDINGS.adverb)
            )
        ):
            break
        head = word
        index += 1
    return index, head


def _listed(tokens: list[re.Match[str]], start: int, index: int) -> bool:
    """Whether a comma or "and" belongs to one name: "Joint Analysis, Training and Education Centre"."""
    following = tokens[index + 1 : index + 6] if tokens[index].group() in _AND else tokens[index : index + 7]
    words = [token.group() for token in following]
    if tokens[index].group() in _AND:
        capitals = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
        return capitals and tokens[index - 1].group()[0].isupper() and index - start >= 1
    if "and" not in words[:4] or not tokens[index - 1].group()[0].isupper():
        return False
    place = words.index("and")
    around = words[:place] + words[place + 1 : place + 3]
    return len(around) >= _LEAST_LISTED and all(word[0].isupper() for word in around) and _single(tokens, start)


def _single(tokens: list[re.Match[str]], start: int) -> bool:
    """Whether an article of the singular opens the phrase, so that its commas list no several things."""
    return start > 0 and tokens[start - 1].group().lower() in FUNCTION_WORDS.before_one
