"""An article as a reader found it becomes a source: each line judged, the metadata with evidence."""

from briefing.cleaning.cleaning import clean
from briefing.cleaning.listed import Houses, parse_houses

__all__ = ["Houses", "clean", "parse_houses"]
