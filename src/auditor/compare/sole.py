"""Which figure is the only one that its source gives for a thing.

Where a source tells two tolls, or two prices, of one day, each is of something else, and none of them can be held
against another source's.
"""

import re
from collections import defaultdict

import numpy as np
import numpy.typing as npt
import pandas as pd

from auditor.compare import topics
from auditor.compare.codes import ascending

Flags = npt.NDArray[np.bool_]

_JOINED = re.compile(r"(?:,|\b(?:and|or|but|while))\s+(?:about|some|only|just)?\s*$")
_OF = ("source", "kind", "axis")
_SLOT = ("kind", "source", "axis", "per")
_TIME = ("kind", "as_of_first", "as_of_last")
_SENTENCE = ("kind", "source", "axis", "per", "field", "sentence_start")
_LOOKED_AT = [*dict.fromkeys((*_SLOT, *_TIME, *_SENTENCE, "topic", "start", "before", "low", "high"))]


def flags(claims: pd.DataFrame, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]) -> dict[str, Flags]:
    """For each pair whether its left claim stands alone in its source (``left_sole``), and its right one.

    A claim that no topic is known of does not, nor one with such a claim behind it in its sentence ("70% in the old
    town and 58% elsewhere"), nor one that is not there.
    """
    paired = ascending(left, right)
    is_near = np.logical_and.reduce([claims[name].isin(set(claims[name].to_numpy()[paired])) for name in _OF])
    near = claims.loc[is_near, _LOOKED_AT]
    times = [
        None if kind == "date" else time  # the time that a date speaks of is its value
        for kind, *time in zip(*(near[name].tolist() for name in _TIME), strict=True)
    ]
    slots = [
        (*map(str, known), topics.key(topic)) if topic else None
        for *known, topic in zip(*(near[name].tolist() for name in _SLOT), times, near["topic"].tolist(), strict=True)
    ]
    sentences = list(zip(*(near[name].tolist() for name in _SENTENCE), strict=True))
    starts = near["start"].tolist()
    rows = zip(sentences, slots, starts, near["before"].tolist(), strict=True)
    last = {where: start for where, slot, start, before in rows if slot is None and _JOINED.search(before or "")}
    values: defaultdict[tuple[str, ...] | None, set[tuple[float, float]]] = defaultdict(set)
    for slot, low, high in zip(slots, near["low"].tolist(), near["high"].tolist(), strict=True):
        values[slot].add((low, high))
    sole = np.zeros(len(claims) + 1, dtype=bool)  # the last place is that of no claim, -1
    sole[near.index] = [
        slot is not None and len(values[slot]) == 1 and last.get(where, -1) < start
        for slot, where, start in zip(slots, sentences, starts, strict=True)
    ]
    return {"left_sole": sole[left], "right_sole": sole[right]}
