"""Finds the amounts of a text: each number with its unit, where it is not a name, a label, an id or a time."""

import re
from collections.abc import Iterator
from decimal import Decimal

from auditor.extract.quantity import codes, senses, shields
from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.compounds import written_together
from auditor.extract.quantity.digits import apart, read_digits, read_part_sign, scale_letter
from auditor.extract.quantity.numbers import Number, number_word, table, times
from auditor.extract.quantity.per import RATED
from auditor.extract.quantity.quantity_words import table as words_table
from auditor.extract.quantity.shares import part
from auditor.extract.quantity.signs import below_zero, signed
from auditor.extract.quantity.spellings import Found, currency_before, is_ambiguous, unit_after
from auditor.extract.quantity.tens import by_tens
from auditor.extract.quantity.units import Unit, is_minor, units
from auditor.extract.quantity.wording import read_words
from auditor.extract.triggers import PART_SIGNS, Hit, Triggers
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern, word_set
from auditor.model import Span

_FREE = re.compile(r"[^\w/_#@-]", re.DOTALL)
_RANGE_GAP = 3
"""A dash, a blank or two, a sign of money: what may stand inside a range without blanks around its dash."""
_OF_MORE = pattern("quantities", "of_more")
_TIED = pattern("quantities", "tied")
_TIES = tuple(f"-{to}-" for to in FUNCTION_WORDS.single["to"])
"""What stands between the ends of a range that hyphens tie."""
_HYPHEN_NOUN = re.compile(r"-([A-Za-z][a-z]+)")
ROUGH = pattern("quantities", "rough")
_PERCENTAGE = pattern("quantities", "percentage_of")
_RUN = re.compile(r"\d+")
_FOLD = pattern("quantities", "fold")
_OWNED = re.compile(r"['’]s(?![^\W_])")
_MAGNITUDE = pattern("quantities", "magnitude")
_SCALED = word_set("quantities", "scaled")
_RICHTER = pattern("quantities", "richter")
_STRONGEST = 10
_QUAKE = 40
_TENS = "0s"
_THOUSAND = 1000
_HUNDREDTH = Decimal("0.01")
_QUALIFIED = 20
_EARLIER = pattern("quantities", "earlier")
_TITLED = frozenset({"time", "length"})
"""In capitals amid a sentence these are of names: "60 Minutes", "Three Mile Island"."""
_SIGN = 2
_A = FUNCTION_WORDS.single["a"]
_DOLLARS = tuple(word_set("quantities", "dollars"))


def _starts(text: str, triggers: Triggers) -> list[Hit]:
    """Every place where an amount may start, in order: a digit, a sign of a fraction, a free-standing number word."""
    words = (hit for hit in triggers.of["number"] if hit[0] == 0 or _free(text, *hit))
    spans = filter(None, (_article_before(text, *hit) for hit in triggers.of["date"]))
    return sorted((*words, *spans, *((start, text[start]) for start in triggers.figures)))


def _free(text: str, start: int, word: str) -> bool:
    """Whether a number word stands by itself, or behind another one: "ten-to-twelve", "mid-twenties"."""
    free = _FREE.match(text, start - 1) is not None or text.endswith(_TIES, 0, start) or word in table().tens_of
    return free or shields.tied_to_kin(text, start)


def _article_before(text: str, start: int, word: str) -> Hit | None:
    """The article before a length of time that says how long something was: "more than a decade"."""
    told = words_table()
    if word not in told.spans:
        return None
    article = next((one for one in _A if text.startswith(f" {one} ", start - len(one) - 2)), None)
    if article is None or _EARLIER.match(text, start + len(word)):
        return None
    place = start - 1 - len(article)
    before = text[max(0, place - _QUALIFIED) : place].lower().split()[-2:]
    sure = before[-1:] != [] and before[-1] in told.before_article
    over = before[-1:] != [] and before[-1] in told.placing and before[0] in told.compared
    return (place, article) if sure or over else None


def amounts(text: str, triggers: Triggers, reserved: list[Span]) -> Iterator[Amount]:
    """All amounts of a text in order, but for those in reserved spans."""
    done = 0
    last: Amount | None = None
    after = -1
    days = iter(reserved)
    day = next(days, None)
    for start, hit in _starts(text, triggers):
        if start < done:
            continue
        while day and day[1] <= start:
            day = next(days, None)
        if day and day[0] <= start:
            done = day[1]
            continue
        found, done = _amount_at(text, start, hit, after)
        if found and found.start < after:
            found.start = max(found.number.start, after)
        after = found.end if found else -1
        if found and not (day and found.end > day[0]) and not _of_other(text, last, found):
            yield found
        last = found


def _of_other(text: str, last: Amount | None, found: Amount) -> bool:
    """Whether an amount says something of another: what that is a rate of ("per 1,000 people"), what it counts."""
    before = found.start - 1
    if text[before : found.start].isspace() and text.endswith(RATED, 0, before):
        return True
    return last is not None and found.hyphen and _of_thing(text, last, found)


def _of_thing(text: str, last: Amount, found: Amount) -> bool:
    """Whether a compound is part of a thing that the number right before it counts ("20 155-millimetre shells")."""
    if last.unit or last.noun or not found.unit or found.unit.dimension != "length":
        return False
    return found.start - last.end <= 1 and text[last.end : found.start].isspace() and text[last.end - 1].isalnum()


def _amount_at(text: str, start: int, hit: str, after: int) -> tuple[Amount | None, int]:
    """The amount at a hit of the scan, given where the amount before it ends, and where to go on."""
    if hit.lower() in table().tens_of or text.startswith(_TENS, start + 1):
        return by_tens(text, start)
    first = hit[0]
    if "0" <= first <= "9":
        return _from_digits(text, start, after)
    if hit in _A:
        one = Number(start, start + len(hit), Decimal(1), Decimal(0), "words")
        found = _with_unit(text, one, start, None)
        return found, found.end if found else one.end
    number = read_part_sign(text, start) if first in PART_SIGNS else read_words(text, start, hit.lower())
    if number is None:
        return None, start + 1
    found = _from_words(text, number, hit)
    return found, found.end if found else number.end


def _from_digits(text: str, start: int, after: int) -> tuple[Amount | None, int]:
    """The amount whose first digit is at ``start``."""
    number = read_digits(text, start)
    if number is None:
        return None, start + 1
    follows = 0 < after <= start <= after + _RANGE_GAP and text[after] in "-–/"
    follows = follows or (after > 0 and text[after:start] in _TIES)
    blocked = (codes.chained if follows else codes.blocked_digits)(text, number.start, number.end)
    if blocked:
        return None, blocked
    if text[start - 1 : start] == "." and not text[start - 2 : start - 1].isalpha():
        number, start = _pointed(text, number), start - 1
    before = text[start - 1 : start]
    currency = currency_before(text, start) if start > before.isspace() else None
    begin = currency[1] if currency else start
    if not follows:
        number, begin = signed(text, number, begin if currency else start, start)
    glued = (number.value >= _THOUSAND or number.step == _HUNDREDTH) and not before.isspace()  # "R1000", "R24.13"
    large = number.scaled or glued or scale_letter(text, number) is not None
    if currency and not large and is_ambiguous(text[currency[1] : start].strip()):
        return None, number.end
    if currency is None and (before.isalpha() or before == "_"):
        return None, number.end
    if number.form == "part" and currency is None:
        amount = part(text, number)
    else:
        amount = _with_unit(text, number, begin, currency[0] if currency else None)
    if amount is None:
        return None, codes.token_end(text, number.end)
    return below_zero(text, amount), amount.end


def _pointed(text: str, number: Number) -> Number:
    """The number behind a bare point: ".5", ".25 million"."""
    digits = _RUN.match(text, number.start)
    places = -len(digits.group()) if digits and "." not in text[number.start : number.end] else 0
    return number._replace(
        value=number.value.scaleb(places), step=number.step.scaleb(places), bare=number.bare and not places
    )


def _with_unit(text: str, number: Number, begin: int, currency: Unit | None) -> Amount | None:
    """The number with the unit after it; None if what follows shows that it is no amount."""
    end = number.end
    if number.form == "vague" and (of := _OF_MORE.match(text, end)) and (found := unit_after(text, of.end())):
        return Amount(number, begin, found.end, found.unit)
    if currency:
        return _money(text, number, begin, currency)
    if both := written_together(text, begin, number):
        return both
    if fold := _FOLD.match(text, end):
        return Amount(number._replace(form="multiple"), begin, fold.end(), units()["time"])
    if rough := ROUGH.match(text, end):
        return _roughly(text, number, begin, rough.end())
    found = senses.unit_of(text, number)
    return _unitless(text, number, begin) if found is None else _of_unit(text, number, begin, found)


def _roughly(text: str, number: Number, begin: int, end: int) -> Amount:
    """The number with the unit after "-odd", "or so"."""
    found = unit_after(text, end)
    return Amount(number, begin, found.end if found else end, found.unit if found else None)


def _of_unit(text: str, number: Number, begin: int, found: Found) -> Amount | None:
    """The number with a unit found after it."""
    if found is senses.MILLION_LETTER:
        scaled = scale_letter(text, number)
        return _with_unit(text, scaled, begin, None) if scaled else None
    end = number.end
    titled = found.written.istitle() and len(found.written) > _SIGN and found.unit.dimension in _TITLED
    if titled and shields.names_unit(text, number.start):
        return None
    if found.millions:
        number = times(number, Decimal(1000000), end)
    return Amount(number, begin, found.end, found.unit, hyphen=text[end : end + 1] == "-")


def _money(text: str, number: Number, begin: int, currency: Unit) -> Amount | None:
    """An amount of money whose currency stands before it; it may be named again after it."""
    if not number.scaled and (letter := scale_letter(text, number) or apart(text, number)):
        number = letter
    end = number.end
    following = text[end : end + 1]
    if following == "_" or (following.isalpha() and unit_after(text, end) is None):
        return None
    named = unit_after(text, end)
    if named and named.unit.dimension == "money" and not is_minor(named.unit):
        symbol = text[begin : number.start].strip()
        if named.unit == currency or (symbol == "$" and named.written.lower().endswith(_DOLLARS)):
            return Amount(number, begin, named.end, named.unit)
    return Amount(number, begin, end, currency)


def _unitless(text: str, number: Number, begin: int) -> Amount | None:
    """A number without a unit: a count, a compound ("10-man") or nothing at all."""
    following = text[number.end : number.end + 1]
    if following.isalnum() or following in ("_", "@", "°", "º") or (number.bare and _OWNED.match(text, number.end)):
        return None
    if following == "-":
        if compound := _compound(text, number):
            return Amount(number, begin, compound.end(), hyphen=True, noun=compound[1].lower())
        if text[number.end + 1 : number.end + 2].isalpha() and not _rises(text, number):
            return None
    if number.value <= _STRONGEST and _is_magnitude(text, begin, number.end):
        return Amount(number, begin, number.end, units()["magnitude"])
    if number.form == "digits" and shields.is_label(text, begin, number):
        return None
    share = _is_percentage(text, begin) and not shields.counts_after(text, number.end)
    return Amount(number, begin, number.end, units()["percent"] if share else None)


def _compound(text: str, number: Number) -> re.Match[str] | None:
    """What a number makes an adjective with: "a 10-man team", and in headlines "a 10-Man Team"."""
    compound = _HYPHEN_NOUN.match(text, number.end)
    if compound is None or compound[1].lower() not in words_table().hyphen_nouns:
        return None
    return compound if compound[1].islower() or shields.in_headline(text, number.start) else None


def _rises(text: str, number: Number) -> bool:
    """Whether a number and a higher one are tied by hyphens: "10-to-12-year-olds", not "a 9-to-5 job"."""
    tied = _TIED.match(text, number.end)
    if tied is None:
        return False
    start, word = tied.start(1), tied[1]
    other = read_digits(text, start) if word.isdecimal() else read_words(text, start, word.lower())
    return other is not None and other.value > number.value


def _is_magnitude(text: str, begin: int, end: int) -> bool:
    """Whether a number says how strong an earthquake was: "a magnitude 6.2 quake", "5.9 on the Richter scale"."""
    low = max(0, begin - _QUAKE)
    told = any(text.find(word, low, begin) >= 0 for word in _SCALED)
    return (told and _MAGNITUDE.search(text, low, begin) is not None) or _RICHTER.match(text, end) is not None


def _is_percentage(text: str, begin: int) -> bool:
    """Whether "a percentage of" stands before a number, and no number before that."""
    said = _PERCENTAGE.search(text, max(0, begin - 24), begin) if text.endswith(" of ", 0, begin) else None
    if said is None:
        return False
    last = shields.word_before(text, said.start()).lower()
    return not number_word(last) and not text[max(0, said.start() - 2) : said.start()].strip()[-1:].isdigit()


def _from_words(text: str, number: Number, hit: str) -> Amount | None:
    """The amount that number words make."""
    doubtful = number.form != "words" or number.value == 1 or hit[0].isupper()
    if doubtful and not senses.allowed_words(text, number, hit):
        return None
    if number.form == "words" and not number.scaled and shields.is_numbered(text, number):
        return None
    number = _with_article(text, number, hit.lower())
    if number.form == "part":
        amount = part(text, number)
        return amount and below_zero(text, amount)
    if number.form in ("multiple", "twice"):
        return Amount(number, number.start, number.end, units()["time"])
    currency = currency_before(text, number.start) if text[number.start - 1 : number.start] in "$€£" else None
    begin = currency[1] if currency else number.start
    amount = _with_unit(text, number, begin, currency[0] if currency else None)
    return amount and below_zero(text, amount)


_ARTICLE = pattern("quantities", "article")


def _with_article(text: str, number: Number, hit: str) -> Number:
    """Takes in what stands before "million" and "third": "a", "half a", "several"."""
    words = table()
    if hit not in words.hundreds and hit not in words.scales and hit not in words.parts and number.form != "vague":
        return number
    match = _ARTICLE.search(text, max(0, number.start - 14), number.start)
    if match is None:
        return number
    said = match[1].lower()
    several = words.several.get(said.removeprefix("a ").removesuffix(" of"))
    if several and hit not in words.parts:
        return number._replace(
            start=match.start(), value=number.value * several[0], most=number.value * several[1], form="vague"
        )
    return number._replace(start=match.start()) if said in _A else number
