"""Extraction spread over processes: what comes out is the same to the byte, however many there are."""

import gc
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from threading import current_thread, main_thread

from auditor.errors import AuditorError
from auditor.extract import examine
from auditor.model import Source, SourceInfo

_WORTH = 2_000_000
"""With fewer characters a process is not worth the time that it takes to begin."""
_SHARE = 50_000
"""About how many characters a process is given at once."""


def examine_all(sources: Iterable[Source], jobs: int | None = None) -> list[SourceInfo]:
    """Examine sources, in their order.

    Args:
        sources: The sources.
        jobs: In how many processes; None for as many as there are processors, if there is enough text.

    Raises:
        AuditorError: Something outside has ended one of the processes.
    """
    sources = list(sources)
    shares = list(_shares(sources))
    count = min(_worth(sources) if jobs is None else jobs, len(shares))
    if count <= 1:
        return [examine(source) for source in sources]
    from concurrent.futures import process  # noqa: PLC0415 - few runs need it and what it imports
    from multiprocessing import get_context  # noqa: PLC0415

    executor = process.ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
    try:
        with _not_to_be_interrupted():
            results = executor.map(_examined, shares)
        return [*chain.from_iterable(results)]
    except process.BrokenProcessPool:
        raise AuditorError("a process that extracted claims was ended from outside; try --jobs 1") from None
    finally:
        executor.shutdown(cancel_futures=True)


def _worth(sources: Sequence[Source]) -> int:
    """How many processes some sources are worth."""
    if sum(len(source.text) for source in sources) < _WORTH:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shares(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """The sources in parts of about the same length."""
    share: list[Source] = []
    size = 0
    for source in sources:
        share.append(source)
        size += len(source.text)
        if size >= _SHARE:
            yield share
            share, size = [], 0
    if share:
        yield share


def _examined(share: Sequence[Source]) -> list[SourceInfo]:
    return [examine(source) for source in share]


def _begin() -> None:
    """What a new process does first: who interrupts the run interrupts its first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(1_000_000, 50, 100)


@contextmanager
def _not_to_be_interrupted() -> Iterator[None]:
    """Ignore interruptions while processes begin, which then ignore them from the start."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
