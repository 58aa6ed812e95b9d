"""Many spans of one text in little memory."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from auditor.model import Span


class Spans:
    """Spans in the order of a text, not overlapping; eight bytes each.

    Attributes:
        starts: Where each begins.
        ends: Where each ends.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Begin with some spans."""
        self.starts, self.ends = array("I"), array("I")
        for start, end in spans:
            self.append(start, end)

    def append(self, start: int, end: int) -> None:
        """Add one that stands behind all others."""
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        """One of them."""
        return self.starts[index], self.ends[index]

    def __iter__(self) -> Iterator[Span]:
        """All of them, in order."""
        return zip(self.starts, self.ends, strict=True)

    def last(self, position: int) -> int:
        """Which is the last that begins at a position or before it; -1 if none does.

        >>> Spans([(0, 3), (5, 9)]).last(5), Spans([(2, 3)]).last(1)
        (1, -1)
        """
        return bisect_right(self.starts, position) - 1
