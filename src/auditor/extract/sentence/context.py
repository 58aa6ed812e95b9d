"""What the sentence around a claim says of it: its zone, how sure it is, who says it, of whom."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from auditor.extract.document import Document
from auditor.extract.events.stages import progress
from auditor.extract.people import ages
from auditor.extract.sentence.clauses import Clauses
from auditor.extract.sentence.modality import Modalities
from auditor.extract.sentence.objects import told_of
from auditor.extract.sentence.subjects import Frame, of_relative, subject
from auditor.extract.speech.attribution import phrase_end
from auditor.extract.speech.tellers import named_beside, who_before
from auditor.extract.speech.verbs import STRENGTH, is_passive, speech
from auditor.extract.speech.voices import Voices
from auditor.extract.triggers import ACCORDING, Hit
from auditor.language.function_words import FUNCTION_WORDS
from auditor.language.phrases import pattern
from auditor.model import Claim, Modality, Span, Stage

_MARKS = frozenset("\"“”„«»‹‘'`")
_SURE = frozenset(("role", "name", "quotation"))
_TOLD = frozenset(("quantity", "duration", "status"))
_PARTICIPLE = pattern("clauses", "reported")
_TRAILING = pattern("clauses", "teller_ends")
_SAID = pattern("clauses", "noun_of_speech")
_ITSELF = pattern("clauses", "itself")
_PUT_RIGHT = pattern("clauses", "put_right")
_REACH = 400
_SHORT = 12


def apply(document: Document, claims: list[Claim]) -> None:
    """Fill in each claim of a document its sentence, zone, modality, speaker and subject."""
    own = [claim for claim in claims if claim.field == document.field]
    own.sort(key=lambda claim: (claim.start, claim.end))
    quotes = _Quotes(document, own)
    voices = Voices(document, own, [(claim.start, claim.end) for claim in own if claim.kind == "quotation"])
    named = ages.people(own, voices.full)
    reader: _Sentence | None = None
    span = (0, 0)
    subjects: dict[tuple[str, ...], tuple[str, ...]] = {}  # equal ones are kept once
    for claim in own:
        if not span[0] <= claim.start < span[1]:
            span = document.sentence_at(claim.start)
        claim.sentence = span if span[1] > span[0] else None
        claim.zone = document.zone_at(claim.start)
        quote = quotes.around(claim)
        if quote is not None and quote.marked and claim.zone == "body":
            claim.zone = "quote"
        if claim.kind != "quotation" and quote is not None:
            claim.speaker = quote.speaker
        if claim.kind in _SURE or claim.sentence is None:
            continue
        if reader is None or reader.span != span:
            reader = _Sentence(document, span, voices)
        reader.fill(claim)
        if claim.measure == "age":
            claim.subject = ages.owner(document.text, claim, named, voices)
        claim.subject = subjects.setdefault(claim.subject, claim.subject)


class _Voice(NamedTuple):
    """A verb of speech, whose subject it has, and whether it follows what is said."""

    start: int
    person: str
    trails: bool


class _Quote:
    def __init__(self, claim: Claim, text: str) -> None:
        self.start, self.end, self.speaker = claim.start, claim.end, claim.speaker
        self.marked = text[claim.start - 1 : claim.start] in _MARKS and claim.start > 0


class _Quotes:
    """The quotations of a document, to find the one a claim stands in."""

    def __init__(self, document: Document, claims: list[Claim]) -> None:
        self.quotes = [_Quote(claim, document.text) for claim in claims if claim.kind == "quotation"]
        self.starts = [quote.start for quote in self.quotes]
        self.ends = list(accumulate((quote.end for quote in self.quotes), max))

    def around(self, claim: Claim) -> _Quote | None:
        """The innermost quotation that holds a claim; a quotation holds not itself."""
        index = bisect_right(self.starts, claim.start)
        if not index or self.ends[index - 1] < claim.end:
            return None
        for quote in self.quotes[max(0, index - 4) : index][::-1]:
            if quote.end >= claim.end and (quote.start, quote.end) != (claim.start, claim.end):
                return quote
        return None


class _Sentence:
    """One sentence, read once for all claims in it."""

    def __init__(self, document: Document, span: Span, voices: Voices) -> None:
        self.document, self.text, self.span, self.voices = document, document.text, span, voices
        self.clauses = Clauses(document, span)
        self.modalities = Modalities(self.clauses)
        self.frames: dict[Span, Frame] = {}

    def fill(self, claim: Claim) -> None:
        """Fill in what the sentence says of a claim."""
        claim.modality = self._modality(claim)
        claim.subject = self._subject(claim)
        if claim.speaker is None:
            claim.speaker = self._speaker(claim)

    def _modality(self, claim: Claim) -> Modality:
        if claim.modality == "denied":
            return "denied"
        if claim.measure == "age" and self.text.startswith(", ", claim.start - 2):
            return "stated"  # it says of somebody beside it how old that one is
        if claim.kind == "quantity" and self.text.startswith("not ", claim.start - 4) and self._puts_right(claim):
            return "denied"
        if not isinstance(claim.value, Stage):
            return self.modalities.of(claim.start, claim.end, figure=claim.kind == "quantity")
        if claim.value.stage not in progress().intents:
            since = max((at for at, word in self._relatives if at < claim.start), default=0)
            told = self.modalities.of(claim.start, claim.end, claim.start - 1, since)
            return next((modality for modality in STRENGTH if modality in (told, claim.modality)), "stated")
        modality = self.modalities.of(claim.start, claim.end, claim.start)
        return "planned" if modality == "stated" else modality

    def _puts_right(self, claim: Claim) -> bool:
        """Whether a figure is what another is not: "she was 43, not 34"."""
        ends = self.text[claim.end : claim.end + 1] in {".", ",", ";", ")", ""}
        return ends and _PUT_RIGHT.search(self.text, max(self.span[0], claim.start - _SHORT), claim.start) is not None

    @cached_property
    def _relatives(self) -> list[Hit]:
        """The relatives, whose clauses say what is so, whatever is said of what they tell more of."""
        hits = self.document.triggers.of["boundary"].within(self.span)
        return [hit for hit in hits if hit[1] in FUNCTION_WORDS.setting_off]

    def _subject(self, claim: Claim) -> tuple[str, ...]:
        low, high = self.clauses.clause(claim.start)
        if claim.kind not in _TOLD or high - low > _REACH:
            return ()
        if claim.kind == "quantity" and (whose := told_of(self.text, claim, (low, high), self.voices)):
            return whose
        if self.clauses.loose(claim.start):
            opened = self.clauses.opened(low)
            return of_relative(self.text, (low, claim.start), opened, self.voices) if opened is not None else ()
        frame = self.frames.get((low, high))
        if frame is None:
            frame = self.frames[low, high] = Frame(self.document, (low, high), self.voices, self.clauses.head(low))
        found = subject(frame, (claim.start, claim.end), self.voices, agent=claim.measure != "age")
        return found or self._own(claim.start, frame)

    def _own(self, start: int, frame: Frame) -> tuple[str, ...]:
        """The speaker who tells of "it" or "they" right behind the verb of speech: "Acme said it sold 30 cars"."""
        voice = next((voice for voice in reversed(self._voiced) if voice.start < start), None)
        if voice is None or voice.person.rpartition(" ")[2] in self.voices.full:
            return ()
        itself = _ITSELF.match(self.text, voice.start, start)
        return (voice.person,) if itself is not None and not frame.parted(itself.end(), start) else ()

    def _speaker(self, claim: Claim) -> str | None:
        """Who says a claim outside quotation marks: "X said that …", "…, X said", "according to X"."""
        before = [voice for voice in self._voiced if voice.start <= claim.start]
        if before:
            return before[-1].person
        return next((voice.person for voice in reversed(self._voiced) if voice.trails), None)

    @cached_property
    def _voiced(self) -> list[_Voice]:
        """Who speaks in the sentence, in order."""
        low, high = self.span
        if high - low > 5 * _REACH:
            return []
        words = self.document.triggers.of["speech"].within(self.span)
        return [voice for start, word in words if (voice := self._voice(start, word)) is not None]

    def _voice(self, start: int, word: str) -> _Voice | None:
        text, (low, high), end = self.text, self.span, start + len(word)
        if word in ACCORDING:
            person = self.voices.named(phrase_end(text, end + 4, high)) if text.startswith(" to ", end) else None
            return _Voice(low, person, trails=True) if person is not None else None
        hearers = speech().heard_by.get(word)
        told = hearers is not None or word in speech().reporting
        if not told or is_passive(text, start, word) or _PARTICIPLE.match(text, start):
            return None
        if word in speech().nouns and _SAID.match(text, end) is not None:
            return None
        person = who_before(text, self.voices, max(low, start - _REACH), start)
        trails = _TRAILING.match(text, end, high) is not None
        if person is None and text[start - 2 : start] == ", " and start - 2 > low:
            person, trails = named_beside(text, self.voices, phrase_end(text, end, high)), True
        if person is None or (hearers is not None and person.rpartition(" ")[2].lower() not in hearers):
            return None
        return _Voice(start, person, trails)
