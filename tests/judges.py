"""Programs that judge what we write: absent on a user's machine, present on the build server."""

import os
import shutil

import pytest


def judge(program: str) -> str:
    """The path of `program`; without it the test is skipped, on the build server it fails."""
    found = shutil.which(program)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{program} is missing")
    if found is None:
        pytest.skip(f"{program} is not on this machine")
    return found
