"""The claims table: one row a claim, with what its source and its sentence tell of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import numpy as np

from auditor.additions import is_additional
from auditor.corrections import is_notice, is_taken_back
from auditor.extract.events.happenings import happening
from auditor.extract.people.titles import has_given_name, is_institution, is_thing, surname
from auditor.language.phrases import pattern
from auditor.model import Claim, Name, Role, SourceInfo
from auditor.speakers import Speakers
from auditor.tables.columns import CLAIM_COLUMNS, MISSING, REFERENCE
from auditor.tables.schemas import CLAIMS, Frame, frame
from auditor.tables.sources import origin
from auditor.tables.values import of_value, ordinal
from auditor.witnesses import witnesses

_Where = tuple[str, str, int, int]
_LOCATIVE = pattern("mentions", "located")
_TIE = pattern("mentions", "tie")
_BESIDE = 80
"""How many characters beside a claim rules may look at."""

_AS_THEY_ARE = (
    *("id", "source", "story", "kind", "text", "field", "zone", "qualifier", "unit", "dimension", "counted", "per"),
    *("measure", "speaker", "modality", "clue", "start", "end"),
)
"""The columns that claims have themselves."""


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
    origins = {name: origin(info) for name, info in infos.items()}
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
        if isinstance(claim.value, Name):
            tie = _TIE.search(row["before"] or "")
            row["tie"] = tie.lastgroup if tie else None
            row["institution"] = is_institution(claim.value.name)
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


def _row(claim: Claim, day: str | None) -> dict[str, Any]:
    """The other columns of one claim; what is left out is missing."""
    first, last = claim.as_of or (None, None)
    sentence = claim.place
    return {
        "change": claim.by,
        "origin": REFERENCE if claim.is_fact else "source",
        "subject": "; ".join(claim.subject) or None,
        "as_of_first": ordinal(first),
        "as_of_last": ordinal(last),
        "as_of_from": None if first is None else "source" if first == last == day else "sentence",
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "published": ordinal(day),
        **of_value(claim),
    }


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


def _surnames(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The surnames of a story's people.

    People are those with an office, those who say something, those of common given names, and whoever is called by
    their given names.
    """
    told = {(claim.story, claim.value.person) for claim in claims if isinstance(claim.value, Role)}
    told |= {(claim.story, claim.speaker) for claim in claims if claim.speaker}
    named = {(claim.story, claim.value.name) for claim in claims if isinstance(claim.value, Name)}
    told |= {(story, name) for story, name in named if has_given_name(name)}
    given = {(story, name.split()[0]) for story, name in told if surname(name)}
    told |= {
        (story, name) for story, name in named if (story, name.split(maxsplit=1)[0]) in given and not is_thing(name)
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
