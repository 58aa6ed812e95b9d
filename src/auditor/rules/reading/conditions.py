"""What a rule may ask of one column: checks under pandera's names, parsed from what a rule file says.

A condition is written ``column: value`` (equal), ``column: [a, b]`` (one of), ``column: null`` (missing) or
``column: {check: argument, …}`` (all of them). Instead of a value, a check takes another column of the row:
``{column: other, times: 1.1, plus: 30}``. A value that is missing satisfies only ``null``, ``present: false``, ``ne``,
``notin``, ``not_in_range`` and ``str_lacks``.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from auditor.errors import nearest
from auditor.rules.model import Compare
from auditor.rules.reading.arguments import argument_of, number, scalar
from auditor.rules.reading.checks import KINDS, LONG, SIGNS, Argument, Condition, Location, Other, Report, Scalar
from auditor.rules.reading.columns import Column, columns

_READ_BEFORE: dict[tuple[Compare, str], tuple[Condition, ...]] = {}
_MOST_KEPT = 20_000


def of_table(selection: Mapping[str, object], table: Compare, report: Report) -> tuple[Condition, ...]:
    """As :func:`parse`, by a table's name; what had no mistake is read once, for verifying and for compiling."""
    key = table, repr(selection)
    if key in _READ_BEFORE:
        return _READ_BEFORE[key]
    mistakes: list[tuple[Location, str]] = []
    found = parse(
        selection,
        columns(table),
        lambda place, message: mistakes.append((place, message)),
        meant=lambda name: elsewhere(name, table),
    )
    for place, message in mistakes:
        report(place, message)
    if not mistakes and len(_READ_BEFORE) < _MOST_KEPT:
        _READ_BEFORE[key] = found
    return found


def elsewhere(name: str, table: Compare) -> str:
    """What to do about a column that is one of another table, or of one side of a pair."""
    side = {"pairs": "left", "series": "first"}.get(table)
    if side and f"{side}_{name}" in columns(table):
        return f", did you mean `{side}_{name}`?"
    bare = name.partition("_")[2]
    if table == "claims" and bare in columns("claims") and f"left_{bare}" in columns("pairs"):
        return f", did you mean `{bare}`?"
    for other, place in (("pairs", "`when`, `unless` and `must`"), ("sources", "`compare: sources`")):
        if table == "claims" and name in columns(other):
            return f"; it is a column of {other}, for {place}"
    return ""


def parse(
    selection: Mapping[str, object],
    known: Mapping[str, Column],
    report: Report,
    *,
    meant: Callable[[str], str] = lambda _: "",
) -> tuple[Condition, ...]:
    """Read a selection, or what a must demands of columns.

    Args:
        selection: Conditions by column, as written.
        known: The columns of the table.
        report: Told of each mistake; what is mistaken is left out of the result.
        meant: What may be meant by a column that is none of these.
    """
    found: list[Condition] = []
    for name, raw in selection.items():
        column = known.get(name)
        if column is None:
            report((name,), f"unknown column `{name}`{meant(name) or nearest(name, known)}")
            continue
        conditions = list(_conditions(name, raw, known, report))
        if is_impossible(conditions, column):
            bounds = "; it is a likeness, 0 to 100" if column.score else ""
            report((name,), f"no value of `{name}` can satisfy this{bounds}")
        found += conditions
    return tuple(found)


def _conditions(name: str, raw: object, known: Mapping[str, Column], report: Report) -> Iterable[Condition]:
    """The conditions of one column."""
    if raw is None:
        yield Condition(name, "present", argument=False)
    elif isinstance(raw, Mapping):
        if not raw:
            report((name,), f"`{name}` has no check")
        for check, argument in raw.items():
            yield from _condition(name, str(check), argument, known, report)
    else:
        check = "isin" if isinstance(raw, list | tuple) else "eq"
        argument = argument_of(
            KINDS[check].takes, raw, known[name], lambda place, message: report((name, *place), message)
        )
        if argument is not None:
            yield Condition(name, check, argument)


def _condition(
    name: str, written: str, raw: object, known: Mapping[str, Column], report: Report
) -> Iterable[Condition]:
    """One check that is written by its name."""
    check, column = LONG.get(written, written), known[name]
    if check not in KINDS:
        report((name, written), f"unknown check `{written}`{_check_meant(written)}")
        return
    if column.type not in KINDS[check].types:
        report((name, written), f"`{written}` does not go with `{name}`, which holds a {column.type}")
        return

    def told(place: Location, message: str) -> None:
        report((name, written, *place), message)

    takes = KINDS[check].takes
    argument: Argument
    if takes == "column" and not isinstance(raw, Mapping):
        told((), f"`{written}` compares with another column, written `{{column: …}}`")
        return
    if isinstance(raw, Mapping) and takes in {"value", "number", "column"}:
        argument = _other(raw, name, known, told)
    else:
        argument = argument_of(takes, raw, column, told)
    if argument is not None:
        yield Condition(name, check, argument)


def _check_meant(written: str) -> str:
    """What somebody meant who wrote a check that there is not."""
    if written in SIGNS:
        return f"; write `{SIGNS[written]}`"
    if written.isdigit():
        return "; a number is written without commas, as 1000 or 1_000"
    return nearest(written, {*KINDS, *LONG})


def _other(raw: Mapping[str, object], name: str, known: Mapping[str, Column], report: Report) -> Other | None:
    """Another column that takes the place of a value; None (and a report) if it is none."""
    for key in {*raw} - {"column", "times", "plus"}:
        report(
            (key,),
            f"unknown key `{key}`{nearest(key, ('column', 'times', 'plus')) or '; a column is meant by `column`'}",
        )
        return None
    other = raw.get("column")
    if not isinstance(other, str) or other not in known:
        report(("column",) if "column" in raw else (), f"expected the name of a column{nearest(str(other), known)}")
        return None
    if other == name or known[other].type != known[name].type:
        why = "is the column itself" if other == name else f"holds a {known[other].type}, `{name}` a {known[name].type}"
        report(("column",), f"`{other}` {why}")
        return None
    return _scaled(raw, other, known[name], report)


def _scaled(raw: Mapping[str, object], other: str, column: Column, report: Report) -> Other | None:
    factors: dict[str, float] = {}
    for key in ("times", "plus"):
        if key not in raw:
            continue
        if column.type != "number":
            report((key,), f"`{key}` goes with numbers only")
            return None
        try:
            factors[key] = number(scalar(raw[key]))
        except ValueError as error:
            report((key,), str(error))
            return None
    return Other(other, **factors)


def is_impossible(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether no value satisfies all the conditions together."""
    return _no_number(conditions, column) or _no_word(conditions, column)


def _no_word(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether what is allowed is excluded, or nothing that the column may hold is left."""
    left: set[Scalar] | None = {*column.words, None} if column.words else None
    for condition in conditions:
        argument = condition.argument
        if isinstance(argument, Other):
            continue
        named = set(argument) if isinstance(argument, tuple) else {argument}
        if condition.check in {"eq", "isin"}:
            left = named if left is None else left & named
        elif condition.check in {"ne", "notin"} and left is not None:
            left -= named
        elif condition.check == "present":
            left = (
                {None} if not argument and left is None else left and {one for one in left if (one is None) != argument}
            )
    return left is not None and not left


def _no_number(conditions: Sequence[Condition], column: Column) -> bool:
    """Whether no number satisfies all the limits together."""
    low, high, open_ended = (0.0, 100.0, False) if column.score else (-math.inf, math.inf, False)
    for condition in conditions:
        argument = condition.argument
        if condition.check == "in_range" and isinstance(argument, tuple):
            low, high = max(low, float(argument[0] or 0)), min(high, float(argument[1] or 0))
        elif column.type == "number" and isinstance(argument, float):
            if condition.check in {"gt", "ge", "eq"}:
                low = max(low, argument)
            if condition.check in {"lt", "le", "eq"}:
                high = min(high, argument)
            open_ended |= condition.check in {"gt", "lt"}
    return low > high or (open_ended and low == high)
