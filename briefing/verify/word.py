"""A Word file as a reader sees it."""

from briefing.model.report import Finding
from briefing.verify.paper import Paper
from briefing.verify.typed_notes import with_typed
from briefing.verify.word_numbering import read_numbering
from briefing.verify.word_package import Package, open_package
from briefing.verify.word_story import Story
from briefing.verify.word_styles import read_styles


def read_word(data: bytes) -> Paper:
    """Read the Word file `data`.

    Raises:
        ProofError: with one sentence, if it is none, is damaged or could harm.
    """
    package = open_package(data)
    links = {key: (kind, name) for key, kind, name in package.related(package.body)}
    styles = read_styles(_part(package, links, "styles"))
    lists = read_numbering(_part(package, links, "numbering"))
    body = Story(styles, lists=lists).read(package.read(package.body) or b"")
    notes: dict[str, str] = {}
    findings = [Finding("foreign part", text, grave=True) for text in body.foreign]
    for kind in ("footnotes", "endnotes"):
        part = _part(package, links, kind)
        if part:
            story = Story(styles, kind[:-1]).read(part)
            notes |= story.notes
            findings += _unseen(story, f"the {kind}")
    pages: list[tuple[str, str]] = []
    for sort, when, key in body.sections:
        if key in links:
            story = Story(styles, "furniture").read(package.read(links[key][1]) or b"<none/>")
            pages.append((f"{when} {sort}", " ".join(line.text for line in story.lines)))
            findings += _unseen(story, f"the {when} {sort}")
    manifests, others = package.manifests()
    findings += [
        Finding("manifest", f"the part {name} is no manifest; not used") for name in others
    ]
    if len(manifests) > 1:
        findings.append(Finding("manifest", "the file holds several manifests; none is used"))
    read = Paper(
        "word",
        tuple(body.lines),
        notes,
        tuple(pages),
        manifests[0] if len(manifests) == 1 else None,
        tuple(findings),
    )
    return with_typed(read)


def _part(package: Package, links: dict[str, tuple[str, str]], kind: str) -> bytes | None:
    for found, name in links.values():
        if found == kind:
            return package.read(name)
    return None


def _unseen(story: Story, place: str) -> list[Finding]:
    """What the notes or a header hold and do not show."""
    return [
        Finding("unseen", what, place, grave=True) for line in story.lines for what in line.unseen
    ]
