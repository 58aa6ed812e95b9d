"""Persons whom a text describes and does not name: "a 34-year-old man from Leeds", "the West Ham striker"."""

import re

from auditor.extract.events.phrases import is_inner
from auditor.extract.events.stages import kinds_of
from auditor.extract.quantity.numbers import number_word
from auditor.extract.speech.verbs import finite
from auditor.language.endings import ENDINGS
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Span

_ARTICLE = pattern("events", "article")
_AGED = pattern("events", "aged")
_MORE = pattern("events", "more")
_RESULTS = word_set("events", "results")
_MOST = 5
_ENDS = ENDINGS.adverb + ENDINGS.past + ENDINGS.progressive
_REACH = 90


def described_before(text: str, end: int, sentence: Span) -> tuple[int, str] | None:
    """Where the description of one person begins that ends at a position, and what it says; None if there is none.

    An article opens it, or in a headline the sentence: "Teacher from Leeds jailed".
    """
    low = max(sentence[0], end - _REACH)
    more = _MORE.search(text, low, end)
    stop = end if more is None else more.start()
    articles = [match.span() for match in _ARTICLE.finditer(text, low, stop)]
    if not articles and low == sentence[0] and is_headline(text, sentence):
        articles = [(low, low)]
    if not articles or not _is_one(text[articles[-1][1] : stop].split()):
        return None
    start, first = articles[-1]
    return start, " ".join(text[first:end].rstrip(",").split())


def described_after(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """Where the description of one person that begins at a position ends, and what it says; None if there is none."""
    article = _ARTICLE.match(text, start, limit)
    if article is None:
        return None
    words = re.compile(r"[\w’'-]+").finditer(text, article.end(), min(limit, article.end() + _REACH))
    end = article.end()
    for count, word in enumerate(words):
        if text[end : word.start()].strip() or count > _MOST:
            break
        end = word.end()
        if _is_one(text[article.end() : end].split()) and not _goes_on(text, end):
            return end, " ".join(text[article.end() : end].split())
    return None


def is_headline(text: str, sentence: Span) -> bool:
    """Whether a sentence ends as headlines do, without a stop."""
    return text[sentence[1] - 1] not in ".!?:;”\"'’)"


def _goes_on(text: str, end: int) -> bool:
    """Whether a name or another noun follows: "a shareholder payout"."""
    following = re.compile(r"[ \n](\w[\w’'-]*)").match(text, end)
    if following is None:
        return False
    word = following[1]
    ends = is_inner(word) or word in finite().sure or word in FUNCTION_WORDS.times | _RESULTS or word.endswith(_ENDS)
    return not ends or word[0].isupper()


def _is_one(words: list[str]) -> bool:
    """Whether words, without an article, describe one person."""
    if not 0 < len(words) <= _MOST or not _is_person(words[-1]):
        return False
    return not any(is_inner(word) or number_word(word) or word in finite().sure for word in words)


def _is_person(word: str) -> bool:
    return "person" in kinds_of(word.lower(), plural=False) or _AGED.fullmatch(word) is not None
