"""The words of the calendar, each with the letter that stands for it in the grammar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from auditor.extract.calendar.period import Grain
from auditor.language import Table, WordList, WordSet, load
from auditor.model import Qualifier

Plain = Literal[
    "quarters", "halves", "weekends", "last", "next", "this", "same", "that", "ago", "parts", "ends", "fiscal",
    "fiscal_prefixes", "year_ends", "now", "date", "thousands", "in", "to", "from", "and", "every", "of", "the", "a",
]  # fmt: skip
Numbered = Literal[
    "seasons", "weekdays", "plural_weekdays", "short_weekdays", "numbers", "ordinals", "edges", "later", "anchors",
    "days", "decades",
]  # fmt: skip

_PLAIN: dict[Plain, str] = {
    "quarters": "u", "halves": "h", "weekends": "k", "last": "L", "next": "K", "this": "H", "same": "J", "that": "V",
    "ago": "G", "parts": "e", "ends": "z", "fiscal": "F", "fiscal_prefixes": "F", "year_ends": "j", "now": "I",
    "date": "b", "thousands": "X", "in": "i", "to": ">", "from": "<", "and": "&", "every": "n", "of": "f",
    "the": "d", "a": "1",
}  # fmt: skip
_NUMBERED: dict[Numbered, str] = {
    "seasons": "s", "weekdays": "W", "plural_weekdays": "p", "short_weekdays": "w", "numbers": "c", "ordinals": "o",
    "edges": "0", "later": "E", "anchors": "a", "days": "t", "decades": "S",
}  # fmt: skip

_BESIDE = frozenset("dfi1&<>aezbILKHncoqFJVEG0")
"""Letters of words that make a date only beside others: every pattern of the grammar needs one more."""


class Holiday(Table):
    """Which day of a year a named day is; without a month it is counted from Easter Sunday.

    Feasts of other calendars have their first days ``on`` a list of days of ours and ``lasts`` of them, or are ``like``
    others. Where words are ``named``, one of them stands before the name.
    """

    month: int | None = None
    day: int | None = None
    weekday: int = 1
    which: int = 1
    after: int = 0
    on: WordList = ()
    lasts: int = 1
    like: WordList = ()
    named: WordSet = frozenset()


class Calendar(Table):
    """The table ``calendar``; its sections say what they hold."""

    months: dict[str, int]
    wary_months: WordSet
    verb_months: WordSet
    seldom_names: WordSet
    personal: WordSet
    ruling: WordSet
    traded: WordSet
    due: WordSet
    named_for_months: WordSet
    weekday_papers: WordSet
    weather: WordSet
    numbered: dict[Numbered, dict[str, int]]
    units: dict[str, Grain]
    plural_units: dict[str, Grain]
    vague: dict[str, tuple[int, int]]
    plain: dict[Plain, list[str]]
    holidays: dict[str, Holiday]
    weekday_names: WordSet
    before_weekdays: WordSet
    before_days: WordSet
    after_days: WordSet
    recurring: WordSet
    quarter_names: WordSet
    reported: WordSet
    superlatives: WordSet
    not_superlative: WordSet
    ended: WordSet
    leading_on: WordSet
    following: WordSet
    before_nth: WordSet
    before_year: WordSet
    likely_before_year: WordSet
    openings: WordSet
    closings: WordSet
    reached: WordSet
    counted_from: WordSet
    that_parts: WordSet
    before_christ: WordSet
    sports: WordSet
    indefinite: WordSet
    labels: WordSet
    counted: WordSet
    determiners: WordSet
    modals: WordSet
    saying: WordSet
    future: WordSet
    past: WordSet
    not_past: WordSet
    infinitive: WordSet
    auxiliaries: WordSet
    nouns_too: WordSet
    set_for: WordSet
    articles: WordSet
    happenings: WordSet
    intending: WordSet
    implying: WordSet
    event_stops: WordSet
    amounts: dict[str, Qualifier]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lexer and the readers look words up in.

    Attributes:
        table: The word table itself.
        letters: Words as they are spelled in running text, to the letter for their part in a date.
        telling: The words without one of which (or a figure) a sentence has no date.
        numbers: Words in lower case that stand for a number.
        units: Words in lower case that stand for a unit.
        month_days: How named days begin that begin with a month: "may day".
    """

    table: Calendar
    letters: Mapping[str, str]
    telling: frozenset[str]
    numbers: Mapping[str, int]
    units: Mapping[str, Grain]
    month_days: frozenset[str]


CENTURIES = range(17, 21)
"""What years in words begin with: "nineteen eighty-four"."""


@cache
def lexicon() -> Lexicon:
    """The calendar words of the language."""
    table = load("calendar", Calendar)
    letters: dict[str, str] = {}
    for numbered, values in table.numbered.items():
        _spell(letters, values, _NUMBERED[numbered])
    for plain, words in table.plain.items():
        _spell(letters, words, _PLAIN[plain])
    _spell(letters, table.vague, "q")
    _spell(letters, table.units, "U")
    _spell(letters, table.plural_units, "P")
    _spell(letters, {re.split("[ ']", name)[0] for name in table.holidays} - letters.keys(), "l")
    for month in table.months:
        _spell(letters, [month], "m" if month in table.wary_months else "M")
        if month in table.verb_months:
            letters[month] = "v"
    numbers = {word: value for values in table.numbered.values() for word, value in values.items()} | table.months
    named: dict[str, Grain] = dict.fromkeys(table.plain["quarters"], "quarter")
    units = {**table.units, **table.plural_units, **named, "half": "half", "weekend": "weekend"}
    centuries = (word for word, letter in letters.items() if letter == "c" and numbers[word.lower()] in CENTURIES)
    telling = frozenset((*(word for word, letter in letters.items() if letter not in _BESIDE), *centuries))
    named_days = (re.split("[ ']", name) for name in table.holidays)
    month_days = frozenset(" ".join(words[:2]) for words in named_days if words[0] in table.months)
    return Lexicon(table, letters, telling, numbers, units, month_days)


def _spell(letters: dict[str, str], words: "set[str] | list[str] | Mapping[str, object]", letter: str) -> None:
    """Enter words in small letters, capitalised and in capitals."""
    for word in words:
        letters[word] = letters[word.capitalize()] = letters[word.upper()] = letter


@cache
def is_short_month(word: str) -> bool:
    """Whether a word in lower case is a month written short, so that the full stop after it is its own."""
    months = lexicon().table.months
    return any(other != word and other.startswith(word) for other in months if months[other] == months.get(word))
