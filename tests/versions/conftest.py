"""The command line for the tests of it."""

from pathlib import Path

import pytest

from running import Auditor


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Auditor:
    """The command, run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AUDITOR_TRACEBACK", raising=False)
    return Auditor(tmp_path, monkeypatch, capsys)
