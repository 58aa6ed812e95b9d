"""The words by which a headline or a retelling is held against its original."""

from decimal import Decimal
from functools import cache

from auditor.language import Table, load


class Words(Table):
    """What headlines and retellings say in other words, and words that stand for numbers.

    Attributes:
        sizes: Groups and stretches: trio, decade.
        ordinals: Third, twentieth.
        one: Words that make one of the unit behind them.
        which: Words that say which stretch of time is meant, by one that stands for all that say the same.
        placed: Words that stand right before a place.
        impersonal: Those of them that hardly stand before a person.
        towards: Words before them behind which they may.
        nearby: First words of times that are told from the day of the text.
        adverbial: Those of them that are no nouns.
        phrasal: Words behind which such a preposition is none: "sworn in".
        unlike: The sorts of times that do not follow a preposition.
        shared: Words for persons that countries and companies are called too.
        businesses: Jobs that companies are called by too.
        peoples: Adjectives of peoples and creeds that have no country.
        courtesies: Titles that anybody has.
        anyone: Nouns for any person, before which a place or a people stands.
        tongues: Words that tell of languages.
        trailing: Small words that may stand behind a name and are no nouns: "with Ada Obi ahead of".
        often: Words for how often something is.
        stretches: Parts of days and of years.
        ages: What stands before an age that nothing follows.
        points: What percentages differ by.
        idioms: Numbers that are figures of speech.
        listed: What a headline counts that only lists.
    """

    sizes: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    one: tuple[str, ...]
    which: dict[str, str]
    placed: tuple[str, ...]
    impersonal: tuple[str, ...]
    towards: frozenset[str]
    nearby: frozenset[str]
    adverbial: frozenset[str]
    phrasal: frozenset[str]
    unlike: dict[str, frozenset[str]]
    shared: frozenset[str]
    businesses: frozenset[str]
    peoples: frozenset[str]
    courtesies: frozenset[str]
    anyone: frozenset[str]
    tongues: frozenset[str]
    trailing: frozenset[str]
    often: frozenset[str]
    stretches: frozenset[str]
    at_an_age: frozenset[str]
    ages: tuple[str, ...]
    points: frozenset[str]
    idioms: tuple[str, ...]
    listed: frozenset[str]


@cache
def words() -> Words:
    """The table, read once."""
    return load("digests", Words)
