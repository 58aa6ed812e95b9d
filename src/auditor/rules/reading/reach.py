"""Rules that could never fire although each of their keys is right: what one key wants, another rules out."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.rules.model import Compare
from auditor.rules.reading.checks import Condition, Location, Other
from auditor.rules.relations import RELATIONS
from auditor.yamlfile.nodes import Plain

Raw = Mapping[str, Plain]
Mistake = tuple[Location, str]

_INTERVALS = ("quantity", "date", "duration")
_HELD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("person", "surname", "given_name"), ("role", "name")),
    **dict.fromkeys(("title", "organisation"), ("role",)),
    **dict.fromkeys(("thing", "stage", "track", "stage_order"), ("status",)),
    "words": ("quotation",),
    "name": ("name",),
    **dict.fromkeys(("written", "weekday", "clue", "edge", "said"), ("date",)),
    **dict.fromkeys(("number", "counted", "unit", "dimension", "per", "change", "toll"), ("quantity", "duration")),
    **dict.fromkeys(("point", "low", "high", "axis"), _INTERVALS),
}
"""Which kinds of claims have a column at all; the other columns any kind may have."""
_CONTENT_WITH_NOTHING = frozenset({"ne", "notin", "not_in_range", "str_lacks"})
_SIDES: dict[str, Mapping[str, str]] = {
    "claims": {"": "where"},
    "pairs": {"left_": "left", "right_": "right"},
    "series": {"first_": "where"},
}
"""Which selection chose the claim that a column speaks of, by the table and how the column's name begins."""


def mistakes(raw: Raw, compare: Compare, asked: Mapping[str, Sequence[Condition]]) -> Iterator[Mistake]:
    """Each place at which a rule over claims wants what cannot be.

    Args:
        raw: The rule, as written.
        compare: The table that it works on.
        asked: What its selections, and its must, ask of columns; what is misspelt is left out.
    """
    if compare == "sources":
        return
    chosen = dict(asked) if "right" in asked else {**asked, "right": asked.get("left", ())}
    for key in ("where", "left", "right"):
        yield from _unheld((key,), asked.get(key, ()), "", _kinds(chosen.get(key, ())))
    must = asked.get("must", ())
    for start, selection in _SIDES[compare].items():
        of_side = chosen.get(selection, ())
        kinds = _kinds(of_side)
        yield from _unheld(("when",), asked.get("when", ()), start, kinds)
        yield from _unheld(("must",), must, start, kinds, must=True)
        yield from _granted(must, of_side, start)
        yield from _unrelated(raw, compare, start, kinds)
    yield from _paired(raw, compare, asked)
    yield from _apart(raw, compare, chosen)


def _kinds(conditions: Sequence[Condition]) -> frozenset[object]:
    """The kinds that a selection chooses; none if it does not say."""
    for one in conditions:
        if one.column == "kind" and one.check in {"eq", "isin"}:
            return frozenset(one.argument if isinstance(one.argument, tuple) else (one.argument,))
    return frozenset()


def _unheld(
    place: Location, conditions: Sequence[Condition], start: str, kinds: frozenset[object], *, must: bool = False
) -> Iterator[Mistake]:
    """Columns that no claim of the chosen kinds has; a must lets what is missing pass, unless it asks for it."""
    for one in conditions if kinds else ():
        held = _HELD.get(one.column.removeprefix(start)) if one.column.startswith(start) else None
        nothing_will_do = (one.check == "present") if must else (one.check in _CONTENT_WITH_NOTHING or _is_absent(one))
        if held and kinds.isdisjoint(held) and not nothing_will_do:
            told = " and ".join(sorted(map(str, kinds)))
            yield (
                (*place, one.column),
                f"a {told} has no `{one.column.removeprefix(start)}`; a {' or a '.join(held)} has",
            )


def _unrelated(raw: Raw, compare: Compare, start: str, kinds: frozenset[object]) -> Iterator[Mistake]:
    """Relations that need columns which no claim of the chosen kinds has; what a fact carries has those of the axis."""
    must, pair = raw.get("must"), raw.get("pair")
    if not isinstance(must, dict) or not kinds or (isinstance(pair, dict) and pair.get("through")):
        return
    for name in must:
        relation = RELATIONS.get(name)
        needed = relation.columns if relation and relation.over == compare else ()
        for column in needed:
            held = _HELD.get(column.removeprefix(start)) if start and column.startswith(start) else None
            if held and kinds.isdisjoint(held):
                told = " and ".join(sorted(map(str, kinds)))
                bare = column.removeprefix(start)
                yield ("must", name), f"`{name}` compares `{bare}`; a {told} has none, a {' or a '.join(held)} has"
                break


def _is_absent(one: Condition) -> bool:
    return one.check == "present" and one.argument is False


def _granted(must: Sequence[Condition], chosen: Sequence[Condition], start: str) -> Iterator[Mistake]:
    """What a must demands although the claims were chosen by it."""
    values = {start + one.column: _values(one) for one in chosen if one.check in {"eq", "isin"}}
    for one in must:
        left = values.get(one.column)
        if left and not isinstance(one.argument, Other) and _all_hold(one, left):
            yield ("must", one.column), f"always holds: {', '.join(map(str, left))} is all that was chosen"


def _values(one: Condition) -> tuple[object, ...]:
    return one.argument if isinstance(one.argument, tuple) else (one.argument,)


def _all_hold(one: Condition, left: tuple[object, ...]) -> bool:
    """Whether a check of words lets all of some values pass."""
    if one.check in {"eq", "isin"}:
        return {*left} <= {*_values(one)}
    if one.check in {"ne", "notin"}:
        return {*left}.isdisjoint(_values(one))
    return False


def _paired(raw: Raw, compare: Compare, asked: Mapping[str, Sequence[Condition]]) -> Iterator[Mistake]:
    """What the pairing has settled before the must is asked, and facts where none are compared."""
    pair = raw.get("pair")
    told = pair if isinstance(pair, dict) else {}
    same = told.get("same")
    for name in same if isinstance(same, list) else ():
        sides = {f"left_{name}", f"right_{name}"}
        for one in asked.get("must", ()):
            if one.check == "eq" and isinstance(one.argument, Other) and {one.column, one.argument.column} == sides:
                yield ("must", one.column), f"always holds: `pair: {{same: [{name}]}}` brings only those together"
    for key in ("where", "left", "right"):
        facts = any(one.column == "origin" and one.argument == "reference" for one in asked.get(key, ()))
        if facts and (compare != "pairs" or told.get("within") != "reference"):
            yield (key, "origin"), "no fact is among them; `pair: {within: reference}` compares claims with facts"


def _apart(raw: Raw, compare: Compare, chosen: Mapping[str, Sequence[Condition]]) -> Iterator[Mistake]:
    """What `pair` demands to be the same of claims that have no such column, or never the same in it."""
    pair = raw.get("pair")
    told = pair if isinstance(pair, dict) else {}
    sides = [chosen.get(key, ()) for key in _SIDES[compare].values()]
    settled = {"source": "same", "sources": "differ"}.get(str(told.get("within")))
    for key, index, name in _named(told):
        held, kinds = _HELD.get(name), [_kinds(side) for side in sides]
        unheld = next((some for some in kinds if held and some and some.isdisjoint(held)), None)
        if key == "same" and held and unheld is not None:
            yield ("pair", key, index), f"a {' and '.join(sorted(map(str, unheld)))} has no `{name}`"
        elif key == "same" and _share_none(name, sides):
            yield ("pair", key, index), f"no two claims can be the same in `{name}`: each side chooses others"
        elif key == "differ" and name in {found for other, _, found in _named(told) if other == "same"}:
            yield ("pair", key, index), f"no two claims can be the same in `{name}` and differ in it"
        elif name == "source" and settled and settled != key:
            yield ("pair", key, index), f"no two claims are so with `within: {told['within']}`"


def _named(pair: Mapping[str, Plain]) -> list[tuple[str, int, str]]:
    """The columns that a pairing wants to be the same or to differ, each with its place."""
    lists = ((key, pair.get(key)) for key in ("same", "differ"))
    return [
        (key, index, name)
        for key, names in lists
        for index, name in enumerate(names if isinstance(names, list) else [])
        if isinstance(name, str)
    ]


def _share_none(name: str, sides: Sequence[Sequence[Condition]]) -> bool:
    """Whether two sides choose other values of a column."""
    wanted = [
        {value for one in side if one.column == name and one.check in {"eq", "isin"} for value in _values(one)}
        for side in sides
    ]
    return len(wanted) > 1 and all(wanted) and set.isdisjoint(*wanted)
