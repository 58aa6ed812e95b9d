"""How units of measure and money are written: the one that stands after a number, the money before one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from auditor.extract.quantity.units import MinorUnit, Unit, UnitEntry, Units, money, units
from auditor.language import load
from auditor.language.phrases import phrase

_TOKEN = re.compile(
    r"([ \t\n\r\u00a0\u2009\u202f]{0,2}|-)"
    r"((?:[^\W\d_]|[°ºµμ])+(?:[./][^\W\d_]+)*(?:\^?[²³23])?(?![^\W_]|\^)\.?|[°º]\s?[CFcf](?![^\W_])|[℃℉°º]"
    rf"|{phrase('quantities', 'percent_point')}|[٪％‰]"
    r"|[$€£¥￥₹₽₩￦₪₺₴₦₫฿₱₡₾₸₵₲₭₮₼₿₨֏៛৳元円＄￡¢])"
)
_NEXT = re.compile(r"\.?[ \t\n\r\u00a0\u2009\u202f-]{1,2}([^\W\d_]+(?:\.[^\W\d_]+)*)")
_LETTERS = re.compile(r"(?:U\.S\.|[A-Za-z]{1,3})?\s?$")
LONE_LETTERS = "NPR"
"""Money written as one letter: naira, pesos and rand."""
_CODE_BEFORE = re.compile(rf"(?<![^\W_])(?:((?:[^\W\d_]{{2,4}}|[元円])\.?)[ \u00a0]?|([{LONE_LETTERS}]))$")
_SIGN_FIRST = re.compile(r"\$([A-Z]{1,3}) ?$")
"""The "$US" of "$US3 billion", as Australian papers write it."""
_MILLIONS = re.compile(r"[Mm]([A-Z]{3})$")
_LONG = 3
"""No unit has more words than this after its first."""


class Found(NamedTuple):
    """A unit found in a text: where it ends, how it was written, and whether it is of millions ("MUSD")."""

    unit: Unit
    end: int
    written: str
    millions: bool = False


class _Spellings(NamedTuple):
    """All spellings: exact signs, folded words, and how the longer names go on after their first word."""

    signs: dict[str, Unit]
    words: dict[str, Unit]
    openings: frozenset[str]


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
    tables: Iterable[Mapping[str, UnitEntry | MinorUnit]] = (*load("units", Units).dimensions.values(), money().minor)
    for name, entry in chain.from_iterable(entries.items() for entries in tables):
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
    table = money()
    for code, names in table.currencies.items():
        yield code, code, True
        if code not in table.ambiguous:
            yield code.lower(), code, True
        for name in (spelling for written in names for spelling in _shortened(written)):
            yield name, code, False
            yield f"{name}s", code, False
    for name in table.nameless:
        yield name, name, False
        yield f"{name}s", name, False
    for plural, code in table.plurals.items():
        yield plural, code, False
    yield "pounds sterling", "GBP", False
    for symbol, code in table.symbols.items():
        yield symbol, code, True


def _shortened(name: str) -> Iterator[str]:
    """A name of money as it is and as wires shorten it."""
    yield name
    for word, short in money().short.items():
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
    if (token[1] == "-" and not word[0].isalpha()) or (is_symbol(word) and text[stop : stop + 1].isdecimal()):
        return None  # "five $20 bills"
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
    if found is None and (millions := _MILLIONS.match(word)) and millions[1] in money().currencies:
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
    symbols = money().symbols
    if mark not in symbols:
        return None
    opening = _LETTERS.search(text, max(0, at - 5), at)
    if opening and opening.group().strip():
        low = opening.start()
        name = text[low : at + 1]
        apart = name[1].isspace()  # "A $2m gain": an article
        unit = symbols.get(name) or (None if apart else symbols.get(name.replace(" ", "")))
        if unit and not text[low - 1 : low].isalnum():
            return units()[unit], low
    return units()[symbols[mark]], at


def _code_before(text: str, start: int) -> tuple[Unit, int] | None:
    """Finds the "EUR" of "EUR 40", the "Rs" of "Rs500": an ISO code or a symbol of letters before the number."""
    table = money()
    if (turned := _SIGN_FIRST.search(text, max(0, start - 5), start)) and (code := table.symbols.get(f"{turned[1]}$")):
        return units()[code], turned.start()
    match = _CODE_BEFORE.search(text, max(0, start - 6), start)
    if match is None:
        return None
    word = match[1] or match[2]
    code = word if word in table.currencies else table.symbols.get(word)
    return (units()[code], match.start()) if code else None


def is_symbol(char: str) -> bool:
    """Whether a character by itself stands for money."""
    return char in money().symbols


def is_ambiguous(written: str) -> bool:
    """Whether a name or code of money is more often another word."""
    ambiguous = money().ambiguous
    return written in ambiguous or written.lower().removesuffix("s") in ambiguous
