"""Claims and sources made by hand, for tests that do not extract."""

from typing import Any

from auditor.model import Claim, Interval, Name, Quotation, Role, Source, SourceInfo, Stage, Value

_KINDS: dict[type, str] = {Role: "role", Quotation: "quotation", Stage: "status", Name: "name", Interval: "quantity"}


def claim(text: str, value: Value | None = None, *, source: str = "a", start: int = 0, **fields: Any) -> Claim:  # noqa: ANN401
    """A claim in the story "s"; its kind follows from its value unless given."""
    value = Interval() if value is None else value
    end = start + len(text)
    defaults: dict[str, Any] = {
        "kind": _KINDS[type(value)],
        "sentence": (start, end),
        "source": source,
        "story": "s",
        "id": f"c-{source}-{start}-{text}",
    }
    return Claim(start=start, end=end, text=text, value=value, **(defaults | fields))


def number(text: str, low: str | None, high: str | None = None, **fields: Any) -> Claim:  # noqa: ANN401
    """A quantity from low to high, or exactly low."""
    high = low if high is None else high
    point = low if low == high else None
    return claim(text, Interval(point, low, high), **({"unit": "count", "dimension": "count"} | fields))


def day(text: str, low: str, high: str | None = None, **fields: Any) -> Claim:  # noqa: ANN401
    """A date from low to high."""
    return claim(text, Interval(low, low, high or low, written=low), kind="date", **fields)


def role(person: str, title: str, organisation: str | None = None, **fields: Any) -> Claim:  # noqa: ANN401
    """A person in an office."""
    return claim(f"{title} {person}", Role(person, title, organisation), **fields)


def info(name: str, text: str = "", published: str | None = None, claims: tuple[Claim, ...] = ()) -> SourceInfo:
    """A source of the story "s" with what was found in it."""
    return SourceInfo(Source(name, "s", text), published, "metadata" if published else None, claims)
