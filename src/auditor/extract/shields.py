"""What keeps a number from being a quantity: names, labels, ids, scores, addresses, times, and words that only look so."""

import re
from functools import cache

from auditor.extract.counted import is_plural, is_stop
from auditor.extract.numbers import Number
from auditor.extract.quantity_words import lookups, table
from auditor.extract.units import Found, units

_FAR = 90
"""How far to look for words that tell one sense of a unit from another."""

_TOKEN_END = re.compile(r"[^\s,;()\[\]\"“”]*")
_CHAIN = re.compile(r"(?:[-./:–]\d+){2,}|[:.]\d|/\d|\.\d")
_PHONE = re.compile(r"[-–]\d{4,}(?![\d,%])")
_SCORE = re.compile(r"[-–]\d{1,3}(?![\d,.%])")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’&.-]*?)(\.?) ?[#№]?$")
_ADDRESS = re.compile(r"\s(?:[A-Z][\w'’]+\s){0,3}([A-Z][a-z]+)")
_NEXT_WORDS = re.compile(r"[ \u00a0\n]([^\W\d_][\w'’-]*)(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?")
_PERIOD_BEFORE = frozenset({"in", "since", "by", "until", "from", "during", "for", "of", "the", "late", "early", "mid", "before", "after", "to"})
_LINE_NUMBER = re.compile(r"[.)]\s+[A-Z]")
_OPENERS = " \n\t\r\u00a0\u2009\u202f(\"“‘'[—–-−+±~≈<>≥≤=|*•·$€£¥₹"
_YEARS = range(1800, 2101)


def blocked_digits(text: str, start: int, end: int) -> int:
    """Where to go on after digits that are part of a longer code, or 0 if nothing speaks against them."""
    before = text[start - 1 : start] if start else ""
    if before and before not in _OPENERS and not _may_touch(text, start, before):
        return token_end(text, end)
    if before in ("-", "–", "=") and start > 1 and not (text[start - 2].isspace() or text[start - 2] in "($€£<>"):
        return token_end(text, end)
    following = text[end : end + 1]
    if following and following in "-./:–" and _CHAIN.match(text, end):
        return token_end(text, end)
    if following and following in "-–" and _is_score(text, start, end):
        return token_end(text, end)
    if following == "]" and before == "[":
        return end
    if before in ("'", "’") and end - start == 2:  # noqa: PLR2004 - a year of two digits
        return end
    return 0


def _may_touch(text: str, start: int, before: str) -> bool:
    """Whether a character may touch the first digit of an amount: letters of a currency, a decimal point."""
    if before.isalpha() or before == "_":
        return before.isalpha() and (start < 2 or text[start - 2].isalpha()) and before != "s" or before == "s"
    if before == ".":
        return start == 1 or text[start - 2].isspace() or text[start - 2] == "s"
    if before == ":":
        return start > 1 and text[start - 2].isalpha()
    return before in ",;{" or ord(before) > 0x2000  # noqa: PLR2004 - signs of money and typography


def _is_score(text: str, start: int, end: int) -> bool:
    """Whether digits and the ones joined to them by a hyphen are a score or a telephone number."""
    if _PHONE.match(text, end) and end - start <= 4:  # noqa: PLR2004
        phone = _PHONE.match(text, end)
        return phone is not None and len(phone.group()) - 1 > end - start
    score = _SCORE.match(text, end)
    if score is None or not text[start:end].isdigit():
        return False
    if int(score.group()[1:]) <= int(text[start:end]):
        return True
    words = _NEXT_WORDS.match(text, score.end())
    return text[score.end() : score.end() + 1] in (".", ",", ")", "", ";") or (
        words is not None and words[1] in ("win", "victory", "defeat", "loss", "draw", "lead", "on", "at", "against", "in", "to")
    )


def token_end(text: str, end: int) -> int:
    """Where the run of characters around a number ends."""
    match = _TOKEN_END.match(text, end, end + 200)
    return max(end, match.end() if match else end)


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return match[1] + match[2] if match else ""


def counts_after(text: str, end: int) -> bool:
    """Whether a plural noun follows, so that "5m" before it means millions."""
    words = _NEXT_WORDS.match(text, end)
    if words is None:
        return False
    first = words[1].lower()
    unit = units()
    if is_stop(first):
        return False
    return first.upper() in unit or any(word and is_plural(word.lower()) for word in words.groups()[:2])


def is_label(text: str, start: int, number: Number) -> bool:
    """Whether a number is part of a name, a numbered thing, an address or a year."""
    counted = counts_after(text, number.end)
    if not number.bare:
        return False
    digits = text[number.start : number.end].lstrip("-−")
    if (digits[0] == "0" and len(digits) > 1) or len(digits) > 15:  # noqa: PLR2004 - no number is written so
        return True
    if _at_line_start(text, start) and _LINE_NUMBER.match(text, number.end):
        return True
    if text[start - 1 : start] == "(" and text[number.end : number.end + 1] == ")" and number.value < 10:  # noqa: PLR2004
        return True
    word = _word_before(text, start)
    lower = word.lower()
    if not counted and number.value in _YEARS and len(digits) == 4 and (lower in _PERIOD_BEFORE or number.value > 1899):  # noqa: PLR2004
        return True
    if lower in table().labels and not (counted and word.islower() and not word.endswith(".")):
        return True
    if word[:1].isupper() and not counted and _makes_name(text, start, word, lower):
        return True
    address = _ADDRESS.match(text, number.end)
    return address is not None and address[1].lower() in table().streets


def _at_line_start(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _makes_name(text: str, start: int, word: str, lower: str) -> bool:
    """Whether a capitalised word before a number forms a name with it ("Apollo 11")."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return False
    words, found = table(), lookups()
    plain = is_stop(lower) or lower in words.plain_before or lower in found.strong or lower in found.weak
    return not (plain or lower in words.states or lower in found.before or word.endswith("."))


def single_letter_unit(text: str, number: Number, found: Found, *, glued: bool) -> bool:
    """Whether one letter after a number is a unit: "5m", "20C", "3 g"."""
    written, following = found.written, text[found.end : found.end + 1]
    if number.form == "words" or following.isalnum() or following in ("'", "’", "&"):
        return False
    if written in ("C", "F", "c"):
        return number.value < 0 or _near(text, number.start, found.end, table().temperature_words)
    return glued or written in ("m", "g", "l", "L")


def right_sense(text: str, number: Number, found: Found) -> Found | None:
    """The unit in the sense that its neighbours give it: pounds of money or of mass, degrees of heat or of a circle."""
    name = found.unit.name
    if name == "GBP" and found.written.lower().startswith("pound") and _is_mass(text, number, found):
        return found._replace(unit=units()["pound mass"])
    if name == "degree" and _near(text, number.start, found.end, table().temperature_words):
        return found._replace(unit=units()["degree"]._replace(dimension="temperature"))
    if name == "second" and (number.value == 1 or not found.written.endswith("s")) and found.written != "s":
        hyphen = text[number.end : number.end + 1] == "-"
        return found if hyphen or (number.form == "digits" and found.written == "sec") else None
    if name == "time" and not found.written.lower().endswith("s"):
        return None
    return found


def _is_mass(text: str, number: Number, found: Found) -> bool:
    if number.scaled:
        return False
    if text[number.end : number.end + 1] == "-" and found.written.lower() == "pound":
        return True
    return _near(text, number.start, found.end, table().mass_words)


_NEAR_WORD = re.compile(r"[a-z]+")


def _near(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    around = text[max(0, start - _FAR) : start] + " " + text[end : end + _FAR // 2]
    return not words.isdisjoint(_NEAR_WORD.findall(around.lower()))


@cache
def _fraction_cues() -> frozenset[str]:
    return frozenset(
        {"by", "up", "down", "nearly", "about", "almost", "over", "than", "least", "roughly", "around", "only", "just", "some",
         "under", "fell", "rose", "approximately", "one", "a", "two", "three", "almost"}
    )


def allowed_words(text: str, number: Number, hit: str) -> bool:
    """Whether number words that are often something else are meant as an amount."""
    lower = hit.lower()
    before = text[max(0, number.start - 24) : number.start].rpartition("\n")[2]
    if before[-1:] in ("-", "/", "_", "’", "'") and number.form != "part":
        return False
    following = _NEXT_WORDS.match(text, number.end)
    after = following[1].lower() if following else ""
    words = before.split()
    last = words[-1] if words else ""
    if hit[0].isupper() and last and last[-1].isalnum():
        capital = last[0].isupper() and not is_stop(last.lower()) and last.lower() not in table().states
        if capital or (last.islower() and not after[:1].isupper() and not hit.isupper() and not counts_after(text, number.end)):
            return False
    if number.form == "words" and number.value == 1 and lower == "one":
        return _one(text, number, last.lower(), after)
    if number.form == "part" and lower in ("half", "third", "quarter", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "fifteenth", "sixteenth", "twentieth", "hundredth", "thousandth", "millionth"):
        return _is_part(text, number, lower, last.lower(), after)
    if number.form == "multiple" and lower == "halves":
        return False
    return True


def _one(text: str, number: Number, last: str, after: str) -> bool:
    """Whether "one" counts something rather than standing for somebody."""
    words = table()
    following = text[number.end : number.end + 1]
    if last.strip("\"“‘'(") in words.one_before:
        return False
    if following == "-":
        return text[number.end + 1 : number.end + 6] in ("year-", "month", "week-", "day-l", "hour-", "year ") or _hyphen_unit(text, number.end)
    if not after or after in words.one_not:
        return text[number.end : number.end + 5] == " in a" or bool(re.match(r" (?:in|out of) (?:every )?\w+ [a-z]+s\b", text[number.end : number.end + 40])) 
    return not is_stop(after) or after in ("more", "dead", "other", "missing", "injured", "wounded", "killed", "hurt", "died")


def _hyphen_unit(text: str, end: int) -> bool:
    match = re.compile(r"-([a-z]+)").match(text, end)
    return match is not None and (match[1] in units() or match[1] == "yen")


def _is_part(text: str, number: Number, word: str, last: str, after: str) -> bool:
    """Whether "half", "third" and the like are meant as a part of one."""
    if text[number.end : number.end + 1] == "-":
        return word in ("half", "quarter") and _hyphen_unit(text, number.end) and after != "time"
    if word == "half":
        if last in ("second", "first", "other", "better", "latter", "former", "opening", "final", "each", "either", "this", "that"):
            return False
        return after in ("of", "a", "an", "the", "its", "their", "his", "her", "all", "our", "as", "million", "billion", "dozen", "those", "that", "these", "percentage", "trillion", "my", "what") or last in _fraction_cues() - {"a", "one", "two", "three"}
    if number.value >= 1 or text[max(0, number.start - 2) : number.start].lower() != "a ":
        return after in ("million", "billion", "trillion") and word == "quarter"
    ahead = text[max(0, number.start - 24) : number.start].split()
    ahead_word = ahead[-2].lower() if len(ahead) > 1 else ""
    if after == "of":
        return word != "quarter" or True
    return word not in ("quarter",) and (ahead_word in _fraction_cues() and (not after or is_stop(after))) or (ahead_word == "by")
