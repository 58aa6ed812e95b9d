"""``auditor diff``: two files, two folders, two revisions; what pairs up, and what is refused."""

import json
import subprocess
from typing import Any

import pytest

from running import Auditor, contents

ROOF = "The council paid €14 million for the stadium roof, the mayor said on Monday at the town hall.\n"
FERRY = "The ferry line has ordered 60 electric boats, and its captain wants more of them next year.\n"
LATER = ROOF.replace("14", "15")


def compared(auditor: Auditor, *arguments: Any) -> list[tuple[str | None, str | None, int]]:  # noqa: ANN401 - paths and texts
    """Every source: its name before, its name after, how many claims are not what they were."""
    document = json.loads(auditor("diff", *arguments, "-o", "json").out)
    return [
        (one["old"] and one["old"]["id"], one["new"] and one["new"]["id"], len(one["changes"]))
        for one in document["sources"]
    ]


def git(auditor: Auditor, *arguments: str) -> None:
    """Run git in the folder."""
    as_somebody = ["-c", "user.name=Ed", "-c", "user.email=ed@paper.example"]
    command = ["git", *as_somebody, *arguments]
    subprocess.run(command, cwd=auditor.folder, capture_output=True, check=True)


@pytest.fixture
def repository(auditor: Auditor) -> Auditor:
    """A repository with a newsroom in two revisions, and a third version in the folder."""
    git(auditor, "init", "-q")
    for text in (ROOF, LATER):
        auditor.source("claims/sources/roof/a.txt", text)
        auditor.source("claims/sources/ferry/b.txt", FERRY)
        git(auditor, "add", "-A")
        git(auditor, "commit", "-q", "-m", "a")
    auditor.source("claims/sources/roof/a.txt", ROOF.replace("14", "16"))
    return auditor


def test_folders_are_compared_source_by_source(auditor: Auditor) -> None:
    """By name, else by text; what is left over came or went."""
    for name, text in {"a": ROOF, "b": FERRY, "c": "Nothing was said."}.items():
        auditor.source(f"old/{name}.txt", text)
    for name, text in {"a": LATER, "boats": FERRY, "d": "A dog ran by with 2 hats."}.items():
        auditor.source(f"new/{name}.txt", text)
    assert compared(auditor, "old", "new") == [
        ("a", "a", 1),
        ("b", "boats", 0),
        (None, "d", 0),
        ("c", None, 0),
    ]
    run = auditor("diff", "old", "new")
    assert run.code == 1
    assert "1 claim changed in silence in 4 sources." in run.out
    assert "14 million euros → 15 million euros: The council paid €15 million" in run.out
    assert "new/boats" not in run.out
    assert "new/d: new" in run.out
    assert "old/c: gone" in run.out


def test_a_finding_says_what_is_silent(auditor: Auditor) -> None:
    """In the words of every other finding."""
    auditor.source("a.txt", ROOF)
    auditor.source("b.txt", LATER)
    [finding] = json.loads(auditor("diff", "a.txt", "b.txt", "-o", "json").out)["findings"]
    assert (finding["rule"], finding["verdict"], finding["severity"]) == ("silent-edit", "missing", "warning")
    assert finding["values"] == ["14000000 EUR", "15000000 EUR"]
    assert [claim["text"] for claim in finding["claims"]] == ["€14 million", "€15 million"]
    assert "does not say so" in finding["message"]


def test_revisions_are_read_from_git(repository: Auditor) -> None:
    """One and another, or one and what stands in the folder; nothing is written."""
    before = contents(repository.folder)
    assert compared(repository, "--git", "HEAD~1..HEAD") == [("b", "b", 0), ("a", "a", 1)]
    assert compared(repository, "--git", "HEAD~1...HEAD", "claims/sources/ferry") == [("b", "b", 0)]
    assert compared(repository, "--git", "HEAD") == [("b", "b", 0), ("a", "a", 1)]
    assert compared(repository, "--git", "HEAD~1..", "./claims/sources/roof/a.txt") == [("a", "a", 1)]
    assert repository("diff", "--git", "HEAD..HEAD").code == 0
    assert contents(repository.folder) == before


def test_a_folder_below_the_repository_is_where_paths_begin(repository: Auditor) -> None:
    """As for git itself."""
    repository.monkeypatch.chdir(repository.folder / "claims")
    assert compared(repository, "--git", "HEAD", "sources/roof") == [("a", "a", 1)]
    repository.monkeypatch.chdir(repository.folder / "claims/sources/roof")
    assert compared(repository, "--git", "HEAD", ".") == [("a", "a", 1)]
    assert compared(repository, "--git", "HEAD", "a.txt") == [("a", "a", 1)]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--git", "nope"), "no such revision: `nope`"),
        (("--git", "--output=x"), "no such revision: `--output=x`"),
        (("--git", "HEAD..nope"), "no such revision: `nope`"),
        (("--git", "HEAD", "../x"), "../x: name a path below this folder, to find it in older revisions"),
        (("--git", "HEAD", "/etc"), "/etc: name a path below this folder, to find it in older revisions"),
        (("--git", "HEAD", ":(glob)**"), "nothing to read in :(glob)** at HEAD"),
        (("--git", "HEAD", "none"), "nothing to read in none at HEAD"),
        (("claims",), "name two versions, OLD and NEW, or a revision with --git (see auditor diff --help)"),
        (
            ("claims", "claims/sources/roof/a.txt"),
            "claims and claims/sources/roof/a.txt: one is a folder and one is not",
        ),
        (("claims/a", "claims/b"), "no such file or folder: `claims/a`"),
        (
            ("claims", "claims", "-o", "html"),
            "Invalid value for '-o' / '--output': unknown format `html`; it is one of",
        ),
    ],
)
def test_what_is_wrong_is_told(repository: Auditor, arguments: tuple[str, ...], complaint: str) -> None:
    """On one line."""
    assert repository("diff", *arguments).complaint.startswith(complaint)


def test_without_a_repository_git_is_asked_in_vain(auditor: Auditor) -> None:
    """And without git; what it says is told."""
    auditor.monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(auditor.folder.parent))
    auditor.source("claims/sources/a.txt", ROOF)
    assert "not a git repository" in auditor("diff", "--git", "HEAD").complaint
    auditor.monkeypatch.setenv("PATH", "")
    assert auditor("diff", "--git", "HEAD").complaint.startswith("git cannot be run: ")


def test_what_cannot_be_read_is_told(repository: Auditor) -> None:
    """In either version; the rest is compared."""
    repository.source("claims/sources/roof/bad.txt", b"\0\1\2\3")
    run = repository("diff", "--git", "HEAD~1")
    assert run.complaint.startswith("claims/sources/roof/bad.txt: is not text")
    assert "14 million euros → 16 million euros" in run.out
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "bad")
    run = repository("diff", "--git", "HEAD..HEAD~1")
    assert run.complaint.startswith("HEAD: claims/sources/roof/bad.txt: is not text")
