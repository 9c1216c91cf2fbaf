"""Text copied from a browser's print or reading view: its edges are none of the article."""

from datetime import date
from pathlib import PurePath

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read

SAID = (
    "The port of Moss will reopen its second quay in May after two years of repairs, it said.",
    "“We built it in nineteen months,” said Per Lund, who leads the works at the port of Moss.",
    "The first ships are expected in June, and ferries will use the quay from the autumn on.",
)
HEAD = "3/16/27, 9:14 AM\tPort of Moss reopens its second quay | The Moss Ledger"
FOOT = "https://ledger.example/moss/quay.html\t"


def _read(text: str) -> Source:
    return clean(read(text.encode(), PurePath("copy.txt"))[0])


def _quoted(source: Source) -> list[str]:
    return [source.text[part.start : part.end] for part in source.article()]


def test_the_edges_of_printed_pages_do_not_part_an_article() -> None:
    pages = [f"{HEAD}\n\n{words}\n\n{FOOT}{at}/3" for at, words in enumerate(SAID, 1)]
    pages[0] = pages[0].replace(SAID[0], f"Port of Moss reopens its second quay\n\n{SAID[0]}")
    source = _read("\n\n".join(pages))

    assert _quoted(source) == list(SAID)
    assert source.title == "Port of Moss reopens its second quay"
    assert source.url == "https://ledger.example/moss/quay.html"
    assert (source.accessed, source.published) == (date(2027, 3, 16), None)


def test_the_reading_view_says_site_headline_and_author() -> None:
    top = "ledger.example\nPort of Moss reopens its second quay\nAda Moss\n4–5 minutes"
    source = _read("\n\n".join((top, *SAID)))

    assert _quoted(source) == list(SAID)
    assert (source.title, source.authors) == ("Port of Moss reopens its second quay", ("Ada Moss",))
    assert source.publisher == "ledger.example"


def test_an_address_that_is_counted_nowhere_is_a_line_like_others() -> None:
    source = _read("\n\n".join(("Port of Moss reopens", "https://ledger.example/quay", *SAID)))

    assert source.url == "https://ledger.example/quay"
