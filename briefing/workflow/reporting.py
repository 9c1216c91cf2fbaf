"""The diagnostic report: what a person can hand on where something is wrong, and nothing of their work."""

import platform

from briefing import __version__
from briefing.workflow.doctor import examine_machine
from briefing.workflow.session import Session


def report(session: Session) -> str:
    """What program, machine and library are, in lines; words of sources and titles are not in it."""
    library = session.library
    lines = [f"Briefing {__version__}, {platform.platform()}"]
    for finding in examine_machine():
        sign = "ok  " if finding.present else "LACKS"
        remedy = f" ({finding.remedy})" if finding.remedy and not finding.present else ""
        lines.append(f"{sign} {finding.name}: {finding.detail}{remedy}")
    lines.append(f"Library: {library.path}, {_size(session)}")
    lines += [f"{count:,} {name}" for name, count in session.counts().items()]
    lines.append("`briefing library check` tells whether all in it is what was put in.")
    return "\n".join(lines)


def _size(session: Session) -> str:
    return f"{session.library.path.stat().st_size / 1_000_000:,.1f} MB"
