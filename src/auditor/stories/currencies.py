"""The currency that a story means by a name that several share: "crowns" beside "DKK 750 million" are Danish ones."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby

from auditor.extract.quantity.counted import singular
from auditor.extract.quantity.units import money
from auditor.model import Claim, SourceInfo


def settled(infos: Sequence[SourceInfo]) -> list[SourceInfo]:
    """Sources whose bare names of money stand for the one currency of that name that their story writes out.

    Args:
        infos: The sources, those of one story together.
    """
    found: list[SourceInfo] = []
    for _, some in groupby(infos, key=lambda info: info.source.story):
        story = list(some)
        meant = _meant(claim for info in story for claim in info.claims if claim.dimension == "money")
        found += [_with(info, meant) for info in story] if meant else story
    return found


def _meant(claims: Iterable[Claim]) -> dict[str, str]:
    """The currency that each bare name stands for; none of a name that stands for itself, or may be of two."""
    written: defaultdict[str, set[str]] = defaultdict(set)
    bare: dict[str, str] = {}
    for claim in claims:
        unit = claim.unit or ""
        if (name := _bare(claim)) is not None:
            bare[name] = unit
        else:
            for word in _words().get(unit, ()):
                written[word].add(unit)
    only = {name: next(iter(written[name])) for name in bare if len(written[name]) == 1}
    return {name: code for name, code in only.items() if code != bare[name]}


def _with(info: SourceInfo, meant: dict[str, str]) -> SourceInfo:
    claims = tuple(
        dataclasses.replace(claim, unit=meant[name]) if (name := _bare(claim)) in meant else claim
        for claim in info.claims
    )
    return dataclasses.replace(info, claims=claims)


def _bare(claim: Claim) -> str | None:
    """The name of money that a claim is written with, if no more is said of whose it is."""
    if claim.dimension != "money":
        return None
    *before, last = claim.text.lower().split() or [""]
    name = _singulars().get(last)
    if name is None or claim.unit is None or not (claim.unit == name or name in _words().get(claim.unit, ())):
        return None
    return None if before and f"{before[-1]} {name}" in _names() else name


@cache
def _words() -> dict[str, frozenset[str]]:
    """The last words of the names of each currency: of DKK krone and crown."""
    return {code: frozenset(name.split()[-1] for name in names) for code, names in money().currencies.items()}


@cache
def _names() -> frozenset[str]:
    """All names of currencies that say whose they are."""
    return frozenset(name for names in money().currencies.values() for name in names if " " in name)


@cache
def _singulars() -> dict[str, str]:
    """The words that end names of currencies, and their plurals, each with its singular."""
    words = {word for some in _words().values() for word in some} | money().nameless
    return {form: singular(word) if singular(word) in words else word for word in words for form in (word, f"{word}s")}
