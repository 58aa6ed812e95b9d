"""Help, version and mistakes answer at once: they do not pay for the tables."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pandas", "pandera", "numpy", "pydantic", "rapidfuzz", "jinja2", "rich"}


def started(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """The exit code of a run in an empty folder, and the packages that it imported."""
    command = [sys.executable, "-X", "importtime", "-m", "auditor", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    names = re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.MULTILINE)
    assert "auditor.cli" in names
    return done.returncode, {name.partition(".")[0] for name in names}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["check", "--help"], 0),
        (["--version"], 0),
        ([], 2),
        (["chekc"], 2),
        (["check", "--fail-onn"], 2),
        (["check", "-o", "htm"], 2),
        (["check", "-o", "html:none/a.html"], 2),
        (["check"], 2),
    ],
)
def test_what_needs_no_tables_imports_none(tmp_path: Path, arguments: list[str], code: int) -> None:
    """Neither pandas nor anything else that takes its time."""
    done, imported = started(tmp_path, *arguments)
    assert done == code
    assert imported & HEAVY == set()


def test_a_path_that_is_not_there_needs_no_tables(tmp_path: Path) -> None:
    """It is found out before they are imported."""
    done, imported = started(tmp_path, "check", "none.txt")
    assert done == 2
    assert imported & {"pandas", "pandera", "numpy"} == set()


def test_extracting_needs_no_tables(tmp_path: Path) -> None:
    """Claims are written without comparing any."""
    (tmp_path / "a.txt").write_text("The roof cost €14 million.", encoding="utf-8")
    done, imported = started(tmp_path, "extract", "a.txt")
    assert done == 0
    assert imported & {"pandas", "pandera", "numpy"} == set()


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    """``auditor rules list | head -1``."""
    command = f"{sys.executable} -m auditor rules list | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)  # noqa: S607 - whichever shell there is
    assert done.stderr == ""


def test_any_locale_will_do(tmp_path: Path) -> None:
    """Output is UTF-8 whatever the environment says."""
    (tmp_path / "a.txt").write_text("The roof of Łódź cost €14 million.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "extract", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "€14 million" in done.stdout.decode("utf-8")
