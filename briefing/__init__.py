"""Briefing: sourced Word and PDF briefings out of a folder of articles, offline and verbatim."""

__version__ = "0.1.0"
