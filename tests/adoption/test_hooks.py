"""The hooks, run by the real pre-commit in a repository of their own.

pre-commit would install the auditor from the network; here it is told to take the one that is there.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import CLEAN, WRONG

ROOT = Path(__file__).parents[2]
BROKEN_RULE = "id: broken\n"


class Repository:
    """A scratch repository that uses the hooks."""

    def __init__(self, folder: Path) -> None:
        """Make the repository of the hooks, and the one that uses them."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        settings = {"user.name": "T", "user.email": "t@t.example", "init.defaultBranch": "main"}
        pairs = [("GIT_CONFIG_COUNT", str(len(settings))), ("PRE_COMMIT_HOME", str(folder / "cache")), ("PATH", path)]
        for number, (key, value) in enumerate(settings.items()):
            pairs += [(f"GIT_CONFIG_KEY_{number}", key), (f"GIT_CONFIG_VALUE_{number}", value)]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = clean | dict(pairs)
        hooks, self.folder = folder / "hooks", folder / "newsroom"
        for each in (hooks, self.folder):
            each.mkdir()
            self.git(each, "init", "--quiet")
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
        self.git(hooks, "add", ".")
        self.git(hooks, "commit", "--quiet", "--message", "Add hooks")
        revision = self.git(hooks, "rev-parse", "HEAD").strip()
        self.write(
            ".pre-commit-config.yaml",
            f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n"
            "  - {id: auditor, language: system}\n  - {id: auditor-rules, language: system}\n",
        )

    def git(self, folder: Path, *arguments: str) -> str:
        """Run git."""
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - the git of this machine
            cwd=folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, path: str, content: str) -> None:
        """Write a file and stage it."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(content, encoding="utf-8")
        self.git(self.folder, "add", path)

    def hooks(self) -> tuple[int, str]:
        """Run all hooks on what is staged."""
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color", "never"],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository with the hooks configured."""
    return Repository(tmp_path)


def test_a_contradiction_stops_a_commit(repository: Repository) -> None:
    """And says what it is."""
    repository.write("claims/sources/roof/a.txt", WRONG)
    code, said = repository.hooks()
    assert code == 1, said
    assert "30 February 2024" in said


def test_nothing_wrong_is_committed(repository: Repository) -> None:
    """Sources that agree pass; no rule changed, so none is tested."""
    repository.write("claims/sources/roof/a.txt", CLEAN)
    code, said = repository.hooks()
    assert code == 0, said
    assert "audit the sources" in said


def test_a_broken_rule_stops_a_commit(repository: Repository) -> None:
    """Both hooks look at the rules."""
    repository.write("claims/sources/roof/a.txt", CLEAN)
    repository.write("rules/broken.yaml", BROKEN_RULE)
    code, said = repository.hooks()
    assert code == 1, said
    assert "rules/broken.yaml" in said


def test_other_files_are_not_our_business(repository: Repository) -> None:
    """A commit of something else pays nothing."""
    repository.write("README.md", "# Newsroom\n")
    code, said = repository.hooks()
    assert code == 0, said
    assert said.count("Skipped") == 2
