"""One text on its way through the extractors: a source's text, or its title, with what is known of it so far."""

import dataclasses
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditor.extract.people.owners import Office
from auditor.extract.sentence.spans import Spans
from auditor.extract.triggers import Triggers
from auditor.model import Claim, Field, Span, Zone, ZoneName

if TYPE_CHECKING:
    from auditor.extract.people.known import People


@dataclass(slots=True)
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
        offices: The phrases of offices; None until somebody asks for them.
        roles: The claims of who holds which office; likewise.
        names: The claims of proper names; likewise.
        people: Whom its surnames mean; likewise.
    """

    text: str
    field: Field = "text"
    zones: tuple[Zone, ...] = ()
    sentences: Spans = dataclasses.field(default_factory=Spans)
    published: date | None = None
    reserved: list[Span] = dataclasses.field(default_factory=list)
    clocks: list[Span] = dataclasses.field(default_factory=list)
    offices: list[Office] | None = None
    roles: list[Claim] | None = None
    names: list[Claim] | None = None
    people: "People | None" = None
    _triggers: Triggers | None = None

    @property
    def triggers(self) -> Triggers:
        """The words that some table begins an entry with, found when first asked for."""
        if self._triggers is None:
            self._triggers = Triggers(self.text)
        return self._triggers

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
