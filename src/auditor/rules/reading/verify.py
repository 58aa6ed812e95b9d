"""What a rule file means beyond its shape: every column, check, relation, option and placeholder must exist and fit.

It works on what was written, so that these mistakes are told together with those of the shape; what has not even the
right shape is passed over here.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from pydantic import ValidationError

from auditor.errors import nearest
from auditor.rules import messages
from auditor.rules.model import Compare
from auditor.rules.reading import reach
from auditor.rules.reading.checks import Condition, Location, Report
from auditor.rules.reading.columns import columns
from auditor.rules.reading.conditions import of_table
from auditor.rules.relations import RELATIONS, Relation
from auditor.yamlfile.nodes import Plain

Raw = Mapping[str, Plain]
Conditions = tuple[Condition, ...]

_BELONGS: dict[str, tuple[Compare, ...]] = {
    "where": ("claims", "sources", "series"),
    "left": ("pairs",),
    "right": ("pairs",),
    "pair": ("pairs", "series"),
    "when": ("pairs", "series"),
    "unless": ("pairs", "series"),
}
"""Keys that only some tables have a use for."""
_INSTEAD: dict[tuple[str, Compare], str] = {
    ("where", "pairs"): "left",
    **dict.fromkeys((("left", "claims"), ("left", "sources"), ("left", "series"), ("when", "claims")), "where"),
}
"""What is written for such a key where it has no use."""


def verify(raw: Plain) -> list[tuple[Location, str]]:
    """Every mistake in what a rule file says, with the keys that lead to it."""
    found: list[tuple[Location, str]] = []
    compare = _table(raw)
    if compare is None or not isinstance(raw, dict):
        return found

    def report(place: Location, message: str) -> None:
        found.append((place, message))

    for verifier in (_keys, _pair, _message):
        verifier(raw, compare, report)
    asked = {**_selections(raw, compare, report), "must": _must(raw, compare, report)}
    found += reach.mistakes(raw, compare, asked)
    return [*dict.fromkeys(found)]


def _table(raw: Plain) -> Compare | None:
    """The table that the rule works on, if it says so."""
    written = raw.get("compare") if isinstance(raw, dict) else None
    return next((table for table in get_args(Compare) if table == written), None)


def _below(place: Location, report: Report) -> Report:
    return lambda more, message: report((*place, *more), message)


def _keys(raw: Raw, compare: Compare, report: Report) -> None:
    misplaced = [key for key, belongs in _BELONGS.items() if key in raw and compare not in belongs]
    for key in misplaced:
        told = f"`{key}` has no use where `compare` is {compare}; it goes with {' and '.join(_BELONGS[key])}"
        instead = _INSTEAD.get((key, compare))
        report((key,), f"{told}; write `{instead}`" if instead and instead not in raw else told)
    if compare == "pairs" and "left" not in raw and "where" not in misplaced:
        report((), "key `left` is missing: which claims are the first ones of the pairs")


def _selections(raw: Raw, compare: Compare, report: Report) -> dict[str, Conditions]:
    """Verify the selections, and say what those ask that stand at a key of their own."""
    asked: dict[str, Conditions] = {}
    for place, selection in _written_selections(raw, compare):
        table: Compare = "claims" if place[0] in {"left", "right"} or compare == "claims" else compare
        if place[0] == "where" and compare == "series":
            table = "claims"
        conditions = of_table(selection, table, _below(place, report))
        if len(place) == 1:
            asked[str(place[0])] = conditions
    return asked


def _written_selections(raw: Raw, compare: Compare) -> Iterator[tuple[Location, Raw]]:
    for key in ("where", "left", "right", "when"):
        selection = raw.get(key)
        if isinstance(selection, dict) and compare in _BELONGS[key]:
            yield (key,), selection
    exempt = raw.get("unless")
    for index, selection in enumerate(exempt if isinstance(exempt, list) else []):
        if isinstance(selection, dict):
            yield ("unless", index), selection


def _pair(raw: Raw, compare: Compare, report: Report) -> None:
    pair = raw.get("pair")
    if not isinstance(pair, dict):
        return
    for key in ("same", "equal", "agree", "differ"):
        names = pair.get(key)
        for index, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in columns("claims"):
                report(("pair", key, index), f"unknown column `{name}`{nearest(name, columns('claims'))}")
    if pair.get("within") == "reference":
        _with_reference(raw, pair, report)
    if pair.get("through") and pair.get("need", "every") != "every":
        report(
            ("pair", "need"), "`need` does not go with `through`, which takes the fact that brings the claims nearest"
        )
    if pair.get("between") and pair.get("within") != "sentence":
        report(("pair", "between"), "`between` needs `within: sentence`")
    if compare == "series":
        for key in {"through", "need", "between", "equal", "agree", "differ"} & {*pair}:
            report(("pair", key), f"`{key}` has no use in a series")


def _with_reference(raw: Raw, pair: Raw, report: Report) -> None:
    """What makes no sense where the right claims are facts."""
    if "right" not in raw:
        report(("pair", "within"), "`within: reference` needs `right`: which facts, such as `right: {kind: role}`")
    for key in {"through", "context"} & {*pair}:
        report(("pair", key), f"`{key}` does not go with `within: reference`, which compares with the fact itself")


def _must(raw: Raw, compare: Compare, report: Report) -> Conditions:
    """Verify what has to hold, and say what that asks of columns."""
    asked: list[Condition] = []
    must = raw.get("must")
    if not isinstance(must, dict):
        return ()
    known = {name: relation for name, relation in RELATIONS.items() if relation.over == compare}
    for name, wanted in must.items():
        if name in known:
            _options(known[name], wanted, _below(("must", name), report))
        elif name in columns(compare):
            asked += of_table({name: wanted}, compare, _below(("must",), report))
        else:
            report(("must", name), _unknown(name, compare, known))
    return tuple(asked)


def _unknown(name: str, compare: Compare, known: Collection[str]) -> str:
    """What is wrong with a name in a must that is none."""
    if name in RELATIONS:
        return f"`{name}` is a relation of {RELATIONS[name].over}, not of {compare}"
    if known and (hint := nearest(name, known)):
        return f"unknown relation `{name}`{hint}"
    if hint := nearest(name, columns(compare)):
        return f"unknown column `{name}`{hint}"
    if hint := nearest(name, RELATIONS):
        return f"unknown relation `{name}`{hint} That is one of {RELATIONS[hint.split('`')[1]].over}, not of {compare}"
    if not known:
        return f"unknown column `{name}`"
    return f"unknown relation or column `{name}`; relations are {', '.join(sorted(known))}"


def _options(relation: Relation, written: Plain, report: Report) -> None:
    if written is not None and not isinstance(written, dict):
        known = [*relation.options.model_fields]
        such = f", such as `{{{known[0]}: {written}}}`" if known else f", and has none; write `{relation.name}: {{}}`"
        report((), f"`{relation.name}` takes options by name{such}")
        return
    try:
        relation.options.model_validate(written or {})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            key = str(detail["loc"][0])
            said = detail["msg"].replace("Input should be", "must be").replace("a valid", "a").partition(", unable")[0]
            message = f"`{key}`: {said}, not `{detail['input']}`"
            if detail["type"] == "extra_forbidden":
                message = f"unknown option `{key}`{nearest(key, relation.options.model_fields)}"
            report((key,), message)


def _message(raw: Raw, compare: Compare, report: Report) -> None:
    message = raw.get("message")
    if not isinstance(message, str):
        return
    for problem in messages.problems(message, compare):
        report(("message",), problem)
    pair = raw.get("pair")
    told = pair if isinstance(pair, dict) else {}
    if "{via." in message and not told.get("through"):
        report(("message",), "`{via.…}` needs `pair: {through: …}`")
    if "{parts." in message and told.get("need") in {None, "every", "some"}:
        report(("message",), "`{parts.…}` needs `pair: {need: together}`, `growth`, `share` or `difference`")
