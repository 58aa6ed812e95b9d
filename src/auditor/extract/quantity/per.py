"""Reads what an amount is for each of: "$3 a barrel", "40,000 passengers a day"."""

import re
from decimal import Decimal

from auditor.extract.quantity.amount import Amount
from auditor.extract.quantity.counted import counted_phrase, is_stop, singular
from auditor.extract.quantity.numbers import kinds, number_word
from auditor.extract.quantity.quantity_words import table
from auditor.language.endings import ENDINGS
from auditor.language.phrases import pattern, word_set

_PER = pattern("quantities", "per")
_PER_FAR = pattern("quantities", "per_far")
_PER_COUNTED = pattern("quantities", "per_counted")
_METRIC = pattern("quantities", "per_metric")
_FOLLOWING = re.compile(r"\s([a-z]+)")
_STOP = re.compile(r"[.;:!?\n,\d(]")
_PER_BEFORE = pattern("quantities", "per_before")
_PER_MANY = pattern("quantities", "per_many")
_RATED = word_set("quantities", "rated")
RATED = tuple(f"{blank}{word}" for word in _RATED for blank in " \u00a0\n")
"""What stands, but for a blank, before how many a rate is of."""
_FAR = frozenset({"money", "volume", "mass", "energy", "data"})
"""Of these, what they are for each of may stand further off: "11 tonnes of fuel an hour"."""
_NEAR = 40
"""So near an amount stands what it is per."""


def per(text: str, amount: Amount, end: int) -> tuple[str | None, int]:
    """What an amount is for each of, and where that ends if it follows at once."""
    words = table()
    far = amount.unit is not None and amount.unit.dimension in _FAR
    heat = amount.unit is not None and amount.unit.dimension == "temperature"
    match = _METRIC.match(text, end, end + 40) or _PER.match(text, end, end + 40)
    if match and not (heat and match.group().strip().startswith("for")):
        if match.re is _METRIC:
            return "tonne", match.end()
        noun = match["sign"] or (match["each"] and _as_amid_a_sentence(match["each"])) or match["tied"]
        if (noun and number_word(noun)) or (noun is None and amount.unit is None and _describes(text, match)):
            return _per_many(text, end), end
        if noun is None and match["often"] in words.per_words and not (amount.unit and " per " in amount.unit.name):
            return words.per_words[match["often"]], match.end()
        known = noun in words.per_nouns or noun in words.per_names
        if noun and (known or (match["sign"] and len(noun) > 2) or match["per"]):  # noqa: PLR2004 - "w/o"
            return words.per_names.get(noun, noun), match.end()
    return _per_many(text, end) or (_per_far(text, amount, end) if far else _per_counted(text, amount, end)), end


def _per_many(text: str, end: int) -> str | None:
    """What a rate is of, with how many of it: "5.5 murders per 100,000 inhabitants"."""
    rated = any(text.find(word, end, end + _NEAR) >= 0 for word in _RATED)
    match = _PER_MANY.match(text, end) if rated else None
    if match is None:
        return None
    many = match["many"].replace(",", "")
    if not many.isdecimal():
        kind, value = kinds().get(many, ("", Decimal(0)))
        many = str(value) if kind in ("hundreds", "scales") else ""
    of = match["of"].split()
    return f"{many} {table().per_names.get(of[0]) or counted_phrase(of) or singular(of[0])}" if many else None


def _as_amid_a_sentence(noun: str) -> str:
    """A noun as it is written amid a sentence; a headline may give it a capital: "Costs $40 a Month"."""
    lower = noun.lower()
    return lower if lower in table().per_nouns or lower in table().per_names else noun


def _describes(text: str, match: re.Match[str]) -> bool:
    """Whether "daily" and the like belong to the noun after them: "300 million monthly active users"."""
    following = _FOLLOWING.match(text, match.end())
    return following is not None and match["often"].endswith(ENDINGS.adverb) and not is_stop(following[1])


def _per_counted(text: str, amount: Amount, end: int) -> str | None:
    """What a bare number of people or things is for each of: "40,000 passengers a day"."""
    match = _PER_COUNTED.match(text, end, end + 60) if amount.unit is None else None
    return (match[1] or match[2]) if match else None


def _per_far(text: str, amount: Amount, end: int) -> str | None:
    """What money is for each of, where that stands further off."""
    words = table()
    clause = text[end : end + 70]
    if stop := _STOP.search(clause):
        clause = clause[: stop.end()]
    if match := _PER_FAR.search(clause):
        noun = match[1] or words.per_words[match[2]]
        return words.per_names.get(noun, noun)
    if match := _PER_BEFORE.search(text, max(0, amount.start - 40), amount.start):
        said = match[1].lower().split()
        return said[1] if len(said) > 1 else words.per_words[said[0]]
    return None
