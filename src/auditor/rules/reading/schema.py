"""What a rule file may hold, as a JSON Schema (draft 7): editors complete keys by it, and explain them.

It is made of the same models, columns, checks and relations by which rules are verified, so that it cannot disagree
with them. What only a reader of the whole file can tell (a pattern that runs away, limits that exclude each other) is
not in it.
"""

import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from auditor.reference import facts
from auditor.rules import messages, model
from auditor.rules.reading.checks import KINDS, LONG, Takes
from auditor.rules.reading.columns import Column, columns
from auditor.rules.relations import RELATIONS, Relation

Schema = dict[str, Any]

_MODELS: tuple[type[BaseModel], ...] = (
    *(model.Rule, model.Pair, model.Examples, model.Example, model.ExampleSource),
    *(facts.Facts, facts.Term, facts.Event, facts.Rate, facts.Citation),
)
_A_NUMBER, _A_DAY = "-?[0-9][0-9_]*([.][0-9]+)?", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_A_TEXT: Schema = {"type": "string", "minLength": 1}
_NUMBER: Schema = {"$ref": "#/definitions/number_value"}
_VALUES: dict[str, Schema] = {
    "number": {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({_A_NUMBER}|{_A_DAY})$"}]},
    "flag": {"type": "boolean"},
    "text": {"type": ["string", "number"]},
}
"""The values of each type of column."""
_OTHER: Schema = {
    "type": "object",
    "description": "Another column of the same row, for numbers times a factor, plus a summand.",
    "properties": {"column": {"type": "string"}, "times": _NUMBER, "plus": _NUMBER},
    "required": ["column"],
    "additionalProperties": False,
}
_RANGE: Schema = {
    "type": "object",
    "properties": {"min_value": _NUMBER, "max_value": _NUMBER},
    "minProperties": 1,
    "additionalProperties": False,
}
_INNERMOST = re.compile(r"[\[{]\n[^\[\]{}]*[\]}]")
_SELECTED: dict[str, dict[str, model.Compare]] = {
    "claims": {"where": "claims"},
    "sources": {"where": "sources"},
    "pairs": {"left": "claims", "right": "claims", "when": "pairs"},
    "series": {"where": "claims", "when": "series"},
}
"""Which columns each selection of a rule may name, by the table it compares."""


def text() -> str:
    """The schema as a file, with what holds nothing else on one line."""
    spread = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    return _INNERMOST.sub(lambda match: re.sub(r"\n *", " ", match[0]), spread)


def schema() -> Schema:
    """The schema of a rule file."""
    made = model.Rule.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    _untitled([made, definitions])
    for one in _MODELS:
        _describe(made if one is model.Rule else definitions[one.__name__], one)
    for name in ("Term", "Event", "Rate"):
        source = definitions[name]["properties"]["source"]
        definitions[name]["properties"]["source"] = {
            "description": source.pop("description"),
            "anyOf": [source["items"], source],
        }
    shown = definitions["Examples"]["properties"]
    for kind in shown.values():
        kind["items"] = {"anyOf": [_A_TEXT, {"type": "array", "items": _A_TEXT, "minItems": 1}, kind["items"]]}
    for key in ("same", "equal", "agree", "differ"):
        definitions["Pair"]["properties"][key]["items"] = {"enum": sorted(columns("claims"))}
    for table in get_args(model.Compare):
        definitions[f"{table}_selection"] = _selection(table)
        definitions[f"{table}_must"] = _must(table)
    definitions |= {"other_column": _OTHER, "range": _RANGE}
    for name, column in _distinct().items():
        definitions |= _of_column(name, column)
    made["allOf"] = [_of_table(table) for table in get_args(model.Compare)]
    head: Schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A rule of Auditor"}
    return head | made | {"definitions": definitions}


def _untitled(node: object) -> None:
    """Drop the titles that pydantic makes of names."""
    if isinstance(node, list):
        for inner in node:
            _untitled(inner)
    elif isinstance(node, dict):
        if isinstance(node.get("title"), str):
            del node["title"]
        for inner in node.values():
            _untitled(inner)


def _describe(made: Schema, described: type[BaseModel]) -> None:
    """Give a model and its keys the words of its docstring."""
    made["description"] = (described.__doc__ or "").partition("\n")[0]
    told = attributes(described)
    for name, part in made["properties"].items():
        part["description"] = told[name]


def attributes(described: type[BaseModel]) -> dict[str, str]:
    """What the docstrings of a model and its bases say of its attributes."""
    told: dict[str, str] = {}
    for base in reversed(described.__mro__):
        section = (inspect.cleandoc(base.__doc__) if base.__doc__ else "").partition("Attributes:\n")[2]
        for name, words in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE):
            told[name] = " ".join(words.split())
    return told


def _of_table(table: model.Compare) -> Schema:
    """What the keys of a rule hold that compares this table."""
    parts: Schema = {key: _ref(f"{over}_selection") for key, over in _SELECTED[table].items()}
    if "when" in parts:
        parts["unless"] = {"type": "array", "items": parts["when"]}
    parts |= {key: False for key in ("where", "left", "right", "when", "unless") if key not in parts}
    if table in {"claims", "sources"}:
        parts["pair"] = False
    parts["must"] = _ref(f"{table}_must")
    known = ", ".join(f"{{{name}}}" for name in sorted(messages.placeholders(table)))
    parts["message"] = {"description": f"What a finding says. Placeholders: {known}."}
    required: Schema = {"required": ["left"]} if table == "pairs" else {}
    then: Schema = {"properties": parts, **required}
    return {
        "if": {"properties": {"compare": {"const": table}}, "required": ["compare"]},
        "then": then,
    }


def _selection(table: model.Compare) -> Schema:
    return {"type": "object", "properties": dict(_conditions(table)), "additionalProperties": False}


def _must(table: model.Compare) -> Schema:
    related = {name: _options(relation) for name, relation in RELATIONS.items() if relation.over == table}
    made = _selection(table)
    return made | {"properties": {**related, **made["properties"]}, "minProperties": 1}


def _options(relation: Relation) -> Schema:
    options = relation.options.model_json_schema()
    _untitled(options)
    told = attributes(relation.options)
    for name, part in options.get("properties", {}).items():
        part["description"] = told[name]
    made: Schema = {"description": relation.says, "type": ["object", "null"], "additionalProperties": False}
    return made | {"properties": options.get("properties", {})}


def _conditions(table: model.Compare) -> Iterator[tuple[str, Schema]]:
    for name, column in sorted(columns(table).items()):
        yield name, {"description": describe(table, name), **_ref(f"{_type(column, name)}_column")}


def _type(column: Column, name: str) -> str:
    """What the definitions of a column's values and conditions are called after."""
    if not column.words:
        return "score" if column.score else column.type
    return re.sub("^(left|right|first)_", "", name)


def _distinct() -> dict[str, Column]:
    """A column of each type."""
    return {_type(column, name): column for table in get_args(model.Compare) for name, column in columns(table).items()}


def _of_column(name: str, column: Column) -> dict[str, Schema]:
    """The definitions of what columns of a type hold, and of what may be asked of them."""
    value, several = _ref(f"{name}_value"), _ref(f"{name}_values")
    argument: dict[Takes, Schema] = {
        "value": _ref(f"{name}_or_column"),
        "number": _ref("number_or_column"),
        "column": _ref("other_column"),
        "values": {"anyOf": [several, value]},
        "range": _ref("range"),
        "pattern": {"type": "string", "format": "regex"},
        "text": _ref("text_value"),
        "flag": _ref("flag_value"),
    }
    checks = {check: argument[kind.takes] for check, kind in KINDS.items() if column.type in kind.types}
    checks |= {long: checks[short] for long, short in LONG.items() if short in checks}
    asked: Schema = {"type": "object", "properties": checks, "minProperties": 1, "additionalProperties": False}
    return {
        f"{name}_value": _value(column),
        f"{name}_values": {"type": "array", "items": {"anyOf": [value, {"type": "null"}]}, "minItems": 1},
        f"{name}_or_column": {"anyOf": [value, _ref("other_column")]},
        f"{name}_column": {"anyOf": [value, several, {"type": "null"}, asked]},
    }


def _value(column: Column) -> Schema:
    if column.words:
        return {"enum": list(column.words)}
    return {"type": "number", "minimum": 0, "maximum": 100} if column.score else _VALUES[column.type]


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


@cache
def _told() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.load(
        files(__package__).joinpath("columns.yaml").read_text(encoding="utf-8"),
        Loader=yaml.CBaseLoader,  # noqa: S506 - a loader of plain text only
    )
    return found


def describe(table: model.Compare, name: str) -> str:
    """What a column of a table holds, in a line."""
    own = _told()[table].get(name)
    if own:
        return own
    side, _, rest = name.partition("_")
    whose = {"left": "Of the left claim", "right": "Of the right claim", "first": "Of the first claim in time"}[side]
    told = _told()["claims"][rest]
    return f"{whose}: {told[0].lower()}{told[1:]}"
