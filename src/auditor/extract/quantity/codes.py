"""What touches digits and makes them a part of something longer: a code, a telephone number, a score, a time."""

import re

from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.shields import NEXT_WORDS, noun_after, tied_to_kin, word_before
from auditor.extract.quantity.spellings import LONE_LETTERS, is_symbol
from auditor.language.phrases import pattern, word_set

_TOKEN_END = re.compile(r"[^\s,;()\[\]\"“”]*")
_CHAIN = re.compile(r"(?:[-./:–]\d+){2,}|[:.]\d|/\d|\.\d")
_MAGNITUDE = pattern("quantities", "magnitude")
_DECIMALS = pattern("quantities", "decimals_up")
"""The upper end of a range of decimals, "1.5-2.0%", rather than a time, "7-7.30"."""
_RELAY = re.compile(r"[x×]\d{2,4}m\b")
"""What makes "4x100m" a race."""
_PHONE = re.compile(r"[-–]\d{4,}(?![\d,%])")
_DIALLED = re.compile(r"\d{1,5}(?:[ -]\(?\d{2,6}\)?){1,5}(?!\d)")
_DIALLED_ABROAD = re.compile(r"\d{1,3}(?:[ -]\(?\d{1,6}\)?){2,6}(?!\d)")
_AREA_CODE = re.compile(r"\)[ -]?\d{3}[ -]\d{4}(?!\d)")
_FREE_OF_CHARGE = re.compile(r"(?: \d{3}){2}(?![\d,])")
"""What makes four digits the first of a telephone number: "1800 333 000"."""
_YEARS = range(1900, 2100)
_DIALLED_DIGITS = 6
"""A telephone number has no fewer."""
_PHONE_PART = 5
"""The first part of a telephone number has fewer digits."""
_SCORE = re.compile(r"[-–]\d{1,3}(?![\d%]|[,.]\d)")
_TIE_BREAK = re.compile(r" \(\d{1,2}")
"""Points after a set of tennis: "6-7 (5)"."""
_SETS_AFTER = re.compile(r",? \d{1,2}[-–]\d{1,2}(?!\d)")
_SETS_BEFORE = re.compile(r"\d[-–]\d{1,2}(?: \(\d{1,2}\))?,? $")
"""The sets before and after one of tennis."""
_OPENERS = " \n\t\r\u00a0\u2009\u202f(\"“‘'[—–-−+±~≈<>≥≤=|*•·$€£¥₹"
_MINUS_AFTER = frozenset("($€£<>")
_CHAINED = frozenset("-./:–")
_RANGE_OF = pattern("quantities", "range_of")
_RANGE_REACH = 16
_AGED = word_set("quantities", "aged")


def blocked_digits(text: str, start: int, end: int) -> int:
    """Where to go on after digits that are part of a longer code, or 0 if nothing speaks against them."""
    before = text[start - 1 : start] if start else ""
    if before == "+" or text[start] == "0":
        dialled = (before == "+" and _DIALLED_ABROAD.match(text, start)) or _DIALLED.match(text, start)
        if dialled and sum(char.isdigit() for char in dialled.group()) >= _DIALLED_DIGITS:
            return dialled.end()
    if (
        end - start == len("1800")
        and (phone := _FREE_OF_CHARGE.match(text, end))
        and int(text[start:end]) not in _YEARS
    ):
        return phone.end()
    if before == "(" and (phone := _AREA_CODE.match(text, end)):
        return phone.end()
    if _tied_before(text, start, before) or _tied_after(text, start, end):
        return token_end(text, end)
    footnote = before == "[" and text[end : end + 1] == "]"
    short_year = before in ("'", "’") and end - start == 2  # noqa: PLR2004 - a year of two digits
    return end if footnote or short_year else 0


def chained(text: str, start: int, end: int) -> int:
    """Where to go on after digits that follow a dash or a slash inside a code, or 0 if they may end a range."""
    return token_end(text, end) if _tied_after(text, start, end) else 0


def _tied_before(text: str, start: int, before: str) -> bool:
    """Whether what touches the first digit makes it part of a name or a code."""
    if before and before not in _OPENERS and not _may_touch(text, start, before):
        return True
    ahead = text[start - 2 : start - 1] if start > 1 else " "
    tied = before in ("-", "–", "=") and not (ahead.isspace() or ahead in _MINUS_AFTER)
    if tied and tied_to_kin(text, start):
        return False
    return tied and _MAGNITUDE.search(text, max(0, start - _RANGE_REACH), start) is None


def _tied_after(text: str, start: int, end: int) -> bool:
    """Whether what touches the last digit makes it part of a code, a time or a score."""
    following = text[end : end + 1]
    if following == "(" and text[end + 2 : end + 3] == ")":
        return True
    if following in _CHAINED and _CHAIN.match(text, end):
        return not _rises_by_decimals(text, start, end)
    if following in ("x", "×") and _RELAY.match(text, end):
        return True
    return following in ("-", "–") and _is_score(text, start, end)


def _rises_by_decimals(text: str, start: int, end: int) -> bool:
    """Whether a number and one with decimals, joined by a dash, are a range."""
    upper = _DECIMALS.match(text, end)
    if upper is None or not text[start:end].replace(".", "", 1).isdigit():
        return False
    return float(text[start:end]) < float(upper[1])


def _may_touch(text: str, start: int, before: str) -> bool:
    """Whether a character may touch the first digit of an amount: letters of a currency, a decimal point."""
    if is_symbol(before) or (before and before in LONE_LETTERS and not text[max(0, start - 2) : start - 1].isalnum()):
        return True
    if before.isalpha():
        return before == "s" or start < 2 or text[start - 2].isalpha() or text[start - 2] == "$"  # noqa: PLR2004 - "EUR40", "Rs500", "$A40"
    if before == ".":
        return _may_touch_point(text, start - 1)
    if before == ":":
        return start > 1 and text[start - 2].isalpha()
    if before == ",":
        return start > 1 and not text[start - 2].isdigit()
    return before in ";{" or ord(before) > 0x2000  # noqa: PLR2004 - signs of money and typography


def _may_touch_point(text: str, start: int) -> bool:
    """Whether what stands before a point may stand before an amount: a blank, a bracket, a minus, "Rs"."""
    ahead = text[start - 1 : start] if start else " "
    return ahead == "s" or (ahead in _OPENERS and (ahead not in "-−" or not text[start - 2 : start - 1].strip()))


def _is_score(text: str, start: int, end: int) -> bool:
    """Whether digits and the ones joined to them by a hyphen are a score or a telephone number."""
    if (phone := _PHONE.match(text, end)) and end - start < _PHONE_PART:
        return len(phone.group()) - 1 > end - start
    score = _SCORE.match(text, end)
    digits = text[start:end].replace(",", "")
    if score is None or not digits.isdigit():
        return False
    if int(score.group()[1:]) <= int(digits) or _TIE_BREAK.match(text, score.end()):
        return True
    if _opens_range(text, start):
        return False
    if _SETS_AFTER.match(text, score.end()) or _SETS_BEFORE.search(text, max(0, start - 12), start):
        return True
    return _tells_score(text, start, score.end())


def _tells_score(text: str, start: int, end: int) -> bool:
    """Whether the words around two numbers joined by a hyphen make them a score, or what a bowler took."""
    if word_before(text, start).lower() in table().score_openers and not noun_after(text, end):
        return True
    words = NEXT_WORDS.match(text, end)
    return text[end : end + 1] in (".", ",", ")", "", ";") or (words is not None and words[1] in table().score_cues)


def _opens_range(text: str, start: int) -> bool:
    """Whether the words before two numbers with a hyphen make them a range: "about 5-15", "ages 5-15"."""
    before = word_before(text, start).lower()
    known = before in lookups().before or before in _AGED
    return known or _RANGE_OF.search(text, max(0, start - _RANGE_REACH), start) is not None


def token_end(text: str, end: int) -> int:
    """Where the run of characters around a number ends."""
    match = _TOKEN_END.match(text, end, end + 200)
    return max(end, match.end() if match else end)
