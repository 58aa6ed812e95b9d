"""What docs/ci.md tells people to write works as it stands there."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from running import CLEAN, Auditor

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS: list[Any] = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


def block(key: str) -> Any:  # noqa: ANN401 - whatever the YAML holds
    """The example that has this key."""
    [found] = [each for each in BLOCKS if key in each]
    return found[key]


def test_the_commands_for_gitlab_run(auditor: Auditor) -> None:
    """And write what the job keeps."""
    auditor.source("claims/sources/roof/a.txt", CLEAN)
    job = block("audit")
    for line in job["script"]:
        program, *arguments = shlex.split(line)
        if program == "auditor":
            assert auditor(*arguments).code == 0
    kept = [*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]]
    assert all((auditor.folder / path).is_file() for path in kept)


def test_the_hooks_are_those_that_there_are() -> None:
    """By their ids."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [repository] = block("repos")
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in hooks}


def test_the_action_takes_what_is_given_to_it() -> None:
    """Every input of the examples, of the table, and of the project's own workflow is one of the action."""
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"])
    [table] = re.findall(r"\| input \|.*?\n\n", PAGE, re.DOTALL)
    rows = [line.split("|")[1] for line in table.strip().splitlines()[2:]]
    assert {name for row in rows for name in re.findall(r"`([\w-]+)`", row)} == inputs
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    jobs = [*block("jobs").values(), *workflow["jobs"].values()]
    steps = [step for job in jobs for step in job["steps"] if str(step.get("uses")).startswith(("./", "OWNER/auditor"))]
    assert len(steps) == 2
    assert all(set(step.get("with", {})) <= inputs for step in steps)


def test_the_table_of_formats_is_complete() -> None:
    """It has every format that check writes."""
    help_ = (ROOT / "README.md").read_text(encoding="utf-8")
    [listed] = re.findall(r"What to write, and where to: (.*?);", " ".join(help_.split()))
    [table] = re.findall(r"\| format \|.*?\n\n", PAGE, re.DOTALL)
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == listed.split(", ")


def test_the_projects_own_newsroom_has_nothing_new(auditor: Auditor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its contradictions are accepted, so that its workflow fails only on new ones."""
    monkeypatch.chdir(ROOT)
    run = auditor("check", "--baseline", ".github/accepted.jsonl")
    assert run.code == 0
    assert run.out.startswith("Nothing new in 5 sources.")
