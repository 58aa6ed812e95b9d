"""What an edit makes of findings that were accepted: each known, changed, new or resolved, as an editor expects it.

The edits are told in ``edits.yaml``.
"""

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from auditor import rules
from running import Auditor, contents

TOLD = yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text(encoding="utf-8"))
REFERENCE = "claims/accepted.jsonl"

Statuses = dict[str, dict[str, int]]


class Edit(BaseModel):
    """One edit and what comes of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    rename: dict[str, str] = {}
    replace: dict[str, dict[str, str]] = {}
    write: dict[str, str] = {}
    remove: tuple[str, ...] = ()
    rule: dict[str, str] = {}
    until: str | None = None
    check: tuple[str, ...] = ()
    statuses: Statuses = {}
    code: int

    def apply(self, folder: Path) -> None:
        """Edit the newsroom."""
        for path in self.remove:
            (folder / path).unlink()
        for path, pairs in self.replace.items():
            text = (folder / path).read_text(encoding="utf-8")
            for old, new in pairs.items():
                assert old in text, old
                text = text.replace(old, new)
            (folder / path).write_text(text, encoding="utf-8")
        for old, new in self.rename.items():
            shutil.move(folder / old, folder / new)
        for path, text in self.write.items():
            (folder / path).write_text(text, encoding="utf-8")


EDITS = {told["name"]: Edit.model_validate(told) for told in TOLD["edits"]}


@pytest.fixture(scope="session")
def accepted() -> dict[str, bytes]:
    """The accepted findings of the newsroom, by the day that they were accepted until, once they are known."""
    return {}


@pytest.fixture
def newsroom(auditor: Auditor) -> Auditor:
    """The newsroom before the edit, nothing accepted."""
    for path, text in TOLD["newsroom"].items():
        auditor.source(path, text)
    return auditor


def accept_before(auditor: Auditor, accepted: dict[str, bytes], until: str | None = None) -> None:
    """Accept everything before the edit, which is the same for all."""
    key = until or ""
    if key not in accepted:
        accept_all(auditor, *(["--until", until] if until else []))
        accepted[key] = (auditor.folder / REFERENCE).read_bytes()
    auditor.source(REFERENCE, accepted[key])


def accept_all(auditor: Auditor, *arguments: str) -> None:
    """Accept everything; a check says then that all is known."""
    run = auditor("baseline", "accept", "--all", "--reason", "as it was", "--by", "Ed", *arguments)
    assert (run.code, run.err) == (0, "")


def statuses(report: dict[str, Any]) -> Statuses:
    """How many findings of each rule have which status."""
    found: Statuses = {}
    for (rule, status), number in Counter((one["rule"], one["status"]) for one in report["findings"]).items():
        found.setdefault(rule, {})[status] = number
    return found


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_makes_these_statuses(newsroom: Auditor, accepted: dict[str, bytes], name: str) -> None:
    """Of every finding; and ``check`` writes nothing."""
    edit = EDITS[name]
    accept_before(newsroom, accepted, edit.until)
    edit.apply(newsroom.folder)
    if edit.rule:
        reworded = tuple(replace(file, rule=file.rule.model_copy(update=edit.rule)) for file in rules.load_files())
        newsroom.monkeypatch.setattr(rules, "load_files", lambda _paths: reworded)
    before = contents(newsroom.folder)
    run = newsroom("check", *edit.check, "-o", "json", stdin=b"The inn was full of visitors who came from afar.")
    expected = {rule: {"known": number} for rule, number in TOLD["accepted"].items()} | edit.statuses
    assert statuses(json.loads(run.out)) == {rule: some for rule, some in expected.items() if some}
    assert run.code == edit.code
    assert contents(newsroom.folder) == before


@pytest.mark.parametrize(
    "name", [name for name, edit in EDITS.items() if edit.code < 2 and not edit.check and not edit.rule]
)
def test_after_accepting_and_pruning_an_edit_nothing_is_left_to_do(
    newsroom: Auditor, accepted: dict[str, bytes], name: str
) -> None:
    """Whatever was edited."""
    accept_before(newsroom, accepted)
    EDITS[name].apply(newsroom.folder)
    accept_all(newsroom)
    assert newsroom("baseline", "prune").code == 0
    settled = newsroom("baseline", "diff")
    assert (settled.code, settled.out) == (0, "")
