"""What holds the clauses of the language together, as patterns that are data."""

import re
from collections.abc import Iterable
from functools import cache

from auditor.extract.words import UPPER
from auditor.language import Table, load


class Patterns(Table):
    """Regular expressions by name; ``{UPPER}`` in them stands for the capital letters."""

    patterns: dict[str, str]


@cache
def _table() -> Patterns:
    table: Patterns = load("clauses", Patterns)
    return table


def any_of(words: Iterable[str]) -> str:
    """A pattern of some words, or of patterns, the longest tried first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a name."""
    return re.compile(_table().patterns[name].replace("{UPPER}", UPPER))
