"""Files are told by the digest that everybody's tools give."""

import hashlib

import pytest

from briefing.digests import digest


@pytest.mark.parametrize("size", [0, 1, 5_000, 2**20, 2**20 + 1])
def test_it_is_the_sha_256_of_the_bytes(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)

    assert digest(data[:size]) == hashlib.sha256(data[:size]).hexdigest()
