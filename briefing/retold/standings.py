"""How a proof is told in short: how many quotations have which standing, against what."""

from collections.abc import Mapping

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
    "library": mark("compared with the library"),
    "sources": mark("compared with the sources given"),
    "manifest": mark(
        "compared only with the manifest inside the file: consistent, not proven."
        " To prove it, name the articles with --sources or a --library"
    ),
    "nothing": mark("compared with nothing: name the articles with --sources or a --library"),
}


def counted(counts: Mapping[str, int]) -> str:
    """How many quotations have each standing that there is."""
    told = ", ".join(
        say_many(*COUNTED[name], count, count=str(count)) for name, count in counts.items() if count
    )
    return told or say("no quotations found")
