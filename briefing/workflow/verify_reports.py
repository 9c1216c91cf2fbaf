"""`briefing.verify/1`: a report as JSON."""

from typing import Any

from briefing.model.report import Finding, Report, Verdict

Json = dict[str, Any]


def report_json(report: Report) -> Json:
    """One report as the contract has it; what was found beside stands in its summary."""
    return {
        "schema": "briefing.verify/1",
        "file": report.file,
        "verdicts": [_verdict(verdict) for verdict in report.verdicts],
        "summary": {
            "quotations": len(report.verdicts),
            **report.counts(),
            "strength": report.strength.value,
            "manifest": report.manifest,
            "findings": [_finding(finding) for finding in report.findings],
        },
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "quote": verdict.quote,
        "citation": verdict.citation,
        "standing": verdict.standing.value,
        "source": verdict.source,
        "start": verdict.start,
        "end": verdict.end,
        "detail": verdict.detail or None,
    }


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "place": finding.place or None,
        "text": finding.text,
        "grave": finding.grave,
    }
