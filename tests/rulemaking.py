"""Rules made by hand, for tests of what rules do."""

from pathlib import Path
from typing import Any

import yaml

from auditor.rules import Rule, read_files

RULE: dict[str, Any] = {
    "id": "two-figures",
    "title": "Two figures for one thing",
    "group": "numbers",
    "severity": "error",
    "verdict": "contradiction",
    "compare": "pairs",
    "left": {"kind": "quantity"},
    "pair": {"within": "story", "same": ["axis"], "alike": 90},
    "must": {"overlaps": {}},
    "message": "{left.text} or {right.text}",
    "why": "Both cannot be right.",
    "next": "Ask.",
    "examples": {
        "fires": [{"text": "The storm hit 14 villages. In all 19 villages were hit."}],
        "silent": [{"text": "The storm hit 14 villages. In all 14 villages were hit."}],
    },
}
"""A rule without mistakes."""


def made(**changes: Any) -> Rule:  # noqa: ANN401 - whatever YAML allows
    """The rule with some keys changed; a key set to None is left out."""
    return Rule.model_validate({key: value for key, value in (RULE | changes).items() if value is not None})


def written(folder: Path, name: str = "two-figures", **changes: Any) -> Path:  # noqa: ANN401
    """The rule with some keys changed, as a file."""
    kept = {key: value for key, value in (RULE | {"id": name} | changes).items() if value is not None}
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def loaded(folder: Path, **changes: Any) -> Rule:  # noqa: ANN401
    """The rule with some keys changed, read back from a file, so that it is verified."""
    return read_files([written(folder, **changes)])[0].rule
