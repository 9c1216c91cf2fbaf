"""A copy of a Word file with a comment at each quotation that does not hold."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

from briefing.model.report import Standing, Verdict
from briefing.verify.word_package import open_package

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_PARAGRAPH = re.compile(r"<w:p(?=[\s>])[^>]*?(/)?>|</w:p>")
_PROPERTIES = re.compile(r"\s*(?:<w:pPr\s*/>|<w:pPr(?:\s[^>]*)?>.*?</w:pPr>)", re.DOTALL)
_TIME = "1980-01-01T00:00:00Z"
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST = 900_000
"""Comments of others keep their numbers; ours begin here."""


def annotate(data: bytes, verdicts: Sequence[Verdict]) -> bytes:
    """The Word file `data` with a comment on each of `verdicts` that is not proven.

    Raises:
        ProofError: if `data` is no Word file.
    """
    package = open_package(data)
    unproven = [it for it in verdicts if it.standing is not Standing.PROVEN and it.paragraph]
    parts = {name: package.read(name) or b"" for name in package.parts}
    by_paragraph: dict[int, list[int]] = {}
    for number, verdict in enumerate(unproven):
        by_paragraph.setdefault(verdict.paragraph or 0, []).append(_FIRST + number)
    body = parts[package.body].decode("utf-8")
    parts[package.body] = _marked(body, by_paragraph).encode()
    comments = "".join(_comment(_FIRST + at, it) for at, it in enumerate(unproven))
    _add_comments(
        parts,
        package.body,
        {kind: name for _, kind, name in package.related(package.body)},
        comments,
    )
    result = BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return result.getvalue()


def _marked(body: str, by_paragraph: Mapping[int, Sequence[int]]) -> str:
    """`body` with the ranges of comments in the paragraphs of those numbers."""
    parts: list[str] = []
    stack: list[int] = []
    count = last = 0
    for match in _PARAGRAPH.finditer(body):
        if match[0].startswith("</"):
            numbers = by_paragraph.get(stack.pop() if stack else 0, ())
            parts.append(body[last : match.start()] + "".join(map(_end, numbers)))
            last = match.start()
            continue
        count += 1
        if match[1]:
            continue
        stack.append(count)
        numbers = by_paragraph.get(count, ())
        if numbers:
            properties = _PROPERTIES.match(body, match.end())
            at = properties.end() if properties else match.end()
            parts.append(body[last:at] + "".join(map(_start, numbers)))
            last = at
    return "".join(parts) + body[last:]


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def _comment(number: int, verdict: Verdict) -> str:
    lines = [f"{verdict.standing.value.capitalize()}: {verdict.detail or 'see the report'}."]
    if verdict.passage:
        lines.append(f"{verdict.name} has: “{verdict.passage}”")
    words = "".join(map(_said, lines))
    return (
        f'<w:comment w:id="{number}" w:author="Briefing" w:initials="B" w:date="{_TIME}">'
        f"{words}</w:comment>"
    )


def _said(line: str) -> str:
    clean = escape(_REFUSED.sub("\ufffd", line), quote=False)
    return f'<w:p><w:r><w:t xml:space="preserve">{clean}</w:t></w:r></w:p>'


def _add_comments(
    parts: dict[str, bytes], body: str, links: Mapping[str, str], comments: str
) -> None:
    """Put `comments` into the package's comments part, which is made where there is none."""
    known = links.get("comments")
    if known in parts:
        head, end, tail = parts[known].decode("utf-8").rpartition("</w:comments>")
        parts[known] = f"{head}{comments}{end}{tail}".encode()
        return
    folder, _, name = body.rpartition("/")
    part = f"{folder}/briefing-comments.xml"
    parts[part] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:comments xmlns:w="{_W}">{comments}</w:comments>'
    ).encode()
    relations = f"{folder}/_rels/{name}.rels"
    link = f'<Relationship Id="rIdProof" Type="{_COMMENTS_LINK}" Target="briefing-comments.xml"/>'
    override = f'<Override PartName="/{escape(part)}" ContentType="{_COMMENTS_TYPE}"/>'
    parts[relations] = _before_end(parts.get(relations, b""), "</Relationships>", link)
    types = "[Content_Types].xml"
    parts[types] = _before_end(parts[types], "</Types>", override)


def _before_end(xml: bytes, end: str, addition: str) -> bytes:
    head, found, tail = xml.decode("utf-8").rpartition(end)
    return f"{head}{addition}{found}{tail}".encode()
