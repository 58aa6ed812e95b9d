"""Branches that accept findings, merged by the git of this machine."""

import subprocess
from pathlib import Path

import pytest

from auditor.baseline.files import read, write
from auditor.errors import BadFileError
from auditor.model import Accepted

FILE = "accepted.jsonl"


def one(name: str, reason: str = "seen") -> Accepted:
    """An accepted finding."""
    return Accepted("figures", "town", f"quantity EUR: {name}", ("14 EUR", "19 EUR"), reason=reason)


class Repository:
    """A repository with a branch for each version of the accepted findings."""

    def __init__(self, folder: Path, start: list[Accepted], *, union: bool) -> None:
        """The branch main has the first version."""
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        (folder / ".gitattributes").write_text(f"{FILE} merge=union\n" if union else "")
        (folder / "README").write_text("")
        self._commit(start)

    def git(self, *arguments: str) -> int:
        """Run git; 0 is success."""
        as_somebody = ["-c", "user.name=Ed", "-c", "user.email=ed@paper.example", "-c", "core.autocrlf=false"]
        command = ["git", *as_somebody, *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, check=False).returncode

    def branch(self, name: str, accepted: list[Accepted]) -> None:
        """A branch from main with another version."""
        assert self.git("switch", "-q", "-c", name, "main") == 0
        self._commit(accepted)

    def merge(self, *names: str) -> list[str]:
        """Merge branches into main, one after the other; what is accepted then, by its last word."""
        self.git("switch", "-q", "main")
        for name in names:
            assert self.git("merge", "-q", "--no-edit", name) == 0, f"{name}: a conflict"
        return sorted(accepted.slot.split()[-1] for accepted in read(str(self.folder / FILE)))

    def _commit(self, accepted: list[Accepted]) -> None:
        if accepted:
            write(str(self.folder / FILE), accepted)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "accept")


BEFORE = [one(f"old{number}") for number in range(30)]


@pytest.mark.parametrize("before", [[], BEFORE[:1], BEFORE])
def test_branches_that_accept_other_findings_merge(tmp_path: Path, before: list[Accepted]) -> None:
    """A few or many, also where the file is new on both."""
    repository = Repository(tmp_path, before, union=True)
    added = {name: [one(f"{name}{number}") for number in range(12)] for name in ("left", "right")}
    for name, more in added.items():
        repository.branch(name, [*before, *more])
    expected = [*before, *added["left"], *added["right"]]
    assert repository.merge("left", "right") == sorted(accepted.slot.split()[-1] for accepted in expected)


def test_pruning_and_accepting_merge(tmp_path: Path) -> None:
    """What one branch has dropped is dropped, unless it stands beside what the other has added."""
    repository = Repository(tmp_path, BEFORE, union=True)
    repository.branch("left", BEFORE[5:])
    repository.branch("right", [*BEFORE, one("new")])
    merged = repository.merge("left", "right")
    assert {"new", *(accepted.slot.split()[-1] for accepted in BEFORE[5:])} <= {*merged}


def test_the_same_acceptance_on_both_branches_is_one(tmp_path: Path) -> None:
    """The same words for the same finding."""
    repository = Repository(tmp_path, BEFORE[:2], union=True)
    repository.branch("left", [*BEFORE[:2], one("new"), one("a")])
    repository.branch("right", [*BEFORE[:2], one("new"), one("b")])
    assert repository.merge("left", "right") == ["a", "b", "new", "old0", "old1"]


def test_two_reasons_for_one_finding_are_a_real_conflict(tmp_path: Path) -> None:
    """Git merges the lines; the auditor says that somebody has to choose."""
    repository = Repository(tmp_path, BEFORE[:2], union=True)
    repository.branch("left", [*BEFORE[:2], one("new", "a joke")])
    repository.branch("right", [*BEFORE[:2], one("new", "an old page")])
    with pytest.raises(BadFileError, match=r"accepts what line . accepts, with another reason; keep one of the two"):
        repository.merge("left", "right")


def test_without_the_attribute_lines_seldom_meet(tmp_path: Path) -> None:
    """Their order is a digest's, so that two findings of one rule and story do not stand side by side."""
    before = [one(f"old{number}") for number in range(200)]
    repository = Repository(tmp_path, before, union=False)
    repository.branch("left", [*before, one("new-left")])
    repository.branch("right", [*before, one("new-right")])
    assert len(repository.merge("left", "right")) == 202
