"""The report as JUnit XML, as most CI systems read it: one testcase a verdict."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from primcheck.record import Record
from primcheck.report.summary import implementations, summarize
from primcheck.report.text import diagnosis_text, told
from primcheck.verdict import excused


def junit(records: Iterable[Record]) -> str:
    """Return the verdicts of some records as one XML document."""
    records = list(records)
    root = ElementTree.Element("testsuites", name="primcheck")
    for name, group in implementations(summarize(records)).items():
        suite = ElementTree.SubElement(root, "testsuite", name=name)
        counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
        for summary in group:
            says = [diagnosis_text(diagnosis) for diagnosis in told(summary.diagnoses)]
            for verdict in summary.verdicts:
                counts["tests"] += 1
                case = ElementTree.SubElement(
                    suite,
                    "testcase",
                    classname=f"{name}.{verdict['primitive'] or 'target'}",
                    name="::".join(filter(None, (verdict["case"] or verdict["status"], verdict["dtype"]))),
                    time=f"{float(verdict['seconds']):.6f}",
                )
                message = _clean(verdict["message"])
                if verdict["status"] in {"fail", "convention", "blocked"}:
                    counts["failures"] += 1
                    element = ElementTree.SubElement(case, "failure", message=message, type=verdict["status"])
                    element.text = _clean("\n".join([f"hunts: {verdict['hunts']}", verdict["message"], *says]))
                elif verdict["status"] not in {"pass", "declined", "not_implemented"} and not excused(verdict):
                    counts["errors"] += 1
                    ElementTree.SubElement(case, "error", message=message, type=verdict["status"])
                elif verdict["status"] != "pass":
                    counts["skipped"] += 1
                    ElementTree.SubElement(case, "skipped", message=message)
        for key, value in counts.items():
            suite.set(key, str(value))
    for record in records:
        if record.trouble:
            suite = ElementTree.SubElement(root, "testsuite", name=record.name, tests="1", errors="1")
            case = ElementTree.SubElement(suite, "testcase", classname="record", name="complete")
            ElementTree.SubElement(case, "error", message=_clean(record.trouble), type="incomplete")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _clean(text: str) -> str:
    """Return a text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c in "\n\t" or c.isprintable())
