"""Where a rule came to a halt with a story that it should have fired on."""

from typing import Any

import pytest

from auditor.rules.model import Example, ExampleSource
from auditor.rules.writing import examples
from rulemaking import made

STORM = "The storm soaked 14 villages. In all 19 villages were soaked."
CLAIMS: dict[str, Any] = {"compare": "claims", "left": None, "pair": None, "must": {"low": {"ge": 3}}}
SOURCES: dict[str, Any] = CLAIMS | {"compare": "sources", "must": {"url": {"present": "true"}}}
SERIES: dict[str, Any] = CLAIMS | {"compare": "series", "pair": {"same": ["axis"]}, "must": {"never_falls": {}}}


@pytest.mark.parametrize(
    ("changes", "text", "reason"),
    [
        ({}, "It rained.", "no claim was found in it"),
        (CLAIMS, STORM, "`must` holds in all of 2 claims"),
        (CLAIMS | {"where": {"zone": "quote"}}, STORM, "`where` fits none of 2 claims"),
        (
            CLAIMS | {"where": {"kind": "quantity", "zone": "quote"}},
            STORM,
            "`where` fits none of 2 claims; alone would fit `kind` 2, `zone` 0",
        ),
        (SOURCES | {"where": {"quotations": {"ge": "1"}}}, STORM, "`where` fits none of 1 source"),
        (SOURCES | {"must": {"claims": {"ge": "1"}}}, STORM, "`must` holds in 1 source"),
        (SERIES, STORM, "`must` holds in 1 series"),
        (SERIES | {"where": {"kind": "date"}}, STORM, "`where` fits none of 2 claims"),
        ({"right": {"kind": "date"}}, STORM, "`right` fits none of 2 claims"),
        (
            {"pair": {"within": "sources"}},
            STORM,
            "`pair` brings none of the claims together that were chosen (2 and 2)",
        ),
        ({"when": {"left_modality": "denied"}}, STORM, "`when` fits none of 1 pair"),
        ({"unless": ({"alike": {"ge": "0"}},)}, STORM, "`unless` exempts 1 pair"),
        ({"pair": {"differ": ("axis",)}}, STORM, "what `must` compares is missing, or `pair` sets it apart"),
        ({"must": {"overlaps": {"tolerance": 9}}}, STORM, "`must` holds in 1 pair"),
        (
            {"left": {"kind": "quantity", "point": {"gt": 50}}, "pair": {"need": "some"}},
            STORM,
            "`left` fits none of 2 claims",
        ),
    ],
)
def test_the_step_is_named(changes: dict[str, Any], text: str, reason: str) -> None:
    """With how many claims came so far."""
    shown = Example(sources=(ExampleSource(text=text),))
    rule = made(**changes)
    kept = rule.examples.model_copy(update={"fires": (shown,), "silent": (shown,)})
    results = examples.check([rule.model_copy(update={"examples": kept})])
    assert [(result.kind, result.findings) for result in results] == [("fires", ()), ("silent", ())]
    stuck = [result.stuck for result in results]
    assert stuck[0].startswith(reason)
    assert stuck[1] == ""
