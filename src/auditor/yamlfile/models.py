"""What a pydantic model finds wrong with a YAML file, said in the file's terms and at its place."""

from types import UnionType
from typing import Annotated, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from auditor.errors import BadFileError, Problem, nearest
from auditor.yamlfile.keys import Keys
from auditor.yamlfile.nodes import Node, Plain, shortened

_PLAIN = (
    ("Input should be", "must be"),
    ("String should have", "must have"),
    ("a valid tuple", "a list"),
    ("a valid list", "a list"),
    ("a valid string", "text"),
    (", unable to parse string as a number", ""),
    (", unable to parse string as an integer", ""),
    ("a valid", "a"),
    ("a integer", "a whole number"),
    ("'", "`"),
)
"""What pydantic says of Python's types, and what it means in a file."""

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]

_OWN = frozenset({"value_error", "assertion_error"})
"""The errors that a model's own validators raise, with words of their own."""


class Strict(BaseModel):
    """Base of what files hold: unknown keys are mistakes, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def validate(node: Node, model: type[Model], *, plain: Plain = None) -> Model:
    """Give a document the types of a pydantic model.

    Args:
        node: What :func:`load` returned, or a part of it.
        model: The shape it must have.
        plain: The same without positions, if that was made before.

    Raises:
        BadFileError: It has another shape; every mistake is listed with its place.
    """
    try:
        return model.model_validate(node.plain() if plain is None else plain)
    except ValidationError as error:
        details = error.errors(include_url=False)
        of_keys = [detail for detail in details if detail["type"] in {"missing", "extra_forbidden"}]
        keys = Keys(node, [detail["loc"] for detail in of_keys if detail["type"] == "missing"])
        for detail in of_keys:
            if detail["type"] == "extra_forbidden":
                keys.unknown(detail["loc"], _known_keys(model, detail["loc"][:-1]))
        problems = [*keys.problems()]
        problems += [
            _problem(node, model, detail)
            for detail in details
            if detail not in of_keys and detail["loc"] not in keys.explained
        ]
        raise BadFileError(dict.fromkeys(problems)) from None


def _problem(node: Node, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    """One of pydantic's errors of values, said in a file's terms and at its place."""
    location = detail["loc"]
    here = node.at(*location)
    name = _last_key(node, location)
    prefix = f"`{name}`: " if name else ""
    if detail["type"] in {"model_type", "dict_type", "model_attributes_type", "mapping_type"}:
        dashed = isinstance(here.value, list) and all(isinstance(one.value, dict) for one in here.value)
        hint = "; take the dashes away" if dashed else ""
        return here.problem(f"{prefix}expected keys with values, not {written(here)}{hint}")
    if detail["type"] in _OWN and isinstance(here.value, dict):
        return here.problem(_message(here, detail))
    hint = ""
    if detail["type"] in {"tuple_type", "list_type"} and isinstance(here.value, str) and _holds_words(model, location):
        hint = f'; write `["{shortened(here.value)}"]`'
    return here.problem(prefix + _message(here, detail) + hint)


def _last_key(node: Node, location: Location) -> str:
    """The innermost key of the file on the way to a place; names of a union's members are none."""
    found = ""
    for step in location:
        if isinstance(node.value, dict) and step in node.value:
            found = str(step)
        node = node.at(step)
    return found


def _message(node: Node, detail: ErrorDetails) -> str:
    if detail["type"] in _OWN:
        return str(detail.get("ctx", {}).get("error", detail["msg"]))
    message = detail["msg"]
    for jargon, plain in _PLAIN:
        message = message.replace(jargon, plain)
    hint = ""
    if detail["type"] in {"literal_error", "enum"} and isinstance(node.value, str):
        expected = str(detail.get("ctx", {}).get("expected", ""))
        hint = nearest(node.value, [word for word in expected.split("'") if word.strip(" ,")])
    return f"{message}, not {written(node)}{hint}"


def written(node: Node) -> str:
    """What stands in the file, in a few words."""
    if isinstance(node.value, str):
        return f"`{shortened(node.value)}`"
    if node.value is None:
        return "nothing"
    return "a list" if isinstance(node.value, list) else "keys with values"


def _known_keys(model: type[BaseModel], location: Location) -> set[str]:
    """The keys allowed at a place; of a union, those of all its members."""
    return {
        info.alias or name
        for member in _reached(model, location)
        if isinstance(member, type) and issubclass(member, BaseModel)
        for name, info in member.model_fields.items()
    }


def _holds_words(model: type[BaseModel], location: Location) -> bool:
    """Whether a list of words may stand at a place."""
    return any(get_origin(member) in {tuple, list} and str in _words_of(member) for member in _reached(model, location))


def _words_of(annotation: object) -> list[object]:
    return [member for argument in get_args(annotation) for member in _members(argument)]


def _reached(model: type[BaseModel], location: Location) -> list[object]:
    """What may stand at a place, following the model's annotations."""
    reached: list[object] = [model]
    for step in location:
        reached = [inner for annotation in reached for inner in _inner(annotation, step)] or reached
    return [member for annotation in reached for member in _members(annotation)]


def _inner(annotation: object, step: int | str) -> list[object]:
    """The annotations one step below another."""
    found: list[object] = []
    for member in _members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            found += [
                info.annotation for name, info in member.model_fields.items() if step in {name, info.alias} - {None}
            ]
        elif get_origin(member) is not None:
            found += [argument for argument in get_args(member) if argument is not Ellipsis and argument is not str]
    return found


def _members(annotation: object) -> list[object]:
    """An annotation without ``Annotated``; a union's members."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return [member for argument in get_args(annotation) for member in _members(argument)]
    return [annotation]
