"""What stands behind each excerpt of an edition, so that the next one can tell what changed."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from briefing.model.changes import Changes
from briefing.model.findings import Findings
from briefing.model.passage import Excerpt, Passage


class StandingThen(Struct, frozen=True):
    """What is known of the excerpts of a document: `themed` by place, `disputed` what others gainsay.

    `reworded` are quoted for what they correct, which makes them no excerpts of the edition.
    """

    themed: Mapping[Passage, dict[str, Any]]
    disputed: tuple[Passage, ...]
    reworded: frozenset[Passage]

    @classmethod
    def of(cls, findings: Findings, changes: Changes | None) -> "StandingThen":
        """What `findings` say of the excerpts cut from them, and `changes` of corrections."""
        chosen = [(found.theme.id, item) for found in findings.themes for item in found.excerpts]
        return cls(
            {
                item.excerpt.passage: {
                    "theme": theme,
                    "place": place,
                    "origins": item.independent_origins,
                }
                for place, (theme, item) in reversed(list(enumerate(chosen, 1)))
            },
            tuple(
                position.excerpt.passage
                for conflict in findings.conflicts
                for position in conflict.positions
            ),
            frozenset(changes.reworded() if changes else ()),
        )

    def told(self, excerpt: Excerpt, times: int) -> dict[str, Any]:
        """Keys for the manifest of an excerpt that is printed so many `times`.

        What is quoted for a correction alone is printed once.
        """
        place = excerpt.passage
        found = dict(self.themed.get(place, {}))
        if any(place.overlaps(other) for other in self.disputed):
            found["disputed"] = True
        if place in self.reworded and times == 1:
            found["listed"] = True
        return found
