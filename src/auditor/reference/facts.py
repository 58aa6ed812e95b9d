"""What a file of ``claims/reference`` may hold: terms of office, events, rates, each a claim with its citation."""

import hashlib
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, StringConstraints, model_validator

from auditor.model import Claim, Interval, Kind, Role, Value
from auditor.wording.values import day as in_words
from auditor.yamlfile import Strict

FOREVER = "9999-12-31"
"""The last day of what has not ended, as far as the reference knows."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> date:
    """A day of the calendar, year first; nothing else that could pass for one."""
    if isinstance(value, date):
        return value
    text = "nothing" if value is None else f"`{str(value)[:40]}`"
    try:
        return date.fromisoformat(_DAY.fullmatch(str(value))[0])  # type: ignore[index]
    except (TypeError, ValueError):
        raise ValueError(f"must be a day such as 2024-06-12, not {text}") from None


def _listed(value: object) -> object:
    """One citation is a list of one; none is no fact."""
    if value in (None, [], ()):
        raise ValueError("must cite who established the fact, `name` and `url`")
    return value if isinstance(value, list | tuple) else (value,)


def _address(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", value):
        raise ValueError(f"must be an address beginning with https://, not `{value[:40]}`")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Address = Annotated[str, BeforeValidator(_address)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class Citation(Strict):
    """Where a fact is established.

    Attributes:
        name: Who says so.
        url: Where.
    """

    name: Words
    url: Address

    def __str__(self) -> str:
        """``Name, address``."""
        return f"{self.name}, {self.url}"


Citations = Annotated[tuple[Citation, ...], BeforeValidator(_listed)]


class _Fact(Strict):
    """What every fact has.

    Attributes:
        also: Other names.
        start: The first day on which it holds.
        end: The last day; left out where it has not ended.
        source: Who established it, once or more.
    """

    also: tuple[Words, ...] = ()
    start: Day
    end: Day | None = None
    source: Citations

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"`end` {self.end} lies before `start` {self.start}")
        return self

    @property
    def key(self) -> tuple[str, ...]:
        """What no other fact may share."""
        raise NotImplementedError

    def _claim(self, stem: str, kind: Kind, text: str, value: Value, last: str) -> Claim:
        """What every fact has as a claim of the reference file ``stem``; it holds until the day ``last``."""
        return Claim(
            kind=kind,
            start=0,
            end=len(text),
            text=text,
            value=value,
            subject=self.also,
            as_of=(self.start.isoformat(), last),
            speaker="; ".join(map(str, self.source)),
            source=f"reference:{stem}",
            id=f"r-{hashlib.sha256(chr(0).join(self.key).encode()).hexdigest()[:12]}",
        )


class Term(_Fact):
    """A person held an office from one day to another.

    Attributes:
        person: The name most used.
        also: Other spellings and names of the person.
        title: The office, in any of the forms that texts give it.
        organisation: Whose office it is, likewise.
        start: The first day.
        end: The last day; None if the term has not ended.
        source: Where that is established, once or more.
    """

    person: Words
    title: Words
    organisation: Words

    @property
    def key(self) -> tuple[str, ...]:
        """What no other term may share."""
        return "term", self.person, self.title, self.organisation, self.start.isoformat()

    def claim(self, stem: str) -> Claim:
        """The fact as a claim of the reference file ``stem``."""
        office = f"{self.title} of {self.organisation}"
        if self.end is None:
            text = f"{self.person} has been {office} since {_long(self.start)}."
        else:
            text = f"{self.person} was {office} from {_long(self.start)} to {_long(self.end)}."
        from auditor.extract.people.titles import canonical  # noqa: PLC0415 - who only lists rules needs no extractor

        value = Role(self.person, *canonical(self.title, self.organisation))
        return self._claim(stem, "role", text, value, self.end.isoformat() if self.end else FOREVER)


class Event(_Fact):
    """Something happened on a day, or from one day to another.

    Attributes:
        name: What it is called most.
        also: Other names of it.
        start: Its first day, which "since" counts from.
        end: Its last day, the same for an event of one day; None if it only began then.
        source: Where that is established, once or more.
    """

    name: Words

    @property
    def key(self) -> tuple[str, ...]:
        """What no other event may share."""
        return "event", self.name

    def claim(self, stem: str) -> Claim:
        """The fact as a claim of the reference file ``stem``."""
        first, last = self.start.isoformat(), (self.end or self.start).isoformat()
        value = Interval(
            point=first if first == last else None,
            low=first,
            high=last,
            written=first if first == last else f"{first}/{last}",
        )
        return replace(self._claim(stem, "date", self._sentence(), value, last), measure=self.name)

    def _sentence(self) -> str:
        name = self.name[0].upper() + self.name[1:]
        if self.end is None:
            return f"{name} began on {_long(self.start)}."
        if self.end == self.start:
            return f"{name} took place on {_long(self.start)}."
        return f"{name} took place from {_long(self.start)} to {_long(self.end)}."


def _currency(value: object) -> object:
    """A code of three capitals, as ISO 4217 has them."""
    if not isinstance(value, str) or not re.fullmatch("[A-Z]{3}", value):
        raise ValueError(f"must be a currency's code such as EUR, not `{str(value)[:40]}`")
    return value


def _ratio(value: object) -> Decimal:
    """A positive number, kept as it is written, since its digits tell how exact it is."""
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", str(value)) or not Decimal(str(value)):
        raise ValueError(f"must be a number above 0 such as 1.08, not `{str(value)[:40]}`")
    return Decimal(str(value))


Currency = Annotated[str, BeforeValidator(_currency)]


class Rate(_Fact):
    """What one currency cost in another, from one day to another.

    Attributes:
        base: The currency that one unit is of, by its code.
        quote: The currency that the price is in.
        rate: How much of it one unit of the base costs; 1.08 stands for 1.075 to 1.085.
    """

    base: Currency
    quote: Currency
    rate: Annotated[Decimal, BeforeValidator(_ratio)]

    @property
    def key(self) -> tuple[str, ...]:
        """What no other rate may share."""
        return "rate", self.base, self.quote, self.start.isoformat()

    def claim(self, stem: str) -> Claim:
        """The fact as a claim of the reference file ``stem``."""
        last = self.end or date.fromisoformat(FOREVER)
        half = Decimal(1).scaleb(int(self.rate.as_tuple().exponent)) / 2
        until = f"from {_long(self.start)} to {_long(last)}" if self.end else f"since {_long(self.start)}"
        text = f"One {self.base} has cost {self.rate} {self.quote} {until}."
        value = Interval(str(self.rate), str(self.rate - half), str(self.rate + half), high_open=True)
        return replace(
            self._claim(stem, "quantity", text, value, last.isoformat()),
            unit=self.quote,
            dimension="money",
            per=self.base,
            measure="rate of exchange",
        )


class Facts(Strict):
    """One file of facts.

    Attributes:
        terms: Who held which office, and when.
        events: When something happened.
        rates: What one currency cost in another.
    """

    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()
    rates: tuple[Rate, ...] = ()

    def claims(self, stem: str) -> tuple[Claim, ...]:
        """All facts as claims of the reference file ``stem``."""
        facts: tuple[Term | Event | Rate, ...] = (*self.terms, *self.events, *self.rates)
        return tuple(fact.claim(stem) for fact in facts)


def _long(day: date) -> str:
    """A day in words, whatever the locale."""
    return in_words(day.isoformat())
