"""The word lists that the program brings."""

from functools import cache

from briefing.analysis.lexicon import Lexicon, parse_lexicon
from briefing.resources import seeds
from briefing.workflow.prepared import prepared


def speech_lists() -> dict[str, str]:
    """The texts of the word lists of languages other than English, by the languages' codes."""
    files = sorted(seeds("speech").glob("*.toml"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


@cache
def lexicon() -> Lexicon:
    """The outlets and the words of speech that the program knows."""
    return prepared(
        Lexicon,
        parse_lexicon,
        seeds("outlets.toml").read_text(encoding="utf-8"),
        seeds("cue-verbs.toml").read_text(encoding="utf-8"),
        speech_lists(),
    )
