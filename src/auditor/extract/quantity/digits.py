"""Reads numbers that are written in digits, of any grouping, with their fractions and magnitudes."""

import re
from decimal import Decimal

from auditor.extract.quantity.numbers import Number, kinds, of_scale, step, table, times
from auditor.extract.quantity.wording import and_part
from auditor.language.phrases import any_of, phrase

_LONGEST = 30
"""Longer runs of digits are no numbers."""
_DIGITS = re.compile(
    r"(?P<comma>\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?)"
    r"|(?P<lakh>\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)(?:\.\d+)?)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}(?!\.?\d))"
    r"|(?P<spaced>\d{1,3}([ \u00a0\u2009\u202f'’])\d{3}(?:\5\d{3})*(?![\d-]|[ ,.]\d{3})(?:[.,]\d{1,2}(?!\d))?)"
    rf"|(?P<decimal>\d+,\d{{1,2}}(?![\d,])(?=\s?(?:%|€|{phrase('quantities', 'after_decimal_comma')})|\b(?<=,\d\d)))"
    r"|(?P<power>(?P<mantissa>\d+(?:\.\d+)?)(?:\s?[x×]\s?10(?:\^|(?=[+−-]))|[eE]|\^)(?P<exponent>[+−-]?\d{1,2})(?![\d.]))"
    r"|(?P<plain>\d+(?:\.\d+)?)"
)
_PARTED = re.compile(rf"[ \u00a0]\.[ \u00a0](\d{{1,4}})(?=[ \u00a0](?:{any_of(table().scales)})\b)")
"""The decimals of a text whose every mark stands by itself: "$ 46 . 8 million"."""
_MONEY = tuple(f"{sign}{blank}" for sign in "$€£¥₹" for blank in ("", " ", "\u00a0"))
_SEPARATORS = {ord(char): None for char in " \u00a0\u2009\u202f'’"}
_PART_AFTER = re.compile(r"(?:[\s-]{1,2})?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])|(?:\s{1,2}|-)(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])")
_SLASH = re.compile(r"\s?[/⁄]\s?(\d{1,3})(?![\d/.,]*\d)(?!\s?/)")
_MARK = re.compile(r"/(5|10|20|100)(?![\d/]|\.\d)")
"""The highest mark that a work or a pupil may get."""
_SCALE = re.compile(r"\+?[ \u00a0\u2009\u202f\n-]{0,2}([A-Za-z]{1,11})(?![^\W_])")
_LONE_SCALES = {"k": Decimal(10**3), "M": Decimal(10**6), "G": Decimal(10**9), "B": Decimal(10**9)}
_LONE_SCALE = re.compile(r" {1,2}([kMGB](?=\s*(?:$|[.,;!?)]))|k(?= [a-z]))")
"""Letters that multiply what stands a blank before them where nothing follows; behind "k" a word may."""
_APART = re.compile(r"[ \u00a0]([kKmMbB])(?![\w'’&./-])")
_NICE = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 1000})


def read_digits(text: str, start: int) -> Number | None:
    """The number whose first digit stands at ``start``, with fraction and magnitude."""
    match = _DIGITS.match(text, start, start + 2 * _LONGEST)
    if match is None or match.end() - start > _LONGEST:
        return None
    written, form = match.group(), match.lastgroup
    end = match.end()
    if (
        form == "plain"
        and text.startswith(".", end + 1)
        and (parted := _PARTED.match(text, end))
        and _paid(text, start)
    ):
        written, end = f"{written}.{parted[1]}", parted.end()
    match form:
        case "plain":
            plain = written
        case "comma" | "lakh":
            plain = written.replace(",", "")
        case "dotted":
            plain = written.replace(".", "").replace(",", ".")
        case "spaced":
            plain = written.translate(_SEPARATORS).replace(",", ".")
        case "decimal":
            plain = written.replace(",", ".")
        case _:
            return _power(match)
    value = Decimal(plain)
    number = Number(start, end, value, step(plain), bare=form == "plain" and "." not in plain)
    return _with_scale(text, and_part(text, _with_part(text, number)))


def _paid(text: str, start: int) -> bool:
    """Whether a sign of money stands before a number, be it a blank before."""
    return text.endswith(_MONEY, max(0, start - 2), start)


def _power(match: re.Match[str]) -> Number | None:
    """``6.2x10^-4``, ``1e10`` and ``1.1^2``; a power of nought is no amount."""
    written = match.group()
    exponent = int(match["exponent"].replace("−", "-"))
    mantissa = Decimal(match["mantissa"])
    by_ten = any(sign in written for sign in "x×eE")
    if not mantissa and not by_ten:
        return None
    value = mantissa.scaleb(exponent) if by_ten else mantissa ** min(exponent, 99)
    return Number(match.start(), match.end(), value, Decimal(0))


def _with_part(text: str, number: Number) -> Number:
    """Adds a fraction that follows: ``2 1/4``, ``2½``; or turns ``3/4`` into one."""
    following = text[number.end : number.end + 1]
    if following == "/" and number.step < 1 and (mark := _MARK.match(text, number.end)):
        best = int(mark[1])
        return Number(number.start, mark.end(), number.value / best, number.step / best, "part")  # "6.6/10"
    if not number.bare or following not in " -/⁄½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒":
        return number
    if slash := _SLASH.match(text, number.end):
        parts = int(slash[1])
        if parts in _NICE and number.value < parts and text[number.start] != "0":
            return Number(number.start, slash.end(), number.value / parts, Decimal(0), "part")
        return number
    if part := _PART_AFTER.match(text, number.end):
        above, _, below = (
            f"{part[2]}/{part[3]}".partition("/") if part[2] else table().part_signs[part[1]].partition("/")
        )
        if int(below) in _NICE and int(above) < int(below):
            value = number.value + Decimal(above) / int(below)
            return number._replace(end=part.end(), value=value, step=Decimal(0), bare=False)
    return number


def _with_scale(text: str, number: Number) -> Number:
    """Multiplies by the magnitude words and unmistakable signs that follow: ``2.4 billion``, ``3bn``."""
    if letter := _LONE_SCALE.match(text, number.end):
        return times(number, _LONE_SCALES[letter[1]], letter.end())
    for _ in range(2):
        match = _SCALE.match(text, number.end)
        if match is None:
            break
        word = match[1].lower()
        kind, factor = kinds().get(word) or kinds().get(word.removesuffix("s")) or ("", None)
        if kind not in ("scales", "hundreds") or (word.endswith("s") and number.scaled):
            factor = table().scale_signs.get(word)
            factor = factor if factor and (not number.scaled or number.factor < factor) else None  # "1.2 lakh cr"
        if factor is None:
            break
        number = times(number, factor, match.end())
    return number


def scale_letter(text: str, number: Number) -> Number | None:
    """The number multiplied by a single letter that touches it (``5k``, ``2.4m``), if there is one."""
    letter = text[number.end : number.end + 1]
    factor = table().scale_letters.get(letter)
    if factor is None or number.scaled or text[number.end + 1 : number.end + 2].isalnum():
        return None
    return times(number, factor, number.end + 1)


def apart(text: str, number: Number) -> Number | None:
    """The number multiplied by the letter a blank after it, where a sign of money stands before it: ``€1.5 m``."""
    letter = _APART.match(text, number.end)
    return times(number, table().scale_letters[letter[1]], letter.end()) if letter else None


def read_part_sign(text: str, start: int) -> Number:
    """The number that a sign such as ``¾`` stands for."""
    above, below = table().part_signs[text[start]].split("/")
    number = Number(start, start + 1, Decimal(above) / Decimal(below), Decimal(0), "part")
    return of_scale(text, number)
