"""Tells one sense of a word from another: "m" of metres or millions, pounds of money or mass, numbers in words."""

import re
from decimal import Decimal

from auditor.extract.quantity.counted import is_plural, is_stop, nouns
from auditor.extract.quantity.digits import scale_letter
from auditor.extract.quantity.numbers import Number
from auditor.extract.quantity.numbers import table as number_table
from auditor.extract.quantity.ones import counts_one
from auditor.extract.quantity.part_words import is_part
from auditor.extract.quantity.quantity_words import table
from auditor.extract.quantity.shields import NEXT_WORDS, counts_after, in_headline, tied_to_kin, word_before
from auditor.extract.quantity.spellings import Found, is_ambiguous, unit_after
from auditor.extract.quantity.units import Unit, units
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern

_FAR = 90
"""How far to look for words that tell one sense of a unit from another."""
_MANY_METRES = 1000
_MILLIONS = pattern("quantities", "millions")
_MANY_OF = pattern("quantities", "many_of")
_CODE = 3
"""How many letters the code of a currency has at most."""
_DOLLAR = 100
"""Cents are fewer than this."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_NEAR_WORD = re.compile(r"[a-z]+")
_BEFORE = 24
_RIGHT_ANGLE = 45
"""Degrees in multiples of this are as likely those of an angle."""
_FEW = 10
"""So few degrees, spelled out, are as likely those of a university."""
_RESOLUTIONS = frozenset({240, 360, 480, 540, 576, 720, 1080, 1440, 2160, 4320})
"""Before "p" these tell of a screen, not of pence."""
_SINGLE = frozenset("mghslLtVWCFKcfJ")
_THOUSAND, _MILLION = 1000, 1_000_000


MILLION_LETTER = Found(Unit("", "", "", Decimal(1), Decimal(0)), -1, "")
"""Says that the letter after the digits multiplies them."""
_MULTIPLYING = FUNCTION_WORDS.modal | FUNCTION_WORDS.future | FUNCTION_WORDS.single["to"]
"""Behind these "double" is a verb."""
_STRONG = pattern("quantities", "strong_next")
_CROWD = pattern("quantities", "crowd")


def unit_of(text: str, number: Number) -> Found | None:
    """The unit right after a number, if what is written there is meant as one."""
    end = number.end
    found = unit_after(text, end)
    glued = text[end : end + 1].isalpha()
    if glued and text[number.start : end + 1] in table().digit_names and not counts_after(text, end + 1):
        return None
    if glued and text[end].isupper() and word_before(text, number.start) in table().labels:
        return None
    if (
        glued
        and scale_letter(text, number)
        and (found is None or not is_measured(text, found))
        and (
            found is None
            or counts_after(text, found.end)
            or is_million(text, number, found)
            or _is_scaled(text, found)
            or _is_thousand(text, number, found)
        )
    ):
        clear = text[end] not in "btT" or (text[end] == "b" and counts_after(text, end + 1))
        return MILLION_LETTER if clear else None
    if found is None or not _plausible(text, number, found, glued=glued):
        return None
    return right_sense(text, number, found)


def _plausible(text: str, number: Number, found: Found, *, glued: bool) -> bool:
    """Whether a short or ambiguous sign after a number is likely to be a unit."""
    written = found.written
    if written == "st":
        return glued and not _is_first(number.value)
    if written == "p":
        return glued and number.value not in _RESOLUTIONS
    if len(written) == 1 and written in _SINGLE:
        return single_letter_unit(text, number, found, glued=glued)
    if found.unit.dimension == "money" and is_ambiguous(written):
        if len(written) == 1:
            return False  # "P" and "R" stand before what they are of
        named = written.islower() or (written.isupper() and len(written) > _CODE)  # "AT 130 FRANCS"
        priced = named and word_before(text, number.start).lower() in table().priced
        return number.scaled or number.value >= _THOUSAND or priced
    return number.form != "words" or number.scaled or not written.isupper() or len(written) > 2  # noqa: PLR2004


def _is_first(value: Decimal) -> bool:
    """Whether "st" after a number makes it an ordinal: 1st, 21st."""
    return value % 10 == 1 and value % 100 != 11  # noqa: PLR2004 - 11th


def single_letter_unit(text: str, number: Number, found: Found, *, glued: bool) -> bool:
    """Whether one letter after a number is a unit: "5m", "20C", "3 g"."""
    written, following = found.written, text[found.end : found.end + 1]
    if number.form == "words" or following.isalnum() or following in ("'", "’", "&"):
        return False
    if written == "c" and glued and number.value < _DOLLAR and _may_cost(text, number):
        return True
    if written in ("C", "F", "c", "f"):
        cued = _near(text, number.start, found.end, table().temperature_words)
        return cued or number.value < 0 or (written.isupper() and _may_be_heat(text, number, found, glued=glued))
    if written == "K":
        cold = number.step < 1 or _near(text, number.start, found.end, table().temperature_words)
        return cold and not glued and not counts_after(text, found.end)
    if written == "s":
        return glued and number.step < 1
    return glued or written in ("m", "g", "l", "L")


def _may_be_heat(text: str, number: Number, found: Found, *, glued: bool) -> bool:
    """Whether "30 C" and "38C" stand where a temperature may: after no label, and glued only after a level."""
    if glued and number.step < 1:
        return True
    before, following = word_before(text, number.start), NEXT_WORDS.match(text, found.end)
    if glued or text[found.end : found.end + 1] == "-":
        return glued and before.lower() in table().levels
    named = before.istitle() or before in table().labels
    return not named and (following is None or is_stop(following[1]))


def _may_cost(text: str, number: Number) -> bool:
    """Whether the word before "45c" is none that "5c" makes a name or a label with."""
    before = _WORD_BEFORE.search(text, max(0, number.start - _BEFORE), number.start)
    return before is not None and before[1].islower() and before[1] not in table().labels


def is_million(text: str, number: Number, found: Found) -> bool:
    """Whether "5m" goes on after other millions: "2 million followers here and 5m there"."""
    if found.written != "m" or number.value >= _MANY_METRES:
        return False
    if _STRONG.match(text, found.end) or _CROWD.search(text, max(0, number.start - _BEFORE), number.start):
        return True
    following = NEXT_WORDS.match(text, found.end)
    if following and following[1] in nouns().participles and is_plural(following[2] or ""):
        return True  # "3.2m daily users"
    before = text[max(0, number.start - _FAR) : number.start].rpartition(". ")[2]
    return not is_measured(text, found) and _MILLIONS.search(before) is not None


def _is_scaled(text: str, found: Found) -> bool:
    """Whether a unit follows the letter, which multiplies the digits before it then: "1.5m km"."""
    further = unit_after(text, found.end) if text[found.end : found.end + 1] == " " else None
    return further is not None and len(further.written) > 1


def _is_thousand(text: str, number: Number, found: Found) -> bool:
    """Whether "60K" is of thousands, as kelvins are hardly ever written without a blank."""
    return found.written == "K" and not _near(text, number.start, found.end, table().temperature_words)


def is_measured(text: str, found: Found) -> bool:
    """Whether "400m" is of metres: "the 400m hurdles", "5m deep"."""
    following = NEXT_WORDS.match(text, found.end)
    return found.written == "m" and following is not None and following[1].lower() in table().length_words


def right_sense(text: str, number: Number, found: Found) -> Found | None:
    """The unit in the sense that its neighbours give it: pounds of money or of mass, degrees of heat or of a circle."""
    name = found.unit.name
    if found.written == "c" and (number.value < 0 or _near(text, number.start, found.end, table().temperature_words)):
        return found._replace(unit=units()["degree celsius"])
    if name == "GBP" and found.written.lower().startswith("pound") and _is_mass(text, number, found):
        return found._replace(unit=units()["pound mass"])
    if name == "degree" and _is_heat(text, number, found):
        return found._replace(unit=units()["degree"]._replace(dimension="temperature"))
    if name == "second" and (number.value == 1 or not found.written.endswith("s")) and found.written != "s":
        hyphen = text[number.end : number.end + 1] == "-"
        return found if hyphen or (number.form == "digits" and found.written == "sec") else None
    return found if name != "time" or _is_times(text, number, found) else None


def _is_times(text: str, number: Number, found: Found) -> bool:
    """Whether "time" and "x" say how often or how many times as much: "3 times", "a three-time champion", "3x"."""
    if found.written.lower().endswith("s"):
        return True
    if found.written == "x":
        return found.end == number.end + 1 and not text[found.end : found.end + 2].strip()[:1].isdigit()
    return text[number.end] == "-" and number.value > 1


def _is_heat(text: str, number: Number, found: Found) -> bool:
    """Whether degrees are of temperature."""
    if _near(text, number.start, found.end, table().temperature_words):
        return True
    doubtful = number.value % _RIGHT_ANGLE == 0 or (number.form == "words" and number.value < _FEW)
    return not doubtful and not _near(text, number.start, found.end, table().angle_words)


def _is_mass(text: str, number: Number, found: Found) -> bool:
    if number.value >= _MILLION:
        return False
    if text[number.end : number.end + 1] == "-" and found.written.lower() == "pound":
        return True
    return _near(text, number.start, found.end, table().mass_words)


def _near(text: str, start: int, end: int, words: frozenset[str]) -> bool:
    around = text[max(0, start - _FAR) : start] + " " + text[end : end + _FAR // 2]
    return not words.isdisjoint(_NEAR_WORD.findall(around.lower()))


def allowed_words(text: str, number: Number, hit: str) -> bool:
    """Whether number words that are often something else are meant as an amount."""
    before = text[max(0, number.start - _BEFORE) : number.start].rpartition("\n")[2]
    tied = before[-1:] in ("-", "/", "_", "’", "'") and number.form != "part"
    if tied and not tied_to_kin(text, number.start):
        return False
    following = NEXT_WORDS.match(text, number.end)
    after = following[1] if following else ""
    after = after if after.isupper() and len(after) > 1 else after.lower()
    words = before.split()
    if (hit[0].isupper() and words and _in_name(text, number, words[-1], hit)) or _is_mark(text, number, hit, words):
        return False
    lower = hit.lower()
    if lower == "one" and number.value == 1:
        return counts_one(text, number, words, after)
    if number.form == "part" and lower in number_table().parts:
        return is_part(text, number, lower, words, after)
    if number.form == "multiple":
        tied = text[number.end : number.end + 1] == "-"
        return not tied and _is_verb(lower, words[-1].lower() if words else "", after)
    return lower != number_table().halves


def _is_verb(lower: str, last: str, after: str) -> bool:
    """Whether a word that multiplies is a verb: "will double its staff", "doubles the price", not "plays doubles"."""
    if lower in number_table().multiplying:
        return last in _MULTIPLYING and after not in table().not_multiplied
    if lower in number_table().multiples and lower.endswith("s"):
        return after in table().multiplied and last not in table().determiners
    return True


def _is_mark(text: str, number: Number, hit: str, words: list[str]) -> bool:
    """Whether "scores" are marks or goals: nothing is said to be so many, and nobody was hurt."""
    if hit.lower() not in table().marks:
        return False
    last = words[-1].lower() if words else " "
    return last[-1].isdigit() or not (_MANY_OF.match(text, number.end) or last in table().harming)


def _in_name(text: str, number: Number, last: str, hit: str) -> bool:
    """Whether a capitalised number word belongs to a name: "Air Force One", "the Big Ten"."""
    if not last[-1].isalnum() or (hit.lower() != "one" and in_headline(text, number.start)):
        return False
    if not hit.isupper() and text[number.end + 1 : number.end + 2].isupper():
        return True
    if last[0].isupper():
        return not is_stop(last.lower()) and last.lower() not in table().states
    return last.islower() and not hit.isupper() and not counts_after(text, number.end)
