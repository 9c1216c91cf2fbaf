"""The workflow as the window uses it, imported when a verb of it is first wanted.

Reading files, judging and composing are a third of the time in which the program is imported, and
none of it is needed to paint the window. So the view-models name the rooms of the workflow here,
and the thread of the library imports them with its first job. A verb is looked up where it is
called: on a lane, never while the window is made.
"""

from typing import TYPE_CHECKING, Any

from briefing.lean import Later

__all__ = [
    "attention", "briefings", "catalogue", "commanding", "comparing", "counting", "draft",
    "handing", "hinting", "intake", "listing", "locating", "own_themes", "pasting", "pdfium", "pdfium_raw",
    "portable", "reporting", "rescuing", "samples", "sending", "session", "shown", "spoken",
    "theme_sharing", "theme_study", "verify", "versions", "workbench",
]  # fmt: skip


pdfium: Any = Later("pypdfium2")
pdfium_raw: Any = Later("pypdfium2.raw")
if TYPE_CHECKING:
    from briefing.workflow import (
        attention,
        briefings,
        catalogue,
        commanding,
        comparing,
        counting,
        draft,
        handing,
        hinting,
        intake,
        listing,
        locating,
        own_themes,
        pasting,
        portable,
        reporting,
        rescuing,
        samples,
        sending,
        session,
        shown,
        spoken,
        theme_sharing,
        theme_study,
        verify,
        versions,
        workbench,
    )
else:
    attention = Later("briefing.workflow.attention")
    briefings = Later("briefing.workflow.briefings")
    catalogue = Later("briefing.workflow.catalogue")
    commanding = Later("briefing.workflow.commanding")
    comparing = Later("briefing.workflow.comparing")
    counting = Later("briefing.workflow.counting")
    draft = Later("briefing.workflow.draft")
    handing = Later("briefing.workflow.handing")
    hinting = Later("briefing.workflow.hinting")
    intake = Later("briefing.workflow.intake")
    listing = Later("briefing.workflow.listing")
    locating = Later("briefing.workflow.locating")
    own_themes = Later("briefing.workflow.own_themes")
    pasting = Later("briefing.workflow.pasting")
    reporting = Later("briefing.workflow.reporting")
    rescuing = Later("briefing.workflow.rescuing")
    portable = Later("briefing.workflow.portable")
    samples = Later("briefing.workflow.samples")
    sending = Later("briefing.workflow.sending")
    session = Later("briefing.workflow.session")
    shown = Later("briefing.workflow.shown")
    spoken = Later("briefing.workflow.spoken")
    theme_sharing = Later("briefing.workflow.theme_sharing")
    theme_study = Later("briefing.workflow.theme_study")
    verify = Later("briefing.workflow.verify")
    versions = Later("briefing.workflow.versions")
    workbench = Later("briefing.workflow.workbench")
