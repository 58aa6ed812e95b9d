"""What all tests share: comparing outputs with files that are reviewed in diffs."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser

from browsing import launched
from running import Auditor

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")  # how long an example takes is the machine's affair, no test's


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine, started once."""
    with launched() as started:
        yield started


@pytest.fixture(scope="session", autouse=True)
def _no_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a run remembers for the next is kept out of the user's own cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Auditor:
    """The command, run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AUDITOR_TRACEBACK", raising=False)
    return Auditor(tmp_path, monkeypatch, capsys)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in the folder ``golden`` beside the test.

    ``make goldens`` (or ``UPDATE_GOLDENS=1 pytest``) writes the files anew instead; read what changed with git diff.
    """

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if os.environ.get("UPDATE_GOLDENS"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"{path} does not exist; make goldens writes it"
        expected = path.read_bytes().decode("utf-8")
        same = text == expected
        assert same, f"{name} has changed: {_difference(expected, text)}; make goldens writes it anew"

    return compare


def _difference(expected: str, text: str) -> str:
    """The first line that differs, both ways."""
    old, new = expected.splitlines(), text.splitlines()
    for number, (before, after) in enumerate(zip(old, new, strict=False), 1):
        if before != after:
            return f"line {number} was {before[:200]!r}, is {after[:200]!r}"
    return f"{len(old)} lines were {len(new)}"
