"""Quotations and who is quoted."""

import re

from auditor.extract.document import Document
from auditor.extract.people.roles import roles
from auditor.extract.speech.attribution import Attribution
from auditor.extract.speech.quotemarks import Quoted, quoted
from auditor.extract.speech.voices import Voices
from auditor.extract.words import WORD
from auditor.model import Claim, Quotation

_SCARE = 2
_LONGEST_HEADLINE = 400
_REOPENED = re.compile(r"(?:\n\s*|(?<=[.!?…]) )(?P<mark>``|[\"“«‘„])")
_HEADLINE = re.compile(r"(?P<before>[^:\n]{3,70}): (?P<after>\S[^\n]{10,300})")
_DASHED = re.compile(r"(?P<words>[^\n]{10,300}\S) [–—-] (?P<who>[^\n–—]{3,60})")


def quotations(document: Document) -> list[Claim]:
    """Return a claim for each quotation, and for each headline that renders one without marks."""
    spans = quoted(document.text)
    voices = Voices(document, roles(document), [(span.first, span.last) for span in spans])
    attribution = Attribution(document, voices, spans)
    claims = []
    speakers = attribution.all()
    for span, speaker in zip(spans, speakers, strict=True):
        if _counts(document.text, span, speaker):
            claims.append(_claim(document, span, speaker))
    claims += _headlines(document, voices)
    return sorted(claims, key=lambda claim: (claim.start, -claim.end))


def _counts(text: str, span: Quoted, speaker: str | None) -> bool:
    """Whether words between marks are a quotation and not a title of a work or a word held at arm's length."""
    if speaker is not None:
        return True
    words = [match.group() for match in WORD.finditer(text, span.start, min(span.end, span.start + 300))]
    return len(words) > _SCARE and sum(word[0].islower() for word in words) * 2 > len(words)


def _claim(document: Document, span: Quoted, speaker: str | None) -> Claim:
    text = document.text[span.start : span.end]
    mark = document.text[span.first : span.start].strip()
    once = _REOPENED.sub(lambda match: " " if match["mark"] == mark else match[0], text) if mark in text else text
    words = " ".join(once.split())
    said = Quotation(text if words == text else words)  # equal ones are kept once
    return Claim("quotation", span.start, span.end, text, said, field=document.field, speaker=speaker)


def _headlines(document: Document, voices: Voices) -> list[Claim]:
    """Headlines of the form "Speaker: words" or "words – Speaker"."""
    claims = []
    for start, end in document.sentences:
        if end - start < _LONGEST_HEADLINE and document.zone_at(start) in {"headline", "sidebar"}:
            claims += _headline(document, voices, start, end)
    return claims


def _headline(document: Document, voices: Voices, start: int, end: int) -> list[Claim]:
    text = document.text
    match = _HEADLINE.fullmatch(text, start, end)
    if match is not None:
        speaker, words = voices.speaker(match.span("before")), match.span("after")
    else:
        match = _DASHED.fullmatch(text, start, end)
        if match is None:
            return []
        speaker, words = voices.speaker(match.span("who")), match.span("words")
    if speaker is None or any(mark in text[slice(*words)] for mark in '"“”«‘'):
        return []
    said = text[slice(*words)]
    return [Claim("quotation", *words, said, Quotation(said), field=document.field, speaker=speaker)]
