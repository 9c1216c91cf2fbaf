"""What every test shares: where the real documents are, and that nothing reaches the network."""

import os
import socket
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: speed is measured in benches/. A build that fails must fail again.
settings.register_profile("briefing", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("briefing")
# What is told is looked for in English, whatever the language of the machine.
os.environ["LANGUAGE"] = "en"


def _has_qt() -> bool:
    try:
        import_module("PySide6.QtWidgets")
    except ImportError:
        return False
    return True


# Left to itself (`-p no:pytest-qt`) it stops every test on a machine without screen libraries.
pytest_plugins = ["pytestqt.plugin"] if _has_qt() else []

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project.

    A user's machine has none: the test is skipped. On the build server it must be there.
    """
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"the real documents are missing at {folder}")
        pytest.skip("the real documents (../shared) are not on this machine")
    return folder


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any connection: the program makes none, ever."""

    def refused(self: socket.socket, address: object) -> None:
        raise AssertionError(f"a connection to {address} was tried")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "connect_ex", refused)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program keeps for the next time stays out of the user's own folder."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _own_day() -> Iterator[None]:
    """No day from outside gets into a test."""
    kept = os.environ.pop("SOURCE_DATE_EPOCH", None)
    yield
    if kept is not None:
        os.environ["SOURCE_DATE_EPOCH"] = kept
