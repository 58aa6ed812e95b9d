"""Time full extraction beside the extractors that others made, in one run, on one news-like text.

    make bench                           without the peers
    make bench PEERS=/path/to/python     with the peers that this Python has installed

Each tool runs in a process of its own, warms up on a small text, then reads the text once; the time of imports and of
the warm-up is not counted. Seconds are those of the processor, on one core. The text is the bundled newsroom over and
over, every copy with other figures, so that nothing is gained by remembering. Peers that are not installed are left out
and said to be.
"""

# ruff: noqa: INP001, T201, S603, PLC0415 - a script: it prints, starts itself anew and imports what is to be timed

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SLOW = 60_000
"""Characters that the slow peers read; their speed does not depend on the length."""

_ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

_FIGURE = re.compile(r"(?<![\d/.:-])[2-8](?=[\d,. ]* (?:\w+ )?[a-z])")
"""A digit to vary from copy to copy: 3 becomes 4 in one, 5 in the next; those of days are left alone."""


def text(characters: int) -> str:
    """News-like text of about so many characters: the newsroom's articles with other digits in every copy."""
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "claims/sources").rglob("*.txt"))]
    parts: list[str] = []
    length = copy = 0
    while length < characters:
        for article in articles:
            parts.append(_FIGURE.sub(lambda match, by=copy: str((int(match[0]) + by) % 7 + 2), article))
            length += len(parts[-1])
        copy += 1
    return "\n\n".join(parts)[:characters]


def auditor() -> Callable[[str], int]:
    """All claims of all kinds."""
    import auditor as package
    from auditor.model import Source

    return lambda given: len(package.extract(Source("bench", "bench", given)))


def scan() -> Callable[[str], int]:
    """The bare minimum: one pattern for digits."""
    pattern = re.compile(r"\d+(?:[.,]\d+)*")
    return lambda given: sum(1 for _ in pattern.finditer(given))


def quantulum() -> Callable[[str], int]:
    """quantulum3 without its classifier, the faster of its two ways."""
    from quantulum3 import parser

    return lambda given: sum(len(parser.parse(part)) for part in _paragraphs(given))


def recognizers() -> Callable[[str], int]:
    """Recognizers-Text: English numbers, units and dates."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    models = (recognize_number, recognize_currency, recognize_dimension, recognize_datetime)
    return lambda given: sum(len(model(part, Culture.English)) for part in _paragraphs(given) for model in models)


def spacy() -> Callable[[str], int]:
    """The small English pipeline of spaCy, all components."""
    import spacy as package

    installed = package.util.get_installed_models()
    pipeline = package.load(next(name for name in installed if name.startswith("en_core_web_sm")))
    return lambda given: sum(len(document.ents) for document in pipeline.pipe(_paragraphs(given)))


def _paragraphs(given: str) -> Iterator[str]:
    return (part for part in given.split("\n\n") if part.strip())


TOOLS = {
    "auditor": auditor,
    "scan": scan,
    "quantulum3": quantulum,
    "Recognizers-Text": recognizers,
    "spaCy small": spacy,
}


def measure(tool: str, characters: int, *, one_line: bool) -> dict[str, float]:
    """Run one tool in this process."""
    run = TOOLS[tool]()
    given = text(characters)
    if one_line:
        given = given.replace("\n", " ")
    run(given[:10_000])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = run(given)
    seconds = time.process_time() - start
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    size = len(given.encode())
    return {"seconds": seconds, "speed": size / seconds / 1e6, "found": found, "memory": memory / size}


def elsewhere(tool: str, characters: int, python: str, *, one_line: bool = False) -> dict[str, float] | None:
    """Run one tool in a process of its own; None if it is not installed there."""
    command = [python, __file__, "--tool", tool, "--characters", str(characters), *(["--one-line"] if one_line else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **_ONE_CORE})
    if done.returncode:
        print(f"{tool:<18} left out: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        return None
    result: dict[str, float] = json.loads(done.stdout)
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text the auditor reads (default: 1)")
    parser.add_argument("--peers", default=sys.executable, help="the Python that has the peers installed")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    parser.add_argument("--characters", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--one-line", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.tool:
        print(json.dumps(measure(args.tool, args.characters, one_line=args.one_line)))
    else:
        compare(int(args.megabytes * 1e6), args.peers)


def compare(size: int, peers: str) -> None:
    """Print how fast each tool is, then how the auditor's time and memory grow with the text."""
    ours = elsewhere("auditor", size, sys.executable)
    if ours is None:
        sys.exit(1)
    print(f"{'tool':<20}{'MB/s':>9}{'auditor is':>13}")
    print(f"{'auditor':<20}{ours['speed']:>9.3f}{'':>13}   {ours['found']:.0f} claims, {_memory(ours)}")
    for tool in TOOLS:
        if tool != "auditor" and (peer := elsewhere(tool, size if tool == "scan" else SLOW, peers)):
            print(f"{tool:<20}{peer['speed']:>9.4f}{ours['speed'] / peer['speed']:>12.3g}×")
    for name, one_line in (("ten times the text", False), ("  as one line", True)):
        if ten := elsewhere("auditor", 10 * size, sys.executable, one_line=one_line):
            growth = f"{ten['seconds'] / ours['seconds']:.1f} times the time"
            print(f"{name:<20}{ten['speed']:>9.3f}{'':>13}   {growth}, {_memory(ten)}")
    print(f"{'processes':<20}{'MB/s':>9}{'as fast':>13}   of the clock, which others who use the machine slow down")
    one = spread(10 * size, 1)
    for jobs in (1, max(2, os.cpu_count() or 1)):
        speed = one if jobs == 1 else spread(10 * size, jobs)
        print(f"{jobs:<20}{speed:>9.3f}{speed / one:>12.2f}×")


def spread(characters: int, jobs: int) -> float:
    """How many megabytes so many processes read in a second, their beginning included."""
    from auditor.extract.processes import examine_all
    from auditor.model import Source

    given = text(characters)
    sources = [Source(f"s{place}", "bench", given[place : place + 20_000]) for place in range(0, len(given), 20_000)]
    start = time.perf_counter()
    examine_all(sources, jobs)
    return len(given.encode()) / (time.perf_counter() - start) / 1e6


def _memory(run: dict[str, float]) -> str:
    return f"memory {run['memory']:.1f} times the text"


if __name__ == "__main__":
    main()
