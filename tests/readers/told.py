"""An article to be told in many formats, and what is read of it."""

from pathlib import PurePath

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read_file

TITLE = "Port of Moss is to reopen in May after two years"
PARAGRAPHS = [
    (
        "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday, and "
        "ships from Lund are to call there twice a week for as long as the summer lasts."
    ),
    (
        "Fishermen had asked for a longer pier, but the council found no money for it this year, and the "
        "mayor promised to look at the matter again when the next budget is written."
    ),
    (
        "The harbour office expects some forty ships a month at first, half of what came before the storm "
        "that tore away the northern quay, and hopes that timber will follow in the autumn."
    ),
    (
        "A new crane, paid for by the county, was put up last week and will be tried out with empty boxes "
        "before the first real cargo is unloaded in the presence of the minister."
    ),
]


def read_source(data: bytes | str, name: str, index: int = 0) -> Source:
    """The source at `index` among those in `data`."""
    data = data.encode() if isinstance(data, str) else data
    return clean(read_file(data, PurePath(name)).articles[index])


def said(source: Source) -> list[str]:
    """The paragraphs of `source` that may be quoted."""
    return [" ".join(source.text[part.start : part.end].split()) for part in source.body()]
