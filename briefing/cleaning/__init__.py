"""An article as a reader found it becomes a source: each line judged, the metadata with evidence."""

from briefing.cleaning.cleaning import clean
from briefing.cleaning.hand_copies import parse_houses

__all__ = ["clean", "parse_houses"]
