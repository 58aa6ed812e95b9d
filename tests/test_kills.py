"""Commands are killed while they write: a few moments here, hundreds in ``benchmarks/kills.py``."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.files import write_whole
from kills import broken, contents, is_part

ROOT = Path(__file__).parents[1]
CALLS = ("os.fdopen", "os.fsync", "Path.chmod", "Path.replace")
KILLED_AT = """
import os, signal, sys
from pathlib import Path
owner, name = sys.argv[1].split(".")
where = {{"os": os, "Path": Path}}[owner]
call = getattr(where, name)
def die(*arguments, **options):
    if {after}:
        call(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(where, name, die)
from auditor.files import write_whole
write_whole("kept.txt", "new" * 100_000)
"""


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_a_kill_between_any_two_steps_leaves_the_old_file_or_the_new(tmp_path: Path, call: str, after: bool) -> None:  # noqa: FBT001
    """Right before and right after every call that touches the disk."""
    (tmp_path / "kept.txt").write_text("old", encoding="utf-8")
    command = [sys.executable, "-c", KILLED_AT.format(after=after), call]
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, check=False)
    assert done.returncode == -signal.SIGKILL
    found = contents(tmp_path)
    replaced = call == "Path.replace" and after
    assert found["kept.txt"] == (b"new" * 100_000 if replaced else b"old")
    assert all(is_part(name) for name in found if name != "kept.txt")
    assert not list(broken({"kept.txt": b"old"}, {"kept.txt": b"new" * 100_000}, found))


def test_the_script_sees_what_is_broken() -> None:
    """Half a file, a lost file, a file that nobody meant; what was being written is none."""
    before, after = {"a": b"1", "b": b"2"}, {"a": b"3", "b": b"2", "c": b"4"}
    assert list(broken(before, after, {"a": b"3", "b": b"2"})) == []
    assert list(broken(before, after, {"a": b"1", "b": b"2", "c": b"4", "x/.auditor-1.part": b""})) == []
    assert len(list(broken(before, after, {"a": b"31", "c": b"", "d": b""}))) == 4


def test_what_a_kill_left_is_no_source_and_in_nobodys_way(tmp_path: Path) -> None:
    """It is hidden, is not read, and the next run writes all the same."""
    from auditor.read import read  # noqa: PLC0415 - one test reads

    (tmp_path / ".auditor-x.part").write_text("half a", encoding="utf-8")
    write_whole(tmp_path / "a.txt", "A whole source.")
    assert [source.id for source in read(tmp_path)] == ["a"]
