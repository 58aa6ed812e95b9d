"""What the claims of some stories say, in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

import numpy as np
import pandas as pd

from auditor.digests.numbers.nearest import own
from auditor.disputes import parties
from auditor.model import Claim, Quotation, Value
from auditor.rules.relations import words
from auditor.rules.running.prepared import Prepared
from auditor.rules.telling import sides
from auditor.rules.telling.about import Placed, about, figure, topic
from auditor.states import state
from auditor.wording.names import names
from auditor.wording.values import as_written


class Statements:
    """Claims, each put into words once, however many findings repeat it.

    Attributes:
        claims: The claims.
        witness_of: The witness that each claim's source is.
        line: What the claim at a position stands for, where its words do not say so; and whether rounding decides.
        name: How editors know a source, by its id: by its publisher, with the day if that has several.
        extent: Likewise, as an interval that can be compared.
        written: Its value, in one manner for all sources.
        state: Its value, in a form that no rewording changes.
    """

    def __init__(self, claims: Sequence[Claim], table: Prepared, sources: pd.DataFrame) -> None:
        """Begin with nothing said.

        Args:
            claims: The claims.
            table: The same as a claims table.
            sources: The sources table.
        """
        self.claims = claims
        self.witness_of: Sequence[str | None] = table.values("witness").tolist()
        self._table = table
        columns = (sources[column].tolist() for column in ("id", "story", "publisher", "published"))
        self._names = names(zip(*columns, strict=True))
        self.line = cache(lambda position, bounded, name: sides.line(claims[position], name, bounded=bounded))
        self.extent = cache(lambda position: sides.extent(claims[position], table.row(position)))
        self.written = cache(lambda position: as_written(claims[position]))
        self.state = cache(lambda position: state([claims[position]])[0])

    def name(self, claim: Claim) -> str:
        """How editors know the source of a claim."""
        return self._names.get(claim.source, claim.source)

    def told(self, roles: Mapping[str, int]) -> dict[str, str | None]:
        """What placeholders tell of some claims that the claims do not tell by themselves.

        Args:
            roles: The positions of the claims, by the root of their placeholders.
        """
        placed = {root: self._placed(position) for root, position in roles.items()}
        found: dict[str, str | None] = {}
        for root, one in placed.items():
            found |= {
                f"{root}.source": self.name(one.claim),
                f"{root}.figure": figure(one),
                f"{root}.about": topic(one),
            }
        if "claim" in placed:
            found["claim.own"] = self._own(roles["claim"])
        if "first" in placed:
            found["series.about"] = found["first.about"]
        if {"left", "right"} <= placed.keys():
            found |= _quoted(placed["left"].claim.value, placed["right"].claim.value)
            found["pair.about"] = about(placed["left"], placed["right"])
            stage = self._table.values("stage")[roles["left"]]
            found["pair.deed"] = stage and parties.past(stage)
        return found

    def _own(self, position: int) -> str:
        """What the article has where its headline has a claim: ``says 14 villages``, or ``nowhere does``."""
        claim = self.claims[position]
        below = [place for place in self._of_source[claim.source] if self.claims[place].zone != "headline"]
        other = own(claim, [self.claims[place] for place in below]) if claim.zone == "headline" else None
        if other is None:
            return "nowhere does"
        return f"says {figure(self._placed(next(place for place in below if self.claims[place] is other)))}"

    def same_day(self, position: int) -> list[int]:
        """The claims of other sources of the story that name a weekday and stand for the day of a claim."""
        kind, low, high, weekday = map(self._table.values, ("kind", "low", "high", "weekday"))
        old = self.claims[position]
        same = (kind == "date") & (low == low[position]) & (high == low[position])
        return [
            one
            for one in np.flatnonzero(same).tolist()
            if self.claims[one].story == old.story
            and self.claims[one].source != old.source
            and weekday[one][:3] in self.claims[one].text.lower()
        ]

    def restated(self, position: int) -> list[int]:
        """The claims that put another value in the place of one that a correction takes back; none of any other claim.

        It is the nearest on the axis that the notice's paragraph leaves in force, and whoever repeats it in the source.
        """
        retired, axis, low, high = map(self._table.values, ("retired", "axis", "low", "high"))
        if not retired[position] or axis[position] is None:
            return []
        old = self.claims[position]
        first, last = (self._table.values(name)[position] for name in ("sentence_start", "sentence_end"))
        rest = [one for one in self._of_source[old.source] if axis[one] == axis[position] and not retired[one]]
        beside = [one for one in rest if self.claims[one].field == old.field and first <= self.claims[one].start < last]
        if not beside:
            return []
        new = min(beside, key=lambda one: abs(self.claims[one].start - old.start))
        return [
            one
            for one in rest
            if (low[one], high[one]) == (low[new], high[new])
            and (one == new or self.claims[one].counted == self.claims[new].counted or not self.claims[new].counted)
        ]

    @cached_property
    def _of_source(self) -> dict[str, list[int]]:
        """The positions of the claims of each source."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for position, claim in enumerate(self.claims):
            found[claim.source].append(position)
        return found

    def _placed(self, position: int) -> Placed:
        """A claim in its sentence."""
        claim, sentence = self.claims[position], self._table.values("sentence")[position]
        first = claim.place[0]
        return Placed(claim, sentence or "", claim.start - first, claim.end - first)


def _quoted(left: Value, right: Value) -> dict[str, str | None]:
    """The words of two quotations, where they differ if they are long."""
    if not (isinstance(left, Quotation) and isinstance(right, Quotation)):
        return {}
    return dict(zip(("left.words", "right.words"), words.apart(left.words, right.words), strict=True))
