"""Units of measure and money: how they are written, what they measure, what they are worth in base units."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.extract.wordlists import WordList, WordSet
from auditor.language import Table, load


class UnitEntry(Table):
    """One unit of the table: its worth in base units and its spellings besides its own name."""

    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    words: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Units(Table):
    """All units by dimension."""

    dimensions: dict[str, dict[str, UnitEntry]]


class MinorUnit(Table):
    """A part of a unit of money."""

    currency: str
    parts: Decimal = Decimal(100)
    words: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


class Currencies(Table):
    """The world's money."""

    currencies: dict[str, WordList]
    symbols: dict[str, str]
    ambiguous: WordSet
    nameless: WordSet
    plurals: dict[str, str]
    short: dict[str, str]
    minor: dict[str, MinorUnit]


class Unit(NamedTuple):
    """A unit: its name (for money the ISO code), what it measures, how it turns into the base unit of that.

    ``amount * factor + offset`` is the amount in ``base`` units.
    """

    name: str
    dimension: str
    base: str
    factor: Decimal
    offset: Decimal


class Found(NamedTuple):
    """A unit found in a text: where it ends, how it was written, and whether it is of millions ("MUSD")."""

    unit: Unit
    end: int
    written: str
    millions: bool = False


COUNT = Unit("count", "count", "count", Decimal(1), Decimal(0))
_TOKEN = re.compile(
    r"([ \t\n\r\u00a0\u2009\u202f]{0,2}|-)"
    r"((?:[^\W\d_]|[°ºµμ])+(?:[./][^\W\d_]+)*(?:\^?[²³23])?(?![^\W_]|\^)\.?|[°º]\s?[CFcf](?![^\W_])|[℃℉°º]"
    r"|%(?:-point| point)?|[٪％‰]"
    r"|[$€£¥￥₹₽₩￦₪₺₴₦₫฿₱₡₾₸₵₲₭₮₼₿₨֏៛৳元円＄￡¢])"
)
_NEXT = re.compile(r"\.?[ \t\n\r\u00a0\u2009\u202f-]{1,2}([^\W\d_]+(?:\.[^\W\d_]+)*)")
_LETTERS = re.compile(r"(?:U\.S\.|[A-Za-z]{1,3})?\s?$")
_CODE_BEFORE = re.compile(r"(?<![^\W_])(?:((?:[A-Za-z]{2,4}|zł|Kč|лв|руб|грн|元|円)\.?)[ \u00a0]?|([NR]))$")
_SIGN_FIRST = re.compile(r"\$([A-Z]{1,3}) ?$")
"""The "$US" of "$US3 billion", as Australian papers write it."""
_MILLIONS = re.compile(r"[Mm]([A-Z]{3})$")
_LONG = 3
"""No unit has more words than this after its first."""


class _Spellings(NamedTuple):
    """All spellings: exact signs, folded words, and how the longer names go on after their first word."""

    signs: dict[str, Unit]
    words: dict[str, Unit]
    openings: frozenset[str]


@cache
def _money() -> Currencies:
    currencies: Currencies = load("currencies", Currencies)
    return currencies


@cache
def units() -> dict[str, Unit]:
    """All units by name."""
    known = {"count": COUNT}
    for dimension, entries in load("units", Units).dimensions.items():
        base = next(iter(entries))
        for name, entry in entries.items():
            known[name] = Unit(name, dimension, base, entry.factor, entry.offset)
    for code in (*_money().currencies, *_money().nameless):
        known[code] = Unit(code, "money", code, Decimal(1), Decimal(0))
    for name, minor in _money().minor.items():
        known[name] = Unit(name, "money", minor.currency, 1 / minor.parts, Decimal(0))
    return known


def dimension(unit: str) -> str | None:
    """What a unit measures; None for an unknown unit."""
    found = units().get(unit)
    return found.dimension if found else None


def to_base(unit: str) -> tuple[Decimal, Decimal] | None:
    """Factor and offset that turn an amount into base units of its dimension; None for an unknown unit."""
    found = units().get(unit)
    return (found.factor, found.offset) if found else None


def base_unit(unit: str) -> str | None:
    """The unit that all units of the same kind are compared in; for money the currency itself."""
    found = units().get(unit)
    return found.base if found else None


def spelled(word: str) -> str | None:
    """The unit that a word or a sign stands for: "km", "$", "pounds"."""
    found = _spellings().signs.get(word) or _spellings().words.get(word.casefold())
    return found.name if found else None


@cache
def _spellings() -> _Spellings:
    known = units()
    signs: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    for spelling, unit, exact in _all_spellings():
        (signs if exact else words)[spelling] = known[unit]
    openings = frozenset(word.split(" ", 1)[0] for word in [*words, *signs] if " " in word)
    return _Spellings(signs, words, openings)


def _all_spellings() -> Iterator[tuple[str, str, bool]]:
    """Every spelling with its unit and whether case matters; what comes first yields to what comes later."""
    yield from _money_spellings()
    for entries in (*load("units", Units).dimensions.values(), _money().minor):
        for name, entry in entries.items():
            yield from _unit_spellings(name, entry)
    yield "pounds", "GBP", False
    yield "pound", "GBP", False
    yield from _power_spellings()


def _power_spellings() -> Iterator[tuple[str, str, bool]]:
    """How areas and volumes are written: "sq km", "square kilometers", "km²", "km^2"."""
    for kind, words, exponents in (("square", ("square", "sq"), "2²"), ("cubic", ("cubic", "cu"), "3³")):
        for length, entry in load("units", Units).dimensions["length"].items():
            name = f"{kind} {length}"
            if name not in units():
                continue
            for spelling, _, exact in _unit_spellings(length, entry):
                if not exact:
                    yield from ((f"{word} {spelling}", name, False) for word in words)
                    continue
                yield f"{words[1]} {spelling}", name, True
                yield from ((f"{spelling}{caret}{digit}", name, True) for digit in exponents for caret in ("", "^"))


def _money_spellings() -> Iterator[tuple[str, str, bool]]:
    """Codes, names and symbols of the currencies."""
    money = _money()
    for code, names in money.currencies.items():
        yield code, code, True
        if code not in money.ambiguous:
            yield code.lower(), code, True
        for name in (spelling for written in names for spelling in _shortened(written)):
            yield name, code, False
            yield f"{name}s", code, False
    for name in money.nameless:
        yield name, name, False
        yield f"{name}s", name, False
    for plural, code in money.plurals.items():
        yield plural, code, False
    yield "pounds sterling", "GBP", False
    for symbol, code in money.symbols.items():
        yield symbol, code, True


def _shortened(name: str) -> Iterator[str]:
    """A name of money as it is and as wires shorten it."""
    yield name
    for word, short in _money().short.items():
        if name.endswith(word):
            yield name.removesuffix(word) + short


def _unit_spellings(name: str, entry: UnitEntry | MinorUnit) -> Iterator[tuple[str, str, bool]]:
    """A unit's name, its other words and their plurals, its signs."""
    for word in (name, *entry.words):
        yield word, name, False
        if not entry.plurals:
            yield f"{word}s", name, False
    for plural in entry.plurals:
        yield plural, name, False
    for sign in entry.signs:
        yield sign, name, True


def unit_after(text: str, end: int) -> Found | None:
    """The unit that follows a number ending at ``end``; the longest name wins."""
    token = _TOKEN.match(text, end)
    if token is None:
        return None
    table, word, stop = _spellings(), token[2], token.end()
    if token[1] == "-" and not word[0].isalpha():
        return None
    if word.endswith(".") and word not in table.signs and word.lower() not in table.openings:
        word, stop = word[:-1], stop - 1
    lower = word.lower()
    best = table.signs.get(word) or table.words.get(lower)
    found = Found(best, stop, text[token.start(2) : stop]) if best else None
    if lower in table.openings or word in table.openings:
        longer = _longer_name(text, stop, word, lower)
        found = Found(longer[0], longer[1], text[token.start(2) : longer[1]]) if longer else found
    if found is None and "/" in word:
        name = word.partition("/")[0]
        if best := table.signs.get(name) or table.words.get(name.lower()):
            return Found(best, token.start(2) + len(name), name)
    if found is None and (millions := _MILLIONS.match(word)) and millions[1] in _money().currencies:
        return Found(units()[millions[1]], stop, word, millions=True)
    return found


def _longer_name(text: str, end: int, word: str, lower: str) -> tuple[Unit, int] | None:
    """The longest unit name of several words that starts with a word."""
    table, best = _spellings(), None
    for _ in range(_LONG):
        following = _NEXT.match(text, end)
        if following is None:
            break
        word, lower, end = f"{word} {following[1]}", f"{lower} {following[1].lower()}", following.end()
        if unit := table.signs.get(word) or table.words.get(lower):
            best = unit, end
    return best


def currency_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The symbol or code of money right before a number, and where it starts."""
    before = text[max(0, start - 2) : start]
    mark = before[-1:] if not before[-1:].isspace() else before[:1]
    if mark.isdigit() or not mark:
        return None
    at = start - 1 - (mark != before[-1:] or before[-1:].isspace())
    if mark.isalpha() or mark == ".":
        return _code_before(text, start)
    symbols = _money().symbols
    if mark not in symbols:
        return None
    opening = _LETTERS.search(text, max(0, at - 5), at)
    if opening and opening.group().strip():
        low = opening.start()
        name = text[low : at + 1]
        unit = symbols.get(name) or symbols.get(name.replace(" ", ""))
        if unit and not text[low - 1 : low].isalnum():
            return units()[unit], low
    return units()[symbols[mark]], at


def _code_before(text: str, start: int) -> tuple[Unit, int] | None:
    """Finds the "EUR" of "EUR 40", the "Rs" of "Rs500": an ISO code or a symbol of letters before the number."""
    money = _money()
    if (turned := _SIGN_FIRST.search(text, max(0, start - 5), start)) and (code := money.symbols.get(f"{turned[1]}$")):
        return units()[code], turned.start()
    match = _CODE_BEFORE.search(text, max(0, start - 6), start)
    if match is None:
        return None
    word = match[1] or match[2]
    code = word if word in money.currencies else money.symbols.get(word)
    return (units()[code], match.start()) if code else None


def is_symbol(char: str) -> bool:
    """Whether a character by itself stands for money."""
    return char in _money().symbols


def is_ambiguous(written: str) -> bool:
    """Whether a name or code of money is more often another word."""
    ambiguous = _money().ambiguous
    return written in ambiguous or written.lower().removesuffix("s") in ambiguous


def is_part(unit: Unit, of: Unit) -> bool:
    """Whether a unit of money is a part of another: a cent of any money that has no other parts."""
    return (
        is_minor(unit)
        and of.dimension == "money"
        and (unit.base == of.name or (unit.name == "cent" and not is_minor(of)))
    )


def is_minor(unit: Unit) -> bool:
    """Whether a unit of money is a part of another: cent, penny."""
    return unit.dimension == "money" and unit.name != unit.base
