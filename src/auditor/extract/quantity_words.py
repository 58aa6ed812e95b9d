"""The words around a number that say how it is meant, ready for look-up."""

from functools import cache
from typing import NamedTuple, TypeVar

from auditor.language import Table, load
from auditor.model import Change, Qualifier

K = TypeVar("K", bound=str)


class QuantityWords(Table):
    """Qualifiers, changes, labels and the rest; see the table itself."""

    before: dict[Qualifier, tuple[str, ...]]
    after: dict[Qualifier, tuple[str, ...]]
    short_of: frozenset[str]
    near: frozenset[str]
    strong: dict[Change, tuple[str, ...]]
    weak: dict[Change, tuple[str, ...]]
    after_change: dict[Change, tuple[str, ...]]
    between: frozenset[str]
    per_words: dict[str, str]
    per_nouns: frozenset[str]
    per_names: dict[str, str]
    labels: frozenset[str]
    plain_before: frozenset[str]
    streets: frozenset[str]
    hyphen_nouns: frozenset[str]
    one_not: frozenset[str]
    one_before: frozenset[str]
    states: dict[str, str]
    temperature_words: frozenset[str]
    mass_words: frozenset[str]
    half_of: frozenset[str]
    not_half: frozenset[str]
    part_cues: frozenset[str]
    year_cues: frozenset[str]
    score_cues: frozenset[str]
    compared: frozenset[str]
    during: frozenset[str]
    links: frozenset[str]
    close_links: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    no_matter: frozenset[str]
    people_words: frozenset[str]
    carries: frozenset[str]
    remainder: frozenset[str]
    moved: frozenset[str]
    ends_change: frozenset[str]
    persons: frozenset[str]


class Lookups(NamedTuple):
    """The table turned round: from a word to what it means."""

    before: dict[str, Qualifier]
    after: dict[str, Qualifier]
    strong: dict[str, Change]
    weak: dict[str, Change]
    after_change: dict[str, Change]


@cache
def table() -> QuantityWords:
    """The words as the table lists them."""
    words: QuantityWords = load("quantity_words", QuantityWords)
    return words


@cache
def lookups() -> Lookups:
    """The words, each with its meaning."""
    words = table()
    return Lookups(
        _turned(words.before),
        _turned(words.after),
        _turned(words.strong),
        _turned(words.weak),
        _turned(words.after_change),
    )


def _turned(groups: dict[K, tuple[str, ...]]) -> dict[str, K]:
    return {word: meaning for meaning, words in groups.items() for word in words}
