"""Kills commands at random moments, and looks at every file afterwards: it is as it was, or as it should become."""

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "claims" / "sources"
PART = (".auditor-", ".part")
"""How a file begins and ends that was being written; sources never do, and nothing reads one."""

COMMANDS = {
    "check": ["check", "--fail-on", "none", "-o", "json:report.json", "-o", "html:report.html"],
    "extract": ["extract", "-o", "csv:extracted/"],
    "baseline accept": ["baseline", "accept", "--all", "--reason", "second", "--by", ""],
}

Contents = dict[str, bytes]


def newsroom(folder: Path) -> None:
    """A newsroom with results of an earlier run: an old report, old claims, one finding accepted."""
    shutil.copytree(SOURCES, folder / "claims" / "sources")
    (folder / "extracted" / "ukraine").mkdir(parents=True)
    for name in ("report.json", "report.html", "extracted/ukraine/nato-transcript-june.csv"):
        (folder / name).write_text("an earlier result\n", encoding="utf-8")
    run(folder, ["baseline", "accept", "--all", "--reason", "first", "--by", ""]).wait()
    lines = (folder / "claims/accepted.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims/accepted.jsonl").write_text(lines[0], encoding="utf-8")


def run(folder: Path, arguments: list[str]) -> "subprocess.Popen[bytes]":
    """Start the auditor in a folder."""
    command = [sys.executable, "-m", "auditor", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def contents(folder: Path) -> Contents:
    """Every file with what is in it."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def is_part(name: str) -> bool:
    """Whether a file is one that was being written."""
    own = name.rpartition("/")[2]
    return own.startswith(PART[0]) and own.endswith(PART[1])


def broken(before: Contents, after: Contents, found: Contents) -> Iterator[str]:
    """The files that are neither as they were nor as they should become."""
    for name in sorted(before.keys() | after.keys() | found.keys()):
        known = [some[name] for some in (before, after) if name in some]
        if name in found and found[name] not in known and not is_part(name):
            yield f"{name}: {len(found[name])} bytes that nobody meant"
        if name not in found and name in before:
            yield f"{name}: is gone"


def kill(template: Path, after: Contents, name: str, delay: float) -> tuple[bool, list[str], int]:
    """Kill a command after a while: whether it was still at work, what is broken, how many parts were left."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "newsroom")
        shutil.copytree(template, folder)
        process = run(folder, COMMANDS[name])
        time.sleep(delay)
        killed = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = contents(folder)
        return killed, list(broken(contents(template), after, found)), sum(map(is_part, found))


def main() -> None:
    """Kill, look, count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    drawn = random.Random(asked.seed)
    tally: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch, "template")
        template.mkdir()
        newsroom(template)
        done: dict[str, tuple[Contents, float]] = {}
        for name, arguments in COMMANDS.items():
            folder = Path(scratch, name)
            shutil.copytree(template, folder)
            start = time.perf_counter()
            run(folder, arguments).wait()
            done[name] = contents(folder), time.perf_counter() - start
        for _ in range(asked.times):
            name = drawn.choice(list(COMMANDS))
            after, seconds = done[name]
            # Half of the kills fall into the last third, where files are written.
            delay = seconds * (drawn.random() if drawn.random() < 0.5 else 0.7 + 0.4 * drawn.random())  # noqa: PLR2004
            killed, wrong, parts = kill(template, after, name, delay)
            tally[f"{name}: killed" if killed else f"{name}: done before"] += 1
            tally["parts left"] += parts
            tally["files broken"] += len(wrong)
            for line in wrong:
                print(f"{name} after {delay:.3f} s: {line}")
    for line, number in sorted(tally.items()):
        print(f"{number:5}  {line}")
    sys.exit(bool(tally["files broken"]))


if __name__ == "__main__":
    main()
