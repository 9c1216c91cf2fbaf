"""Words that try to become something else, and documents that hold them everywhere."""

from datetime import date

from hypothesis import strategies as st

from briefing.model.document import (
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Emphasis,
    Heading,
    Judgment,
    Link,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Strong,
    Table,
    Text,
)
from briefing.model.passage import Excerpt, Passage

HOSTILE = (
    "<w:p><w:r/></w:p>",
    "]]><script>alert(1)</script>",
    "{{ config }} {% raw %}",
    "=cmd|' /C calc'!A0",
    "[here](javascript:alert(1))",
    "![x](http://moss.example/x.png)",
    "1. one\n- two\n# three",
    "www.moss.example a@moss.example http://moss.example",
    "&lt;b&gt; &#60; *bold* _thin_ `code` ~~no~~ a|b",
    'DDEAUTO c:\\\\x "y" TOC \\o',
    "nul\x00 bell\x07 \ud800 \ufffe \u202e gnp",
    "[^1]: note [1]: http://moss.example",
    "    four spaces",
    "---",
    "===",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=40))


def full_of(text: str, *, link: str = "https://moss.example/a?b=1&c=2") -> Document:
    """A document with `text` in every place that holds words."""
    words = Text(text)
    quoted = Quoted(Excerpt(Passage("aaaa", 0, len(text)), text), "en")
    inlines = (words, Judgment(text), quoted, Emphasis((words, Strong((quoted,)))))
    source = SourceLink(1, (words, quoted))
    note = Citation(1, "aaaa", (source, Link(link, (words, quoted))))
    blocks = (
        Paragraph(inlines, Role.TITLE),
        Contents(2),
        Heading(1, inlines, "one"),
        Quotation((quoted, Cite((note, note))), inlines),
        BulletList(((Paragraph(inlines), BulletList(((Paragraph(inlines),),))),)),
        Table((inlines, inlines), ((inlines, inlines),), (0.5, 0.5), inlines),
        SourceList((Reference(1, "aaaa", inlines, (inlines, (Link(link, (words,)),))),)),
    )
    return Document(
        text, "en", date(2026, 11, 24), blocks, text, text, text, text, generator="Briefing"
    )
