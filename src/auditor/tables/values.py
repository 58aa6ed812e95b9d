"""What the value of a claim puts into the columns of the claims table."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from auditor.extract.events import stages
from auditor.extract.people.titles import one_holder
from auditor.extract.quantity import quantity_words, units
from auditor.model import Claim, Interval, Name, Quotation, Role, Stage

_A_DAY = Decimal(24 * 60 * 60)


def of_value(claim: Claim) -> dict[str, Any]:
    """The columns that depend on the kind of value; what is left out is missing."""
    return _VALUES[type(claim.value)](claim, claim.value)


def ordinal(day: str | None) -> float:
    """A day, as an ISO day, on the axis of days; NaN for none."""
    return np.nan if day is None else float(date.fromisoformat(day).toordinal())


def iso(day: float) -> str:
    """A day of the axis of days as an ISO day: the other way round."""
    return date.fromordinal(max(1, min(round(day), date.max.toordinal()))).isoformat()


def _interval(claim: Claim, value: Interval) -> dict[str, Any]:
    """Interval columns of a quantity, a date or a duration."""
    if claim.kind == "date":
        return {
            "axis": "day",
            "point": ordinal(value.point),
            "low": ordinal(value.low),
            "high": ordinal(value.high),
            "written": value.written,
            "weekday": _weekday(value),
            "topic": claim.measure,
        }
    factor, offset = (units.to_base(claim.unit) if claim.unit else None) or (Decimal(1), Decimal(0))
    if claim.kind == "duration":
        factor /= _A_DAY

    def base(number: str | None, unbounded: float) -> float:
        return unbounded if number is None else float(Decimal(number) * factor + offset)

    topic = _topic(claim)
    vague = value.point is None and value.low is None and value.high is None
    return {
        "number": np.nan if value.point is None else float(value.point),
        "axis": claim.unit if claim.dimension in ("money", "ratio", None) else claim.dimension,
        "point": base(value.point, np.nan),
        "low": np.nan if vague else base(value.low, -np.inf),
        "high": np.nan if vague else base(value.high, np.inf),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "topic": topic,
        "toll": quantity_words.toll(topic) if topic and claim.dimension == "count" else None,
        "people": claim.counted is not None and _counts_people(claim.counted),
    }


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = re.compile(r".{4}-W..-([1-7])")


def _weekday(value: Interval) -> str | None:
    """The weekday of a date that is one day, or names one."""
    named = _NAMED.fullmatch(value.written or "")
    if named:
        return WEEKDAYS[int(named[1]) - 1]
    return WEEKDAYS[date.fromisoformat(value.point).weekday()] if value.point else None


def _counts_people(counted: str) -> bool:
    """Whether a noun phrase, its head in the singular, names people."""
    head = counted.rsplit(maxsplit=1)[-1].lower()
    return head == "person" or stages.is_anybody(head)


def _topic(claim: Claim) -> str | None:
    """What a quantity is about: its measure, and what it counts where the measure does not say so."""
    measure, counted = claim.measure, claim.counted
    if measure and counted and counted.lower() not in measure:
        return f"{measure} {counted}"
    return measure or counted


def _role(_: Claim, value: Role) -> dict[str, Any]:
    return {
        "person": value.person,
        "title": value.title,
        "organisation": value.organisation,
        "former": value.former,
        "one_holder": one_holder(value.title),
        "topic": value.person,
    }


def _stage(claim: Claim, value: Stage) -> dict[str, Any]:
    place = stages.place(value.stage)
    track, order = place if place is not None else (None, None)
    return {
        "thing": value.thing,
        "stage": value.stage,
        "track": track,
        "stage_order": np.nan if order is None else order,
        "topic": None if stages.names_nothing(value.thing) else value.thing,
        "lasting": stages.lasts(claim.text),
    }


_VALUES: dict[type, Callable[[Claim, Any], dict[str, Any]]] = {
    Interval: _interval,
    Role: _role,
    Stage: _stage,
    Quotation: lambda _, value: {"words": value.words, "topic": value.words},
    Name: lambda _, value: {"name": value.name, "topic": value.name},
}
