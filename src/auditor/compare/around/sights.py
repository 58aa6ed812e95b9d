"""What is seen beside claims, looked at once for all tables of pairs, and compared once for equal pairs of sights."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

import numpy as np
import pandas as pd

from auditor.codes import Floats, Numbers, ascending

T = TypeVar("T", bound=Hashable)


class Sights(Generic[T]):
    """What is seen beside each claim of a table; equal sights are kept once."""

    def __init__(
        self,
        count: int,
        look: Callable[[Numbers], Iterable[T]],
        measure: Callable[[T, T], tuple[float, ...]],
        names: tuple[str, ...],
    ) -> None:
        """Begin with nothing seen.

        Args:
            count: How many claims there are.
            look: Gets the positions of claims, each once, and says in their order what is seen beside them.
            measure: How far two sights agree.
            names: The columns of a pairs table that this goes into.
        """
        self._look, self._measure, self._names = look, measure, names
        self._of = np.full(count, -1, dtype=np.int64)
        self._number: dict[T, int] = {}
        self._listed: list[T] = []

    def at(self, positions: Numbers) -> list[T]:
        """What is seen beside some claims, each given once."""
        return [self._listed[number] for number in self._numbers(positions).tolist()]

    def scores(self, left: Numbers, right: Numbers) -> dict[str, Floats]:
        """How far the sights of each pair of claims agree, by column; NaN where there is no right claim."""
        self._numbers(ascending(left, right[right >= 0]))
        count, seen, unknown = len(self._listed), self._listed, (np.nan,) * len(self._names)
        place, both = pd.factorize(np.where(right < 0, -1, self._of[left] * count + self._of[right]))
        pairs = ((seen[code // count], seen[code % count]) if code >= 0 else None for code in both.tolist())
        rows = [unknown if pair is None else self._measure(*pair) for pair in pairs]
        table = np.array(rows, dtype=float).reshape(-1, len(self._names))[place]
        return {name: table[:, column] for column, name in enumerate(self._names)}

    def _numbers(self, positions: Numbers) -> Numbers:
        fresh = positions[self._of[positions] < 0]
        if len(fresh):
            self._of[fresh] = [self._number.setdefault(sight, len(self._number)) for sight in self._look(fresh)]
            self._listed = list(self._number)
        return self._of[positions]


def in_sentences(claims: pd.DataFrame, see: Callable[[str, int, int], T]) -> Callable[[Numbers], Iterator[T]]:
    """What looks at the sentences of claims; ``see`` gets a sentence, and where the claim begins and ends in it."""

    def look(positions: Numbers) -> Iterator[T]:
        names = ("sentence", "sentence_start", "start", "end")
        columns = (claims[name].to_numpy()[positions].tolist() for name in names)
        for sentence, offset, start, end in zip(*columns, strict=True):
            yield see(sentence or "", start - offset, end - offset)

    return look
