"""The pairs table: one row two claims that a rule may compare."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz

from auditor.compare import contexts, facts, topics
from auditor.compare.candidates import Positions, candidates, likeness
from auditor.compare.pairing import Pairing
from auditor.tables import PAIRS, REFERENCE

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison made.

    Attributes:
        table: The pairs or the series.
        left_out: Positions of claims that could not be compared, each with the reason.
    """

    table: pd.DataFrame
    left_out: tuple[tuple[tuple[int, ...], str], ...] = ()


def pairs(claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing) -> Compared:
    """Pair the claims of two selections.

    Args:
        claims: The claims table of one story.
        left: Positions of the left selection.
        right: Positions of the right selection; may be the same.
        pairing: Which of them are candidates.

    Returns:
        A table with every column of the claims table twice, as ``left_…`` and ``right_…``, and those of
        :data:`auditor.tables.PAIR_OWN_COLUMNS`; where ``need`` is "some", also a row with ``right`` -1 for each left
        claim without a candidate.
    """
    lefts, rights = candidates(claims, left, right, pairing)
    via = np.full(len(lefts), -1, dtype=np.int64)
    low = high = None
    left_out: list[tuple[tuple[int, ...], str]] = []
    if pairing.through is not None:
        lefts, rights, via, low, high, left_out = _projected(claims, lefts, rights, pairing)
    if pairing.need == "some":
        alone = np.setdiff1d(left, lefts)
        lefts = np.concatenate([lefts, alone])
        rights = np.concatenate([rights, np.full(len(alone), -1, dtype=np.int64)])
        via = np.concatenate([via, np.full(len(alone), -1, dtype=np.int64)])
    table = _joined(claims, lefts, rights).assign(left=lefts, right=rights, via=via, **_scores(claims, lefts, rights))
    if low is not None and high is not None:
        day = pd.Series(["day"] * len(table), dtype=object)
        table = table.assign(left_low=low, left_high=high, left_axis=day, left_low_open=False, left_high_open=False)
    if pairing.alike is not None:
        table = table[(table["alike"] >= pairing.alike) | (table["right"] < 0)].reset_index(drop=True)
    if pairing.context is not None:
        table = table[(table["context_alike"] >= pairing.context) | (table["right"] < 0)].reset_index(drop=True)
    table = table.assign(aligned=_aligned(table), **_met(claims, table))
    return Compared(PAIRS.validate(table, lazy=True), tuple(left_out))


def _joined(claims: pd.DataFrame, left: Positions, right: Positions) -> pd.DataFrame:
    """Both claims of every pair side by side; the columns of a missing right claim are missing."""
    lefts = claims.take(left).set_axis([f"left_{name}" for name in claims.columns], axis=1)
    rights = claims.take(right).set_axis([f"right_{name}" for name in claims.columns], axis=1)
    absent = right < 0
    if absent.any():
        for dtype, missing in ((object, None), (float, np.nan), ("int64", -1), (bool, False)):
            rights.loc[absent, rights.columns[rights.dtypes == dtype]] = missing
    return pd.concat([lefts.reset_index(drop=True), rights.reset_index(drop=True)], axis=1)


def _scores(claims: pd.DataFrame, left: Positions, right: Positions) -> dict[str, npt.NDArray[np.generic]]:
    """How alike and how far apart the two claims of each pair are."""
    column = {name: claims[name].to_numpy() for name in ("kind", "topic", "subject", "speaker", "source")}
    first, last, published = (claims[name].to_numpy() for name in ("as_of_first", "as_of_last", "published"))

    def alike(name: str) -> Floats:
        return np.array(
            [_name_likeness(column[name][a], column[name][b]) if b >= 0 else np.nan for a, b in zip(left, right, strict=True)],
            dtype=float,
        )

    topic = [
        likeness(column["kind"][a], column["topic"][a], column["topic"][b])
        if b >= 0 and column["topic"][a] is not None and column["topic"][b] is not None
        else np.nan
        for a, b in zip(left, right, strict=True)
    ]
    absent = right < 0
    apart = np.maximum(np.maximum(first[left] - last[right], first[right] - last[left]), 0.0)
    return {
        "alike": np.array(topic, dtype=float),
        "subject_alike": alike("subject"),
        "speaker_alike": alike("speaker"),
        "days_apart": np.where(absent, np.nan, apart),
        "days_between": np.where(absent, np.nan, published[right] - published[left]),
        "same_source": (column["source"][left] == column["source"][right]) & ~absent,
        **contexts.scores(claims, left, right),
    }


def _met(claims: pd.DataFrame, table: pd.DataFrame) -> dict[str, npt.NDArray[np.bool_]]:
    """Whether each claim's value is stated on the same axis anywhere in the other one's source."""
    sources = set(table["left_source"]) | set(table["right_source"])
    near = claims[claims["source"].isin(sources) & claims["axis"].notna()]
    stated = {
        place: (group["low"].to_numpy(), group["high"].to_numpy())
        for place, group in near.groupby(["source", "axis"], sort=False)[["low", "high"]]
    }
    nothing = (np.empty(0), np.empty(0))

    def met(side: str, other: str) -> npt.NDArray[np.bool_]:
        columns = (table[name].to_numpy() for name in (f"{other}_source", f"{side}_axis", f"{side}_low", f"{side}_high"))
        rows = list(zip(*columns, strict=True))
        known = {row: _reaches(stated.get(row[:2], nothing), *row[2:]) for row in dict.fromkeys(rows)}
        return np.array([known[row] for row in rows], dtype=bool)

    return {"left_met": met("left", "right"), "right_met": met("right", "left")}


def _reaches(stated: tuple[Floats, Floats], low: float, high: float) -> bool:
    """Whether an interval has a value in common with one of others; open ends count as closed, to be on the safe side."""
    lows, highs = stated
    return bool(((lows <= high) & (highs >= low)).any())


def _aligned(table: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Where each claim of a pair is the one of its sentence that answers best to the other.

    Of claims that answer equally well, those are aligned that stand in the same order in both sentences.
    """
    aligned = np.array(table["right"] >= 0, dtype=bool)
    order = -(_order(table, "left") - _order(table, "right")).abs()
    rank = table["near_alike"].fillna(0) * 1000 + order
    for side, other in (("left", "right"), ("right", "left")):
        keys = [table[side], table[f"{other}_source"], table[f"{other}_field"], table[f"{other}_sentence_start"]]
        aligned &= (rank == rank.groupby(keys, dropna=False).transform("max")).to_numpy(dtype=bool)
    return aligned


def _order(table: pd.DataFrame, side: str) -> pd.Series:
    """Which of the paired claims of its sentence each claim is, from 1."""
    keys = [table[f"{side}_{name}"] for name in ("source", "field", "sentence_start")]
    return table[f"{side}_start"].groupby(keys, dropna=False).rank("dense")


def _name_likeness(left: str | None, right: str | None) -> float:
    """How alike two subjects or speakers are; part of a name is the whole name."""
    if left is None or right is None:
        return np.nan
    return fuzz.token_set_ratio(topics.key(left), topics.key(right))


def _projected(
    claims: pd.DataFrame, left: Positions, right: Positions, pairing: Pairing
) -> tuple[Positions, Positions, Positions, Floats, Floats, list[tuple[tuple[int, ...], str]]]:
    """Carry each left claim to the right one's axis by the fact that brings it nearest."""
    known = claims[claims["origin"] == REFERENCE]
    assert pairing.through is not None  # noqa: S101 - the caller asked
    found = {
        position: facts.projections(claims, position, known, pairing.through) for position in dict.fromkeys(left.tolist())
    }
    reason = f"the reference knows no {pairing.through} for it"
    left_out = [((position,), reason) for position, carried in found.items() if not carried]
    rows = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        if found[a]:
            low, high = claims.at[b, "low"], claims.at[b, "high"]
            best = min(found[a], key=lambda one: (np.nan_to_num(max(low - one.high, one.low - high, 0.0)), one.via))
            rows.append((a, b, best.via, best.low, best.high))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 5
    lefts, rights, via = (np.array(column, dtype=np.int64) for column in columns[:3])
    low_end, high_end = (np.array(column, dtype=float) for column in columns[3:])
    return lefts, rights, via, low_end, high_end, left_out
