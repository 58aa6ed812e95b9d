"""How two claims become a pair: the declarative part of a comparison, as a rule writes it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from auditor.yamlfile import Strict

Within = Literal["sentence", "source", "story", "sources", "reference"]
Through = Literal["event", "term", "rate"]
Need = Literal["every", "some", "together", "growth", "share", "difference"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class Pairing(Strict):
    """Which claims of a left and a right selection are candidates for comparison.

    Attributes:
        within: Where the two stand: in one sentence, one source, one story, in two sources of a story; or the right one
            is a fact of the reference.
        same: Columns that must be known and equal on both sides.
        alike: How alike the topics must be at least, 0 to 100.
        context: How much of the words around the one must stand around the other too, 0 to 100.
        own: How many words near both must stand near no other figure of the axis in either source.
        retold: How much of what stands near the two must be the same told twice: the words that both have, or of which
            the other has a relative, each weighed by how rare it is in its source.
        verbatim: How many words next to the two, before the one and the other and behind them, must be the same word
            for word; one without content counts half.
        between: Words of which one must stand between the two in their sentence, the left claim first.
        through: A fact that carries the left claim to the right one's axis: event, term or rate.
        need: Every pair must satisfy the rule; or each left claim needs some right claim that does; or the right
            claims of each left claim are taken together, as one with the sum of their values, as the growth from the
            one to the other, as the share in per cent of the one in the other, or as their difference.
    """

    within: Within = "story"
    same: tuple[str, ...] = ()
    alike: float | None = Field(default=None, ge=0, le=100)
    context: float | None = Field(default=None, ge=0, le=100)
    own: int | None = Field(default=None, ge=1)
    retold: float | None = Field(default=None, gt=0)
    verbatim: float | None = Field(default=None, ge=3)
    between: tuple[Words, ...] = ()
    through: Through | None = None
    need: Need = "every"
