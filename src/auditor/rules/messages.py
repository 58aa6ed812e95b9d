"""What a finding says: a rule's message with its placeholders filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from auditor.errors import nearest
from auditor.model import Claim
from auditor.rules.model import Compare
from auditor.wording.shown import on_one_line
from auditor.wording.values import added, as_written
from auditor.wording.words import WORDS, enumeration

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")
_UNKNOWN = "(unknown)"
_LONGEST = 160

_OF_VALUES = frozenset({"person", "title", "organisation", "thing", "stage", "words", "name"})
"""Particulars that only some kinds of claims have, in their values."""

_CLAIM = _OF_VALUES | {"text", "figure", "value", "source", "clue", "speaker", "subject", "about"}
_SOURCE = frozenset({"id", "title", "url", "publisher", "byline"})
_PAIR = frozenset({"about", "deed"})
_SERIES = frozenset({"values", "texts", "sources", "count", "about", "result"})
_ROOTS: dict[Compare, dict[str, frozenset[str]]] = {
    "claims": {"claim": _CLAIM | {"own"}},
    "sources": {"source": _SOURCE},
    "pairs": {"left": _CLAIM, "right": _CLAIM, "via": _CLAIM, "pair": _PAIR, "parts": _SERIES},
    "series": {"series": _SERIES, "first": _CLAIM, "last": _CLAIM},
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in a finding, by the names that messages give them.

    Attributes:
        claims: The claims, by the root of their placeholders.
        source: The source, for a rule over sources.
        members: The claims of a series, or the parts of a whole.
        told: What is known of them besides, by placeholder: ``left.source`` as editors name it, ``pair.about``.
    """

    claims: Mapping[str, Claim]
    source: Mapping[str, Any] = field(default_factory=dict)
    members: tuple[Claim, ...] = ()
    told: Mapping[str, str | None] = field(default_factory=dict)


@cache
def placeholders(compare: Compare) -> frozenset[str]:
    """Every placeholder that a rule over a table may use."""
    return frozenset(f"{root}.{name}" for root, names in _ROOTS[compare].items() for name in names)


def problems(message: str, compare: Compare) -> list[str]:
    """What is wrong with a message's placeholders."""
    known = placeholders(compare)
    found = []
    for match in _PLACEHOLDER.finditer(message):
        name = match[1]
        if name is None:
            found.append(f"a single `{match[0]}`; placeholders are written {{claim.text}}")
        elif name not in known:
            hint = _meant(name, known) or f"; known are {', '.join(sorted(known))}"
            found.append(f"unknown placeholder `{{{name}}}`{hint}")
    return found


def _meant(name: str, known: frozenset[str]) -> str:
    """What somebody meant who wrote a placeholder that is none: mostly another claim's, or a misspelt word."""
    word = name.rpartition(".")[2]
    same = sorted(one for one in known if one.endswith(f".{word}") and not one.startswith("via."))
    return nearest(name, same) or (f", did you mean `{same[0]}`?" if same else nearest(name, known))


def fill(message: str, cast: Cast) -> str:
    """A message with its placeholders filled in; what is unknown before a first or behind a last colon is left out."""
    filled = _PLACEHOLDER.sub(lambda match: on_one_line(_filling(match[1] or "", cast) or _UNKNOWN, _LONGEST), message)
    return filled.removeprefix(f"{_UNKNOWN}: ").removesuffix(f": {_UNKNOWN}")


def _filling(placeholder: str, cast: Cast) -> str | None:
    if placeholder in cast.told:
        return cast.told[placeholder]
    root, _, name = placeholder.partition(".")
    if root == "source":
        return cast.source.get(name)
    if root in {"series", "parts"}:
        return _of_series(name, cast.members)
    claim = cast.claims.get(root)
    return None if claim is None else of_claim(name, claim)


def of_claim(name: str, claim: Claim) -> str | None:
    """One particular of a claim, in words; None if the claim does not say."""
    value = claim.value
    if name == "value":
        return as_written(claim)
    if name == "figure":
        return claim.text
    if name == "clue":
        return WORDS.clues.get(claim.clue or "", claim.text)
    if name == "about":
        return claim.measure or claim.counted
    if name == "subject":
        return enumeration(claim.subject) or None
    holder = value if name in _OF_VALUES else claim
    found: str | None = getattr(holder, name, None)
    return found


def _of_series(name: str, members: tuple[Claim, ...]) -> str | None:
    if name == "count":
        return str(len(members))
    if name == "about":
        return next((about for member in members if (about := of_claim(name, member))), None)
    if name == "sources":
        return enumeration(list(dict.fromkeys(member.source for member in members)))
    if name == "result":
        return added(members)
    spoken = [as_written(member) if name == "values" else f"“{member.text}”" for member in members]
    return enumeration(list(dict.fromkeys(spoken)))
