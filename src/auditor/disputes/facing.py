"""What different texts of a story tell of one thing, two by two."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def facing(told: Sequence[tuple[int, T]], most: int) -> Iterator[tuple[tuple[int, T], tuple[int, T]]]:
    """Each of what is told of one thing, with those of the next ones that another text tells.

    Args:
        told: What is told, each with the number of its text.
        most: How many of the next ones there are at most, in a story of very many.
    """
    for place, one in enumerate(told):
        yield from ((one, other) for other in told[place + 1 : place + 1 + most] if one[0] != other[0])
