"""What a build is asked for."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct, field

from briefing.errors import UsageError
from briefing.model.brief import Brief
from briefing.model.output import WordWishes


class Order(Struct, frozen=True):
    """A brief with the files it is made of and made into; its paths start from `base`.

    `archival` asks for a PDF that is PDF/A-3a too.
    """

    brief: Brief
    sources: tuple[Path, ...]
    outputs: tuple[Path, ...]
    base: Path | None = None
    reference: Path | None = None
    library: Path | None = None
    previous: str | None = None
    issue: bool = False
    word: WordWishes = field(default_factory=WordWishes)
    archival: bool = False


_TLP = ("TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR")


def check_brief(brief: Brief) -> None:
    """Refuse what is plainly a slip: days in the wrong order, and a marking that only looks like TLP.

    Raises:
        UsageError: if there is one.
    """
    if brief.since and brief.until and brief.since > brief.until:
        raise UsageError(
            f"no day lies from {brief.since.isoformat()} to {brief.until.isoformat()}",
            remedy="Put the earlier day first.",
        )
    marking = (brief.marking or "").strip()
    if marking.upper().startswith("TLP") and marking not in _TLP:
        raise UsageError(
            f"“{marking}” is no marking of the Traffic Light Protocol",
            remedy=f"Write one of {', '.join(_TLP)}.",
        )


def today() -> date:
    """The day a briefing is dated: `SOURCE_DATE_EPOCH` where it is set, else the clock's.

    Raises:
        UsageError: if `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is “{epoch}”, not a number of seconds", remedy="Unset it."
        ) from None
