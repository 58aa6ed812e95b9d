"""The phrases of the language: patterns of words that are data, where code knows only what they are for.

A table of phrases is a file ``phrases/NAME.yaml`` of a language. Its patterns are regular expressions, a list of them
one that takes any; ``{name}`` in one stands for the words of that name, for another pattern, for a class of function
words, or for what code fills in; ``{UPPER}`` and ``{LOWER}`` stand for the letters inside square brackets.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from auditor.language import Table, TableError, WordList, load
from auditor.language.function_words import FUNCTION_WORDS

UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in map(chr, range(0xDF, 0x250)) if letter.islower())


_LETTERS = {"UPPER": UPPER, "LOWER": LOWER}
_NAME = re.compile(r"\{([A-Za-z_]+)\}")


def _alternatives(value: object) -> object:
    """A list of patterns as one; anything else is left to the reading of the type."""
    return "|".join(value) if isinstance(value, list) else value


class Phrases(Table):
    """Patterns by name, and the words that several of them share."""

    words: dict[str, WordList] = {}  # noqa: RUF012 - nobody changes a table
    patterns: dict[str, Annotated[str, _alternatives]]


def any_of(words: Iterable[str]) -> str:
    """A pattern of some words, or of patterns, the longest tried first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def phrase(table: str, name: str, **given: str) -> str:
    """The pattern of a name as text, to stand in others.

    Args:
        table: The file, without its folder and ending.
        name: The name in it.
        given: What its references that are not of the language stand for, as patterns.

    Raises:
        TableError: A reference stands for nothing.
    """
    return _filled(table, load(f"phrases/{table}", Phrases).patterns[name], given)


def pattern(table: str, name: str, **given: str) -> re.Pattern[str]:
    """The pattern of a name; see ``phrase``."""
    return re.compile(phrase(table, name, **given))


def word_set(table: str, name: str) -> frozenset[str]:
    """The words of a name."""
    phrases = load(f"phrases/{table}", Phrases)
    return frozenset(phrases.words[name])


def _filled(table: str, text: str, given: Mapping[str, str]) -> str:
    """A pattern with what its references stand for."""
    return _NAME.sub(lambda match: _reference(table, match[1], given), text)


def _reference(table: str, name: str, given: Mapping[str, str]) -> str:
    if (letters := _LETTERS.get(name)) is not None:
        return letters
    return f"(?:{given[name] if name in given else _told(table, name, given)})"


def _told(table: str, name: str, given: Mapping[str, str]) -> str:
    phrases = load(f"phrases/{table}", Phrases)
    if name in phrases.patterns:
        return _filled(table, phrases.patterns[name], given)
    words = phrases.words.get(name) or getattr(FUNCTION_WORDS, name, None)
    if words is None:
        raise TableError(f"{table}: {name}: neither words nor a pattern")
    return any_of(words)
