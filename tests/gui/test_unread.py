"""No source is read for Qt's binding when the window is imported."""

import subprocess
import sys


def test_the_window_is_imported_without_reading_the_sources_of_its_modules() -> None:
    """A process of its own: in this one much has read sources."""
    code = (
        "import briefing.gui.app, linecache;"
        "print(sum(name.endswith('.py') for name in linecache.cache))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert int(done.stdout) < 10
