"""The words by which a headline or a retelling is held against its original."""

from decimal import Decimal
from functools import cache

from auditor.language import Table, load


class Words(Table):
    """What headlines and retellings say in other words; what each list is for stands beside it in the table."""

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
    tying: frozenset[str]
    at_an_age: frozenset[str]
    ages: tuple[str, ...]
    points: frozenset[str]
    tons: frozenset[str]
    ranks: frozenset[str]
    persons: frozenset[str]
    idioms: tuple[str, ...]
    listed: frozenset[str]


@cache
def words() -> Words:
    """The table, read once."""
    return load("digests", Words)
