"""How long tests of the window wait for what comes by itself: on a busy machine a minute is nothing.

A wait ends as soon as what it waits for is there, so a long one costs nothing where all is well.
"""

SECONDS = 120.0
LONG = int(SECONDS * 1000)
"""The same in milliseconds, as Qt counts."""
