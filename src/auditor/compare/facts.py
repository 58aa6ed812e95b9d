"""Reference facts that carry a claim from one axis to another: an event, a term of office, a rate of exchange.

"A year and a half since the invasion" says nothing of a day until the reference knows the day of the invasion; "Foreign
Minister Kuleba" says something of a day because the reference knows when he held the office.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.codes import Floats, Numbers
from auditor.compare import topics
from auditor.compare.pairing import Through
from auditor.extract.people.titles import one_given_name
from auditor.model import Kind
from auditor.tables.columns import REFERENCE
from auditor.tables.schemas import cell

_SAME_PERSON = 90


@dataclass(frozen=True, slots=True)
class Projection:
    """A claim on another axis: the fact that carries it, and the interval it then stands for."""

    via: int
    low: float
    high: float
    axis: str = "day"


def projections(claims: pd.DataFrame, position: int, facts: pd.DataFrame, through: Through) -> list[Projection]:
    """What a claim stands for on another axis, once for each fact that carries it there.

    Args:
        claims: The claims table.
        position: The claim.
        facts: The rows of the claims table that come from the reference.
        through: The kind of fact.
    """
    return list(_THROUGH[through](claims, position, facts))


@dataclass(frozen=True, slots=True)
class Carried:
    """Pairs whose left claims stand on the right ones' axis: where they stand there, and the facts that carried them.

    Attributes:
        left_out: Left claims that no fact carries, with the reason.
    """

    left: Numbers
    right: Numbers
    via: Numbers
    low: Floats
    high: Floats
    axis: tuple[str, ...]
    left_out: tuple[tuple[tuple[int, ...], str], ...]

    def columns(self, kept: npt.NDArray[np.bool_]) -> dict[str, npt.NDArray[Any]]:
        """What the columns of the left claims of some pairs say there."""
        closed = np.zeros(int(kept.sum()), dtype=bool)
        axis = np.array(self.axis, dtype=object)[kept]
        ends = {"left_low": self.low[kept], "left_high": self.high[kept]}
        return {**ends, "left_axis": axis, "left_low_open": closed, "left_high_open": closed}


def carried(claims: pd.DataFrame, left: Numbers, right: Numbers, through: Through) -> Carried:
    """Carry each left claim to the right one's axis by the fact that brings it nearest.

    Args:
        claims: The claims table.
        left: Positions of the left claims.
        right: Positions of the right claims, one for each.
        through: The kind of fact.
    """
    known = claims[claims["origin"] == REFERENCE]
    found = {one: projections(claims, one, known, through) for one in dict.fromkeys(left.tolist())}
    lows, highs, axes = (claims[name].to_numpy() for name in ("low", "high", "axis"))
    rows: list[tuple[int, int, int, float, float]] = []
    there: list[str] = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        reached = [one for one in found[a] if one.axis == axes[b]]
        if reached:
            low, high = float(lows[b]), float(highs[b])
            there.append(str(axes[b]))
            best = min(reached, key=lambda one: (np.nan_to_num(max(low - one.high, one.low - high, 0.0)), one.via))
            rows.append((a, b, best.via, best.low, best.high))
    whole = np.array([row[:3] for row in rows], dtype=np.int64).reshape(-1, 3)
    ends = np.array([row[3:] for row in rows], dtype=float).reshape(-1, 2)
    missed = (one for one, of in found.items() if not of and _could_carry(claims, one, known, through))
    left_out = tuple(((one,), f"the reference has no {through} for it") for one in missed)
    return Carried(whole[:, 0], whole[:, 1], whole[:, 2], ends[:, 0], ends[:, 1], tuple(there), left_out)


def _could_carry(claims: pd.DataFrame, position: int, facts: pd.DataFrame, through: Through) -> bool:
    """Whether there are facts that a claim might have been carried by: of that kind, and of its office if it has one.

    Args:
        claims: The claims table.
        position: The claim.
        facts: The rows of the claims table that come from the reference.
        through: The kind of fact.
    """
    near = facts["kind"].to_numpy() == _KINDS[through]
    if through == "term":
        near &= facts["title"].to_numpy() == cell(claims, position, "title")
    return bool(near.any())


def _events(claims: pd.DataFrame, position: int, facts: pd.DataFrame) -> Iterator[Projection]:
    """The days on which "so long since the event" may have been written.

    The claim must use every word of one of the event's names; of two such events the one with the longer name is meant.
    """
    topic = cell(claims, position, "topic")
    if topic is None:
        return
    told = set(topics.words(topic))
    events = facts[facts["kind"] == "date"]
    named = [
        (
            max((len(words) for words in map(topics.words, names(name, other)) if told.issuperset(words)), default=0),
            via,
        )
        for via, name, other in zip(events.index, events["topic"], events["subject"], strict=True)
    ]
    most, via = max(named, key=lambda found: (found[0], -found[1]), default=(0, -1))
    if most:
        low, high = (cell(claims, via, end) + cell(claims, position, end) for end in ("low", "high"))
        yield Projection(int(via), low, high)


def _terms(claims: pd.DataFrame, position: int, facts: pd.DataFrame) -> Iterator[Projection]:
    """The days on which a person held the office that the claim names."""
    person, title, organisation = (cell(claims, position, name) for name in ("person", "title", "organisation"))
    in_office = (facts["kind"].to_numpy() == "role") & (facts["title"].to_numpy() == title)
    for via in facts.index[in_office].tolist():
        name, other, where, first, last = (
            cell(claims, via, name) for name in ("person", "subject", "organisation", "as_of_first", "as_of_last")
        )
        if organisation in (None, where) and any(same_person(person, one) for one in names(name, other)):
            yield Projection(via, first, last)


def _rates(claims: pd.DataFrame, position: int, facts: pd.DataFrame) -> Iterator[Projection]:
    """An amount in the other currency of each rate that held in the time the claim speaks of."""
    axis, first, last, low, high = (
        cell(claims, position, name) for name in ("axis", "as_of_first", "as_of_last", "low", "high")
    )
    rates = facts[(facts["kind"] == "quantity") & (facts["as_of_first"] <= last) & (facts["as_of_last"] >= first)]
    for via, base, quote, least, most in zip(
        rates.index, rates["per"], rates["axis"], rates["low"], rates["high"], strict=True
    ):
        if axis == base:
            yield Projection(int(via), low * least, high * most, quote)
        elif axis == quote:
            yield Projection(int(via), low / most, high / least, base)


_THROUGH = {"event": _events, "term": _terms, "rate": _rates}
_KINDS: dict[Through, Kind] = {"event": "date", "term": "role", "rate": "quantity"}


def names(name: str, others: str | None) -> list[str]:
    """The name of a fact, and its other names, which stand in the column of subjects."""
    return [name, *(others.split("; ") if others else [])]


def same_person(left: str, right: str) -> bool:
    """Whether two names can be of one person: the same surname, and no other first name or initial.

    >>> same_person("Umerov", "Rustem Umerov"), same_person("Boris Johnson", "Rachel Johnson")
    (True, False)
    >>> same_person("Abadi", "Haider al-Abadi"), same_person("Bill Nelson", "William Nelson")
    (True, True)
    """
    ours, theirs = topics.fold(left).replace(".", " ").split(), topics.fold(right).replace(".", " ").split()
    last, final = ([word.rpartition("-")[2] for word in words[-1:]] for words in (ours, theirs))
    if not (last and final) or fuzz.ratio(last[0], final[0]) < _SAME_PERSON:
        return False
    if len(ours) == 1 or len(theirs) == 1:
        return True
    return fuzz.ratio(ours[0], theirs[0]) >= _SAME_PERSON or one_given_name(ours[0], theirs[0])
