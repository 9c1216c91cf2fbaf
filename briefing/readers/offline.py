"""The libraries for web pages, without what they bring to fetch pages.

trafilatura and htmldate import a web client, what it needs to know of addresses and encodings, and
second opinions, which nobody asks here: four fifths of the time that importing them takes, longer
than reading a dozen pages. The web client is never there, for nothing is ever fetched.
"""

from types import ModuleType

from briefing.lean import import_lean

_LATER = (
    "argparse", "cchardet", "charset_normalizer", "courlan", "csv", "dateutil.parser", "difflib",
    "htmldate", "inspect", "justext", "justext.core", "justext.utils", "trafilatura.downloads",
    "trafilatura.readability_lxml",
)  # fmt: skip
_NEVER = ("importlib.metadata", "urllib3", "urllib3.response")
"""The web client; and who asks for trafilatura's version, to write it into a format of its own."""


def page_library(name: str) -> ModuleType:
    """The module `name`: trafilatura or htmldate."""
    return import_lean(name, [other for other in _LATER if other != name], _NEVER)
