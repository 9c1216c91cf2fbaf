"""The word lists that the program brings."""

from functools import cache

from briefing.analysis.lexicon import Lexicon, parse_lexicon
from briefing.resources import seeds
from briefing.workflow.prepared import prepared


@cache
def lexicon() -> Lexicon:
    """The outlets and cue verbs the program knows."""
    return prepared(
        Lexicon,
        parse_lexicon,
        seeds("outlets.toml").read_text(encoding="utf-8"),
        seeds("cue-verbs.toml").read_text(encoding="utf-8"),
    )
