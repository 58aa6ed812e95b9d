"""The action for GitHub, run as the shell script that its step is."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from running import CLEAN, UNDATED, WRONG

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "audit")
INPUTS = {name: about["default"] for name, about in ACTION["inputs"].items()}


@dataclass
class Runner:
    """Runs the step in a folder as GitHub would, with inputs put into its environment."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def source(self, path: str, content: str) -> None:
        """Write a source of the repository that is checked."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(content, encoding="utf-8")

    def __call__(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step."""
        values = INPUTS | {name.replace("_", "-"): value for name, value in inputs.items()}
        given = {name: self._value(text, values) for name, text in STEP["env"].items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]],  # noqa: S607 - as GitHub does
            cwd=self.folder,
            env=self.environment | given,
            capture_output=True,
            text=True,
            check=False,
        )

    @staticmethod
    def _value(text: str, values: dict[str, str]) -> str:
        name = text.removeprefix("${{ ").removesuffix(" }}")
        return str(ROOT) if name == "github.action_path" else values[name.removeprefix("inputs.")]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """An empty repository, and the auditor that the step before has installed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    summary = tmp_path / "summary.md"
    folder = tmp_path / "repository"
    folder.mkdir()
    return Runner(folder, os.environ | {"PATH": path, "GITHUB_STEP_SUMMARY": str(summary)})


def test_it_fails_and_annotates(runner: Runner) -> None:
    """A contradiction stands beside its line and in the summary."""
    runner.source("claims/sources/roof/a.txt", WRONG)
    done = runner()
    assert done.returncode == 1, done.stderr
    assert "::error file=claims/sources/roof/a.txt,line=4,col=20," in done.stdout
    assert "30 February 2024" in (runner.folder.parent / "summary.md").read_text(encoding="utf-8")


def test_it_passes_where_all_is_well(runner: Runner) -> None:
    """And says so."""
    runner.source("claims/sources/roof/a.txt", CLEAN)
    done = runner()
    assert done.returncode == 0, done.stderr
    assert "::error" not in done.stdout


def test_its_inputs_do_what_they_say(runner: Runner) -> None:
    """Paths on lines of their own, also with blanks and dashes; what fails; what is written."""
    runner.source("a story/a.txt", UNDATED)
    runner.source("-b.txt", WRONG)
    done = runner(paths="a story\n\n-b.txt\n", fail_on="none", min_severity="error", sarif="out.sarif", html="out.html")
    assert done.returncode == 0, done.stderr
    assert "::error file=-b.txt," in done.stdout
    assert "::warning" not in done.stdout
    assert (runner.folder / "out.sarif").exists()
    assert (runner.folder / "out.html").exists()


def test_nothing_to_audit_is_no_success(runner: Runner) -> None:
    """An empty folder is a mistake in the workflow."""
    assert runner().returncode == 2


def test_an_input_is_no_code(runner: Runner) -> None:
    """Inputs reach the script through its environment only, and there they stay words."""
    runner.source("claims/sources/roof/a.txt", CLEAN)
    done = runner(paths="$(touch pwned) `touch pwned`; touch pwned", html="x; touch pwned")
    assert done.returncode == 2
    assert not (runner.folder / "pwned").exists()
    assert "${{" not in STEP["run"]
