"""Which claim to correct: the smallest set of claims whose correction would clear findings that share claims.

A set of claims that touches every finding of a group is a hitting set; the smallest is what an editor should look at
first. Where two sets are equally small, nothing tells them apart and none is named. Of two values in one finding the
one that fewer independent witnesses state is suspect; equally many are a tie, and none is.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

import numpy as np

from auditor.compare.blocking.groups import tied
from auditor.extract.quantity.units import base_unit
from auditor.model import Claim, Extent, Finding, Suspect
from auditor.tables.values import iso

_CONFLICTS = ("contradiction", "impossible")
_MOST = 3
"""The most claims that are named together; more is no hint any more."""


def name_suspects(findings: list[Finding]) -> list[Finding]:
    """Give findings their suspects, in place: what they share, or else what fewer independent witnesses state."""
    conflicts = [finding for finding in findings if finding.verdict in _CONFLICTS]
    for group in _groups(conflicts):
        owned = [_own(finding) for finding in group]
        for claim in _smallest(owned):
            touched = [finding for finding, own in zip(group, owned, strict=True) if claim in own]
            if len(touched) > 1:
                suspect = _suspect(touched, claim)
                for finding in touched:
                    finding.suspect = suspect
    for finding in conflicts:
        finding.suspect = finding.suspect or _outnumbered(finding)
    return findings


def _outnumbered(finding: Finding) -> Suspect | None:
    """The one claim of a value that fewer independent witnesses state than another; None where they are tied."""
    if len(finding.witnesses) != 2:  # noqa: PLR2004 - of three values none is the other
        return None
    more, fewer = finding.witnesses
    if more.independent == fewer.independent or len(fewer.claims) > 1:
        return None
    suspect = _suspect([finding], fewer.claims[0])
    evidence = f"{more.value} stands in {more.sources} sources, {more.independent} of them independent"
    return replace(suspect, evidence=(evidence, *suspect.evidence[:1]))


def _own(finding: Finding) -> frozenset[str]:
    """The ids of the claims that were compared: neither reference facts, nor claims that are there to back one side."""
    compared, everyone = {extent.claim for extent in finding.compared}, {claim.id for claim in finding.claims}
    known = compared if len(compared) > 1 else everyone
    return frozenset(claim.id for claim in finding.claims if not claim.is_fact and claim.id in known)


def _groups(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings that hang together by shared claims, two or more."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        for claim in _own(finding):
            holders[claim].append(index)
    ties = [(first, other) for first, *others in holders.values() for other in others]
    for group in tied(*np.array(ties, dtype=np.int64).reshape(-1, 2).T):
        yield [findings[index] for index in group]


def _smallest(owned: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """The one smallest set of claims that touches every finding; empty where there are two, or none small enough."""
    counts = Counter(chain.from_iterable(owned))
    shared = [frozenset(claim for claim in own if counts[claim] > 1) for own in owned]
    for size in range(1, _MOST + 1):
        found: set[frozenset[str]] = set()
        for hitting in _hitting(shared, size):
            found.add(hitting)
            if len(found) > 1:
                return ()
        if found:
            return tuple(sorted(found.pop()))
    return ()


def _hitting(owned: Sequence[frozenset[str]], size: int) -> Iterator[frozenset[str]]:
    """The sets of so many claims that touch every finding, where no smaller ones do; some come several times."""
    if size == 1:
        yield from (frozenset([claim]) for claim in frozenset.intersection(*owned))
        return
    for claim in min(owned, key=len):
        untouched = [own for own in owned if claim not in own]
        yield from (rest | {claim} for rest in _hitting(untouched, size - 1))


def _suspect(findings: Sequence[Finding], chosen: str) -> Suspect:
    claim = next(claim for finding in findings for claim in finding.claims if claim.id == chosen)
    axis = next((extent.axis for finding in findings for extent in finding.compared if extent.claim == chosen), None)
    others = list(
        dict.fromkeys(
            extent
            for finding in findings
            for extent in finding.compared
            if extent.claim != chosen and extent.axis == axis and not math.isnan(extent.low + extent.high)
        )
    )
    texts = {claim.id: claim for finding in findings for claim in finding.claims}
    return Suspect(
        claims=(chosen,),
        source=claim.source,
        text=claim.text,
        supported=_meet(others),
        findings=len(findings),
        evidence=tuple(_line(texts[extent.claim], extent) for extent in others if extent.claim in texts),
        unit=None if axis == "day" else (claim.unit and base_unit(claim.unit)) or claim.unit,
    )


def _meet(extents: Iterable[Extent]) -> tuple[str, str] | None:
    """What all extents allow, written as a value; None where they leave nothing, or no bound on either side."""
    known = list(extents)
    if not known:
        return None
    low, high = max(extent.low for extent in known), min(extent.high for extent in known)
    if low > high or math.isinf(low) or math.isinf(high):
        return None
    return written(low, known[0].axis), written(high, known[0].axis)


def _line(claim: Claim, extent: Extent) -> str:
    low, high = written(extent.low, extent.axis), written(extent.high, extent.axis)
    if low == high and extent.axis != "day":
        return f"“{claim.text}”"
    return f"“{claim.text}” allows {low}" if low == high else f"“{claim.text}” allows {low} to {high}"


def written(number: float, axis: str) -> str:
    """A number of an axis as a value is written: an ISO day, or a plain decimal."""
    if math.isinf(number):
        return "any"
    if axis == "day":
        return iso(number)
    return f"{Decimal(repr(float(number))).normalize():f}"
