"""What in a mail is none of the article it brings: words above it, a signature below it."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefing.model.source import Article, Kind
from briefing.text.dates import find_day

_FIELDS = re.compile(r"(?:^(?!https?:)[^\W\d_][^\n:]{0,20}:[^\n]*\n{1,2}){3,12}", re.MULTILINE)
"""The head of a forwarded mail, in any language: “From: …”, “Date: …”, “Subject: …”; no address."""
_SAYS = re.compile(r"^[^\n]{1,200}(?:\n[^\n]{1,80})?:[ \t]*$", re.MULTILINE)
"""“On Tuesday, the Gazette <news@gazette.example> wrote:”, on one line or two."""
_ADDRESS = re.compile(r"<[^<>\s@]{1,100}@[^<>\s@]{1,200}>")
_TOP = 4000
"""Characters within which an article begins that is forwarded."""
_SIGNATURE = re.compile(r"^-- ?\n(?P<below>(?:[^\n]*\n?){1,15})\Z", re.MULTILINE)
_SENT_FROM = re.compile(
    r"^(?:[^\W\d_]+\W+){1,5}(?:iPhone|iPad|Android|Galaxy|Outlook|Yahoo Mail|Proton Mail)\b[^\n]{0,40}$",
    re.MULTILINE,
)
"""“Sent from my iPhone”, in any language, as the last line but for an address."""
_SEALED = re.compile(
    r"^\W{0,4}(?:"
    r"(?:this|the (?:information|contents?) (?:contained )?(?:in|of) this) "
    r"(?:e-?mail|message|communication)\b"
    r"[^\n]{0,200}\b(?:confidential|privileged|intended (?:only|solely|for))\b"
    r"|(?:confidentiality|legal) (?:notice|warning)\b|disclaimer:"
    r"|diese (?:e-?mail|nachricht)\b[^\n]{0,200}\bvertraulich"
    r"|(?:ce (?:message|courriel)|cet e-?mail)\b[^\n]{0,200}\bconfidentiel"
    r"|este (?:correo|mensaje|e-?mail)\b[^\n]{0,200}\bconfiden[cz]ia[li]"
    r"|(?:esta mensagem|questo messaggio|questa e-?mail)\b[^\n]{0,200}\b(?:confidencial|riservat)"
    r"|dit (?:bericht|e-?mailbericht)\b[^\n]{0,200}\bvertrouwelijk)",
    re.MULTILINE | re.IGNORECASE,
)
"""How houses have all their mails end: that they are confidential, and for whom they are."""
_SEALED_LAST = 4000
"""Characters at the end of a mail in which that stands, and the share of it above which it does not."""
_SEALED_BELOW = 0.4
_LAST = 160
"""Characters at the end of a mail in which it stands."""
_MORE = 2
"""Times as many words in what is quoted as in what was written above it."""


def without_cover(article: Article, title: str) -> Article:
    """`article` with the lines of its cover told to be none of it.

    `title` is the mail's, without “Fwd:”.
    """
    begin = max(_beginnings(article.text, title), default=0)
    signature = _SIGNATURE.search(article.text)
    end = signature.start() if signature else _sent_from(article.text)
    end = min(end, _sealed(article.text))
    if not begin and end == len(article.text):
        return article
    lines = tuple(
        line if begin <= line.start and line.end <= end else replace(line, kind=Kind.BOILERPLATE)
        for line in article.lines
    )
    return replace(article, lines=lines)


def _sealed(text: str) -> int:
    """Where a house begins to say that its mails are confidential, else the end."""
    begin = max(int(_SEALED_BELOW * len(text)), len(text) - _SEALED_LAST)
    found = _SEALED.search(text, text.find("\n", begin) + 1 or len(text))
    return found.start() if found else len(text)


def _sent_from(text: str) -> int:
    """Where the line begins in which a program praises itself, else the end."""
    found = _SENT_FROM.search(text, max(0, len(text) - _LAST))
    alone = found and text[max(0, found.start() - 1) : found.start()] in ("", "\n")
    return found.start() if found and alone else len(text)


def _beginnings(text: str, title: str) -> Iterator[int]:
    """Where a forwarded article may begin, with most of the words below."""
    top = text[:_TOP]
    heads = [found for found in _FIELDS.finditer(top) if title and title in found.group()]
    said = [
        found
        for found in _SAYS.finditer(top)
        if _ADDRESS.search(found.group()) or find_day(found.group())
    ]
    for found in heads:
        if len(text) - found.end() > found.start():
            yield found.end()
    for found in said:
        if len(text) - found.end() > _MORE * found.start():
            yield found.end()
