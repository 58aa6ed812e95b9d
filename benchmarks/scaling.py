"""Time the comparison of one big running story and of one ten times as big, without reading and extraction (CPU time).

    python benchmarks/scaling.py                 200 sources, then 2,000
    python benchmarks/scaling.py --core 1        besides, every source repeats one fact that all have
    python benchmarks/scaling.py --profile       where the time of the bigger one goes

A running story has many threads; each source takes up a few that are in the news in its days, in its outlet's words,
and now and then with another figure. A thread is told by about as many sources, however long the story runs.
"""

import argparse
import cProfile
import gc
import pstats
import time
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from auditor import rules as rule_pack
from auditor.digests import digests
from auditor.extract import examine
from auditor.model import Source, SourceInfo
from auditor.pipeline import audit_stories
from auditor.read.zones import zones
from storytelling.planting import Planted, planters
from storytelling.stories import Story, page, story

CLAIMS = 50
"""About how many claims a source has."""
TELLERS = 10
"""By about how many sources a thread is told."""
A_DAY = 10
"""How many sources appear on one day."""
SLIPS = 0.1
"""How often a thread is told with another figure than by the others."""


def sources(count: int, core: int) -> Iterator[SourceInfo]:
    """The sources of one story, examined, each with as many claims as it takes."""
    threads = [story(index, seed=1) for index in range(core, core + max(count // 4, 1))]
    always = [story(index, seed=2) for index in range(core)]
    for index in range(count):
        rng = Random(f"scaling/{index}")
        reach = len(threads) * index // count
        parts = [_told(one, rng, short=True) for one in always]
        while True:
            thread = threads[min(max(reach + rng.randrange(-1, 2), 0), len(threads) - 1)]
            parts.append(_told(thread, rng, short=False))
            info = _examined(f"s{index:05}", "\n".join(parts), index)
            if len(info.claims) >= CLAIMS:
                break
        yield info


def _told(thread: Story, rng: Random, *, short: bool) -> str:
    """A thread in the words of one of its outlets; the first sentence only if it is to be short."""
    if rng.random() < SLIPS:
        planted: Planted | None = planters()["figure changed"](thread, rng)
        thread = planted.story if planted else thread
    written = page(thread, rng.randrange(len(thread.drafts)))
    if short:
        mark = next(mark for mark in written.marks if mark.fact == 0 and not mark.slot)
        return written.record["text"][mark.start : mark.end] + "\n"
    return written.record["text"]


def _examined(name: str, text: str, index: int) -> SourceInfo:
    day = (date(2020, 1, 1) + timedelta(days=index // A_DAY)).isoformat()
    return examine(Source(name, "big", text, published=day, zones=zones(text).zones))


def measure(count: int, core: int, *, profile: bool = False) -> float:
    """Compare one story and say how long it took."""
    infos, rules = list(sources(count, core)), tuple(rule_pack.load())
    claims = sum(len(info.claims) for info in infos)
    profiler = cProfile.Profile()
    start = time.process_time()
    if profile:
        profiler.enable()
    findings, agreements, left_out = audit_stories(infos, rules, (), digests(infos))
    profiler.disable()
    seconds = time.process_time() - start
    print(
        f"{count:>6} sources {claims:>8} claims {seconds:>8.1f} s   "
        f"{len(findings)} findings, {len(agreements)} agreements, {len(left_out)} not compared",
        flush=True,
    )
    if profile:
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(60)
    return seconds


def main() -> None:
    """Print the times and how many times longer the bigger one took."""
    gc.set_threshold(1_000_000, 50, 100)  # as the command does
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=200, help="how many sources the smaller story has (default 200)")
    parser.add_argument("--times", type=int, default=10, help="how many times as big the bigger one is (default 10)")
    parser.add_argument("--core", type=int, default=0, help="how many facts every source repeats (default 0)")
    parser.add_argument("--profile", action="store_true", help="profile the bigger story")
    args = parser.parse_args()
    measure(20, args.core)
    small = measure(args.sources, args.core)
    big = measure(args.sources * args.times, args.core, profile=args.profile)
    print(f"{args.times} times the sources took {big / small:.1f} times the time")


if __name__ == "__main__":
    main()
