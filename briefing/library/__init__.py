"""The library: one SQLite file that keeps sources, findings, editions and the analyst's decisions.

SQLite is spoken here and nowhere else. `open_library` gives a `Library`; what it hands out are the
types of `model/`.
"""

from briefing.library.holding import Library
from briefing.library.opening import Access, open_library

__all__ = ["Access", "Library", "open_library"]
