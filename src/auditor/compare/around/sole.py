"""Which figure is the only one that its source gives for a thing.

Where a source tells two tolls, or two prices, of one day, each is of something else, and none of them can be held
against another source's.
"""

import numpy as np
import pandas as pd

from auditor.codes import Mask, Numbers, ascending, codes
from auditor.compare import topics
from auditor.language.phrases import pattern

_JOINED = pattern("mentions", "joined")
_SLOT = ("source", "axis", "per")
_TIME = ("as_of_first", "as_of_last")
_SENTENCE = (*_SLOT, "field", "sentence_start")
_VALUE = ("low", "high")


class Sole:
    """Which claims stand alone in their sources, looked at kind by kind when first asked for."""

    def __init__(self, claims: pd.DataFrame) -> None:
        """Begin with nothing looked at."""
        self._claims = claims
        self._kinds = claims["kind"].to_numpy()
        self._looked_at: set[str] = set()
        self._sole = np.zeros(len(claims) + 1, dtype=bool)  # the last place is that of no claim, -1

    def flags(self, left: Numbers, right: Numbers) -> dict[str, Mask]:
        """For each pair whether its left claim stands alone in its source (``left_sole``), and its right one.

        A claim that no topic is known of does not, nor one with such a claim behind it in its sentence ("70% in the old
        town and 58% elsewhere"), nor one that is not there.
        """
        for kind in sorted({*self._kinds[ascending(left, right[right >= 0])]} - self._looked_at):
            rows = np.flatnonzero(self._kinds == kind)
            self._sole[rows] = _alone(self._claims, rows, kind)
            self._looked_at.add(kind)
        return {"left_sole": self._sole[left], "right_sole": self._sole[right]}


def _alone(claims: pd.DataFrame, rows: Numbers, kind: str) -> Mask:
    """Which of some claims, all those of one kind, stand alone."""
    names = dict.fromkeys((*_SENTENCE, *_TIME, *_VALUE, "topic", "start", "before"))
    of = {name: claims[name].to_numpy()[rows] for name in names}
    keys = [topics.key(topic) if topic else None for topic in of["topic"].tolist()]
    about = np.array([*keys, None], dtype=object)[:-1]
    known = np.array([key is not None for key in keys], dtype=bool)
    time = () if kind == "date" else _TIME  # the time that a date speaks of is its value
    slot = codes(len(rows), (about, *(of[name] for name in (*_SLOT, *time))))
    value = codes(len(rows), (of[name] for name in _VALUE))
    unknown = np.isnan(of["low"]) | np.isnan(of["high"])
    value[unknown] = len(rows) + np.flatnonzero(unknown)  # what has no value has none in common with others
    several = np.bincount(ascending(slot * 2 * len(rows) + value) // (2 * len(rows)))
    sentence = codes(len(rows), (of[name] for name in _SENTENCE))
    joined = [row for row in np.flatnonzero(~known).tolist() if _JOINED.search(of["before"][row] or "")]
    last = np.full(len(rows), -1, dtype=np.int64)
    last[sentence[joined]] = of["start"][joined]
    return np.asarray(known & (several[slot] == 1) & (last[sentence] < of["start"]))
