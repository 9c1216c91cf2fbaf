"""The words that the excerpts are found by, as the index has them: small letters without accents."""

from briefing.library.query import SHORTEST_PREFIX, Term
from briefing.library.store import Store


def occurs(store: Store, word: str, *, growing: bool) -> bool:
    """Whether an excerpt has `word`, or, while that is `growing`, a word that begins so."""
    term = Term((word,), prefix=growing and len(word) >= SHORTEST_PREFIX)
    question = "SELECT 1 FROM phrase WHERE phrase MATCH ? LIMIT 1"
    return store.row(question, (term.expression(),)) is not None


def vocabulary(store: Store, length: int, apart: int) -> list[tuple[str, int]]:
    """The words of about that `length`, each with how many excerpts have it."""
    store.rows(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spelt USING fts5vocab('main', 'phrase', 'row')"
    )
    return store.rows(
        "SELECT term, doc FROM temp.spelt WHERE length(term) BETWEEN ? AND ?",
        (length - apart, length + apart),
    )
