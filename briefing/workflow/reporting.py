"""The diagnostic report: what a person can hand on where something is wrong, and nothing of their work."""

import platform

from briefing import __version__
from briefing.workflow.doctor import examine_machine
from briefing.workflow.session import Session


def of_library(session: Session) -> str:
    """What the library is, in lines; words of sources and titles are not in it."""
    path = session.library.path
    size = path.stat().st_size / 1_000_000 if path.exists() else 0
    lines = [f"Library: {path}, {size:,.1f} MB"]
    lines += [f"{count:,} {name}" for name, count in session.counts().items()]
    lines.append("`briefing library check` tells whether all in it is what was put in.")
    return "\n".join(lines)


def of_machine() -> str:
    """What program and machine are, in lines. Takes seconds: it starts Qt to see whether it can."""
    lines = [f"Briefing {__version__}, {platform.platform()}"]
    for finding in examine_machine():
        sign = "ok" if finding.present else "LACKS"
        remedy = f" ({finding.remedy})" if finding.remedy and not finding.present else ""
        lines.append(f"{sign} {finding.name}: {finding.detail}{remedy}")
    return "\n".join(lines)
