"""Extraction in several processes: the same claims, and clear words when it goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.errors import AuditorError
from auditor.extract import examine, processes
from auditor.extract.processes import examine_all
from auditor.model import Source

PARAGRAPH = "The council paid €14 million for the roof of the town hall on 3 May 2024, said Mayor Ann Lee.\n\n"


def sources(count: int, length: int = 10) -> list[Source]:
    """Sources of so many paragraphs."""
    text = PARAGRAPH * length
    return [Source(f"s{number}", "roof", text.replace("14", str(number + 20))) for number in range(count)]


@pytest.fixture
def _small_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the sources is as much as a process gets at once."""
    monkeypatch.setattr(processes, "_SHARE", len(PARAGRAPH))


@pytest.mark.usefixtures("_small_shares")
def test_several_processes_find_what_one_finds() -> None:
    """In the same order, to the last value."""
    given = [*sources(3), Source("short", "roof", "It cost €3 million."), Source("empty", "roof", "")]
    assert examine_all(given, 2) == examine_all(given, 1) == [examine(source) for source in given]


@pytest.mark.usefixtures("_small_shares")
def test_little_text_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless it is asked for, and then no more than there is work for."""
    monkeypatch.setattr("concurrent.futures.process.ProcessPoolExecutor", None)
    assert len(examine_all(sources(3))) == 3
    assert len(examine_all(sources(1), 8)) == 1


def ended(_: object) -> None:
    """What happens to a process for which there is no memory."""
    os._exit(1)


@pytest.mark.usefixtures("_small_shares")
def test_a_process_that_is_killed_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of waiting for it for ever."""
    monkeypatch.setattr(processes, "_examined", ended)
    with pytest.raises(AuditorError, match="was ended from outside; try --jobs 1"):
        examine_all(sources(3), 2)


def test_the_command_writes_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the number of processes."""
    for source in sources(2, 600):
        (tmp_path / f"{source.id}.txt").write_text(source.text, encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "extract", str(tmp_path), "-o", "csv", "--jobs"]
    one, two = (subprocess.run([*command, jobs], capture_output=True, check=True) for jobs in "12")
    assert one.stdout.count(b"\n") > 1200
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
