"""The tables of an audit, each with its pandera schema; a table is validated where it is made.

A table holds one story or several whole ones; nothing is compared across them. A claims table has a plain 0, 1, 2 …
index, the position of the claim in the list it was made from. Text columns hold ``str`` or ``None``. Interval columns
hold floats on the claim's axis: numbers in the base unit of their dimension, days as proleptic Gregorian ordinals,
lengths of time in days; an unbounded end is infinite, and an end that is not comparable is NaN.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, get_args

import numpy as np
import pandas as pd
import pandera.pandas as pa

from auditor.additions import is_additional
from auditor.corrections import is_notice, is_taken_back
from auditor.extract.events import stages
from auditor.extract.events.happenings import happening
from auditor.extract.people.titles import has_given_name, one_holder, surname
from auditor.extract.quantity import units
from auditor.language.phrases import pattern
from auditor.model import SEVERITIES, Claim, Finding, Interval, Name, Quotation, Role, SourceInfo, Stage, Verdict
from auditor.read.bylines import authors, publisher
from auditor.speakers import Speakers
from auditor.witnesses import witnesses

REFERENCE = "reference"
_A_DAY = Decimal(24 * 60 * 60)

Frame = pd.DataFrame


_KEYS = ("id", "source", "kind", "text", "field", "zone", "qualifier", "modality", "origin")
_WORDS = [
    "story",
    "written",
    "weekday",
    "change",
    "unit",
    "dimension",
    "counted",
    "per",
    "axis",
    "measure",
    "topic",
    "subject",
    "speaker",
    "speaker_title",
    "speaker_organisation",
    "clue",
    "person",
    "surname",
    "given_name",
    "title",
    "organisation",
    "thing",
    "stage",
    "track",
    "words",
    "name",
    "as_of_from",
    "sentence",
    "before",
    "after",
    "place",
    "digest_of",
    "instead",
    "witness",
    "near_words",
    "own_words",
    "digits",
    "deed",
    "sum",
    "sum_role",
    "publisher",
    "byline",
]
_NUMBERS = ["number", "point", "low", "high", "as_of_first", "as_of_last", "stage_order", "published"]
_FLAGS = ["low_open", "high_open", "former", "one_holder", "borne_out", "retired", "additional", "people", "sum_is_all"]
_PLACES = ["start", "end", "sentence_start", "sentence_end", "mentions"]

TEXT, NUMBER, FLAG, PLACE = np.dtype(object), np.dtype(float), np.dtype(bool), np.dtype("int64")

MISSING = {"O": None, "f": np.nan, "i": -1, "b": False}
"""What stands for a value that is not there, by the kind of a column's type."""

Columns = dict[str, "np.dtype[Any]"]

CLAIM_COLUMNS: Columns = (
    dict.fromkeys((*_KEYS, *_WORDS), TEXT)
    | dict.fromkeys(_NUMBERS, NUMBER)
    | dict.fromkeys(_FLAGS, FLAG)
    | dict.fromkeys(_PLACES, PLACE)
)
"""The columns of the claims table with their types; rules select on them."""

SOURCE_COLUMNS: Columns = (
    dict.fromkeys(("id", "story", "title", "opening", "url", "publisher", "byline", "path"), TEXT)
    | dict.fromkeys(("published", "published_from"), TEXT)
    | dict.fromkeys(("claims", "quotations", "speakers", "sources", "with_url"), PLACE)
    | {"days_after_first": NUMBER}
)
"""The columns of the sources table; ``claims`` and ``quotations`` count what was extracted, ``speakers`` those who
say something, ``sources`` those of the story, and ``with_url`` the sources that have an address.

``days_after_first``: days from the first dated source of the story to this one."""

PAIR_OWN_COLUMNS: Columns = (
    dict.fromkeys(("left", "right", "via"), PLACE)
    | dict.fromkeys(
        (
            "alike",
            "subject_alike",
            "speaker_alike",
            "days_apart",
            "days_between",
            "near_shared",
            "own_shared",
            "retold",
        ),
        NUMBER,
    )
    | {"slip": TEXT}
    | dict.fromkeys(("context_alike", "context_shared", "near_alike", "rest_alike", "rest_shared"), NUMBER)
    | dict.fromkeys(("one_person", "on_record"), FLAG)
    | dict.fromkeys(("aligned", "answered", "left_met", "right_met", "left_sole", "right_sole"), FLAG)
)
"""The columns that belong to a pair as such: the positions of its claims (-1 for none) and how alike they are.

The columns of both claims are looked up in the claims table (:class:`auditor.compare.sides.PairsTable`).

``one_person``: both are roles, of persons who can be one. ``on_record``: the reference has a term of the left person in
that office, if at another time.
``aligned``: of all claims of the two sentences, each answers best to the other. ``left_met``: the right claim's source
states the left one's value somewhere, be it of something else; ``right_met`` likewise. ``left_sole``: the left claim's
source states no other value of the same thing at the same time; ``right_sole`` likewise. ``rest_alike``: how far the
other figures and names of the two sentences agree. ``own_shared``: how many of their own words the two share,
``near_shared``: how many of those near them, and ``slip``: with what slip of the pen the one figure is the other; all
only where the pairing asks for own words, equal digits, equal deeds or what is retold. ``retold``: how much of what
stands near both is the same told twice, and ``answered``: neither source has anything on the axis that is more so; both
only where the pairing asks for it.
"""

SERIES_OWN_COLUMNS: Columns = (
    {"members": TEXT}
    | dict.fromkeys(("count", "falls"), PLACE)
    | dict.fromkeys(("low_max", "high_min", "low_sum"), NUMBER)
    | dict.fromkeys(("low_max_open", "high_min_open"), FLAG)
)
"""The columns that belong to a series as such."""


def _typed(columns: Columns, *, known: Sequence[str] = ()) -> list[pa.Check]:
    """Checks of all columns at once; one pandera column each would cost more than the comparison.

    Args:
        columns: What the table must have, with its types.
        known: The text columns in which nothing may be missing.
    """
    wanted = columns.items()
    typed = pa.Check(
        lambda table: wanted <= dict(zip(table.columns.tolist(), table.dtypes.tolist(), strict=True)).items(),
        name="every_column_stands_there_with_its_type",
    )
    complete = pa.Check(
        lambda table: all(None not in table[name].to_numpy() for name in known),
        name="nothing_is_missing_that_must_be_known",
    )
    return [typed, complete] if known else [typed]


def prefixed(*prefixes: str) -> Columns:
    """The columns of the claims table, once for each prefix."""
    return {f"{prefix}{name}": dtype for prefix in prefixes for name, dtype in CLAIM_COLUMNS.items()}


@cache
def prefixed_names(prefix: str) -> "pd.Index[str]":
    """The names of those columns, made once for all tables."""
    return pd.Index(list(prefixed(prefix)))


CLAIMS = pa.DataFrameSchema(
    checks=[
        *_typed(CLAIM_COLUMNS, known=_KEYS),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
        pa.Check(lambda table: table["start"] <= table["end"], name="starts_before_its_end"),
        pa.Check(lambda table: ~(table["low"] > table["high"]), name="low_is_not_above_high"),
    ],
    name="claims",
)

SOURCES = pa.DataFrameSchema(
    checks=[
        *_typed(SOURCE_COLUMNS, known=("id", "story")),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
    ],
    name="sources",
)

PAIRS = pa.DataFrameSchema(
    checks=[
        *_typed(PAIR_OWN_COLUMNS),
        pa.Check(lambda table: table["left"] != table["right"], name="no_claim_meets_itself"),
    ],
    name="pairs",
)

SERIES = pa.DataFrameSchema(
    checks=[
        *_typed(SERIES_OWN_COLUMNS | prefixed("first_")),
        pa.Check(lambda table: table["count"] > 1, name="a_series_has_two_members"),
    ],
    name="series",
)

FINDING_COLUMNS: Columns = dict.fromkeys(("id", "rule", "verdict", "severity", "story", "message"), TEXT) | {
    "claims": PLACE
}

_FINDING_ID = re.compile(r"f-[0-9a-f]{12}")
_VERDICTS, _SEVERITIES = frozenset(get_args(Verdict)), frozenset(SEVERITIES)

FINDINGS = pa.DataFrameSchema(
    checks=[
        *_typed(FINDING_COLUMNS, known=tuple(FINDING_COLUMNS)[:-1]),
        pa.Check(lambda table: table["id"].is_unique, name="every_id_stands_there_once"),
        pa.Check(
            lambda table: _VERDICTS.issuperset(table["verdict"]) and _SEVERITIES.issuperset(table["severity"]),
            name="verdicts_and_severities_are_known",
        ),
        pa.Check(lambda table: all(map(_FINDING_ID.fullmatch, table["id"])), name="ids_are_those_of_findings"),
        pa.Check(lambda table: all(table["message"]), name="every_finding_says_something"),
    ],
    name="findings",
)


def frame(columns: Mapping[str, Sequence[object] | np.ndarray[Any, Any]]) -> Frame:
    """Make a table whose text columns stay plain objects, whatever pandas would infer from them."""
    kept = {
        name: pd.Series(column, dtype=object) if getattr(column, "dtype", None) == TEXT else pd.Series(column)
        for name, column in columns.items()
    }
    return Frame(kept).copy()  # the copy holds columns of one type together, so that rows are taken quickly


def cell(table: Frame, position: int, column: str) -> Any:  # noqa: ANN401 - a cell may hold anything
    """One cell of a table, by the row's position."""
    return table[column].to_numpy()[position]


def claims_table(
    claims: Sequence[Claim],
    sources: Iterable[SourceInfo],
    digest_of: Mapping[str, str] = MappingProxyType({}),
    unsupported: Mapping[str, str] = MappingProxyType({}),
) -> Frame:
    """Make the claims table of whole stories, reference facts included.

    Args:
        claims: The claims, in the order that their positions count.
        sources: The sources of the stories; a claim's ``as_of_from`` tells whether its time is its source's day.
        digest_of: For the sources that are digests, of which source (:func:`auditor.digests.digests`).
        unsupported: For each claim of a headline or digest that is not borne out, what the original has instead.
    """
    infos = {info.source.id: info for info in sources}
    mentions = Counter((claim.story, claim.value.name) for claim in claims if isinstance(claim.value, Name))
    sentences = _sentences(claims, infos)
    places = _places(claims, sentences)
    surnames = _surnames(claims)
    notices = {where for where, text in sentences.items() if is_notice(text)}
    witness_of = witnesses(info.source for info in infos.values())
    origins = {name: _origin(info) for name, info in infos.items()}
    speakers = Speakers(claims)
    columns: dict[str, list[Any]] = {
        name: [MISSING[dtype.kind]] * len(claims) for name, dtype in CLAIM_COLUMNS.items() if name not in _AS_THEY_ARE
    }
    for place, claim in enumerate(claims):
        info = infos.get(claim.source)
        sentence = _where(claim)
        row = _row(claim, info.published if info else None)
        if info:
            row.update(origins[claim.source])
            row["speaker_title"], row["speaker_organisation"] = speakers.office(claim)
        row["digest_of"] = digest_of.get(claim.source)
        row["borne_out"] = claim.id not in unsupported
        row["instead"] = unsupported.get(claim.id)
        row["witness"] = witness_of.get(claim.source)
        row["retired"] = sentence in notices and is_taken_back(sentences[sentence], claim.start - sentence[2])
        row["sentence"] = whole = sentences.get(sentence)
        row["before"], row["after"] = _beside(claim, whole, sentence[2])
        row["additional"] = claim.kind == "quantity" and is_additional(row["before"], row["after"])
        if claim.kind == "date" and not claim.measure and row["before"]:
            row["topic"] = happening(row["before"])
        row["place"] = places.get(sentence)
        if isinstance(claim.value, Name) and (claim.story, surname(claim.value.name)) in surnames:
            row["person"] = claim.value.name
        row["surname"] = surname(row["person"]) if row.get("person") else None
        row["given_name"] = row["person"].split()[0].casefold() if row["surname"] else None
        row["mentions"] = mentions[claim.story, claim.value.name] if isinstance(claim.value, Name) else 1
        for name, value in row.items():
            columns[name][place] = value
    for name in _AS_THEY_ARE:
        columns[name] = [*map(attrgetter(name), claims)]
    arrays = {name: np.array(columns[name], dtype=dtype) for name, dtype in CLAIM_COLUMNS.items()}
    _keep_names(arrays)
    return CLAIMS.validate(frame(arrays), lazy=True, inplace=True)


def _keep_names(columns: Mapping[str, "np.ndarray[Any, Any]"]) -> None:
    """Let no notice take back a name, or a part of one, that its source goes on using."""
    for place in np.flatnonzero(columns["retired"] & (columns["kind"] == "name")).tolist():
        others = (columns["source"] == columns["source"][place]) & (columns["kind"] == "name") & ~columns["retired"]
        words = {*columns["name"][place].split()}
        columns["retired"][place] = not any(words <= {*name.split()} for name in columns["name"][others].tolist())


def sources_table(sources: Iterable[SourceInfo]) -> Frame:
    """Make the sources table of whole stories."""
    sources = list(sources)
    first = _first_days(sources)
    told = Counter(info.source.story for info in sources)
    linked = Counter(info.source.story for info in sources if info.source.url)
    rows = [
        _origin(info)
        | {
            "id": info.source.id,
            "story": info.source.story,
            "title": info.source.title,
            "opening": " ".join(info.source.text[:_OPENING].split()[:_OPENING_WORDS]),
            "url": info.source.url,
            "path": info.source.path,
            "published": info.published,
            "published_from": info.published_from,
            "claims": len(info.claims),
            "quotations": sum(claim.kind == "quotation" for claim in info.claims),
            "speakers": len({claim.speaker for claim in info.claims} - {None}),
            "sources": told[info.source.story],
            "with_url": linked[info.source.story],
            "days_after_first": _day(info.published) - first.get(info.source.story, np.nan),
        }
        for info in sources
    ]
    columns = {name: np.array([row[name] for row in rows], dtype=dtype) for name, dtype in SOURCE_COLUMNS.items()}
    return SOURCES.validate(frame(columns), lazy=True, inplace=True)


def _origin(info: SourceInfo) -> dict[str, Any]:
    """Who published a source and who wrote it."""
    return {"publisher": publisher(info.source), "byline": "; ".join(authors(info.source.text)) or None}


def _first_days(sources: Iterable[SourceInfo]) -> dict[str, float]:
    """The day of the first dated source of each story."""
    first: dict[str, float] = {}
    for info in sources:
        if info.published is not None:
            day = _day(info.published)
            first[info.source.story] = min(day, first.get(info.source.story, day))
    return first


def findings_table(findings: Iterable[Finding]) -> Frame:
    """Make the findings table of whole stories; one row a finding, with the number of its claims."""
    rows = [(f.id, f.rule, f.verdict, f.severity, f.story, f.message, len(f.claims)) for f in findings]
    columns = {
        name: np.array([row[index] for row in rows], dtype=dtype)
        for index, (name, dtype) in enumerate(FINDING_COLUMNS.items())
    }
    return FINDINGS.validate(frame(columns), lazy=True, inplace=True)


_OPENING, _OPENING_WORDS = 200, 12
"""How far the opening of a text goes, in characters and words."""

_Where = tuple[str, str, int, int]
_LOCATIVE = pattern("mentions", "located")


def _where(claim: Claim) -> _Where:
    return claim.source, claim.field, *claim.place


def _sentences(claims: Iterable[Claim], infos: Mapping[str, SourceInfo]) -> dict[_Where, str]:
    """The text of every sentence that holds a claim, each once."""
    found: dict[_Where, str] = {}
    for claim in claims:
        where = _where(claim)
        if where not in found and claim.source in infos:
            text = getattr(infos[claim.source].source, claim.field) or ""
            found[where] = text[where[2] : where[3]]
    return found


_BESIDE = 80
"""How many characters beside a claim rules may look at."""


def _surnames(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The surnames of a story's people: of those with an office, of those who say something, of common given names."""
    told = {(claim.story, claim.value.person) for claim in claims if isinstance(claim.value, Role)}
    told |= {(claim.story, claim.speaker) for claim in claims if claim.speaker}
    told |= {
        (claim.story, claim.value.name)
        for claim in claims
        if isinstance(claim.value, Name) and has_given_name(claim.value.name)
    }
    return {(story, last) for story, name in told if (last := surname(name))}


def _beside(claim: Claim, sentence: str | None, offset: int) -> tuple[str | None, str | None]:
    """The words before a claim in its sentence, and those after it."""
    if sentence is None:
        return None, None
    first, last = claim.start - offset, claim.end - offset
    return sentence[max(0, first - _BESIDE) : first], sentence[last : last + _BESIDE]


def _places(claims: Iterable[Claim], sentences: Mapping[_Where, str]) -> dict[_Where, str]:
    """The first proper name of a sentence that stands behind a preposition of place."""
    found: dict[_Where, str] = {}
    for claim in claims:
        where = _where(claim)
        if isinstance(claim.value, Name) and where not in found:
            before = claim.start - where[2]
            if _LOCATIVE.search(sentences.get(where, "")[max(0, before - 20) : before]):
                found[where] = claim.value.name
    return found


_AS_THEY_ARE = (
    *("id", "source", "story", "kind", "text", "field", "zone", "qualifier", "unit", "dimension", "counted", "per"),
    *("measure", "speaker", "modality", "clue", "start", "end"),
)
"""The columns that claims have themselves."""


def _row(claim: Claim, day: str | None) -> dict[str, Any]:
    """The other columns of one claim; what is left out is missing."""
    first, last = claim.as_of or (None, None)
    sentence = claim.place
    return {
        "change": claim.by,
        "origin": REFERENCE if claim.is_fact else "source",
        "subject": "; ".join(claim.subject) or None,
        "as_of_first": _day(first),
        "as_of_last": _day(last),
        "as_of_from": None if first is None else "source" if first == last == day else "sentence",
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "published": _day(day),
        **_VALUES[type(claim.value)](claim, claim.value),
    }


def _interval(claim: Claim, value: Interval) -> dict[str, Any]:
    """Interval columns of a quantity, a date or a duration."""
    if claim.kind == "date":
        return {
            "axis": "day",
            "point": _day(value.point),
            "low": _day(value.low),
            "high": _day(value.high),
            "written": value.written,
            "weekday": _weekday(value),
            "topic": claim.measure,
        }
    factor, offset = (units.to_base(claim.unit) if claim.unit else None) or (Decimal(1), Decimal(0))
    if claim.kind == "duration":
        factor /= _A_DAY

    def base(number: str | None, unbounded: float) -> float:
        return unbounded if number is None else float(Decimal(number) * factor + offset)

    vague = value.point is None and value.low is None and value.high is None
    return {
        "number": np.nan if value.point is None else float(value.point),
        "axis": claim.unit if claim.dimension in ("money", "ratio", None) else claim.dimension,
        "point": base(value.point, np.nan),
        "low": np.nan if vague else base(value.low, -np.inf),
        "high": np.nan if vague else base(value.high, np.inf),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "topic": _topic(claim),
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


def _stage(_: Claim, value: Stage) -> dict[str, Any]:
    place = stages.place(value.stage)
    track, order = place if place is not None else (None, None)
    known = np.nan if order is None else order
    topic = None if stages.names_nothing(value.thing) else value.thing
    return {"thing": value.thing, "stage": value.stage, "track": track, "stage_order": known, "topic": topic}


_VALUES: dict[type, Callable[[Claim, Any], dict[str, Any]]] = {
    Interval: _interval,
    Role: _role,
    Stage: _stage,
    Quotation: lambda _, value: {"words": value.words, "topic": value.words},
    Name: lambda _, value: {"name": value.name, "topic": value.name},
}


def _day(day: str | None) -> float:
    return np.nan if day is None else float(date.fromisoformat(day).toordinal())
