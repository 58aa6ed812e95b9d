"""Word tables have the shape that their class says, and what has not is told with its place."""

from decimal import Decimal
from typing import Any, Literal

import pytest

from auditor.language import Table, TableError


class Coin(Table):
    """A part of the table below."""

    parts: Decimal = Decimal(100)
    signs: tuple[str, ...] = ()
    year: int | None = None


class Money(Table):
    """A table with a value of every shape."""

    coins: dict[str, Coin]
    side: Literal["before", "after"]
    odd: frozenset[str]
    pair: tuple[int, str]
    names: list[str]


WHOLE: dict[str, Any] = {
    "coins": {"penny": {"signs": ["p"], "year": "1971"}, "cent": {}},
    "side": "after",
    "odd": ["a", "b", "a"],
    "pair": ["2", "b"],
    "names": ["x"],
}
BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"colour": "red"}, "colour: unknown"),
    ({"names": None}, "names: None is not a list"),
    ({"names": ["x", []]}, "names: [] is not a text"),
    ({"coins": {"penny": {"parts": "many"}}}, "coins: penny: parts: 'many' is not a number"),
    ({"coins": {"penny": "p"}}, "coins: penny: 'p' is not a mapping"),
    ({"coins": ["penny"]}, "coins: ['penny'] is not a mapping"),
    ({"coins": {"penny": {"year": "soon"}}}, "coins: penny: year: 'soon' is not a number"),
    ({"side": "above"}, "side: 'above' is not one of before, after"),
    ({"pair": ["2"]}, "pair: ['2'] is not a list of 2"),
]


def test_values_get_the_type_of_their_attribute() -> None:
    """Texts become numbers, lists the annotated kind; what may be left out has its own value."""
    money = Money.read(WHOLE)
    assert money.coins["penny"].signs == ("p",)
    assert (money.coins["penny"].year, money.coins["cent"].year) == (1971, None)
    assert money.coins["cent"].parts == Decimal(100)
    assert (money.side, money.odd, money.pair, money.names) == ("after", {"a", "b"}, (2, "b"), ["x"])


@pytest.mark.parametrize(("change", "message"), BROKEN)
def test_a_mistake_is_told_with_its_place(change: dict[str, Any], message: str) -> None:
    """The message names the attributes and keys on the way to the value."""
    with pytest.raises(TableError) as raised:
        Money.read(WHOLE | change)
    assert str(raised.value) == message


def test_nothing_is_left_out() -> None:
    """An attribute without a value of its own must be in the file."""
    with pytest.raises(TableError, match="names: missing"):
        Money.read({name: value for name, value in WHOLE.items() if name != "names"})
