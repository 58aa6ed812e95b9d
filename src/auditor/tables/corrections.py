"""Values that a correction notice takes back: nobody claims them any more."""

from auditor.language.phrases import pattern, word_set

_NOTICE = pattern("corrections", "notice")
_CUE = pattern("corrections", "cue")
_OLD = word_set("corrections", "old")


def is_notice(sentence: str) -> bool:
    """Whether a sentence says that the text is not what it was."""
    return _NOTICE.search(sentence.lower()) is not None  # many times as fast as a pattern without case


def is_taken_back(sentence: str, start: int) -> bool:
    """Whether what begins at a place of a notice is the value that it takes back.

    >>> is_taken_back("Correction: It cost 60 million euros, not 40 million.", 38)
    True
    """
    cues = _CUE.findall(sentence[:start])
    return bool(cues) and cues[-1].casefold() in _OLD
