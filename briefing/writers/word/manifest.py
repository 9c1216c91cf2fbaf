"""The manifest as a custom XML part, which Word and LibreOffice keep when they save the file.

LibreOffice gives the part another name, so readers find it by its namespace.
"""

from briefing.writers.word.custom import add_item
from briefing.writers.word.skeleton import Skeleton

NAMESPACE = "urn:briefing:manifest:1"


def carry(skeleton: Skeleton, manifest: str) -> None:
    """Put `manifest` into the package as its text, related to the body."""
    words = manifest.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    add_item(skeleton, NAMESPACE, f'<manifest xmlns="{NAMESPACE}">{words}</manifest>')
