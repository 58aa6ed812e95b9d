"""What an article states below its headline, for asking whether it bears out what a headline or a retelling says."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

from auditor.digests.denied import Denied
from auditor.digests.names.called import Called
from auditor.digests.names.mentions import Mentions
from auditor.digests.names.named import Named
from auditor.digests.names.sorts import Sorts
from auditor.digests.names.usage import Usage
from auditor.digests.numbers import days, figures, slots, years
from auditor.digests.numbers.derived import is_aged, is_derived
from auditor.digests.numbers.enumerations import is_running
from auditor.digests.numbers.evidence import Evidence
from auditor.digests.numbers.nearest import IN_PASSING, NO_NAME, displaced
from auditor.digests.numbers.readings import is_year
from auditor.digests.places.around import Around
from auditor.digests.places.beside import Beside
from auditor.digests.places.wording import Wording
from auditor.extract.words import capitalised_throughout
from auditor.model import Claim, SourceInfo, Span

_ENOUGH = 50
"""Words of the shortest article that is asked whom it names."""


class Article:
    """What a source states below its headline, gathered once for all that retell it.

    Args:
        info: The source.
    """

    def __init__(self, info: SourceInfo) -> None:
        """Keep what is asked first; the rest is gathered when it is."""
        self.info = info
        self.claims = [claim for claim in info.claims if claim.zone != "headline"]
        self.body = _body(info)
        self.numbers = Evidence(self.body, self.claims, info)
        self._told_again: dict[str, list[Span]] = {}

    @cached_property
    def calendar(self) -> days.Calendar:
        """The days that it speaks of."""
        return days.calendar(self.claims, self.info.published)

    @cached_property
    def wording(self) -> Wording:
        """The words between which it has its amounts and dates."""
        return Wording(self.info.source.text, self.info.claims)

    @cached_property
    def around(self) -> Around:
        """The words among which it has its numbers and days."""
        return Around(self.info.source.text, self.info.claims)

    @cached_property
    def beside(self) -> Beside:
        """Its figures, and what stands beside each."""
        return Beside(self.info.source.text, self.info.claims)

    @cached_property
    def called(self) -> Called:
        """Whom and what it names."""
        source = self.info.source
        return Called(text for text in (source.text, source.title, source.publisher, source.url) if text)

    @cached_property
    def called_in_body(self) -> Called:
        """What it calls things below its headline."""
        return Called([self.body])

    @cached_property
    def mentions(self) -> Mentions:
        """Its names, and where they stand."""
        return Mentions(self.info.source.text, self.info.claims)

    @cached_property
    def named(self) -> Named:
        """Beside which words its names stand."""
        return Named(self.info.source.text, self.mentions, self.around, self.sorts)

    @cached_property
    def sorts(self) -> Sorts:
        """What its names are names of."""
        return Sorts(self.info.source.text, self.info.claims, self.mentions)

    @cached_property
    def usage(self) -> Usage:
        """How it uses its names."""
        return Usage(self.info.source.text, self.mentions, self.sorts)

    @cached_property
    def denied(self) -> Denied:
        """What it asserts."""
        return Denied(self.info.source.text, self.around)

    def instead(self, text: str, told: Sequence[Claim]) -> dict[str, Claim]:
        """For each claim of a retelling in whose place it has another, the other, unless elsewhere fits better."""
        rivals, claims = self.wording.instead(text, told), {claim.id: claim for claim in told}
        return {
            name: other
            for name, other in rivals.items()
            if self.around.is_as_close(claims[name], other, text)
            and not (figures.is_sum(claims[name], self.numbers) or days.is_of_the_text(other))
        }

    def not_named(self, name: Claim, text: str) -> str | None:
        """Why a name of a short text is not the one that is meant, in words; None where it may be."""
        if self.called.lacks(name, text):
            return NO_NAME
        if reason := next(chain(self.sorts.slips(name, text), self.usage.slips(name, text)), None):
            return reason
        if other := self.named.instead(name, text):
            return displaced(other)
        return IN_PASSING if self.named.is_aside(name, text) else None

    def bears_out_headline(self, claim: Claim, info: SourceInfo) -> bool:
        """Whether it bears out a claim of its headline, or that is no claim but a figure of speech."""
        before, after = _beside(claim, info)
        sentence, start = before + claim.text + after, len(before)
        return (
            (self.bears_out(claim, years=False) and not figures.is_another(claim, self.numbers))
            or (claim.kind == "date" and not self._retold(sentence))  # the end of the quarter, above a table of it
            or figures.is_idiom(sentence, start, start + len(claim.text))
            or (claim.kind == "name" and is_running(claim.text, self.body))
            or figures.is_listing(sentence, start + len(claim.text), claim, self.numbers)
            or is_derived(claim, before, after, self.numbers)
            or (_is_person(claim) and capitalised_throughout(sentence))  # "Penny Fetches $1.1M"
        )

    def otherwise(self, claim: Claim, info: SourceInfo) -> str | None:
        """What it has for a claim of its headline where it tells the same; None where that may be the claim."""
        before, after = _beside(claim, info)
        headline = before + claim.text + after
        if claim.kind == "date" or is_year(claim, after):
            return self._in_another_year(claim, headline, after)
        if claim.kind not in {"quantity", "duration"} or figures.meets(claim, self.numbers):
            return None
        told = slots.otherwise(claim, self.numbers, self._retold(headline), aged=is_aged(claim, before, after))
        return told.text if told else None

    def _in_another_year(self, claim: Claim, headline: str, after: str) -> str | None:
        """In which other year what a headline retells was, in words."""
        if named := years.named_otherwise(claim, after, self.body, self.numbers, self.calendar):
            return named
        if not years.is_missing_year(claim, self.numbers, self.calendar):
            return None
        retold = self._retold(headline)
        told = (one for one in self.claims if one.kind == "date" and one.sentence in retold)
        return next((one.text for one in told if years.tells_year(one)), None)

    def _retold(self, headline: str) -> list[Span]:
        """The sentences of it that a headline retells; the headline itself is none."""
        if headline not in self._told_again:
            self._told_again[headline] = self.around.retold(headline, self._below)
        return self._told_again[headline]

    @cached_property
    def _below(self) -> list[Span]:
        """Its sentences below its headlines."""
        zones = [zone for zone in self.info.source.zones if zone.name == "headline"]
        return [span for span in self.around.spans if not any(zone.start <= span[0] < zone.end for zone in zones)]

    def bears_out(self, claim: Claim, *, years: bool) -> bool:
        """Whether it bears out a claim."""
        match claim.kind:
            case "quantity":
                return figures.borne_out(claim, self.numbers)
            case "date":
                named = claim.text.isalpha() and claim.text.lower() in self.body.lower()
                return named or days.borne_out(claim, self.numbers, self.calendar, years=years)
        if not _is_person(claim):
            return figures.stands(claim.text, self.numbers)
        return len(self.called_in_body.words) < _ENOUGH or not self.called_in_body.lacks(claim)


def _beside(claim: Claim, info: SourceInfo) -> tuple[str, str]:
    """What a headline says before and behind a claim of it."""
    (first, last), headline = claim.place, getattr(info.source, claim.field) or ""
    return headline[first : claim.start], headline[claim.end : last]


def _is_person(claim: Claim) -> bool:
    """Whether a name of a headline that is asked after is a person's, and not the number of a flight or a court."""
    return claim.kind == "name" and not claim.text[-1].isdecimal()


def _body(info: SourceInfo) -> str:
    """A source's text without its headlines; no text where there is no article, so that nothing is missing from it."""
    text = info.source.text
    return "\n".join(text[zone.start : zone.end] for zone in info.source.zones if zone.name != "headline") or text
