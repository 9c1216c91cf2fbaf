"""What a copy of the process makes is what would be made here."""

from collections.abc import Callable
from datetime import date
from queue import Queue
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Quotation,
    Quoted,
    SourceLink,
    Strong,
    Table,
    Text,
)
from briefing.model.output import Talk, Written
from briefing.model.passage import Excerpt, Passage
from briefing.writers.pdf import parting, write_pdf

WORDS = (
    "The harbour authority said that dredging of the northern channel would begin before winter. "
)


def quoted(at: int, *more: Inline) -> Quotation:
    """An excerpt long enough for two lines, and its note."""
    words = f"{at} {WORDS * 2}".strip()
    note = (Text(f"Gazette {at}, para. 1. "), SourceLink(1, (Text("[1]"),)))
    cite = Cite((Citation(1, "s", note),))
    said = Quoted(Excerpt(Passage("s", at, at + len(words)), words))
    return Quotation((said, *more, cite), changed=at % 3 == 0)


def blocks(at: int, *more: Inline) -> list[Block]:
    """Of each kind of block one; `more` stands behind the excerpt."""
    url = "https://news.example/a-path/of-some-length"
    return [
        Heading(2, (Text(f"Quay {at}"),), f"q{at}"),
        Paragraph((Text(WORDS * (2 + at * 7 % 11)),)),
        Paragraph((Text(WORDS), Link(url, (Text(url),)), Strong((Text(" barge"),)))),
        quoted(at, *more),
        BulletList(((Paragraph((Text(WORDS), quoted(at).inlines[-1])),),)),
        Table(((Text("Date"),),), (((Text(f"{at} May"),),),), (1.0,)),
    ]


class Line:
    """One end of a channel between two threads; what it has sent, it counts."""

    def __init__(self, inward: Queue[bytes], outward: Queue[bytes]) -> None:
        self.inward, self.outward = inward, outward
        self.sent = 0
        self.at_work: Thread | None = None

    def send(self, message: bytes) -> None:
        self.sent += 1
        self.outward.put(message)

    def receive(self) -> bytes:
        return self.inward.get(timeout=60)

    def close(self) -> None:
        if self.at_work:
            self.at_work.join()


def beside(document: Document) -> tuple[Written, int]:
    """The file when its later half is made beside, and how many messages of it came."""
    there: Queue[bytes] = Queue()
    back: Queue[bytes] = Queue()
    far = Line(there, back)

    def copied(work: Callable[[Talk], None]) -> Talk:
        near = Line(back, there)
        near.at_work = Thread(target=work, args=(far,))
        near.at_work.start()
        return near

    return write_pdf(document, copied=copied), far.sent


@pytest.mark.parametrize(
    "more",
    [
        pytest.param((), id="plain words"),
        pytest.param(
            (Text(" 岸田文雄 \U00010380 said "), Emphasis((Text("as much"),))),
            id="words of other fonts",
        ),
        pytest.param(
            (Link("https://a.example", (quoted(0).inlines[-1],)),),
            id="marks where none is looked for",
        ),
    ],
)
def test_a_long_document_is_the_same_bytes_when_its_later_half_is_made_beside(
    more: tuple[Inline, ...],
) -> None:
    inner = [block for at in range(130) for block in blocks(at, *more)]
    document = Document("Channel", "en-GB", date(2024, 5, 3), (Contents(2), *inner), "Channel")
    found, told = beside(document)

    assert found == write_pdf(document)
    assert told == 4  # how many elements, how many pages, where links lead; and all of it


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["", " 岸田", " ō"])), min_size=30))
def test_the_later_half_is_the_same_whoever_makes_it(drawn: list[tuple[int, str]]) -> None:
    """Where few pages are already long, any place comes to be that where they are parted."""
    inner = [
        block
        for at, (kind, more) in enumerate(drawn)
        for block in blocks(at, Text(more))[kind : kind + 3]
    ]
    document = Document("Channel", "en-GB", date(2024, 5, 3), (Contents(2), *inner), "Channel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "LONG", 2)
        patch.setattr(parting, "MANY", 2)
        found = beside(document)[0]

        assert found == write_pdf(document)


def test_a_copy_that_ends_too_soon_leaves_the_whole_to_this_process() -> None:
    class Dead(Line):
        def receive(self) -> bytes:
            raise EOFError

    inner = [block for at in range(130) for block in blocks(at)]
    document = Document("Channel", "en-GB", date(2024, 5, 3), tuple(inner), "Channel")

    found = write_pdf(document, copied=lambda _: Dead(Queue(), Queue())).data

    assert found == write_pdf(document).data


def test_a_short_document_is_made_here() -> None:
    document = Document("Channel", "en-GB", date(2024, 5, 3), tuple(blocks(1)), "Channel")

    assert beside(document) == (write_pdf(document), 0)
