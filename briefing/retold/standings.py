"""How a proof is told in short: how many quotations have which standing, against what."""

from briefing.model.report import Report, Strength
from briefing.words import mark, mark_many, say, say_many

COUNTED = {
    "proven": mark_many("{count} proven", "{count} proven"),
    "altered": mark_many("{count} altered", "{count} altered"),
    "missing": mark_many("{count} missing", "{count} missing"),
    "uncited": mark_many("{count} uncited", "{count} uncited"),
    "unchecked": mark_many("{count} unchecked", "{count} unchecked"),
}
"""How many quotations have each standing: in other languages the word goes with the number."""
STRENGTHS = {
    Strength.LIBRARY: mark("compared with the library"),
    Strength.SOURCES: mark("compared with the sources given"),
    Strength.MANIFEST: mark(
        "compared only with the manifest inside the file: consistent, not proven."
        " To prove it, name the articles with --sources or a --library"
    ),
    Strength.NOTHING: mark(
        "compared with nothing: name the articles with --sources or a --library"
    ),
}


def counted(report: Report) -> str:
    """How many quotations have each standing that there is."""
    counts = {name: count for name, count in report.counts().items() if count}
    told = ", ".join(
        say_many(*COUNTED[name], count, count=str(count)) for name, count in counts.items()
    )
    return told or say("no quotations found")
