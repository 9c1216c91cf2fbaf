"""Exports of news databases: split into their articles, and counted against what the file says."""
