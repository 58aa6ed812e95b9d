"""One text on its way through the extractors: a source's text, or its title, with what is known of it so far."""

import dataclasses
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from auditor.extract.sentence.spans import Spans
from auditor.extract.triggers import Triggers
from auditor.model import Field, Span, Zone, ZoneName

Found = TypeVar("Found")


@dataclass
class Document:
    """A text to extract claims from.

    Attributes:
        text: The characters that all offsets count.
        field: Which field of the source this text is.
        zones: The parts of the text, in order, covering all of it.
        sentences: Sentence spans in order, not overlapping, without surrounding white space.
        published: The day the source appeared, if known; what "on Tuesday" is counted from.
        reserved: Spans whose digits and number words are no quantities (days, years, times of day), in order.
        clocks: Spans of times of day in figures, in order, once the dates are read.
        kept: What was found in it by what looks through it once; see :func:`once`.
    """

    text: str
    field: Field = "text"
    zones: tuple[Zone, ...] = ()
    sentences: Spans = dataclasses.field(default_factory=Spans)
    published: date | None = None
    reserved: list[Span] = dataclasses.field(default_factory=list)
    clocks: list[Span] = dataclasses.field(default_factory=list)
    kept: dict[str, Any] = dataclasses.field(default_factory=dict)

    @cached_property
    def triggers(self) -> Triggers:
        """The words that some table begins an entry with, found when first asked for."""
        return Triggers(self.text)

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position, or an empty span there if it stands between sentences."""
        index = self.sentences.last(position)
        if index >= 0 and position < self.sentences.ends[index]:
            return self.sentences[index]
        return position, position

    def zone_at(self, position: int) -> ZoneName:
        """The zone that holds a position; a text without zones is all body, a title all headline."""
        if not self.zones:
            return "headline" if self.field == "title" else "body"
        index = bisect_right(self.zones, position, key=lambda zone: zone.end)
        return self.zones[min(index, len(self.zones) - 1)].name


def once(find: Callable[[Document], Found]) -> Callable[[Document], Found]:
    """Have a function look through a document when it is first asked for, and keep what it finds with the document."""
    name = f"{find.__module__}.{find.__name__}"

    @wraps(find)
    def found(document: Document) -> Found:
        if name not in document.kept:
            document.kept[name] = find(document)
        kept: Found = document.kept[name]
        return kept

    return found
