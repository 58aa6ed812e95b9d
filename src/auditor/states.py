"""The state of a finding: the values that disagree, in a form that no rewording of a report or an article changes."""

import hashlib
import re
from collections.abc import Iterable

from auditor.model import Claim, Interval, Name, Quotation, Role, Stage

_LONGEST = 120
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})
"""Qualifiers that make a value another one; "about 40" is the 40 of others, said loosely."""


def state(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The values of claims, each once, sorted: ``("14000000 EUR", "at_least 19000000 EUR")``."""
    return tuple(sorted({concise(value(claim)) for claim in claims}))


def value(claim: Claim) -> str:
    """What one claim says: ``40 percent``, ``2024-11-25``, ``Ann Lee, mayor, Exampleton``."""
    match claim.value:
        case Interval():
            return claim.value.written or _amount(claim, claim.value)
        case Role(person, title, organisation, former):
            known = [person, f"former {title}" if former else title, organisation, _term(claim)]
            return ", ".join(part for part in known if part)
        case Stage(thing, stage):
            return f"{thing}: {stage}"
        case Quotation(words):
            return re.sub(r"\W+", " ", words).strip().casefold()
        case Name(name):
            return name


def concise(text: str) -> str:
    """A text on one line; of a long one the beginning, and a digest of the whole."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    digest = hashlib.blake2s(line.encode("utf-8", "replace"), digest_size=4).hexdigest()
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]}… {digest}"


def _term(claim: Claim) -> str | None:
    """When a fact of the reference holds; a source's claim holds when its source says it."""
    return "..".join(claim.as_of) if claim.as_of and claim.is_fact else None


def _amount(claim: Claim, value: Interval) -> str:
    number = value.point if value.point is not None else _range(value)
    bound = claim.qualifier if claim.qualifier in _BOUNDS else None
    unit = claim.unit if claim.unit != "count" else None
    per = f"per {claim.per}" if claim.per else None
    parts = (claim.change, bound, number or claim.text.casefold(), unit if number else None, per)
    return " ".join(part for part in parts if part)


def _range(value: Interval) -> str | None:
    """The ends of an interval without a point, those that there are."""
    ends = dict.fromkeys(end for end in (value.low, value.high) if end is not None)
    return "..".join(ends) or None
