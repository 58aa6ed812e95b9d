"""How two claims become a pair: the declarative part of a comparison, as a rule writes it."""

from dataclasses import dataclass
from typing import Literal

Within = Literal["sentence", "source", "story", "sources", "reference"]
Through = Literal["event", "term", "rate"]
Need = Literal["every", "some", "together", "growth", "share"]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which claims of a left and a right selection are candidates for comparison.

    Attributes:
        within: Both stand in one sentence, one source, one story, or two different sources of a story; or the right
            one is a fact of the reference.
        same: Columns of the claims table that must be known and equal on both sides.
        alike: The least likeness of their topics, 0 to 100; None compares whatever the topics.
        context: The least share of the shorter one's surrounding words that the other one has too, 0 to 100; None
            compares whatever the words around them.
        own: How many of their own words (:mod:`auditor.compare.around.own`) the two must share at least; None compares
            whatever these are.
        retold: How much of what stands near the two must be the same told twice, at least
            (:mod:`auditor.compare.around.retold`); None compares whatever stands there.
        verbatim: How many words next to the two must be the same word for word, at least
            (:mod:`auditor.compare.around.verbatim`); None compares whatever stands there.
        between: Words of which one must stand between the two in their sentence, the left claim first.
        through: The kind of reference fact that projects the left claim on the right one's axis.
        need: Whether every pair must satisfy the rule, or each left claim needs some right claim that does, or the
            right claims of each left claim are taken together, as their sum, as the growth from one to the other, or as
            the share of one in the other.
    """

    within: Within = "story"
    same: tuple[str, ...] = ()
    alike: float | None = None
    context: float | None = None
    own: int | None = None
    retold: float | None = None
    verbatim: float | None = None
    between: tuple[str, ...] = ()
    through: Through | None = None
    need: Need = "every"
