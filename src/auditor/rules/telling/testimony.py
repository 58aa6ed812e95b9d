"""Who states which of the values that a finding is about, and how many of them are independent witnesses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from auditor.model import Witnesses
from auditor.rules.telling.statements import Statements
from auditor.wording.words import several

_MOST = 4
"""Of so many values it is told who states them."""


def heard(positions: Iterable[int], said: Statements) -> list[Witnesses]:
    """The values of some claims with their witnesses, those with most first.

    Two claims have one witness if their texts are nearly identical.
    """
    by_value: defaultdict[str, list[int]] = defaultdict(list)
    claims, witness_of = said.claims, said.witness_of
    for position in positions:
        if not claims[position].is_fact:
            by_value[said.written(position)].append(position)
    found = [
        Witnesses(
            value,
            len({claims[position].source for position in some}),
            len({witness_of[position] for position in some}),
            tuple(claims[position].id for position in some),
        )
        for value, some in by_value.items()
    ]
    return sorted(found, key=lambda one: (-one.independent, -one.sources, one.value))


def told(witnesses: Sequence[Witnesses]) -> list[str]:
    """One line for each value, if any has more than one source, and whether they are tied."""
    if len(witnesses) < 2 or all(one.sources == 1 for one in witnesses):  # noqa: PLR2004 - one value is no dispute
        return []
    lines = [f"{one.value} stands in {_sources(one)}" for one in witnesses[:_MOST]]
    if witnesses[0].independent == witnesses[1].independent:
        lines.append("the values have as many independent witnesses, so that these do not tell which is right")
    return lines


def _sources(one: Witnesses) -> str:
    number = several(one.sources, "source")
    if one.independent == one.sources:
        return number
    return (
        f"{number} with nearly one text" if one.independent == 1 else f"{number}, {one.independent} of them independent"
    )
