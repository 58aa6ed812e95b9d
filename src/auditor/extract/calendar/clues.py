"""What tells when a source appeared: the date displayed, the address, the metadata, the file's name."""

from collections import Counter
from dataclasses import replace
from datetime import date

from auditor.extract.calendar.addresses import date_in_name, date_in_url
from auditor.extract.calendar.dates import claim, span_of
from auditor.extract.calendar.period import Period
from auditor.extract.calendar.reading import read
from auditor.extract.calendar.scan import Found, Scan
from auditor.language.phrases import pattern
from auditor.model import Claim, Clue, Interval, Source, Zone

_UPDATED = pattern("dates", "updated")
#: Kinds of expression that can say when a page appeared; a weekday or "two days ago" cannot.
_TELLING = frozenset({"day_month", "month_day", "year_month", "month_year", "figures"})
#: Two clues this many days apart still speak of one appearance: a night or a time zone lies between.
_ADJACENT = 1
#: The reading of an ambiguous date that lies this near another date of the source is meant.
_NEAR = 7


def clues(source: Source) -> list[Claim]:
    """The publication clues of a source, ambiguous ones decided by the others where they can be."""
    found = [*_metadata(source), *_address(source), *_displayed(source), *_file_name(source)]
    return settled(found)


def published(claims: list[Claim]) -> tuple[date, Clue] | None:
    """The day the source appeared and the clue that says so; None where nothing tells the day.

    Metadata is trusted most, then a displayed date that the address bears out, the address, what is displayed, the
    last update, the file's name.
    """
    days = {clue: _days(claims, clue) for clue in ("metadata", "url", "displayed", "updated", "filename")}
    url, displayed = days["url"], days["displayed"]
    if days["metadata"]:
        return days["metadata"][0], "metadata"
    for day in displayed:
        if any(abs((day - other).days) <= _ADJACENT for other in url):
            return day, "displayed"
    if url:
        return url[0], "url"
    if displayed:
        return Counter(displayed).most_common(1)[0][0], "displayed"
    if days["updated"]:
        return days["updated"][0], "updated"
    return (days["filename"][0], "filename") if days["filename"] else None


def settled(claims: list[Claim]) -> list[Claim]:
    """The claims, each date with two readings replaced by the one that another date of the source supports."""
    others = [
        (date.fromisoformat(other.value.low), date.fromisoformat(other.value.high))
        for other in claims
        if isinstance(other.value, Interval) and other.value.low and other.value.high and not _ambiguous(other)
    ]
    return [_settle(one, others) if _ambiguous(one) else one for one in claims]


def _ambiguous(one: Claim) -> bool:
    """Whether a date has two readings."""
    return isinstance(one.value, Interval) and "|" in (one.value.written or "")


def _settle(one: Claim, others: list[tuple[date, date]]) -> Claim:
    """The one reading that is near another date, if just one is."""
    written = one.value.written if isinstance(one.value, Interval) else None
    readings = [date.fromisoformat(text) for text in (written or "").split("|")]
    near = [day for day in readings if any(max((low - day).days, (day - high).days) <= _NEAR for low, high in others)]
    if len(near) != 1:
        return one
    day = near[0].isoformat()
    return replace(one, value=Interval(day, day, day, written=day))


def _days(claims: list[Claim], clue: Clue) -> list[date]:
    """The days that clues of one kind give, in order."""
    values = [one.value for one in claims if one.clue == clue]
    return [date.fromisoformat(value.point) for value in values if isinstance(value, Interval) and value.point]


def _metadata(source: Source) -> list[Claim]:
    """The publication date given with the source, as the day written there."""
    text = source.published or ""
    found = [found.period for found in _telling(read(text, None))] or [
        period for _, period in [date_in_name(text) or ((0, 0), Period(""))] if period.low
    ]
    if not found:
        return []
    whole = claim(text, (0, len(text)), found[0])
    return [replace(whole, field="published", clue="metadata")]


def _address(source: Source) -> list[Claim]:
    """The date in the address, where the address stands."""
    found = date_in_url(source.url) if source.url else None
    if found is None or source.url is None:
        return []
    (start, end), period = found
    if source.url_span is not None and source.text[slice(*source.url_span)] == source.url:
        shift = source.url_span[0]
        return [replace(claim(source.text, (start + shift, end + shift), period), clue="url", zone="dateline")]
    return [replace(claim(source.url, (start, end), period), field="url", clue="url", zone="dateline")]


def _file_name(source: Source) -> list[Claim]:
    """The date in the name of the source."""
    found = date_in_name(source.id)
    return [] if found is None else [replace(claim(source.id, *found), field="id", clue="filename", zone="dateline")]


def _displayed(source: Source) -> list[Claim]:
    """The dates in the lines that say when the page appeared or was changed."""
    claims = []
    for zone in source.zones:
        if zone.name != "dateline":
            continue
        text = source.text[zone.start : zone.end]
        scan = read(text, None)
        telling = _telling(scan)
        claims += [_shifted(source, zone, scan, one) for one in _misnaming(scan, telling)]
        for found in telling:
            start, _ = span_of(scan, found)
            line = text[text.rfind("\n", 0, start) + 1 : start]
            clue: Clue = "updated" if _UPDATED.search(line) else "displayed"
            shown = _shifted(source, zone, scan, found)
            if not (source.url_span and source.url_span[0] <= shown.start < source.url_span[1]):
                claims.append(replace(shown, clue=clue))
    return claims


def _shifted(source: Source, zone: Zone, scan: Scan, found: Found) -> Claim:
    """The claim of what was found in a zone."""
    start, end = span_of(scan, found)
    return replace(claim(source.text, (start + zone.start, end + zone.start), found.period), zone=zone.name)


def _misnaming(scan: Scan, telling: list[Found]) -> list[Found]:
    """The weekdays beside a date that is another day of the week; those that fit are part of the date."""
    edges = {one.last + 1 for one in telling} | {one.first for one in telling}
    named = (found for found in scan.found if found.kind == "weekday")
    return [one for one in named if edges & {one.first, one.first - 1, one.last + 1, one.last + 2}]


def _telling(scan: Scan) -> list[Found]:
    """The expressions that name a day or a month with its year."""
    return [found for found in scan.found if found.kind in _TELLING and not found.period.written.startswith("XXXX")]
