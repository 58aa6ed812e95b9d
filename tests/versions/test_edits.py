"""What ``auditor diff`` says of an article in two versions; the edits are told in ``edits.yaml``."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from running import Auditor

TOLD = yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text(encoding="utf-8"))


class Edit(BaseModel):
    """One edit and what comes of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    before: dict[str, str] = {}
    replace: dict[str, str] = {}
    changes: tuple[str, ...] = ()
    silent: bool = False


EDITS = {told["name"]: Edit.model_validate(told) for told in TOLD["edits"]}


def edited(pairs: dict[str, str]) -> str:
    """The article with one text in place of another."""
    text: str = TOLD["article"]
    for old, new in pairs.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def told(change: dict[str, Any]) -> str:
    """A change as the cases write it."""
    old, new = (change[side] and _words(change[side]) for side in ("old", "new"))
    return f"{old} → {new}" if old and new else f"- {old}" if old else f"+ {new}"


def _words(claim: dict[str, Any]) -> str:
    return f"“{claim['value']['words']}”" if claim["kind"] == "quotation" else str(claim["text"])


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_these_claims(auditor: Auditor, name: str) -> None:
    """And none else; what is not announced fails the run."""
    edit = EDITS[name]
    old = auditor.source("old.txt", edited(edit.before))
    new = auditor.source("new.txt", edited(edit.replace))
    run = auditor("diff", old, new, "-o", "json")
    document = json.loads(run.out)
    [source] = document["sources"]
    assert sorted(map(told, source["changes"])) == sorted(edit.changes)
    assert (run.code, run.err) == (int(edit.silent), "")
    assert auditor("diff", old, new, "--fail-on", "none").code == 0
    gone = any("→" in change or change.startswith("-") for change in edit.changes)
    assert auditor("diff", old, new, "--fail-on", "any").code == int(gone)
    assert document["summary"]["silent"] == len(document["findings"]) * (not source["announced"])


@pytest.mark.parametrize("name", EDITS)
def test_back_again_is_the_same_the_other_way_round(auditor: Auditor, name: str) -> None:
    """What came goes, what went comes."""
    edit = EDITS[name]
    one, other = auditor.source("a.txt", edited(edit.before)), auditor.source("b.txt", edited(edit.replace))
    there, back = (
        [
            told(change)
            for source in json.loads(auditor("diff", *pair, "-o", "json").out)["sources"]
            for change in source["changes"]
        ]
        for pair in ((one, other), (other, one))
    )
    assert sorted(back) == sorted(turned(change) for change in there)


def turned(change: str) -> str:
    """A change the other way round."""
    if "→" in change:
        return " → ".join(reversed(change.split(" → ")))
    return change.translate(str.maketrans("+-", "-+")) if change[0] in "+-" else change
