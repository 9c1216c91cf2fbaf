"""Mails as Outlook saves them, and pages as Safari does."""

import plistlib
import struct
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.errors import SourceError
from briefing.readers import read_file
from briefing.readers.outlook_text import page_in, unpacked
from tests.readers.compounding import Held, compound
from tests.readers.packing import paragraphs, word
from tests.readers.told import PARAGRAPHS, TITLE, read_source, said

_TOLD = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
_PAGE = f"<html><body><h1>{TITLE}</h1>{_TOLD}</body></html>"
_SENT = datetime(2024, 5, 3, 12, tzinfo=UTC)


def _wide(words: str) -> bytes:
    return words.encode("utf-16-le")


def _properties(*, head: int = 32) -> bytes:
    stamp = int((_SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    return bytes(head) + struct.pack("<HHIQ", 0x40, 0x39, 6, stamp)


def _mail(held: Held | None = None, *, subject: str = TITLE, head: int = 32) -> Held:
    return {
        "__properties_version1.0": _properties(head=head),
        "__substg1.0_0037001F": _wide(subject),
        "__substg1.0_0C1A001F": _wide("Ada Moss"),
        "__substg1.0_1000001F": _wide("See attached."),
        **(held or {}),
    }


def _rtf(page: str) -> bytes:
    escaped = "".join(f"\\u{ord(one)}?" if ord(one) > 126 else one for one in page)
    made = f"{{\\rtf1\\ansi\\fromhtml1{{\\fonttbl{{\\f0 Arial;}}}}{{\\*\\htmltag64 {escaped}}}}}"
    data = made.encode("ascii")
    return struct.pack("<II4sI", len(data) + 12, len(data), b"MELA", 0) + data


@pytest.mark.parametrize(
    "held",
    [
        pytest.param({"__substg1.0_10130102": _PAGE.encode()}, id="a page"),
        pytest.param({"__substg1.0_10090102": _rtf(_PAGE)}, id="a page within RTF"),
        pytest.param({"__substg1.0_1000001F": _wide("\r\n\r\n".join(PARAGRAPHS))}, id="words"),
    ],
)
def test_a_mail_of_outlook_is_read_as_any_mail(held: Held) -> None:
    source = read_source(compound(_mail(held)), "mail.msg")

    assert (source.title, source.published, source.authors) == (
        TITLE,
        date(2024, 5, 3),
        ("Ada Moss",),
    )
    assert said(source) == PARAGRAPHS


def test_what_is_attached_to_a_mail_of_outlook_is_read() -> None:
    file: Held = {
        "__substg1.0_3707001F": _wide("article.docx"),
        "__substg1.0_37010102": word(paragraphs(TITLE, *PARAGRAPHS)),
    }
    inside: Held = {
        "__substg1.0_3001001F": _wide("Another"),
        "__substg1.0_3701000D": _mail({"__substg1.0_10130102": _PAGE.encode()}, head=24),
    }
    data = compound(
        _mail({"__attach_version1.0_#00000000": file, "__attach_version1.0_#00000001": inside})
    )
    reading = read_file(data, PurePath("mail.msg"))

    assert [article.path.name for article in reading.articles] == ["article.docx", "Another.eml"]
    assert [said(read_source(data, "mail.msg", at)) for at in (0, 1)] == [PARAGRAPHS] * 2


@pytest.mark.parametrize(
    ("packed", "plain"),
    [
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        (
            "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0",
            b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
        ),
    ],
)
def test_the_examples_of_the_standard_unpack(packed: str, plain: bytes) -> None:
    """MS-OXRTFCP, 4.1 and 4.2."""
    assert unpacked(bytes.fromhex(packed)) == plain


def test_what_is_for_rtf_alone_is_no_part_of_the_page() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1251\fromhtml1{\fonttbl{\f0\fcharset204 Arial;}}\f0"
        rb"{\*\htmltag64 <p>}\htmlrtf \par \htmlrtf0 \'cc\'ee\'f1\'f1 "
        rb"{\*\mhtmltag64 <q>}{\*\htmltag72 </p>}}"
    )

    assert page_in(rtf) == "<p>Мосс </p>"
    assert page_in(b"{\\rtf1 words}") is None


@given(some.integers(0, 5000), some.binary(min_size=1, max_size=8))
def test_a_damaged_mail_is_read_or_refused(place: int, bytes_: bytes) -> None:
    whole = bytearray(compound(_mail({"__substg1.0_10130102": _PAGE.encode()})))
    at = place % len(whole)
    whole[at : at + len(bytes_)] = bytes_
    with suppress(SourceError):
        assert read_file(bytes(whole), PurePath("mail.msg")).articles


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_saved_by_safari_is_read_under_its_address(form: plistlib.PlistFormat) -> None:
    page = {
        "WebResourceData": _PAGE.encode(),
        "WebResourceURL": "https://gazette.example/port",
        "WebResourceTextEncodingName": "UTF-8",
    }
    beside = [{"WebResourceData": b"<p>" + bytes(9), "WebResourceURL": "https://x.example/"}]
    data = plistlib.dumps({"WebMainResource": page, "WebSubresources": beside}, fmt=form)
    source = read_source(data, "page.webarchive")

    assert (source.title, source.url) == (TITLE, "https://gazette.example/port")
    assert said(source) == PARAGRAPHS


def test_a_cut_page_of_safari_is_refused() -> None:
    data = plistlib.dumps({"WebMainResource": {"WebResourceData": b"x"}}, fmt=plistlib.FMT_BINARY)
    with pytest.raises(SourceError, match="damaged"):
        read_file(data[:-40], PurePath("page.webarchive"))
