"""Where the program keeps what it can make again: where every program of this system keeps such."""

from pathlib import Path

import platformdirs
import pytest

from briefing.places import cache_folder


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"HOME": "/users/moss"}, id="the usual"),
        pytest.param({"HOME": "/users/moss", "XDG_CACHE_HOME": "/fast/cache"}, id="named"),
        pytest.param({"HOME": "/users/moss", "XDG_CACHE_HOME": "cache"}, id="named, not absolute"),
        pytest.param({"HOME": "/users/moss", "XDG_CACHE_HOME": ""}, id="named, empty"),
        pytest.param({"HOME": "/users/moss/"}, id="a stroke at the end"),
        pytest.param({"HOME": "moss"}, id="a home that is not absolute"),
        pytest.param({}, id="no home"),
    ],
)
def test_it_is_the_folder_that_platformdirs_says(
    told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)

    assert cache_folder() == Path(platformdirs.user_cache_dir("briefing", appauthor=False))
