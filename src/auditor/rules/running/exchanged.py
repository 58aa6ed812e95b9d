"""What exempts a pair, read the other way round: of two claims that one selection chose, it is chance which is left."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.rules.model import Rule
from auditor.rules.reading.checks import Argument, Condition, Other

Conditions = tuple[Condition, ...]

_OTHER_SIDE = {"left": "right", "right": "left"}
_REVERSED = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
_MUTUAL = frozenset({"eq", "ne", "same_person"})
"""Checks that say the same of two columns whichever is named first."""
_FROM_LEFT_TO_RIGHT = "days_between"


def is_mutual(rule: Rule) -> bool:
    """Whether a rule's two claims are chosen alike, so that neither is the left one for a reason."""
    is_one_selection = rule.compare == "pairs" and "right" not in rule.model_fields_set
    return is_one_selection and rule.pair.need == "every" and not rule.pair.between


def either_way(selections: Iterable[Conditions]) -> Iterator[Conditions]:
    """Selections of pairs, and each with the claims exchanged, where that says something else."""
    for selection in selections:
        yield selection
        other = tuple(_exchanged(condition) for condition in selection)
        if {*other} != {*selection}:
            yield other


def _exchanged(condition: Condition) -> Condition:
    """A condition as it reads when the left claim is the right one."""
    column, check, argument = condition.column, condition.check, condition.argument
    if isinstance(argument, Other):
        argument = replace(argument, column=_of_other_side(argument.column))
        if check in _MUTUAL and argument == Other(column):
            return condition
    if column == _FROM_LEFT_TO_RIGHT:
        return Condition(column, _REVERSED.get(check, check), _negative(argument))
    return Condition(_of_other_side(column), check, argument)


def _of_other_side(column: str) -> str:
    side, _, name = column.partition("_")
    return f"{_OTHER_SIDE[side]}_{name}" if side in _OTHER_SIDE else column


def _negative(argument: Argument) -> Argument:
    """An argument with the opposite sign, of a range its ends in turn."""
    match argument:
        case float():
            return 0.0 - argument
        case tuple():
            return tuple(-one if isinstance(one, float) else one for one in reversed(argument))
        case Other(column, times, plus):
            return Other(column, -times, -plus)
    return argument
