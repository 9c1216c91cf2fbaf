"""Numbers in letters."""

ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
SPELT = frozenset(ONES.keys() - {"zero"} | TENS.keys())
"""With which an amount can begin."""
PARTS = {"half": 0.5, "quarter": 0.25}
"""Of a million or more, an amount can begin with these too."""
