"""Words for what became of files, quotations and editions, and for what the program is doing."""

from briefing.words import mark

STATES = (
    # What became of a file that was taken in.
    mark("new"),
    mark("changed"),
    mark("same"),
    mark("twin"),
    mark("refused"),
    # How a quotation stands against its source.
    mark("proven"),
    mark("altered"),
    mark("missing"),
    mark("uncited"),
    mark("unchecked"),
    # What became of a quotation since an edition.
    mark("gone"),
    mark("moved"),
    mark("newly contradicted"),
    mark("newly corroborated"),
    mark("corrected at its source"),
    mark("withdrawn by its publisher"),
    # The edition before, as a document calls it.
    mark("edition {place} of {day}"),
    mark("the edition of {day}"),
    # What takes so long that it is shown.
    mark("Analysing again"),
    mark("Analysing"),
    mark("Comparing"),
    mark("Hashing"),
    mark("Importing"),
    mark("Looking"),
    mark("Reading again"),
    mark("Reading"),
    mark("Searching"),
    mark("Writing"),
)
