"""The report as one HTML page: each quotation beside the passage of its source."""

from collections.abc import Iterable, Sequence
from html import escape

from briefing.model.report import Finding, Report, Standing, Strength, Verdict, differing

_STRENGTHS = {
    Strength.LIBRARY: "Compared with the library.",
    Strength.SOURCES: "Compared with the sources given.",
    Strength.MANIFEST: "Compared only with the manifest inside the file: consistent, not proven.",
    Strength.NOTHING: "Compared with nothing: no sources were given.",
}
_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8888; padding: 1rem 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
@media (max-width: 45rem) { .pair { grid-template-columns: 1fr; } }
h3 { font-size: .85rem; margin: 0; color: #777; }
p { margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.standing { font-weight: 700; }
.proven { color: #1a7f37; } .altered, .missing, .uncited { color: #c62828; } .unchecked { color: #9a6700; }
mark { background: #ffd54f; color: #000; }
"""


def report_page(reports: Sequence[Report]) -> str:
    """One page on `reports`; it loads nothing and runs nothing."""
    inner = "".join(map(_report, reports))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Proof</title>'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body>{inner}</body></html>\n"
    )


def _report(report: Report) -> str:
    counts = ", ".join(f"{count} {name}" for name, count in report.counts().items() if count)
    ordered = sorted(report.verdicts, key=lambda verdict: verdict.standing is Standing.PROVEN)
    return (
        f"<h1>{escape(report.file)}</h1><p>{counts or 'No quotations found'}. "
        f"{_STRENGTHS[report.strength]} Manifest inside: {report.manifest}.</p>"
        f"{_findings(report.findings)}{''.join(map(_verdict, ordered))}"
    )


def _findings(findings: Iterable[Finding]) -> str:
    items = "".join(
        f"<li>{'<strong>Warning.</strong> ' if finding.grave else ''}"
        f"{escape(f'{finding.place}: ' if finding.place else '')}{escape(finding.text)}</li>"
        for finding in findings
    )
    return f"<h2>Beside the quotations</h2><ul>{items}</ul>" if items else ""


def _verdict(verdict: Verdict) -> str:
    printed = _marked(verdict.quote, [change.printed for change in verdict.changes])
    passage = _marked(verdict.passage, [change.source for change in verdict.changes])
    where = f"{verdict.name}, {verdict.start}–{verdict.end}" if verdict.start is not None else ""
    name = verdict.standing.value
    return (
        f'<section><p><span class="standing {name}">{name}</span> {escape(verdict.detail)}</p>'
        f'<div class="pair"><div><h3>Printed, {escape(verdict.place)}</h3><p>{printed}</p>'
        f"<h3>Citation</h3><p>{escape(verdict.citation or 'none')}</p></div>"
        f"<div><h3>Source {escape(where or 'not found')}</h3><p>{passage}</p></div></div></section>"
    )


def _marked(text: str, words: Iterable[str]) -> str:
    """`text` with each of `words` marked, one after the other."""
    found = differing(text, words)
    return "".join(f"<mark>{escape(it)}</mark>" if differs else escape(it) for it, differs in found)
