"""What a rule file may hold, as a JSON Schema (draft 7): editors complete keys by it, and explain them.

It is made of the same models, columns, checks and relations by which rules are verified, so that it cannot disagree
with them. What only a reader of the whole file can tell (a pattern that runs away, limits that exclude each other) is
not in it.
"""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import yaml
from pydantic import BaseModel

from auditor.reference import facts
from auditor.rules import messages, model
from auditor.rules.checks import KINDS, LONG, Takes
from auditor.rules.columns import Column, columns
from auditor.rules.relations import RELATIONS, Relation

Schema = dict[str, Any]

_MODELS: tuple[type[BaseModel], ...] = (
    *(model.Rule, model.Pair, model.Examples, model.Example, model.ExampleSource),
    *(facts.Facts, facts.Term, facts.Event, facts.Rate, facts.Citation),
)
_A_NUMBER, _A_DAY = "-?[0-9][0-9_]*([.][0-9]+)?", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBER: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({_A_NUMBER}|{_A_DAY})$"}]}
_TEXT: Schema = {"type": ["string", "number"]}
_A_TEXT: Schema = {"type": "string", "minLength": 1}
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
_SELECTED: dict[str, dict[str, model.Compare]] = {
    "claims": {"where": "claims"},
    "sources": {"where": "sources"},
    "pairs": {"left": "claims", "right": "claims", "when": "pairs"},
    "series": {"where": "claims", "when": "series"},
}
"""Which columns each selection of a rule may name, by the table it compares."""


def text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


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
    for name, column in _distinct().items():
        definitions[f"{name}_value"] = _value(column)
        definitions[f"{name}_column"] = _condition(column, {"$ref": f"#/definitions/{name}_value"})
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
    parts: Schema = {key: {"$ref": f"#/definitions/{over}_selection"} for key, over in _SELECTED[table].items()}
    if "when" in parts:
        parts["unless"] = {"type": "array", "items": parts["when"]}
    parts |= {key: False for key in ("where", "left", "right", "when", "unless") if key not in parts}
    if table in {"claims", "sources"}:
        parts["pair"] = False
    parts["must"] = {"$ref": f"#/definitions/{table}_must"}
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
        yield name, {"description": describe(table, name), "$ref": f"#/definitions/{_type(column, name)}_column"}


def _type(column: Column, name: str) -> str:
    """What the definitions of a column's values and conditions are called after."""
    if not column.words:
        return "score" if column.score else column.type
    return re.sub("^(left|right|first)_", "", name)


def _distinct() -> dict[str, Column]:
    """A column of each type."""
    return {_type(column, name): column for table in get_args(model.Compare) for name, column in columns(table).items()}


def _condition(column: Column, value: Schema) -> Schema:
    """What may be asked of a column that holds such values."""
    checks = {check: _argument(kind.takes, value) for check, kind in KINDS.items() if column.type in kind.types}
    checks |= {long: checks[short] for long, short in LONG.items() if short in checks}
    asked = {"type": "object", "properties": checks, "minProperties": 1, "additionalProperties": False}
    return {"anyOf": [value, _several(value), {"type": "null"}, asked]}


def _value(column: Column) -> Schema:
    if column.words:
        return {"enum": list(column.words)}
    if column.score:
        return {"type": "number", "minimum": 0, "maximum": 100}
    return {"number": _NUMBER, "flag": {"type": "boolean"}, "text": _TEXT}[column.type]


def _several(value: Schema) -> Schema:
    return {"type": "array", "items": {"anyOf": [value, {"type": "null"}]}, "minItems": 1}


def _argument(takes: Takes, value: Schema) -> Schema:
    of: Mapping[Takes, Schema] = {
        "value": {"anyOf": [value, _OTHER]},
        "number": {"anyOf": [_NUMBER, _OTHER]},
        "column": _OTHER,
        "values": {"anyOf": [_several(value), value]},
        "range": _RANGE,
        "pattern": {"type": "string", "format": "regex"},
        "text": _TEXT,
        "flag": {"type": "boolean"},
    }
    return of[takes]


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
