"""What keeps digits from being a quantity: names, labels, ids, scores, addresses, times."""

import re
from decimal import Decimal

from auditor.extract.quantity.counted import is_plural, is_stop
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.quantity_words import lookups, table
from auditor.extract.quantity.units import is_symbol, units
from auditor.extract.words import capitalised_throughout

_TOKEN_END = re.compile(r"[^\s,;()\[\]\"“”]*")
_CHAIN = re.compile(r"(?:[-./:–]\d+){2,}|[:.]\d|/\d|\.\d")
_RELAY = re.compile(r"[x×]\d{2,4}m\b")
"""What makes "4x100m" a race."""
_PHONE = re.compile(r"[-–]\d{4,}(?![\d,%])")
_DIALLED = re.compile(r"\d{1,5}(?:[ -]\(?\d{2,6}\)?){1,5}(?!\d)")
_DIALLED_ABROAD = re.compile(r"\d{1,3}(?:[ -]\(?\d{1,6}\)?){2,6}(?!\d)")
_AREA_CODE = re.compile(r"\)[ -]?\d{3}[ -]\d{4}(?!\d)")
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
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’&.-]*$")
_ADDRESS = re.compile(r"(?:\s[A-Z][\w'’]+){2,4}|\s[A-Z][a-z]+")
NEXT_WORDS = re.compile(
    r"[ \u00a0\n]([^\W\d_][\w'’-]*)(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?(?:[ \u00a0\n]([^\W\d_][\w'’-]*))?"
)
_THING = re.compile(r" (?!\w+(?:ed|ing|est)\b|strong\b)([a-z]{4,})(?= [a-z]|[.,;])")
_LEAST_NAME = 100
"""Smaller numbers before a single thing are as likely an amount without its hyphen: "a 12 page report"."""
_A_MODEL = re.compile(r"\b[Aa]n?\s(?:[A-Z][\w'’-]*\s){1,2}$")
"""What makes "a Beech 200 aircraft" one aircraft of that name."""
_MODEL = re.compile(r" (?:MAX|Max|Dreamliners?|Pro|Ultra)(?![^\W_])")
_LINE_NUMBER = re.compile(r"(?:[.):]|\s\([a-z]+\):)\s+[A-Z“\"]")
_ON = frozenset({"to", "and", "through", "or"})
_LABELLED = re.compile(r"([^\W\d_]+\.?) \d{1,4}(?:, \d{1,4})*,? (?:to|and|through|or) $")
"""A label that goes on: "pages 12 to 20"."""
_LIST_ITEM = re.compile(r"\)\s+[A-Z]")
_SECTION = re.compile(r"[.)]?[ \t]+[A-Z“\"]")
_OPENERS = " \n\t\r\u00a0\u2009\u202f(\"“‘'[—–-−+±~≈<>≥≤=|*•·$€£¥₹"
_MINUS_AFTER = frozenset("($€£<>")
_LONE_LETTERS = frozenset("NR")
"""Money written as one letter: naira and rand."""
_CHAINED = frozenset("-./:–")
_YEARS = range(1800, 2101)
_RECENT = 1900
"""Four digits from here on are a year even without a word that says so."""
_LINE = 64
"""How far to look around a number for words in lower case."""
_LONGEST = 15
"""No amount is written with more digits."""


def blocked_digits(text: str, start: int, end: int) -> int:
    """Where to go on after digits that are part of a longer code, or 0 if nothing speaks against them."""
    before = text[start - 1 : start] if start else ""
    if before == "+" or text[start] == "0":
        dialled = (before == "+" and _DIALLED_ABROAD.match(text, start)) or _DIALLED.match(text, start)
        if dialled and sum(char.isdigit() for char in dialled.group()) >= _DIALLED_DIGITS:
            return dialled.end()
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
    return before in ("-", "–", "=") and not (ahead.isspace() or ahead in _MINUS_AFTER)


def _tied_after(text: str, start: int, end: int) -> bool:
    """Whether what touches the last digit makes it part of a code, a time or a score."""
    following = text[end : end + 1]
    if following == "(" and text[end + 2 : end + 3] == ")":
        return True
    if following in _CHAINED and _CHAIN.match(text, end):
        return True
    if following in ("x", "×") and _RELAY.match(text, end):
        return True
    return following in ("-", "–") and _is_score(text, start, end)


def _may_touch(text: str, start: int, before: str) -> bool:
    """Whether a character may touch the first digit of an amount: letters of a currency, a decimal point."""
    if is_symbol(before) or (before in _LONE_LETTERS and not text[max(0, start - 2) : start - 1].isalnum()):
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
    if (before := word_before(text, start).lower()) in lookups().before or before in ("aged", "ages"):
        return False
    if _SETS_AFTER.match(text, score.end()) or _SETS_BEFORE.search(text, max(0, start - 12), start):
        return True
    words = NEXT_WORDS.match(text, score.end())
    return text[score.end() : score.end() + 1] in (".", ",", ")", "", ";") or (
        words is not None and words[1] in table().score_cues
    )


def is_first(value: Decimal) -> bool:
    """Whether "st" after a number makes it an ordinal: 1st, 21st."""
    return value % 10 == 1 and value % 100 != 11  # noqa: PLR2004 - 11th


def token_end(text: str, end: int) -> int:
    """Where the run of characters around a number ends."""
    match = _TOKEN_END.match(text, end, end + 200)
    return max(end, match.end() if match else end)


def word_before(text: str, start: int) -> str:
    """The word right before a place, with its full stop."""
    before = text[max(0, start - 24) : start].removesuffix("\n")
    if before[-1:] in ("#", "№"):
        before = before[:-1]
    before = before.removesuffix(" ")
    match = _WORD_BEFORE.search(before, before.rfind(" ") + 1)
    return match[0] if match else ""


def counts_after(text: str, end: int) -> bool:
    """Whether a plural noun follows, so that "5m" before it means millions."""
    words = NEXT_WORDS.match(text, end)
    if words is None:
        return False
    first = words[1].lower()
    unit = units()
    if is_stop(first):
        return False
    return first.upper() in unit or any(word and is_plural(word.lower()) for word in words.groups()[:2])


def names_unit(text: str, start: int) -> bool:
    """Whether a number before a unit in capitals is of a name: "CBS's 60 Minutes", "Three Mile Island"."""
    if in_headline(text, start):
        return False
    word = word_before(text, start)
    if text[start].isupper() or not word:
        return True
    lower = word.lower()
    return word[0].isupper() and not is_stop(lower) and lower not in table().headline_verbs


def noun_after(text: str, end: int) -> bool:
    """Whether a common word follows that an amount may be of."""
    words = NEXT_WORDS.match(text, end)
    return words is not None and words[1][0].islower() and not is_stop(words[1])


def is_label(text: str, start: int, number: Number) -> bool:
    """Whether a number without a unit is part of a name, a numbered thing, an address or a year."""
    digits = text[number.start : number.end].lstrip("-−")
    if number.scaled or "," in digits or " " in digits:
        return False
    if len(digits) > _LONGEST or (number.bare and digits.startswith("0") and len(digits) > 1):
        return True
    if _numbers_line(text, start, number) or _in_brackets(text, start, number):
        return True
    counted = counts_after(text, number.end)
    word = word_before(text, start)
    lower = word.lower()
    if (not counted and _is_year(number, digits, lower)) or _is_club(text, start):
        return True
    if lower in _ON and not counted and (label := _LABELLED.search(text, max(0, start - 40), start)):
        lower = label[1].lower()
    labelled = lower in table().labels and not (counted and word.islower() and not word.endswith("."))
    if (
        labelled
        or (counted and number.bare and _A_MODEL.search(text, max(0, start - 40), start))
        or _is_model(text, number, word, counted=counted)
        or (word[:1].isupper() and not counted and _makes_name(text, start, word, lower))
    ):
        return True
    return (not counted and _is_nickname(text, start, number)) or _is_address(text, number.end)


def _is_address(text: str, end: int) -> bool:
    """Whether a street follows a number: "51 Franklin Street"."""
    words = _ADDRESS.match(text, end)
    return words is not None and not table().streets.isdisjoint(words.group().lower().split()[1:])


def _is_nickname(text: str, start: int, number: Number) -> bool:
    """Whether a number stands for a name before a single thing: "the 767 jetliner", "a 911 call", "a .22 rifle"."""
    calibre = text[number.start - 1 : number.start] == "."
    named = calibre or (number.bare and number.value >= _LEAST_NAME)
    thing = _THING.match(text, number.end) if named else None
    if thing is None or word_before(text, start).lower() not in ("the", "a", "an"):
        return False
    return not (is_stop(thing[1]) or is_plural(thing[1]) or thing[1] in table().hyphen_nouns)


def _is_model(text: str, number: Number, word: str, *, counted: bool) -> bool:
    """Whether a number names a product: "737 MAX", "iOS 17"."""
    spelled = word[:1].islower() and word[1:2].isupper() and not counted
    return spelled or _MODEL.match(text, number.end) is not None


def is_numbered(text: str, number: Number) -> bool:
    """Whether a number in words is that of a thing ("at number six") or in a name ("Group of Seven"), not of things."""
    return _is_club(text, number.start) or (
        word_before(text, number.start).lower() in table().labels and not counts_after(text, number.end)
    )


def _is_club(text: str, start: int) -> bool:
    """Whether a number says how many have joined in what it names: "Group of Seven"."""
    return text.endswith("Group of ", 0, start)


def _in_brackets(text: str, start: int, number: Number) -> bool:
    """Whether a small number stands alone in brackets, as the parts of a list do."""
    if text[start - 1 : start] != "(" or text[number.end : number.end + 1] != ")":
        return False
    opens = start == 1 or text[max(0, start - 3) : start - 1].rstrip()[-1:] in (".", "!", "?", ":", ";", "\n", "")
    return number.value < 10 or (opens and _LIST_ITEM.match(text, number.end) is not None)  # noqa: PLR2004 - one digit


def _is_year(number: Number, digits: str, before: str) -> bool:
    """Whether four digits that count nothing are a year."""
    return len(digits) == 4 and number.value in _YEARS and (number.value >= _RECENT or before in table().year_cues)  # noqa: PLR2004


def _numbers_line(text: str, start: int, number: Number) -> bool:
    """Whether a number opens its line as the label of a paragraph: "2. Redistribution", "1.3 “Use”"."""
    line = text[max(0, start - 12) : start].rpartition("\n")
    if (not line[1] and start > 0) or line[2].strip(" \t*•-(") or (start == 0 and number.bare is False):
        return False
    return (_LINE_NUMBER if number.bare else _SECTION).match(text, number.end) is not None


def in_headline(text: str, start: int) -> bool:
    """Whether the line around a place capitalises all but its small words, so that capitals mark no names."""
    before = text[max(0, start - _LINE) : start].rpartition("\n")
    after = text[start : start + _LINE].partition("\n")[0]
    left = before[2] if before[1] or start <= _LINE else before[2].partition(" ")[2]
    right = after.rpartition(" ")[0] if len(after) == _LINE else after
    return capitalised_throughout(f"{left}{right}")


def _makes_name(text: str, start: int, word: str, lower: str) -> bool:
    """Whether a capitalised word before a number forms a name with it ("Apollo 11")."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return False
    words, found = table(), lookups()
    if lower in words.headline_verbs and in_headline(text, start):
        return False
    at = start - len(word) - 1
    if lower.endswith("ing") and len(lower) > len("viking") and text[max(0, at - 3) : at].rstrip()[-1:] in ".!?":
        return False  # "Chasing 375 to win, they", where a sentence begins
    plain = is_stop(lower) or lower in words.plain_before or lower in found.strong or lower in found.weak
    return not (plain or lower in words.states or lower in found.before or word.endswith("."))
