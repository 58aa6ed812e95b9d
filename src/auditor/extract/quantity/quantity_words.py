"""The words around a number that say how it is meant, ready for look-up."""

from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from auditor.language import Table, WordList, WordSet, load
from auditor.model import Change, Qualifier

K = TypeVar("K", bound=str)


class QuantityWords(Table):
    """Qualifiers, changes, labels and the rest; see the table itself."""

    before: dict[Qualifier, WordList]
    after: dict[Qualifier, WordList]
    beside: WordSet
    short_of: WordSet
    near: WordSet
    strong: dict[Change, WordList]
    weak: dict[Change, WordList]
    led: dict[Change, WordList]
    aside: WordSet
    edged: WordSet
    peaks: WordSet
    settles: WordSet
    after_change: dict[Change, WordList]
    more_than: dict[str, Change]
    results: WordSet
    between: WordSet
    moves: WordSet
    handled: WordSet
    directions: WordSet
    adverbs: WordSet
    steps: WordSet
    phrasal: WordSet
    trading: WordSet
    per_words: dict[str, str]
    per_nouns: WordSet
    per_names: dict[str, str]
    labels: WordSet
    plain_before: WordSet
    digit_names: WordSet
    multiplied: WordSet
    not_multiplied: WordSet
    marks: WordSet
    headline_verbs: WordSet
    streets: WordSet
    hyphen_nouns: WordSet
    one_not: WordSet
    one_before: WordSet
    one_after_least: WordSet
    seldom: WordSet
    states: dict[str, str]
    tolls: dict[str, WordList]
    temperature_words: WordSet
    levels: WordSet
    angle_words: WordSet
    length_words: WordSet
    spans: WordSet
    before_article: WordSet
    extents: WordSet
    part_after: WordSet
    part_before: WordSet
    mass_words: WordSet
    adding: WordSet
    placing: WordSet
    half_of: WordSet
    not_half: WordSet
    part_cues: WordSet
    after_part: WordSet
    list_links: WordSet
    year_cues: WordSet
    score_cues: WordSet
    score_openers: WordSet
    compared: WordSet
    during: WordSet
    measured: WordSet
    rounds: WordSet
    links: WordSet
    priced: WordSet
    noun_links: WordSet
    close_links: WordSet
    determiners: WordSet
    prepositions: WordSet
    no_matter: WordSet
    people_words: WordSet
    harming: WordSet
    objects: WordSet
    carries: frozenset[str]
    restates: frozenset[str]
    levelling: WordSet
    remainder: WordSet
    moved: WordSet
    bars_change: WordSet
    ends_change: WordSet


class Lookups(NamedTuple):
    """The table turned round: from a word to what it means."""

    before: dict[str, Qualifier]
    after: dict[str, Qualifier]
    strong: dict[str, Change]
    weak: dict[str, Change]
    led: dict[str, Change]
    after_change: dict[str, Change]
    tolls: dict[str, str]


@cache
def table() -> QuantityWords:
    """The words as the table lists them."""
    return load("quantity_words", QuantityWords)


@cache
def lookups() -> Lookups:
    """The words, each with its meaning."""
    words = table()
    return Lookups(
        _turned(words.before),
        _turned(words.after),
        _turned(words.strong),
        _turned(words.weak),
        _turned(words.led),
        _turned(words.after_change),
        _turned(words.tolls),
    )


@lru_cache(maxsize=16_384)
def toll(counted: str) -> str | None:
    """What befell the people whom a figure counts, by the words of what it counts; None if it is no such count."""
    tolls = lookups().tolls
    return next((tolls[word] for word in counted.lower().split() if word in tolls), None)


def _turned(groups: dict[K, WordList]) -> dict[str, K]:
    return {word: meaning for meaning, words in groups.items() for word in words}
