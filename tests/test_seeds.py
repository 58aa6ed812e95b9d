"""The real sources that the example newsroom retells, where they lie beside the repository."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECK = ROOT.parent / "shared" / "seeds" / "check.py"


@pytest.mark.skipif(not CHECK.is_file(), reason="the real sources are not beside the repository: they are not ours")
def test_all_that_is_known_of_the_real_sources_is_found() -> None:
    """Every contradiction, slip and omission, and nothing that is none."""
    command = [sys.executable, str(CHECK), "--auditor", f"{sys.executable} -m auditor"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
