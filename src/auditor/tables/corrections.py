"""Values that a correction notice takes back: nobody claims them any more."""

from auditor.language.phrases import pattern

_NOTICE = pattern("corrections", "notice")
_CUE = pattern("corrections", "cue")


def is_notice(sentence: str) -> bool:
    """Whether a sentence says that the text is not what it was."""
    return _NOTICE.search(sentence.lower()) is not None  # many times as fast as a pattern without case


def is_taken_back(sentence: str, start: int) -> bool:
    """Whether what begins at a place of a notice is the value that it takes back.

    >>> is_taken_back("Correction: It cost 60 million euros, not 40 million.", 38)
    True
    >>> is_taken_back("An earlier version gave 40 million euros instead of 60 million.", 52)
    False
    """
    is_old = False
    for cue in _CUE.finditer(sentence, 0, start):
        is_old = not is_old if cue["contrast"] else cue["old"] is not None
    return is_old
