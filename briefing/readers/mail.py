"""Mails: newsletters and forwarded articles; attachments are read as sources of their own.

The body is the HTML part where there is one, else the plain text. Nothing is opened, run or
fetched, and a name that a stranger gave an attachment is only ever shown.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath

from msgspec.structs import replace

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Article, Clue, Field, Kind, Line, Notice
from briefing.readers.html import read_html
from briefing.readers.line_links import line_links
from briefing.readers.mail_cover import without_cover
from briefing.readers.mail_headers import Headers, decoded, header, read_headers
from briefing.readers.plaintext import read_plaintext
from briefing.readers.reading import Reader, Reading, first_reason, joined, refusal
from briefing.readers.stories import in_stories, is_letter
from briefing.text.decoding import decode, is_known

MEDIA_TYPE = "message/rfc822"
_MOST_PARTS = 1000
_NOTE_WORDS = 40
_OF_LETTERS = re.compile(
    r"^(?:[\w.-]*(?:no-?reply|newsletter|alert|digest|briefing)s?[\w.-]*|news|info|hello|brief|editor\w*|"
    r"redaktion|redaction|updates?|service|mail)@",
    re.IGNORECASE,
)
"""Mailboxes of houses that send letters."""
_LENGTH = 12
"""Digits that the length of a mail may have."""
_SEEN_ONLY = frozenset("image audio video font".split())
_NO_SOURCE = frozenset(
    "application/pkcs7-mime application/x-pkcs7-mime application/pgp-signature "
    "application/pkcs7-signature text/calendar text/x-vcard text/css "
    "message/delivery-status message/external-body text/rfc822-headers application/ics".split()
)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))
_OPENED = "Open it in your mail program and save what is shown as text or PDF."
_MBOX = re.compile(rb"^From \S[^\n]*\n", re.MULTILINE)
_YEAR = re.compile(rb"\d{4}")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def parse(data: bytes, path: PurePath) -> Message:
    """The structure of the mail `data`.

    Raises:
        SourceError: if it is nested or parted beyond reason.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        count = sum(1 for _ in message.walk())
    except RecursionError:
        raise SourceError("the mail is nested too deeply", where=path) from None
    if count > _MOST_PARTS:
        raise SourceError(f"the mail has {count} parts, more than {_MOST_PARTS}", where=path)
    return message


def read_mail(data: bytes, path: PurePath, inner: Reader) -> Reading:
    """The article in the mail `data`, and those in its attachments, which `inner` reads.

    Raises:
        SourceError: if there are no words in it, nor in what is attached.
    """
    message = parse(_framed(data), path)
    headers = read_headers(message)
    if message.get_content_type() == "multipart/encrypted":
        raise SourceError("the mail is encrypted or sealed", where=path, remedy=_OPENED)
    parts = list(_leaves(message))
    body = _body(parts)
    remarks = [*headers.remarks, *_remarks(message, parts)]
    attached = joined(
        _attached(part, path, number, inner)
        for number, part in enumerate(parts)
        if part is not body and _is_source(part)
    )
    article = _article(body, headers, data, path, remarks) if body is not None else None
    if article is None and not attached.articles:
        if _is_sealed(message):
            raise SourceError("the mail is encrypted or sealed", where=path, remedy=_OPENED)
        if attached.refused:
            reason = first_reason(attached)
            raise SourceError(f"there is nothing to read in the mail{reason}", where=path)
        raise SourceError("there are no words in the mail", where=path, remedy=_OPENED)
    if article and attached.articles and not headers.is_list and _is_note(article):
        article = None
        remarks.append("The mail only says that something is attached; its words were left out.")
    if article is None:
        notices = tuple(Notice(str(path), remark) for remark in remarks)
        return joined([Reading(notices=notices), attached])
    return joined([_own(article, headers, body), attached])


def _framed(data: bytes) -> bytes:
    """The mail in a file of Apple's Mail: its length stands above it, a property list below."""
    first, _, rest = data.partition(b"\n")
    return rest[: int(first)] if first.strip().isdigit() and len(first) <= _LENGTH else data


def _own(article: Article, headers: Headers, body: Message | None) -> Reading:
    """The mail itself, or the stories of a letter."""
    if body is None or not (headers.is_list or is_letter(article)):
        return Reading((article,))
    if body.get_content_type() != "text/html":
        return in_stories(article)
    charset = str(body.get_param("charset") or "").strip("\"' ") or None
    return in_stories(article, line_links(decode(_payload(body), charset).text, article))


def read_mbox(data: bytes, path: PurePath, inner: Reader) -> Reading:
    """The articles in the mails of the mailbox `data`.

    Raises:
        SourceError: if there is no mail in it that can be read.
    """
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    # One pattern for both would take hours for a long line.
    lines = (found for found in _MBOX.finditer(data) if _YEAR.search(found.group()))
    starts = [found.start() for found in lines if _opens(data, found.start())]
    ends = [*starts[1:], len(data)]
    readings: list[Reading] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        place = path / f"mail {number}"
        single = data[data.index(b"\n", start) + 1 : end].replace(b"\n>From ", b"\nFrom ")
        try:
            readings.append(read_mail(single, place, inner))
        except SourceError as error:
            readings.append(refusal(error, place))
    whole = joined(readings)
    if not whole.articles and whole.refused:
        reason = first_reason(whole)
        raise SourceError(f"there is nothing to read in the mailbox{reason}", where=path)
    if not whole.articles:
        raise SourceError("there are no words in the mailbox", where=path)
    return whole


def _opens(data: bytes, at: int) -> bool:
    return (
        at == 0 or data[max(0, at - 2) : at] == b"\n\n" or data[max(0, at - 4) : at] == b"\r\n\r\n"
    )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a mail within the mail is one."""
    stack = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            stack.extend(item for item in reversed(payload) if isinstance(item, Message))
        else:
            yield part


def _is_attachment(part: Message) -> bool:
    return (part.get_content_disposition() or "") == "attachment" or part.get_filename() is not None


def _body(parts: list[Message]) -> Message | None:
    """The part to read: HTML before plain text, and what is no attachment."""
    for kind in ("text/html", "text/plain", "text/enriched"):
        for part in parts:
            if (
                part.get_content_type() == kind
                and not _is_attachment(part)
                and _payload(part).strip()
            ):
                return part
    return None


def _is_source(part: Message) -> bool:
    kind = part.get_content_type()
    if part.get_content_maintype() in _SEEN_ONLY or kind in _NO_SOURCE:
        return False
    return _is_attachment(part) or kind == "message/rfc822"


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attached(part: Message, path: PurePath, number: int, inner: Reader) -> Reading:
    name = _UNSAFE.sub(
        "_", header(part, "Content-Description") or decoded(part.get_filename() or "")
    )
    place = path / (name.strip(" .")[:80] or f"attachment {number}")
    data = _payload(part)
    try:
        if part.get_content_type() == "message/rfc822":
            data = _mail_within(part)
        return inner(data, place) if data.strip() else Reading()
    except SourceError as error:
        return refusal(error, place)
    except RecursionError:
        return refusal(SourceError("the mail is nested too deeply", where=place), place)


def _mail_within(part: Message) -> bytes:
    held = part.get_payload()
    first = held[0] if isinstance(held, list) and held else None
    return first.as_bytes() if isinstance(first, Message) else b""


def _is_sealed(message: Message) -> bool:
    """Whether only a mail program with the right key can open it (S/MIME, PGP)."""
    kinds = {part.get_content_type() for part in message.walk()}
    return not kinds.isdisjoint(_SEALED)


def _remarks(message: Message, parts: list[Message]) -> Iterator[str]:
    if any(part.defects for part in message.walk()):
        yield "The mail is malformed; some of its words may be missing."
    for part in parts:
        charset = str(part.get_param("charset") or "").strip("\"' ")
        if part.get_content_maintype() == "text" and charset and not is_known(charset):
            yield f"The mail names the encoding “{charset[:40]}”, which is none; it was detected."
            return


def _article(
    body: Message, headers: Headers, data: bytes, path: PurePath, remarks: list[str]
) -> Article | None:
    words = _payload(body)
    charset = str(body.get_param("charset") or "").strip("\"' ") or None
    try:
        if body.get_content_type() == "text/html":
            page = read_html(words, path, declared=charset)[0]
            article = without_cover(page, headers.title)
        else:
            flowed = str(body.get_param("format") or "").lower() == "flowed"
            joined_up = str(body.get_param("delsp") or "").lower() == "yes"
            plain = read_plaintext(words, path, declared=charset, flowed=flowed, joined=joined_up)[
                0
            ]
            article = _with_subject(without_cover(plain, headers.title), headers)
    except SourceError:
        return None
    notices = tuple(Notice(str(path), remark) for remark in remarks)
    return replace(
        article,
        sha256=digest(data),
        media_type=MEDIA_TYPE if body.get_content_type() != "text/html" else "text/html",
        clues=(*_clues(headers, is_letter=is_letter(article)), *article.clues),
        notices=(*notices, *article.notices),
    )


def _clues(headers: Headers, *, is_letter: bool) -> Iterator[Clue]:
    """What the headers say; a letter that one can order, from a mailbox for letters, is its house's."""
    of_house = headers.is_list or (is_letter and _OF_LETTERS.search(headers.address) is not None)
    if headers.title:
        forwarded = "forwarded " if headers.is_forwarded else ""
        yield Clue(Field.TITLE, headers.title, f"subject of the {forwarded}mail")
    if of_house and headers.sender:
        yield Clue(Field.PUBLISHER, headers.sender, "sender of the mail")
    elif headers.sender and not headers.is_forwarded:
        yield Clue(Field.AUTHORS, headers.sender, "sender of the mail")
    if headers.day and not headers.is_forwarded:
        yield Clue(Field.PUBLISHED, headers.day.date().isoformat(), "date of the mail")


def _is_note(article: Article) -> bool:
    """Whether a mail has no more words than one needs to say that something is attached."""
    own = [line for line in article.lines if line.kind is None]
    return sum(len(article.text[line.start : line.end].split()) for line in own) < _NOTE_WORDS


def _with_subject(article: Article, headers: Headers) -> Article:
    """`article` under its subject as a line, so that the title stands in the text."""
    if not headers.subject or "\n" in headers.subject:
        return article
    shift = len(headers.subject) + 2
    title = Line(0, len(headers.subject), kind=Kind.TITLE)
    moved = tuple(
        replace(line, start=line.start + shift, end=line.end + shift) for line in article.lines
    )
    return replace(article, text=f"{headers.subject}\n\n{article.text}", lines=(title, *moved))
