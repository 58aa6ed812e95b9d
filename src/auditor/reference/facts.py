"""What a file of ``claims/reference`` may hold: terms of office and events, each a claim with its citation."""

import hashlib
import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, model_validator

from auditor.model import Claim, Interval, Role

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


class _Part(BaseModel):
    """Unknown keys are mistakes, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Citation(_Part):
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


class _Fact(_Part):
    """What every fact has: other names, the days it holds from and to, and who established it."""

    also: tuple[Words, ...] = ()
    start: Day
    end: Day | None = None
    source: Citations

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"`end` {self.end} lies before `start` {self.start}")
        return self


class Term(_Fact):
    """A person held an office from one day to another.

    Attributes:
        person: The name most used.
        also: Other spellings and names of the person.
        title: The office, in lower case, as the title table has it.
        organisation: Whose office it is.
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
        return Claim(
            kind="role",
            start=0,
            end=len(text),
            text=text,
            value=Role(self.person, self.title, self.organisation),
            subject=self.also,
            as_of=(self.start.isoformat(), self.end.isoformat() if self.end else FOREVER),
            speaker="; ".join(map(str, self.source)),
            source=f"reference:{stem}",
            id=_id(self.key),
        )


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
        return Claim(
            kind="date",
            start=0,
            end=len(self._sentence()),
            text=self._sentence(),
            value=Interval(
                point=first if first == last else None,
                low=first,
                high=last,
                written=first if first == last else f"{first}/{last}",
            ),
            measure=self.name,
            subject=self.also,
            as_of=(first, last),
            speaker="; ".join(map(str, self.source)),
            source=f"reference:{stem}",
            id=_id(self.key),
        )

    def _sentence(self) -> str:
        name = self.name[0].upper() + self.name[1:]
        if self.end is None:
            return f"{name} began on {_long(self.start)}."
        if self.end == self.start:
            return f"{name} took place on {_long(self.start)}."
        return f"{name} took place from {_long(self.start)} to {_long(self.end)}."


class Facts(_Part):
    """One file of facts."""

    terms: tuple[Term, ...] = ()
    events: tuple[Event, ...] = ()

    def claims(self, stem: str) -> tuple[Claim, ...]:
        """All facts as claims of the reference file ``stem``."""
        return (*(term.claim(stem) for term in self.terms), *(event.claim(stem) for event in self.events))


def _id(key: tuple[str, ...]) -> str:
    return f"r-{hashlib.sha256(chr(0).join(key).encode()).hexdigest()[:12]}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _long(day: date) -> str:
    """A day in words, whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
