"""What holds the clauses of the language together, as patterns that are data."""

import re
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


def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a name."""
    return re.compile(_table().patterns[name].replace("{UPPER}", UPPER))
