"""Scripts whose words stand without spaces between them."""

import re

EAST_ASIAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Chinese and Japanese with their signs: for a set in a pattern."""
RANGES = f"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff{EAST_ASIAN}"
"""These, and Thai, Lao, Burmese and Khmer."""
UNSPACED = re.compile(f"[{RANGES}]")
"""A letter or sign of these scripts."""
