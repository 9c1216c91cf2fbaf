"""What is found inside one source by itself: who says what, and on whom it leans."""

from msgspec.structs import replace

from briefing.analysis.lexicon import Lexicon
from briefing.analysis.origins import origins
from briefing.analysis.speech import attributions
from briefing.model.findings import SourceFindings
from briefing.model.source import Source
from briefing.text.spaces import flat


def examine(source: Source, lexicon: Lexicon) -> SourceFindings:
    """What is found inside one source, whatever the themes."""
    plain = _with_plain_spaces(source)
    words = source.text
    return SourceFindings(
        source.id,
        tuple(
            replace(item, text=words[item.passage.start : item.passage.end])
            for item in attributions(plain, lexicon.cues)
        ),
        tuple(
            replace(item, evidence=words[item.passage.start : item.passage.end])
            for item in origins(plain, lexicon.outlets)
        ),
    )


def _with_plain_spaces(source: Source) -> Source:
    """The source to search in: patterns know one kind of space. Offsets are the same."""
    return replace(source, text=flat(source.text))
