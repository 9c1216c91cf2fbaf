"""Bytes to articles, a module a format. The format is told by what the bytes are, not by a name."""

from pathlib import PurePath

from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.lean import import_lean
from briefing.model.source import Article
from briefing.readers.clips import with_clip
from briefing.readers.foreign import Foreign
from briefing.readers.pasted import parted
from briefing.readers.reading import Reader, Reading
from briefing.readers.remarks import with_remarks
from briefing.readers.sniff import Format, recognise

__all__ = ["read", "read_file"]

_STORIES = 3
"""Addresses from which a text may be several stories."""
_POSTS = (b'data-testid="tweetText"', b"tgme_widget_message_text", b'class="message default')
"""One of these stands in a page of posts."""
_DATABASES = (b"ProQuest", b"Dauerhafte Adresse des Dokuments", b"Accession N", b"Zugangsnummer")
"""One of these stands in a text or a page that is an export of ProQuest, Genios or EBSCO."""
_DEEPEST = 4
"""How deep files may lie in files: an archive in a mail in an archive."""


def read(data: bytes, path: PurePath) -> tuple[Article, ...]:
    """The articles in `data`; `path` only names them.

    Raises:
        SourceError: with one sentence, if the file is empty, of another format, or holds no words.
    """
    return read_file(data, path).articles


def read_file(data: bytes, path: PurePath, *, depth: int = 0) -> Reading:
    """Everything in `data`: articles, what was refused in it, and what is worth telling.

    Raises:
        SourceError: as :func:`read`.
    """
    try:
        return _read_file(data, path, depth)
    except SourceError as error:
        from briefing.readers.ways_out import with_way_out

        raise with_way_out(error) from None


def _read_file(data: bytes, path: PurePath, depth: int) -> Reading:
    if not data.strip():
        raise SourceError("the file is empty", where=path)
    if not data.strip(b"\x00 \r\n\t"):
        raise SourceError("there are no words in the file", where=path)
    if depth > _DEEPEST:
        raise SourceError("the file lies too deep in others", where=path)
    found = recognise(data, path)
    if isinstance(found, Foreign):
        raise SourceError(
            f"the file is {found.name}, which is not read", where=path, remedy=found.remedy
        )

    def inner(data: bytes, path: PurePath) -> Reading:
        return read_file(data, path, depth=depth + 1)

    reading = _read(found, data, path, inner)
    articles = tuple(with_remarks(with_clip(article)) for article in reading.articles)
    return replace(reading, articles=articles)


def _read(found: Format, data: bytes, path: PurePath, inner: Reader) -> Reading:
    """Hand `data` to the reader of its format; readers are imported when they are needed."""
    match found:
        case Format.TEXT:
            from briefing.readers.plaintext import read_text

            reading = read_text(data, path)
            return _as_export(reading.articles, data) or parted(_in_stories(reading))
        case Format.HTML:
            return _read_page(data, path)
        case Format.MARKDOWN:
            from briefing.readers.markdown import read_markdown

            return parted(read_markdown(data, path))
        case Format.DOCX:
            from briefing.readers.docx import read_docx

            return read_docx(data, path)
        case Format.ODT:
            from briefing.readers.odt import read_odt

            return read_odt(data, path)
        case Format.EPUB:
            from briefing.readers.epub import read_epub

            return read_epub(data, path)
        case Format.RTF:
            from briefing.readers.rtf import read_rtf

            return read_rtf(data, path)
        case Format.PDF:
            from briefing.readers.pdf import read_pdf

            return read_pdf(data, path)
        case Format.WEBARCHIVE:
            from briefing.readers.webarchive import read_webarchive

            return read_webarchive(data, path)
        case Format.ARCHIVE | Format.MAIL | Format.OUTLOOK | Format.MBOX | Format.MHTML:
            return _read_holder(found, data, path, inner)
        case Format.BIBTEX | Format.RIS | Format.CSL_JSON | Format.ENDNOTE | Format.ZOTERO:
            return _read_bibliography(found, data, path)
        case _:
            return _read_export(found, data, path)


def _as_export(articles: tuple[Article, ...], data: bytes) -> Reading | None:
    """A text or page that a news database wrote, as the articles in it."""
    if len(articles) != 1 or not any(mark in data for mark in _DATABASES):
        return None
    from briefing.readers.exports.paragraphs import read_export

    (whole,) = articles
    words = [whole.text[line.start : line.end] for line in whole.lines]
    return read_export(words, whole.path, whole.sha256, whole.media_type)


def _in_stories(reading: Reading) -> Reading:
    """A text that holds several stories, each with its address, as these."""
    if len(reading.articles) != 1 or reading.articles[0].text.count("://") < _STORIES:
        return reading
    from briefing.readers.stories import in_stories

    return in_stories(reading.articles[0])


def _read_page(data: bytes, path: PurePath) -> Reading:
    """A page: the posts on it, the stories of a letter that was saved as one, or its article."""
    # No page is compressed, and no function of ours is asked what it is.
    import_lean("lxml.etree", ("gzip", "inspect"))
    from briefing.readers.html import read_html

    if any(mark in data for mark in _POSTS):
        from briefing.readers.posts import posts_of

        if posts := posts_of(data, path):
            return posts
    articles = read_html(data, path)
    if export := _as_export(articles, data):
        return export
    from briefing.readers.stories import in_stories, is_saved_letter

    if len(articles) == 1 and is_saved_letter(articles[0]):
        from briefing.readers.line_links import line_links
        from briefing.text.decoding import decode

        return in_stories(articles[0], line_links(decode(data, None).text, articles[0]))
    return Reading(articles)


def _read_holder(found: Format, data: bytes, path: PurePath, inner: Reader) -> Reading:
    """Files that hold others."""
    if found is Format.ARCHIVE:
        from briefing.readers.archives import read_archive

        return read_archive(data, path, inner)
    if found is Format.MHTML:
        from briefing.readers.mhtml import read_mhtml

        return read_mhtml(data, path)
    if found is Format.OUTLOOK:
        from briefing.readers.outlook import read_outlook

        return read_outlook(data, path, inner)
    from briefing.readers.mail import read_mail, read_mbox

    return read_mbox(data, path, inner) if found is Format.MBOX else read_mail(data, path, inner)


def _read_bibliography(found: Format, data: bytes, path: PurePath) -> Reading:
    if found in (Format.ENDNOTE, Format.ZOTERO):
        from briefing.readers.bibliography_xml import read_endnote, read_zotero

        return (read_endnote if found is Format.ENDNOTE else read_zotero)(data, path)
    from briefing.readers.bibliography import read_bibtex, read_csl, read_ris

    readers = {Format.BIBTEX: read_bibtex, Format.RIS: read_ris}
    return readers.get(found, read_csl)(data, path)


def _read_feed(found: Format, data: bytes, path: PurePath) -> Reading:
    """What houses and agencies send, item by item."""
    if found is Format.FEED:
        from briefing.readers.feeds import read_feed

        return read_feed(data, path)
    if found is Format.JSON_FEED:
        from briefing.readers.json_feed import read_json_feed

        return read_json_feed(data, path)
    from briefing.readers.agency_xml import read_agency_xml

    return read_agency_xml(data, path)


def _read_export(found: Format, data: bytes, path: PurePath) -> Reading:
    """Feeds, notes, messages, and files of news databases."""
    match found:
        case Format.FEED | Format.JSON_FEED | Format.AGENCY_XML:
            return _read_feed(found, data, path)
        case Format.SUBTITLES:
            from briefing.readers.subtitles import read_subtitles

            return read_subtitles(data, path)
        case Format.TELEGRAM:
            from briefing.readers.telegram import read_telegram

            return read_telegram(data, path)
        case Format.PROQUEST:
            from briefing.readers.exports.proquest import read_proquest

            return read_proquest(data, path)
        case Format.NOTES:
            from briefing.readers.notes import read_notes

            return read_notes(data, path)
        case Format.LEXIS_TEXT | Format.LEXIS_HTML:
            from briefing.readers.exports.lexis_files import read_lexis_html, read_lexis_text

            reader = read_lexis_text if found is Format.LEXIS_TEXT else read_lexis_html
            return reader(data, path)
        case Format.FACTIVA_HTML | Format.FACTIVA_XML:
            from briefing.readers.exports.factiva import read_factiva_html, read_factiva_xml

            reader = read_factiva_html if found is Format.FACTIVA_HTML else read_factiva_xml
            return reader(data, path)
        case Format.EBSCO_XML:
            from briefing.readers.exports.ebsco import read_ebsco

            return read_ebsco(data, path)
        case Format.EUROPRESSE:
            from briefing.readers.exports.europresse import read_europresse

            return read_europresse(data, path)
        case _:
            raise AssertionError(found)
