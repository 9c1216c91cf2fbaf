"""What is found inside one source by itself: who says what, and on whom it leans."""

from msgspec.structs import replace

from briefing.analysis.lexicon import Lexicon
from briefing.analysis.origins import origins
from briefing.analysis.speech import attributions
from briefing.model.findings import SourceFindings
from briefing.model.source import Source
from briefing.text.phrases import Words
from briefing.text.spaces import flat


def examine(source: Source, lexicon: Lexicon, words: Words | None = None) -> SourceFindings:
    """What is found inside one source, whatever the themes.

    `words` are those of its body in plain spaces, where they are at hand already.
    """
    if words is None:
        words = Words(flat(source.text), [(part.start, part.end) for part in source.body()])
    # Patterns know one kind of space. Offsets are the same.
    plain = replace(source, text=words.text)
    exact = source.text
    tongue = lexicon.tongues.get((source.language or "")[:2])
    return SourceFindings(
        source.id,
        tuple(
            replace(item, text=exact[item.passage.start : item.passage.end])
            for item in attributions(plain, lexicon.cues, words, lexicon.tongues)
        ),
        tuple(
            replace(item, evidence=exact[item.passage.start : item.passage.end])
            for item in origins(plain, lexicon.outlets, words, tongue)
        ),
        lexicon.outlets.house_of(source),
        lexicon.outlets.house(source.authors[0]) if len(source.authors) == 1 else None,
    )
