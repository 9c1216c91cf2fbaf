"""An article as a reader found it becomes a source: each line judged, the metadata with evidence."""

from briefing.cleaning.cleaning import clean

__all__ = ["clean"]
