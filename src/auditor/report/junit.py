"""The report as JUnit XML, which Jenkins, GitLab and most other CI systems show as test results."""

import re
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.model import Finding, Report
from auditor.report.arrange import each_card
from auditor.report.places import Places
from auditor.report.summary import fails
from auditor.report.text import plain_card
from auditor.report.view import Card
from auditor.wording.shown import shorten, visible

_WIDTH = 100
_LONGEST_NAME = 200
_NO_XML = re.compile("[\ufffe\uffff]")


def render(report: Report) -> str:
    """A suite for each story with a case for each finding, and a suite for what could not be read.

    A finding that fails the run is a failure, an accepted one is skipped, any other passes; a story without findings
    has one case that passes.
    """
    root = Element("testsuites", name="auditor")
    places = Places(report)
    found = sorted(zip(report.findings, each_card(report), strict=True), key=lambda pair: pair[0].story)
    by_story = {story: list(pairs) for story, pairs in groupby(found, key=lambda pair: pair[0].story)}
    for story in sorted({info.source.story for info in report.sources} | by_story.keys()):
        suite = SubElement(root, "testsuite", name=_attribute(story))
        for finding, card in by_story.get(story, []):
            _case(suite, report, finding, card, places)
        if story not in by_story:
            SubElement(suite, "testcase", classname=_attribute(story), name="no findings")
    if report.unread:
        _unread(root, report.unread)
    _count(root)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _case(suite: Element, report: Report, finding: Finding, card: Card, places: Places) -> None:
    """One finding; its name is its rule and its identity, so that it is the same case in the next run."""
    name = _attribute(f"{finding.rule} {finding.id}")
    case = SubElement(suite, "testcase", classname=_attribute(finding.story), name=name)
    if place := places.first(finding):
        case.set("file", _attribute(place.path))
        case.set("line", str(place.line))
    if fails(report, finding):
        failure = SubElement(case, "failure", type=finding.verdict, message=_attribute(finding.message))
        failure.text = _text(plain_card(card, _WIDTH))
        return
    if finding.status == "known":
        SubElement(case, "skipped", message="accepted before")
    SubElement(case, "system-out").text = _text(plain_card(card, _WIDTH))


def _unread(root: Element, lines: tuple[str, ...]) -> None:
    suite = SubElement(root, "testsuite", name="sources that could not be read")
    for line in lines:
        case = SubElement(suite, "testcase", classname="sources", name=_attribute(line))
        SubElement(case, "error", type="unread", message=_attribute(line))


def _count(root: Element) -> None:
    """Say in each suite, and above them all, how many cases there are and how they went."""
    for element in [*root, root]:
        cases = list(element.iter("testcase"))
        element.set("tests", str(len(cases)))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            element.set(name, str(sum(case.find(tag) is not None for case in cases)))


def _attribute(text: str) -> str:
    return _text(visible(shorten(text, _LONGEST_NAME)))


def _text(text: str) -> str:
    return _NO_XML.sub("�", text)
