"""The claims table: one row a claim, with what its source and its sentence tell of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import numpy as np

from auditor.extract.events.happenings import happening, is_of_speech
from auditor.extract.people.titles import has_given_name, is_institution, is_thing, surname
from auditor.extract.people.world import COUNTRIES
from auditor.language.phrases import pattern
from auditor.model import Claim, Name, Role, SourceInfo
from auditor.tables.additions import is_additional
from auditor.tables.columns import CLAIM_COLUMNS, MISSING, REFERENCE
from auditor.tables.corrections import is_notice, is_taken_back
from auditor.tables.schemas import CLAIMS, Frame, frame
from auditor.tables.sources import origin
from auditor.tables.speakers import Speakers
from auditor.tables.values import of_value, ordinal
from auditor.tables.witnesses import witnesses

_Where = tuple[str, str, int, int]
_LOCATIVE = pattern("mentions", "located")
_TIE = pattern("mentions", "tie")
_EDGE = pattern("mentions", "edge")
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
    told = _Told(claims, {info.source.id: info for info in sources}, digest_of, unsupported)
    columns: dict[str, list[Any]] = {
        name: [MISSING[dtype.kind]] * len(claims) for name, dtype in CLAIM_COLUMNS.items() if name not in _AS_THEY_ARE
    }
    for place, claim in enumerate(claims):
        for name, value in told.row(claim).items():
            columns[name][place] = value
    for name in _AS_THEY_ARE:
        columns[name] = [*map(attrgetter(name), claims)]
    arrays = {name: np.array(columns[name], dtype=dtype) for name, dtype in CLAIM_COLUMNS.items()}
    _keep_names(arrays)
    return CLAIMS.validate(frame(arrays), lazy=True, inplace=True)


class _Told:
    """What the sources of some claims, and the sentences that these stand in, tell of each."""

    def __init__(
        self,
        claims: Sequence[Claim],
        infos: Mapping[str, SourceInfo],
        digest_of: Mapping[str, str],
        unsupported: Mapping[str, str],
    ) -> None:
        self.infos, self.digest_of, self.unsupported = infos, digest_of, unsupported
        self.sentences = _sentences(claims, infos)
        self.notices = {where for where, text in self.sentences.items() if is_notice(text)}
        self.places = _places(claims, self.sentences)
        self.surnames = _surnames(claims)
        self.mentions = Counter(
            (claim.story, name)
            for claim in claims
            if isinstance(claim.value, Name)
            for name in {claim.value.name, claim.value.name.rpartition(" ")[2]}
        )
        self.speakers = Speakers(claims)
        self.witness_of = witnesses(info.source for info in infos.values())
        self.origins = {name: origin(info) for name, info in infos.items()}

    def row(self, claim: Claim) -> dict[str, Any]:
        """The columns of a claim that it has not itself; what is left out is missing."""
        row = _own(claim) | self._of_source(claim) | self._of_sentence(claim)
        if claim.kind == "date" and not claim.measure and row["before"]:
            row["topic"] = happening(row["before"])
        if isinstance(claim.value, Name):
            row |= self._of_name(claim, claim.value.name, row["before"] or "")
        if row.get("person") and (last := surname(row["person"])):
            row |= {"surname": last, "given_name": row["person"].split()[0].casefold()}
        elif isinstance(claim.value, Name) and (claim.story, claim.value.name.casefold()) in self.surnames:
            row["surname"] = claim.value.name.casefold()
        return row

    def _of_source(self, claim: Claim) -> dict[str, Any]:
        info = self.infos.get(claim.source)
        day, first = info.published if info else None, claim.as_of[0] if claim.as_of else None
        title, organisation = self.speakers.office(claim) if info else (None, None)
        return {
            "as_of_from": None if first is None else "source" if (day, day) == claim.as_of else "sentence",
            "published": ordinal(day),
            **self.origins.get(claim.source, {}),
            "speaker_title": title,
            "speaker_organisation": organisation,
            "digest_of": self.digest_of.get(claim.source),
            "borne_out": claim.id not in self.unsupported,
            "instead": self.unsupported.get(claim.id),
            "witness": self.witness_of.get(claim.source),
        }

    def _of_sentence(self, claim: Claim) -> dict[str, Any]:
        where = _where(claim)
        whole, start = self.sentences.get(where), claim.start - where[2]
        before, after = _beside(claim, whole, where[2])
        is_retired = where in self.notices and is_taken_back(self.sentences[where], start)
        first, last = self._paragraph(claim) if is_retired else where[2:]
        return {
            "sentence": self._text(claim)[first:last] if is_retired else whole,
            "sentence_start": first,
            "sentence_end": last,
            "before": before,
            "after": after,
            "place": self.places.get(where),
            "edge": claim.kind == "date" and _EDGE.search(before or "") is not None,
            "said": claim.kind == "date" and claim.clue is None and is_of_speech(before or "", after or ""),
            "additional": claim.kind == "quantity" and is_additional(before, after),
            "retired": is_retired,
        }

    def _text(self, claim: Claim) -> str:
        return getattr(self.infos[claim.source].source, claim.field) or ""

    def _paragraph(self, claim: Claim) -> tuple[int, int]:
        """Where the paragraph of a claim begins and ends: "An earlier version gave it as 3" says not what "it" is."""
        text, (first, last) = self._text(claim), claim.place
        begin, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
        return begin, end if end >= 0 else len(text)

    def _of_name(self, claim: Claim, name: str, before: str) -> dict[str, Any]:
        tie = _TIE.search(before)
        is_person = name not in COUNTRIES.named and (claim.story, surname(name)) in self.surnames
        person = name if is_person else None
        return {
            "person": person,
            "tie": tie.lastgroup if tie else None,
            "institution": is_institution(name),
            "mentions": self.mentions[claim.story, name.rpartition(" ")[2] if person else name],
        }


def _keep_names(columns: Mapping[str, "np.ndarray[Any, Any]"]) -> None:
    """Let no notice take back a name, or a part of one, that its source goes on using."""
    for place in np.flatnonzero(columns["retired"] & (columns["kind"] == "name")).tolist():
        others = (columns["source"] == columns["source"][place]) & (columns["kind"] == "name") & ~columns["retired"]
        words = {*columns["name"][place].split()}
        columns["retired"][place] = not any(words <= {*name.split()} for name in columns["name"][others].tolist())


def _own(claim: Claim) -> dict[str, Any]:
    """What a claim says by itself."""
    first, last = claim.as_of or (None, None)
    return {
        "change": claim.change,
        "origin": REFERENCE if claim.is_fact else "source",
        "subject": "; ".join(claim.subject) or None,
        "as_of_first": ordinal(first),
        "as_of_last": ordinal(last),
        "mentions": 1,
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
    return {(story, last) for story, name in told if not is_thing(name) and (last := surname(name))}


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
