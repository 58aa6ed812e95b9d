"""Work that is counted, since how long it takes is the machine's affair."""

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[str], object], text: str) -> int:
    """How many functions are called for a text, those of Python itself included."""
    count = 0

    def noted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(noted)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count
