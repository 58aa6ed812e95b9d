"""Shapes of word tables: what the annotations of a class say of the values that a file may hold.

Tables are many, large, and read in every run; building a pydantic model for each would take longer than reading them.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NoReturn, Self, dataclass_transform, get_args, get_origin, get_type_hints

from auditor.errors import AuditorError

Reader = Callable[[Any], Any]


class TableError(AuditorError):
    """A value of a table is not of its type; the message begins with where it stands."""


@dataclass_transform(eq_default=False, kw_only_default=True, frozen_default=True)
class Table:
    """Base of all word tables: annotated attributes, of which those with a value may be left out."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - what a file holds
        """Take values of any kind that reads as the annotated one; unknown keys are mistakes."""
        kind: type = type(self)
        readers = _readers(kind)
        for name, value in values.items():
            if name not in readers:
                raise TableError(f"{name}: unknown")
            self.__dict__[name] = _within(name, readers[name], value)
        for name in readers:
            if not hasattr(self, name):
                raise TableError(f"{name}: missing")

    @classmethod
    def read(cls, value: object) -> Self:
        """Make a table of what its part of a file holds."""
        if not isinstance(value, Mapping):
            _refuse(value, "a mapping")
        return cls(**value)


@cache
def _readers(table: type) -> dict[str, Reader]:
    """How the value of each attribute of a table is read."""
    return {name: _reader(wanted) for name, wanted in get_type_hints(table, include_extras=True).items()}


@cache
def _reader(wanted: Any) -> Reader:  # noqa: ANN401 - an annotation
    """How a value of a type is read."""
    shape = _SHAPES.get(get_origin(wanted))
    if shape is not None:
        return shape(*get_args(wanted))
    return wanted.read if issubclass(wanted, Table) else _SCALARS[wanted]


def _prepared(wanted: Any, prepare: Reader) -> Reader:  # noqa: ANN401 - an annotation
    reader = _reader(wanted)
    return lambda value: reader(prepare(value))


def _one_of(*values: str) -> Reader:
    return lambda value: value if value in values else _refuse(value, "one of " + ", ".join(values))


def _optional(*wanted: Any) -> Reader:  # noqa: ANN401 - annotations, one of them None
    return _reader(next(one for one in wanted if one is not NoneType))


def _mapping(*wanted: Any) -> Reader:  # noqa: ANN401 - annotations
    key, item = map(_reader, wanted)

    def read(value: Any) -> dict[Any, Any]:  # noqa: ANN401
        if not isinstance(value, Mapping):
            _refuse(value, "a mapping")
        return {key(name): _within(name, item, one) for name, one in value.items()}

    return read


def _members(kind: type, wanted: Any) -> Reader:  # noqa: ANN401 - an annotation
    item = _reader(wanted)
    return lambda value: kind(map(item, value)) if isinstance(value, list | tuple) else _refuse(value, "a list")


def _tuple(*wanted: Any) -> Reader:  # noqa: ANN401 - annotations
    if wanted[1:] == (...,):
        return _members(tuple, wanted[0])
    readers = tuple(map(_reader, wanted))

    def read(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
        if not isinstance(value, list | tuple) or len(value) != len(readers):
            _refuse(value, f"a list of {len(readers)}")
        return tuple(reader(one) for reader, one in zip(readers, value, strict=True))

    return read


_SHAPES: dict[Any, Callable[..., Reader]] = {
    Annotated: _prepared,
    Literal: _one_of,
    UnionType: _optional,
    dict: _mapping,
    tuple: _tuple,
    list: lambda wanted: _members(list, wanted),
    frozenset: lambda wanted: _members(frozenset, wanted),
}


def _text(value: Any) -> str:  # noqa: ANN401
    return value if isinstance(value, str) else _refuse(value, "a text")


def _number(kind: type) -> Reader:
    def read(value: Any) -> Any:  # noqa: ANN401
        try:
            return kind(value)
        except (TypeError, ValueError, InvalidOperation):
            _refuse(value, "a number")

    return read


_SCALARS: dict[type, Reader] = {str: _text, int: _number(int), Decimal: _number(Decimal)}


def _within(name: object, reader: Reader, value: object) -> Any:  # noqa: ANN401
    """Read a value; what is wrong with it is told with its name."""
    try:
        return reader(value)
    except TableError as error:
        raise TableError(f"{name}: {error}") from None


def _refuse(value: object, wanted: str) -> NoReturn:
    raise TableError(f"{value!r} is not {wanted}")


def _phrases(value: object) -> object:
    """What commas part in a text, in order; anything else is left to the reading of the type."""
    return (
        tuple(filter(None, (" ".join(part.split()) for part in value.split(",")))) if isinstance(value, str) else value
    )


def _words(value: object) -> object:
    """What blanks part in a text, in order; anything else is left to the reading of the type."""
    return tuple(value.split()) if isinstance(value, str) else value


WordList = Annotated[tuple[str, ...], _phrases]
WordSet = Annotated[frozenset[str], _phrases]
"""What may hold phrases, parted by commas."""
Words = Annotated[frozenset[str], _words]
WordsInOrder = Annotated[tuple[str, ...], _words]
"""Single words, parted by blanks."""
