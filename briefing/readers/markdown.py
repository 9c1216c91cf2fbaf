"""Markdown: notes and clipped pages; the words as they are shown, without their marks."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Notice
from briefing.readers.own_files import refuse_written
from briefing.readers.reading import Reading
from briefing.readers.setting import Setter
from briefing.text.decoding import decode

MEDIA_TYPE = "text/markdown"
_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_BEGUN = ("\n#", "\n #", "\n  #", "\n   #")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$")
_ITEM = re.compile(r"^\s{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,80}\]:\s+\S+.*$")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]{1,30}):[ \t]*(?P<value>.*)$")
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,80}\])")
_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,80}\])"
)
_AUTO = re.compile(r"<(?P<address>https?://[^<>\s]{1,2000})>")
_STRONG = re.compile(
    r"(?<![\w\\*_])(?P<mark>\*\*\*|\*\*|__)(?=\S)(?P<words>[^\n]{1,1000}?)(?<=[^\s\\])(?P=mark)(?!\w)"
)
_SLIGHT = re.compile(
    r"(?<![\w\\*_])(?P<mark>[*_])(?=[^\s*_])(?P<words>[^\n*_]{1,1000}?)(?<=[^\s\\])(?P=mark)(?![\w*_])"
)
_CODE = re.compile(r"`([^`\n]{1,500})`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_TAG = re.compile(
    r"<!--[^\n]{0,2000}?-->"
    r"|</?[a-zA-Z][a-zA-Z0-9-]{0,30}(?:\s(?:\"[^\"\n]{0,5000}\"|[^<>\"\n]){0,5000})?/?>"
)
"""Markup that stands in Markdown as it is: what clippers cannot say otherwise."""
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,40}\]:?")
_WANTED = {
    "title": Field.TITLE,
    "author": Field.AUTHORS,
    "authors": Field.AUTHORS,
    "byline": Field.AUTHORS,
    "source": Field.URL,
    "url": Field.URL,
    "link": Field.URL,
    "original": Field.URL,
    "site": Field.PUBLISHER,
    "site_name": Field.PUBLISHER,
    "publisher": Field.PUBLISHER,
    "publication": Field.PUBLISHER,
    "published": Field.PUBLISHED,
    "date": Field.PUBLISHED,
    "date_published": Field.PUBLISHED,
    "publish_date": Field.PUBLISHED,
    "published_date": Field.PUBLISHED,
    "created": Field.ACCESSED,
    "date_saved": Field.ACCESSED,
    "saved": Field.ACCESSED,
    "clipped": Field.ACCESSED,
    "language": Field.LANGUAGE,
    "lang": Field.LANGUAGE,
}


def looks_like_markdown(text: str) -> bool:
    """Whether the beginning of a text bears marks that only Markdown has."""
    if text.startswith("---") and _front(text.split("\n"))[0]:
        return True
    # Few texts hold such signs, and that is seen at once.
    marked = [line for line in text.split("\n") if "#" in line] if _may_head(text) else []
    headings = sum(_HEADING.match(line) is not None for line in marked)
    links = len(re.findall(r"\]\(https?://", text)) if "](http" in text else 0
    strong = len(re.findall(r"\*\*[^\s*]", text)) if "**" in text else 0
    return headings > 1 or links > 1 or (headings > 0 and links + strong > 0)


def _may_head(text: str) -> bool:
    """Whether a line of `text` may begin with “#”."""
    if "#" not in text:
        return False
    return text.lstrip(" ")[:1] == "#" or any(mark in text for mark in _BEGUN)


def read_markdown(data: bytes, path: PurePath) -> Reading:
    """The article in `data`.

    Raises:
        SourceError: if there are no words in it, or it is a finished briefing.
    """
    refuse_written(data, path)
    decoded = decode(data)
    fields, lines = _front(decoded.text.split("\n"))
    setter = Setter()
    for words, tag in _blocks(lines):
        shown, share = _shown(words)
        setter.add(shown, tag=tag, within=(tag,), link_share=share)
    if not any(map(str.isalnum, setter.text)):
        raise SourceError("there are no words in the file", where=path)
    remarks = dict.fromkeys((*decoded.remarks, *setter.remarks))
    return Reading(
        (
            Article(
                path,
                digest(data),
                MEDIA_TYPE,
                setter.text,
                tuple(setter.lines),
                tuple(_clues(fields)),
                notices=tuple(Notice(str(path), remark) for remark in remarks),
            ),
        )
    )


def _front(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields that stand between `---` lines at the top, and the lines below."""
    if not lines or lines[0].rstrip() != "---":
        return {}, lines
    end = next((at for at, line in enumerate(lines[1:80], 1) if line.rstrip() == "---"), None)
    if end is None:
        return {}, lines
    fields: dict[str, str] = {}
    name = ""
    for line in lines[1:end]:
        if found := _FIELD.match(line):
            name = found["name"].lower()
            fields[name] = found["value"].strip().strip("\"'")
        elif name and line.lstrip().startswith("- "):
            value = line.lstrip()[2:].strip().strip("\"'[]")
            fields[name] = f"{fields[name]}, {value}" if fields[name] else value
    return (fields, lines[end + 1 :]) if fields else ({}, lines)


def _clues(fields: dict[str, str]) -> Iterator[Clue]:
    for key, value in fields.items():
        name = key.replace("-", "_")
        if name in _WANTED and value:
            named = name == "source" and "://" not in value
            wanted = Field.PUBLISHER if named else _WANTED[name]
            yield Clue(wanted, value.strip("[]"), f"{key} field of the note")


def _blocks(lines: list[str]) -> Iterator[tuple[str, str]]:
    """The blocks, lines of a paragraph joined, each with the tag it would have on a page."""
    group: list[str] = []
    tag = "p"
    fenced = False
    for line in [*lines, ""]:
        if _FENCE.match(line):
            fenced = not fenced
            continue
        bare = _QUOTE.sub("", line) if not fenced else line
        starts = _starts(bare) if not fenced else "pre"
        if group and (starts or not bare.strip()):
            if starts == "underline":
                tag, starts = "h2" if bare.strip()[0] == "-" else "h1", None
                bare = ""
            yield " ".join(group), tag
            group, tag = [], "p"
        if starts == "heading" and (found := _HEADING.match(bare)):
            yield found["words"], f"h{len(found['level'])}"
        elif starts not in ("rule", "underline", "definition") and bare.strip():
            tag = "li" if starts == "item" else "td" if starts == "row" else tag
            group.append(_ITEM.sub("", bare).strip() if starts == "item" else _cells(bare, starts))


def _cells(line: str, starts: str | None) -> str:
    return " ".join(line.replace("|", " ").split()) if starts == "row" else line.strip()


def _starts(line: str) -> str | None:
    """What a line begins, if it begins something."""
    if _HEADING.match(line):
        return "heading"
    if _TABLE_RULE.match(line) or (_RULE.match(line) and not _UNDERLINE.match(line)):
        return "rule"
    if _UNDERLINE.match(line):
        return "underline"
    if _ITEM.match(line):
        return "item"
    if _DEFINITION.match(line):
        return "definition"
    return "row" if line.strip().startswith("|") else None


def _shown(words: str) -> tuple[str, float]:
    """`words` as they are shown, and the share of them that are links."""
    words = _FOOTNOTE.sub("", _PICTURE.sub("", words))
    if "<" in words:
        words = _TAG.sub("", words)
    linked = sum(len(found["words"]) for found in _LINK.finditer(words))
    words = _AUTO.sub(r"\g<address>", _LINK.sub(r"\g<words>", words))
    words = _SLIGHT.sub(r"\g<words>", _STRONG.sub(r"\g<words>", words))
    words = _ESCAPED.sub(r"\1", _CODE.sub(r"\1", words))
    return words, round(min(1.0, linked / max(1, len(words))), 3)
