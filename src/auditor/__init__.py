"""Finds what news sources contradict: reads sources, extracts their claims, compares them, reports findings.

    >>> import auditor
    >>> sources = auditor.read("claims/sources")
    >>> report = auditor.audit(sources)

Everything is imported when first used, so that ``auditor --version`` does not pay for pandas.
"""

from typing import TYPE_CHECKING

__version__ = "0.11.0"
__all__ = ["Claim", "Report", "Source", "__version__", "audit", "extract", "read"]

if TYPE_CHECKING:
    from auditor.extract import extract
    from auditor.model import Claim, Report, Source
    from auditor.pipeline import audit
    from auditor.read import read

_HOME = {
    "Claim": "auditor.model",
    "Report": "auditor.model",
    "Source": "auditor.model",
    "audit": "auditor.pipeline",
    "extract": "auditor.extract",
    "read": "auditor.read",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - imported late on purpose

    return getattr(import_module(_HOME[name]), name)
