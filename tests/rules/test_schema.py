"""The schema that editors complete rules by is the one in the repository, and says what the verifier says."""

import os
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft7Validator

from auditor.rules import packaged
from auditor.rules.model import Compare, Group
from auditor.rules.reading.columns import columns
from auditor.rules.reading.schema import describe, schema, text

FILE = packaged() / "rule.schema.json"
HOUSE = Path(__file__).parent / "house"
VALIDATOR = Draft7Validator(schema())


class _Loader(yaml.CSafeLoader):
    """Reads YAML as editors do, which leave days as text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:  # noqa: ANN401 - whatever YAML allows
    """A rule file as an editor sees it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


def test_the_file_is_up_to_date() -> None:
    """``make goldens`` writes it anew."""
    if os.environ.get("UPDATE_GOLDENS"):
        FILE.write_text(text(), encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == text()


def test_it_is_a_schema() -> None:
    """Of draft 7, which editors know."""
    Draft7Validator.check_schema(schema())


@pytest.mark.parametrize(
    "path", [*sorted(packaged().glob("*.yaml")), *sorted(HOUSE.glob("*.yaml"))], ids=lambda p: p.stem
)
def test_every_rule_is_valid(path: Path) -> None:
    """All that are shipped, and those that a newsroom might write."""
    assert [error.message for error in VALIDATOR.iter_errors(read(path))] == []


def test_every_shipped_rule_names_it() -> None:
    """In the line that editors look for."""
    first = {path.stem: path.read_text(encoding="utf-8").partition("\n")[0] for path in packaged().glob("*.yaml")}
    assert {*first.values()} == {f"# yaml-language-server: $schema={FILE.name}"}, first


RULE = read(packaged() / "toll-falls.yaml")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"severty": "note"}, "'severty' was unexpected"),
        ({"group": "number"}, "'number' is not one of"),
        ({"left": {"zon": "body"}}, "'zon' was unexpected"),
        ({"left": {"zone": "boddy"}}, "'boddy' is not valid under any of the given schemas"),
        ({"must": {"overlap": {}}}, "'overlap' was unexpected"),
        ({"must": {"overlaps": {"tolerence": 3}}}, "'tolerence' was unexpected"),
        ({"where": {"kind": "date"}}, "False schema does not allow"),
        ({"when": {"zone": "body"}}, "'zone' was unexpected"),
        ({"pair": {"within": "page"}}, "'page' is not one of"),
        ({"pair": {"same": ["axs"]}}, "'axs' is not one of"),
    ],
)
def test_it_refuses_what_the_verifier_refuses(change: dict[str, Any], message: str) -> None:
    """An editor underlines it before the auditor is run."""
    assert any(message in error.message for error in VALIDATOR.iter_errors(RULE | change))


def test_every_key_and_every_column_is_explained() -> None:
    """That is what an editor shows beside it."""
    for node in (schema(), *schema()["definitions"].values()):
        for name, part in node.get("properties", {}).items():
            assert part is False or not {"description", "$ref", "type", "anyOf", "enum"}.isdisjoint(part), name
    for table in get_args(Compare):
        assert all(describe(table, name) for name in columns(table))
    assert schema()["properties"]["group"]["enum"] == list(get_args(Group))
    assert all(part["description"] for part in schema()["properties"].values())
